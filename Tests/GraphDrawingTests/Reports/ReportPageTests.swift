import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

/// The report with its diagram, in a browser that is really there.
@Suite("A report in a browser", .serialized, .enabled(if: Chromium.isInstalled, "chromium is not installed"))
struct ReportPageTests {
    /// The page, with what a test adds to its script.
    private func page(_ contents: StatementList, title: String = "Strike", driver: String = "") async throws -> String {
        let options = DiagramOptions(title: title)
        let diagram = try Diagram(contents.statements, options: options)
        let report = Report(of: contents, options: ReportOptions(title: title))
        var linked = options
        linked.links = report.links
        linked.statementLinks = report.statementLinks
        let svg = String(decoding: try await Drawing(statements: contents.statements, options: linked).render(as: .svg), as: UTF8.self)
        var templates = ReportTemplates()
        if !driver.isEmpty {
            let folder = FileManager.default.temporaryDirectory.appending(path: "newsgraph-driver-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try ReportTemplates.writeBuiltIn(toFolder: folder)
            let script = try String(contentsOfFile: folder + "/report.js", encoding: .utf8)
            try (script + driver).write(toFile: folder + "/report.js", atomically: true, encoding: .utf8)
            templates = try ReportTemplates(folder: folder)
        }
        var text = ""
        try HTMLReport(templates: templates).write(report, figure: ReportFigure(svg: svg, of: diagram), to: &text)
        return text
    }

    /// Runs the driver in the page and returns what it noted, one line a note.
    private func notes(_ contents: StatementList, driver: String) async throws -> [String] {
        let prelude = """
            ;(function () {
            var notes = [];
            window.onerror = function (message) { note("error: " + message); };
            document.addEventListener("securitypolicyviolation", function (event) { note("violation: " + event.blockedURI); });
            function note(text) { notes.push(String(text)); document.title = "NOTES|" + notes.join("|") + "|END"; }
            function one(selector) { return document.querySelector(selector); }
            function shown(selector) { return Array.from(document.querySelectorAll(selector)).filter(function (e) { return e.checkVisibility(); }).length; }
            function choose(name, value) { var box = one('input[name="' + name + '"][value="' + value + '"]'); box.click(); }
            \(driver)
            note("requests " + performance.getEntriesByType("resource").length);
            }());

            """
        let visit = try Chromium.visit(try await page(contents, driver: prelude))
        #expect(visit.console == [])
        let title = try #require(visit.page.firstMatch(of: /NOTES\|(.*?)\|END/)).output.1
        return title.split(separator: "|").map(String.init)
    }

    @Test("opens the sentences behind a line by mouse and keyboard, and closes them")
    func sentences() async throws {
        let notes = try await notes(
            harbourStrikeContents,
            driver: """
                var line = one('g[data-statements~="harbour-strike-1"]');
                note(one("#reading").hidden);
                line.querySelector("path").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
                note(one("#reading").hidden + " " + one("#reading blockquote").textContent);
                note(document.querySelectorAll("#reading [id^=s-], #reading [data-statement]").length);
                note(document.activeElement.id);
                one("#reading").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
                note(one("#reading").hidden);
                var twice = one('g[data-statements~="harbour-strike-13"]').closest("a");
                twice.focus();
                note(document.activeElement === twice);
                // What a browser does for Enter on a link.
                twice.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
                note(one("#reading-title").textContent + ": " + document.querySelectorAll("#reading .statement").length);
                one("#reading-close").click();
                note(document.activeElement === twice);
                note(location.hash === "");
                """)
        #expect(
            notes == [
                "true", "false Ida Holm spoke-with Bruno Salvi.", "0", "reading", "true", "true", "The 2 sentences behind this line: 2",
                "true", "true",
                "requests 0",
            ])
    }

