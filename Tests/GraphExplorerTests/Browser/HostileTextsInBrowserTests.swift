import Foundation
import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

/// Names, sentences and addresses that would be scripts, in a browser that would run them.
@Suite("Hostile texts in a browser", .serialized, .enabled(if: Browser.isInstalled, "needs chromium and chromium-driver: .ci/setup tests"))
struct HostileTextsInBrowserTests {
    private static let texts = [
        "\"><img src=x onerror=\"window.hacked=1\">", "</script><script>window.hacked=1</script>", "' onmouseover='window.hacked=1",
        "<svg onload=window.hacked=1>", "javascript:window.hacked=1//", "{{{title}}} {{#x}}",
        "<style>@import url(http://evil.example)</style>",
        "</title><base href=http://evil.example/>", "\u{202E}<iframe srcdoc=\"<script>parent.hacked=1</script>\">",
    ]

    private static func id(_ number: Int, _ text: String) -> String { "\(number) \(text)" }

    @Test("run nothing, load nothing, and leave the console quiet")
    func texts() async throws {
        var number = 0
        let documents = Self.texts.map { text -> (GraphDocument, [Statement]) in
            number += 1
            let subject = Actor(id: "person/\(text)", name: text, type: .person),
                object = Actor(id: "thing/\(text)", name: "\(text) 2", type: .thing)
            let statements = [
                sampleStatement(
                    subject, text, .assault, object, date: sampleDate("2031-05-03"), speaker: text, detail: text,
                    sentence: "\(text) said \(text).",
                    predicate: text)
            ]
            var (document, placed) = RunningExplorer.document(of: statements, id: text, title: text)
            document.url = text
            document.source = text
            for place in placed.indices { placed[place].id = Self.id(number, text) }
            return (document, placed)
        }
        let explorer = try await RunningExplorer.start(documents, isEditable: true)
        try await Browser.lend { browser in
            var paths = ["/", "/figure", "/duplicates", "/query?q=MATCH%20(a)-%5Br%5D-%3E(b)%20RETURN%20a,%20r,%20b,%20r.sentence"]
            for (number, text) in Self.texts.enumerated() {
                let id = QueryString.encoded("person/\(text)")
                paths += [
                    "/actor?id=\(id)", "/search?q=\(QueryString.encoded(text))", PageAddress.statement(Self.id(number + 1, text)),
                    PageAddress.document(text), "/path?from=\(id)&to=\(QueryString.encoded("thing/\(text)"))",
                ]
            }
            for path in paths {
                try await browser.go(explorer.address + path)
                try await browser.wait(until: "!document.querySelector('#canvas[aria-busy=true]')", "the figure on \(path)")
                // What points at it, and what opens it.
                try await browser.run(
                    """
                    document.querySelectorAll("main *").forEach(function (element) {
                      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true })); });
                    var line = document.querySelector("#canvas g[data-statements]");
                    if (line && document.getElementById("drawer")) {
                      line.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); }
                    """)
                if try await browser.count("#drawer") > 0, try await browser.count("#canvas g[data-statements]") > 0 {
                    try await browser.wait(until: "document.querySelector('#drawer blockquote')", "evidence on \(path)")
                }
                #expect(try await browser.run("return window.hacked === undefined") as? Bool == true, "\(path)")
                #expect(try await browser.count("main script, main iframe, main img, base") == 0, "\(path)")
            }
            #expect(try await browser.surprises(site: explorer.address) == [])
        }
    }
}
