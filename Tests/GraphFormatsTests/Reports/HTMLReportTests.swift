import Digests
import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A report as a page")
struct HTMLReportTests {
    private func page(_ contents: StatementList, title: String = "Harbour strike", figure: ReportFigure? = nil) throws -> String {
        var text = ""
        try HTMLReport().write(Report(of: contents, options: ReportOptions(title: title)), figure: figure, to: &text)
        return text
    }

    @Test("matches its golden file, but for style and script")
    func golden() throws {
        let page = try page(harbourStrikeContents)
        let bare = page.replacing(/(<style>|<script>)[^§]*?(<\/style>|<\/script>)/) { "\($0.output.1)\($0.output.2)" }
            .replacing(/sha256-[^&]*/, with: "sha256-")
        try expectGolden(bare, "harbour-strike.report.html")
    }

    @Test("is strict XML with landmarks, headings in order, and links that lead somewhere")
    func structure() throws {
        let page = PageText(try page(StatementList(sampleNetwork(statements: 60))))
        #expect(page.error == nil)
        #expect(Set(["header", "nav", "main", "footer"]).isSubset(of: page.elements.map(\.name)))
        #expect(page.headings.first == 1 && page.headings.count { $0 == 1 } == 1)
        for (level, next) in zip(page.headings, page.headings.dropFirst()) { #expect(next <= level + 1) }
        #expect(Set(page.ids).count == page.ids.count)
        let anchors = Set(page.ids.map { "#\($0)" })
        #expect(page.links.filter { !anchors.contains($0) } == [])
        // Every column and row has a header.
        #expect(page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        #expect(page.elements.count { $0.name == "input" && $0.attributes["name"] != nil } > 4)
    }

    @Test("can be read without its script: nothing but the filter and the panel of sentences is hidden")
    func withoutScript() throws {
        let figure = ReportFigure(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", caption: "c", alternative: "a")
        let page = PageText(try page(harbourStrikeContents, figure: figure))
        #expect(page.elements.filter { $0.attributes["hidden"] != nil }.map { $0.attributes["id"] } == ["filters", "reading"])
        for statement in harbourStrike { #expect(page.text.contains(statement.rule)) }
        #expect(page.elements.count { $0.name == "mark" } > 40)
    }

    @Test("asks for nothing: no file, font, picture or other page")
    func requests() throws {
        let text = try page(harbourStrikeContents)
        let page = PageText(text)
        #expect(page.links.filter { !$0.hasPrefix("#") } == ["https://example.org/2031/harbour-strike?page=1&print=yes"])
        #expect(Set(page.elements.map(\.name)).isDisjoint(with: ["link", "img", "iframe", "object", "embed", "base", "video", "audio"]))
        #expect(!text.contains("url(") && !text.contains("@import"))
    }

    @Test("lets only its own script and style sheets run")
    func policy() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>text{fill:red}</style></svg>"
        let text = try page(harbourStrikeContents, figure: ReportFigure(svg: svg, caption: "", alternative: ""))
        let policy = try #require(
            PageText(text).elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"))
        let script = try #require(text.firstMatch(of: /<script>([^§]*?)<\/script>/)).output.1
        let styles = text.matches(of: /<style>([^§]*?)<\/style>/).map(\.output.1)
        #expect(styles.count == 2)
        for source in [script] + styles {
            let hash = Data(Array(source.utf8).withUnsafeBytes(SHA256.digest)).base64EncodedString()
            #expect(policy.contains("'sha256-\(hash)'"))
        }
    }

    @Test("is strict XML under any text in any field, which stays text", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let text = hostileTexts[index]
        let plain = PageText(try page(hostileContents("word"), title: "word"))
        let page = PageText(try page(hostileContents(text), title: text))
        #expect(page.error == nil)
        #expect(Set(page.elements.map(\.name)).isSubset(of: plain.elements.map(\.name)))
        let names = Set(plain.elements.flatMap { $0.attributes.keys })
        #expect(Set(page.elements.flatMap { $0.attributes.keys }).isSubset(of: names))
        #expect(page.links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://example.org/") })
        #expect(!page.text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }

    @Test("is the same on every run")
    func determinism() throws {
        let network = StatementList(sampleNetwork(statements: 90))
        #expect(try page(network) == page(network))
    }

    @Test("has text of enough contrast on every ground, light and dark", arguments: [0, 1])
    func contrast(scheme: Int) throws {
        let style = try #require(ReportTemplates().files["report.css"])
        let blocks = style.matches(of: /:root \{([^}]*)\}/).map { String($0.output.1) }
        var colours: [String: String] = [:]
        for pair in blocks[scheme].matches(of: /--([a-z]+): (#[0-9a-f]{6})/) { colours[String(pair.output.1)] = String(pair.output.2) }
        for text in ["ink", "muted", "accent", "warn"] {
            for ground in ["paper", "soft"] { #expect(contrast(colours[text]!, colours[ground]!) >= 4.5, "\(text) on \(ground)") }
        }
        for ground in ["subject", "predicate", "object", "speaker"] {
            #expect(contrast(colours["ink"]!, colours[ground]!) >= 4.5, "\(ground)")
        }
    }

    /// WCAG 2.2, relative luminance.
    private func contrast(_ left: String, _ right: String) -> Double {
        func luminance(_ colour: String) -> Double {
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double(value >> shift & 255) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (first, second) = (luminance(left), luminance(right))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }
}

@Suite("A report in Markdown")
struct MarkdownReportTests {
    private func text(_ contents: StatementList, title: String = "Harbour strike", figure: ReportFigure? = nil) -> String {
        var text = ""
        MarkdownReport().write(Report(of: contents, options: ReportOptions(title: title)), figure: figure, to: &text)
        return text
    }

    @Test("matches its golden file")
    func golden() throws {
        let figure = ReportFigure(svg: "", file: "report.svg", caption: "A figure.", alternative: "Two [boxes]")
        try expectGolden(text(harbourStrikeContents, figure: figure), "harbour-strike.report.md")
    }

    @Test("of nothing says so")
    func empty() {
        #expect(text(StatementList([])) == "# Harbour strike\n\nNo statements were found. \n\n")
    }

    @Test("has no figure where there is no file of one")
    func noFile() {
        #expect(!text(harbourStrikeContents, figure: ReportFigure(svg: "<svg/>", caption: "", alternative: "")).contains("!["))
    }

    @Test("has as many lines under any text, none of it markup", arguments: hostileTexts.indices)
    func hostile(index: Int) {
        let usual = text(hostileContents("word"), title: "word").split(separator: "\n", omittingEmptySubsequences: false)
        let lines = text(hostileContents(hostileTexts[index]), title: hostileTexts[index]).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(abs(lines.count - usual.count) <= 2)
        #expect(!lines.contains { $0.contains("<script") || $0.contains("<B>") || $0.contains("](javascript") })
    }
}