    @Test("highlights neighbours of what is pointed at or has the focus, and nothing else")
    func neighbours() async throws {
        let notes = try await notes(
            harbourStrikeContents,
            driver: """
                function near() { return Array.from(document.querySelectorAll("g.actor.near")).map(function (g) { return g.dataset.actor; }).sort().join(" "); }
                function over(element) { element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })); }
                note("none " + near());
                over(one('g[data-actor="person/ida-holm"] path'));
                note(near() + " " + document.querySelectorAll("g.relation.near").length);
                over(one('g[data-statements~="harbour-strike-15"] path, g[data-statements~="harbour-strike-13"] path'));
                note(near());
                one("svg").dispatchEvent(new PointerEvent("pointerleave"));
                note("none " + near());
                var link = one('g[data-actor="person/aron-vey"]').closest("a");
                link.focus();
                // On a busy machine the page may not have been given the focus yet, and gets no event.
                if (!document.hasFocus()) { link.dispatchEvent(new FocusEvent("focusin", { bubbles: true })); }
                note(near());
                note(one('g[data-actor="person/aron-vey"]').closest("a").getAttribute("href") === "#" + one('section[data-actor="person/aron-vey"]').id);
                """)
        #expect(
            notes == [
                "none ", "person/bruno-salvi person/ida-holm 1", "country/kestria facility/ostmark-naval-yards", "none ",
                "person/aron-vey person/juno-reth", "true", "requests 0",
            ])
    }

    @Test("filters statements, rows, pages and lines by class, status and days")
    func filter() async throws {
        let notes = try await notes(
            harbourStrikeContents,
            driver: """
                function count() { return one("#filter-result").textContent + "; " + [shown("article.statement"), shown(".days li"), shown("#meetings tbody tr"), shown("section.actor"), document.querySelectorAll("g.relation:not(.off)").length].join(" "); }
                note(count());
                choose("class", "ASSAULT");
                note(count());
                choose("status", "denied");
                note(count());
                choose("class", "ASSAULT");
                note(count());
                choose("status", "denied");
                one("[name=since]").value = "2031-05-02";
                one("[name=until]").value = "2031-05-02";
                one("[name=since]").dispatchEvent(new Event("input", { bubbles: true }));
                note(count());
                one("form button[type=reset]").click();
                setTimeout(function () { note(count()); }, 50);
                """)
        #expect(
            notes == [
                "20 statements; 20 9 5 12 10", "3 of 20 statements; 3 3 0 3 2", "0 of 20 statements; 0 0 0 0 0",
                "1 of 20 statements; 1 1 1 2 1",
                "4 of 20 statements; 4 4 1 6 4", "requests 0", "20 statements; 20 9 5 12 10",
            ])
    }

    @Test("runs nothing that a text says, whatever the text and wherever it stands", arguments: [0, 1])
    func hostile(half: Int) async throws {
        let attacks = [
            "<script>window.__pwned=1</script>", "</script><script>window.__pwned=1</script>",
            "\"><img src=x onerror=\"window.__pwned=1\">",
            "'\u{301} onmouseover='window.__pwned=1", "\"\u{301} onfocus=\"window.__pwned=1\" autofocus x=\"",
            "javascript:window.__pwned=1",
            "]]><script>window.__pwned=1</script>", "<svg onload=window.__pwned=1>", "</title><script>window.__pwned=1</script>",
            "<!--<script>", "{{{script}}}",
            "</style><script>window.__pwned=1</script>", "<iframe srcdoc=\"<script>parent.__pwned=1</script>\">",
        ]
        let texts = half == 0 ? attacks : hostileTexts.filter { $0.utf8.count < 50_000 }
        var statements: [Statement] = []
        var documents: [DocumentDetails] = []
        for (index, text) in texts.enumerated() {
            let contents = hostileContents(text)
            statements += contents.statements.map { statement in
                var statement = statement
                statement.document += "\(index)"
                statement.id += " \(index)"
                return statement
            }
            documents += contents.documents.values.map { details in
                var details = details
                details.id += "\(index)"
                return details
            }
        }
        let contents = StatementList(statements.sorted { $0.document < $1.document }, documents: documents)
        let notes = try await notes(
            contents,
            driver: """
                Array.from(document.querySelectorAll("a")).forEach(function (a) { if (!/^(#|https:)/.test(a.getAttribute("href"))) { note("link " + a.getAttribute("href")); } });
                Array.from(document.querySelectorAll("g[data-statements], g[data-actor]")).forEach(function (g) {
                  ["pointerover", "mouseover", "focusin", "click"].forEach(function (type) { g.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true })); });
                });
                Array.from(document.querySelectorAll("*")).forEach(function (e) {
                  Array.from(e.attributes).forEach(function (a) { if (/^on/i.test(a.name)) { note("handler " + a.name); } });
                });
                note(document.querySelectorAll("script").length + " " + document.querySelectorAll("style").length);
                note("pwned " + window.__pwned);
                """)
        #expect(notes == ["1 2", "pwned undefined", "requests 0"])
    }

    @Test("of a hundred actors in every script opens without a complaint", arguments: [sampleNetwork(statements: 140), longNames])
    func others(statements: [Statement]) async throws {
        let notes = try await notes(StatementList(statements), driver: "note(shown('.canvas svg'));")
        #expect(notes == ["1", "requests 0"])
    }

    @Test("is printed with all its pages, tagged, and the same every time")
    func print() async throws {
        let html = try await page(harbourStrikeContents)
        let pdf = try ChromiumPrinter().pdf(of: html)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        #expect(pdf.count > 20_000)
        #expect(pdf.firstRange(of: Array("/StructTreeRoot".utf8)) != nil)
        #expect(pdf.firstRange(of: Array("/JavaScript".utf8)) == nil)
        #expect(try ChromiumPrinter().pdf(of: html) == pdf)
    }

    @Test("that does not end is given up, and leaves nothing behind")
    func timeLimit() async throws {
        let before = try leftovers()
        #expect(throws: DrawingError.printing(reason: "it took longer than 0 seconds")) {
            try ChromiumPrinter(timeLimit: 0).pdf(of: "<p>x</p>")
        }
        #expect(try leftovers().subtracting(before) == [])
    }

    private func leftovers() throws -> Set<String> {
        Set(
            try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path).filter {
                $0.hasPrefix("newsgraph-print")
            })
    }
}

@Suite("Printing")
struct PrintingTests {
    @Test("without a browser says what to install")
    func missing() {
        let error = #expect(throws: DrawingError.self) { try ChromiumPrinter(searchPath: "/nonexistent") }
        #expect("\(error!)".contains("install chromium, or write html and print it"))
    }
}
