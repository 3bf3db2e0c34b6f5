import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Text in reports")
struct ReportTextTests {
    @Test(
        "has no character that ends an attribute, even under a combining mark or behind one that joins",
        arguments: ["\"", "'", "<", ">", "&"], ["\u{301}", "\u{200D}", "\u{600}", "\u{FE0F}", ""])
    func combined(character: String, mark: String) {
        for text in [character + mark, mark + character] {
            let escaped = TextEscaping.html.escapeText(text)
            #expect(!escaped.unicodeScalars.contains { "\"'<>".unicodeScalars.contains($0) })
            #expect(escaped.unicodeScalars.contains("&"))
        }
    }

    @Test("loses control characters and overrides, and keeps no heap of marks", arguments: TextEscaping.allCases)
    func dropped(escaping: TextEscaping) {
        #expect(escaping.escapeText("a\0b\u{1B}[31m\u{202E}c\u{FFFE}") == (escaping == .html ? "ab[31mc" : "ab\\[31mc"))
        #expect(escaping.escapeText("e" + String(repeating: "\u{301}", count: 50)).unicodeScalars.count == 5)
    }

    @Test(
        "is one line of plain text in Markdown",
        arguments: [
            "# head", "[x](javascript:1)", "a | b", "`rm`", "two\nlines", "<b>", "*x* _y_ ~z~", "$1+1$", "@cite", "![i](u)", "{#id .c}",
            "a\\b",
        ])
    func markdown(text: String) {
        let escaped = TextEscaping.markdown.escapeText(text)
        #expect(escaped.firstMatch(of: /(^|[^\\])[`*_\[\]#|~!$@^{}]/) == nil)
        #expect(!escaped.contains("\n") && !escaped.contains("<"))
    }

    @Test("links to pages only")
    func addresses() {
        for text in hostileTexts + [
            "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "https://", "https:///x",
        ] {
            #expect(WebAddress.plain(text) == nil)
        }
        let address = WebAddress.plain("https://example.org/(a)*b?q=\"<c>&d=$e[f]`'{}\\")
        #expect(address.map { $0.firstMatch(of: /[()*$"<>\[\]`'{}\\]/) == nil } == true)
    }

    @Test("is plain text in LaTeX")
    func latex() {
        #expect(
            LaTeXText.escaped("\\input{x} $5 & 10% #1 a_b ~ ^ <<a>> \"q\" -- [x]")
                == "\\textbackslash{}input\\{x\\} \\$5 \\& 10\\% \\#1 a\\_b \\textasciitilde{} \\textasciicircum{} \\textless{}\\textless{}a\\textgreater{}\\textgreater{} {\\char34}q{\\char34} -{}- {[}x{]}"
        )
    }
}

@Suite("A snippet of a figure")
struct FigureSnippetTests {
    private let figure = ReportFigure(svg: "<svg/>", caption: "A & B: 100 %", alternative: "Network. \"A\" – met – B")

    @Test("matches its golden file", arguments: FigureSnippet.Flavour.allCases)
    func golden(flavour: FigureSnippet.Flavour) throws {
        let snippet = FigureSnippet(flavour: flavour, image: "figures/Harbour strike (1).\(flavour.imageExtension)")
        try expectGolden(snippet.text(of: Report(of: harbourStrikeContents), figure: figure), "harbour-strike.\(flavour.rawValue).txt")
    }

    @Test(
        "has a label that is one anywhere", arguments: [("a/Ünser Bild_2.svg", "nser-bild-2"), ("日本.svg", "newsgraph"), ("", "newsgraph")])
    func label(image: String, label: String) {
        #expect(FigureSnippet(flavour: .quarto, image: image).label == label)
    }

    @Test("is as many lines under any text", arguments: FigureSnippet.Flavour.allCases)
    func hostile(flavour: FigureSnippet.Flavour) {
        func lines(_ text: String) -> Int {
            let report = Report(of: hostileContents(text))
            let figure = ReportFigure(svg: "", caption: text, alternative: text)
            return FigureSnippet(flavour: flavour, image: "x.svg").text(of: report, figure: figure).split(
                separator: "\n", omittingEmptySubsequences: false
            ).count
        }
        let usual = lines("word")
        for text in hostileTexts { #expect(lines(text) == usual) }
    }
}
