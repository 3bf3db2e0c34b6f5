import Foundation
import GraphStore
import KnowledgeGraph
import RelationExtraction
import SampleGraphs
import Testing
import TextAnalysis

@testable import GraphExplorer

/// An analyst's hour: what a reader does from page to page, in a real browser.
@Suite("The explorer in a browser", .serialized, .enabled(if: Browser.isInstalled, "needs chromium and chromium-driver: .ci/setup tests"))
struct ExplorerFlowTests {
    @Test("leads from a name to the sentence, the path, the answer and the file, and can merge and undo")
    func flow() async throws {
        let explorer = try await RunningExplorer.start([RunningExplorer.harbourDocument, Self.twins], isEditable: true)
        try await Browser.lend { browser in
            // Search: typing offers, choosing leads to the actor.
            try await browser.go(explorer.address + "/")
            try await browser.type("Ida", into: "#find")
            try await browser.wait(until: "document.querySelector('[role=option]')", "suggestions")
            #expect(try await browser.text("[role=option]").contains("Ida Holm"))
            try await browser.press("\u{E015}\u{E007}", in: "#find")
            try await browser.wait(until: "location.pathname === '/actor'")
            #expect(try await browser.text("h1") == "Ida Holm")
            // Expand: her figure, and that of a neighbour added to it.
            try await browser.wait(until: "document.querySelector('#canvas g[data-actor]')")
            try await browser.run(
                """
                var other = Array.from(document.querySelectorAll("g[data-actor]")).find(function (node) {
                  return node.dataset.actor !== "person/ida-holm"; });
                other.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
                """)
            try await browser.wait(until: "document.querySelectorAll('#drawer .actions a').length === 4")
            try await browser.run("document.querySelectorAll('#drawer .actions a')[2].click()")
            try await browser.wait(until: "location.pathname === '/figure' && location.search.includes('expand=')")
            #expect(try await browser.count("#canvas g[data-actor]") > 2)
            // Filter by date.
            try await browser.go(explorer.address + "/figure")
            let before = try await browser.count("#canvas g[data-statements]")
            try await browser.run(
                """
                document.querySelector("details.more").open = true;
                var field = document.querySelector('#filters input[name="until"]');
                field.value = document.getElementById("dates").dataset.first;
                field.dispatchEvent(new Event("change", { bubbles: true }));
                """)
            try await browser.wait(until: "document.querySelectorAll('#canvas g[data-statements]').length < \(before)")
            // Read the evidence.
            try await browser.go(explorer.address + "/figure")
            try await browser.run(
                "document.querySelector('g[data-statements]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            try await browser.wait(until: "document.querySelector('#drawer blockquote')", "a sentence in the drawer")
            let statement = try await browser.run("return document.querySelector('#drawer a[href^=\"/statement\"]').href") as? String ?? ""
            try await browser.go(statement)
            #expect(try await browser.count("blockquote, .evidence") > 0)
            // Find a path.
            try await browser.go(explorer.address + "/path?from=Ida%20Holm&to=\(try Self.farActor(explorer))")
            #expect(try await browser.count("ol.chain li") >= 2)
            // Ask, with a mistake and without.
            try await browser.go(explorer.address + "/query")
            try await browser.type("MATCH (a)-[r]->(b) RETRUN a", into: "#query")
            try await browser.click("form.ask button[type=submit]")
            try await browser.wait(until: "document.querySelector('pre.excerpt')")
            #expect(try await browser.text("pre.excerpt").contains("^"))
            try await browser.type("MATCH (a:Person)-[r]->(b) RETURN a.name, r, b.name LIMIT 5", into: "#query")
            try await browser.click("form.ask button[type=submit]")
            try await browser.wait(until: "document.querySelectorAll('tbody tr').length > 0")
            #expect(try await browser.count("#canvas svg") == 1)
            // Take the figure along.
            try await browser.go(explorer.address + "/figure")
            let file =
                try await browser.run(
                    """
                    var request = new XMLHttpRequest();
                    request.open("GET", document.querySelector("#downloads a").href, false);
                    request.send();
                    return request.getResponseHeader("Content-Type") + " " + request.responseText.slice(0, 4);
                    """) as? String
            #expect(file?.hasPrefix("image/svg+xml") == true && file?.hasSuffix("<svg") == true)
            // Merge, and undo it.
            try await browser.go(explorer.address + "/duplicates")
            try await browser.click("form[action='/merge'] button")
            try await browser.wait(until: "document.querySelector('form[action=\"/split\"]')", "a merge to undo")
            #expect(try explorer.store.merges().count == 1)
            try await browser.click("form[action='/split'] button")
            try await browser.wait(until: "!document.querySelector('form[action=\"/split\"]')")
            #expect(try explorer.store.merges().isEmpty)
            // A query with a mistake is answered with 400, which the console notes.
            #expect(try await browser.surprises(site: explorer.address, expected: "status of 400") == [])
        }
    }

    @Test("reads an article that is pasted, shows it, and keeps it on request", .enabled(if: Self.hasModel, "needs the language model"))
    func article() async throws {
        let explorer = try await RunningExplorer.start(isEditable: true, extractor: { try Extractor(analyzer: try TextAnalyzer()) })
        try await Browser.lend { browser in
            try await browser.go(explorer.address + "/article")
            try await browser.run(
                "document.getElementById('article-text').value = arguments[0]",
                ["date 2031-06-02\n\nIda Holm met President Bo Ek of Mali in Lima on Sunday.\n\nMali accused Acme of fraud."])
            try await browser.run("document.querySelector('form.give').requestSubmit()")
            _ = try await browser.wait(for: "#canvas svg, article.statement", seconds: 120)
            #expect(try await browser.text("main").contains("Bo Ek"))
            #expect(try explorer.store.documents().count == 1)
            try await browser.click("form[action='/article/add'] button")
            try await browser.wait(until: "location.pathname !== '/article'", seconds: 60)
            #expect(try explorer.store.documents().count == 2)
            #expect(try await browser.surprises(site: explorer.address) == [])
        }
    }

    @Test("has no page that axe-core finds a serious fault in", .enabled(if: Axe.isInstalled, "needs axe-core: .ci/setup tests"))
    func accessibility() async throws {
        let explorer = try await RunningExplorer.start(
            [RunningExplorer.harbourDocument, Self.twins], isEditable: true, extractor: { try Extractor(analyzer: try TextAnalyzer()) })
        let statement = try #require(explorer.store.page(limit: 1).statements.first)
        try await Browser.lend { browser in
            for scheme in ["light", "dark"] {
                try await browser.command(
                    "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
                for path in Self.pages(statement) {
                    try await browser.go(explorer.address + path)
                    let findings = try await Axe.seriousFindings(in: browser)
                    #expect(findings == [], "\(path) (\(scheme))")
                }
            }
        }
    }

    /// `SHOTS=FOLDER` keeps pictures of every page, light, dark and on a phone, for people to look at.
    @Test("is pictured", .enabled(if: ProcessInfo.processInfo.environment["SHOTS"] != nil, "SHOTS=FOLDER keeps pictures"))
    func pictures() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["SHOTS"])
        let explorer = try await RunningExplorer.start(
            [RunningExplorer.harbourDocument, Self.twins], isEditable: true, extractor: { try Extractor(analyzer: try TextAnalyzer()) })
        let statement = try #require(explorer.store.page(limit: 1).statements.first)
        try await Browser.lend { browser in
            for (name, width, scheme) in [("light", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light")] {
                try await browser.command(
                    "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
                for path in Self.pages(statement) {
                    try await browser.command(
                        "Emulation.setDeviceMetricsOverride",
                        ["width": width, "height": 1400, "deviceScaleFactor": 1, "mobile": width < 500])
                    try await browser.go(explorer.address + path)
                    let page = path.dropFirst().prefix { $0 != "?" }
                    try await browser.screenshot(to: "\(folder)/\(page.isEmpty ? "start" : String(page))-\(name).png")
                    let overflow = try await browser.run("return document.documentElement.scrollWidth - window.innerWidth") as? Int ?? 0
                    #expect(overflow <= 0, "\(path) is \(overflow) pixels too wide (\(name))")
                }
            }
        }
    }

    private static let hasModel = (try? TextAnalyzer()) != nil

    /// Two spellings of one name.
    private static let twins = RunningExplorer.document(
        of: sampleStatements(
            """
            Sergey Lavrin:person | met-with CONSULT sym | Ostmark:country | actual | 2031-05-03
            Sergei Lavrin:person | met-with CONSULT sym | Ostmark:country | actual | 2031-05-04
            """), id: "twins", title: "Two spellings")

    private static func pages(_ statement: Statement) -> [String] {
        let actor = QueryString.encoded(statement.subject.actor.id), other = QueryString.encoded(statement.object.actor.id)
        return [
            "/", "/search?q=strike", "/actor?id=\(actor)", "/figure", "/path?from=\(actor)&to=\(other)",
            PageAddress.statement(statement.id), PageAddress.document(statement.document),
            "/query?q=MATCH%20(a)-%5Br%5D-%3E(b)%20RETURN%20a,%20r,%20b%20LIMIT%205", "/article", "/duplicates", "/nothing-here",
        ]
    }

    /// Somebody whom Ida Holm is not linked to directly, but by others.
    private static func farActor(_ explorer: RunningExplorer) throws -> String {
        let graph = try explorer.store.graph()
        let near = Set(graph.neighbours(of: "person/ida-holm").map(\.actor.id))
        for actor in graph.actors.map(\.id).sorted() where actor != "person/ida-holm" && !near.contains(actor) {
            if try !explorer.store.shortestPaths(from: "person/ida-holm", to: actor, limit: 1).isEmpty { return QueryString.encoded(actor) }
        }
        return QueryString.encoded(near.sorted()[0])
    }
}
