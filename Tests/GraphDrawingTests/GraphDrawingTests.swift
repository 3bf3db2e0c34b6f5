import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("A drawing")
struct GraphDrawingTests {
    /// A drawing whose text libgvc takes without a word.
    private func image(_ statements: [Statement], _ options: DiagramOptions = DiagramOptions(), as format: DrawingFormat = .svg)
        async throws -> [UInt8]
    {
        let image = try await Drawing(statements: statements, options: options).image(as: format)
        #expect(image.warnings == [])
        return image.bytes
    }

    @Test("is a file of its kind, without a warning from libgvc", arguments: DrawingFormat.allCases, Theme.allCases)
    func kinds(format: DrawingFormat, theme: Theme) async throws {
        let bytes = try await image(harbourStrike, DiagramOptions(theme: theme), as: format)
        let start =
            switch format {
            case .svg: "<svg "
            case .png: "\u{89}PNG\r\n\u{1A}\n"
            case .pdf: "%PDF-1."
            }
        #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    }

    @Test("is the same on every run", arguments: DrawingFormat.allCases)
    func determinism(format: DrawingFormat) async throws {
        let first = try await image(harbourStrike, as: format)
        if format == .pdf { try await Task.sleep(for: .milliseconds(1100)) }
        #expect(try await image(harbourStrike.reversed(), as: format) == first)
    }

    @Test("can be made by many tasks at once")
    func concurrency() async throws {
        let expected = try await image(harbourStrike)
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<24 {
                group.addTask {
                    if index % 3 == 0 { return (try? await image(harbourStrike, as: .png))?.isEmpty == false }
                    return (try? await image(harbourStrike)) == expected
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("of nothing is a figure that says so")
    func empty() async throws {
        let svg = SVGText(try await image([]))
        #expect(svg.error == nil)
        #expect(svg.labels.contains { $0.text.contains("No relations to show") })
    }

    @Test("is valid XML under any text, which stays text", arguments: hostileTexts.indices)
    func hostile(index: Int) async throws {
        let text = hostileTexts[index]
        var statement = sampleStatement(
            sampleActor(text, .person), "met-with", .consult, sampleActor(text + "2", .event), speaker: text, detail: text, sentence: text)
        let office = sampleStatement(
            sampleActor(text, .person), "holds-office", .state, sampleActor(text + "3", .country), detail: text, index: 1)
        statement.topic = text
        let options = DiagramOptions(
            title: text, source: text, relationLabels: ["met-with": text], links: [statement.subject.actor.id: text])
        let svg = SVGText(try await image([statement, office], options))
        #expect(svg.error == nil)
        #expect(svg.elementNames.isSubset(of: ["svg", "title", "desc", "style", "g", "polygon", "path", "text", "ellipse", "polyline"]))
        #expect(svg.links.isEmpty)
        // The raster takes the same text; a few of them are enough.
        if index.isMultiple(of: 6) { _ = try await image([statement, office], options, as: .png) }
    }

    @Test("has tooltips with date, speaker and sentence, and no names of Graphviz's")
    func tooltips() async throws {
        let svg = SVGText(try await image(harbourStrike))
        let tooltip = try #require(svg.titles["r-1"])
        for part in ["Ida Holm", "3 May 2031", "according to Ostmark Foreign Ministry", "“Ida Holm spoke-with Bruno Salvi.”"] {
            #expect(tooltip.contains(part))
        }
        #expect(!svg.titles.values.contains { $0.contains("newsgraph") || $0.contains("n1") })
        #expect(svg.titles.values.contains { $0.contains("did not happen") } && svg.titles.values.contains { $0.contains("planned") })
    }

    @Test("has bold type by its weight, and the font in the style sheet only")
    func fonts() async throws {
        let svg = String(decoding: try await image(harbourStrike), as: UTF8.self)
        let name = try #require(svg.split(separator: "\n").first { $0.contains("Marta Quell</text>") })
        #expect(name.contains("font-weight=\"bold\""))
        #expect(!svg.contains("Arial Bold") && !svg.contains("font-family=\""))
    }

    @Test("speaks its language in tooltips, in its description and to screen readers", arguments: FigureLanguage.allCases)
    func language(language: FigureLanguage) async throws {
        let labels = ["spoke-with": "sprach mit", "informed": "informierte"]
        let options = DiagramOptions(theme: .print, language: language, relationLabels: labels)
        let bytes = try await image(harbourStrike, options)
        let (svg, text) = (SVGText(bytes), String(decoding: bytes, as: UTF8.self))
        #expect(svg.error == nil && text.hasPrefix("<svg lang=\"\(language.rawValue)\" xml:lang=\"\(language.rawValue)\" "))
        let expected: (speaker: String, day: String, denial: String) =
            switch language {
            case .english: ("according to Ostmark Foreign Ministry", "3 May 2031", "did not happen")
            case .german: ("laut Ostmark Foreign Ministry", "3. Mai 2031", "fand nicht statt")
            case .french: ("selon Ostmark Foreign Ministry", "3 mai 2031", "n’a pas eu lieu")
            case .spanish: ("según Ostmark Foreign Ministry", "3 de mayo de 2031", "no ocurrió")
            case .russian: ("по словам: Ostmark Foreign Ministry", "3 мая 2031 г.", "не состоялось")
            }
        let tooltip = try #require(svg.titles["r-1"])
        for part in [expected.speaker, expected.day, "– sprach mit –", "“Ida Holm spoke-with Bruno Salvi.”"] {
            #expect(tooltip.contains(part), "\(part) in \(tooltip)")
        }
        #expect(svg.titles.values.contains { $0.contains("informierte") && $0.contains(expected.denial) })
        let description = try #require(text.firstMatch(of: /<desc[^>]*>(.*)<\/desc>/)).1
        #expect(description.contains("Kestria: informierte (\(expected.denial), "))
    }

    @Test("has no dark mode on printed paper")
    func print() async throws {
        let text = String(decoding: try await image(harbourStrike, DiagramOptions(theme: .print)), as: UTF8.self)
        #expect(!text.contains("prefers-color-scheme"))
        let colours = Set(text.matches(of: /"#([0-9a-f]{6})"/).map { String($0.output.1) })
        #expect(colours.allSatisfy { $0.prefix(2) == $0.dropFirst(2).prefix(2) && $0.prefix(2) == $0.suffix(2) }, "\(colours)")
    }

    @Test("links to http, https and fragments only")
    func links() async throws {
        let ids = harbourStrike.map(\.subject.actor.id)
        let links = [
            ids[0]: "https://example.org/?a=1&b=\"2\"", ids[2]: "javascript:alert(1)", ids[4]: " https://example.org", ids[6]: "#pavel",
            ids[8]: "data:text/html,x", ids[10]: "HTTP://EXAMPLE.ORG",
        ]
        let svg = SVGText(try await image(harbourStrike, DiagramOptions(links: links)))
        #expect(svg.error == nil)
        #expect(svg.links.sorted() == ["#pavel", "HTTP://EXAMPLE.ORG", "https://example.org/?a=1&b=\"2\""])
    }

    @Test("follows the reader's dark mode when light, and is dark throughout when dark")
    func darkMode() async throws {
        let light = String(decoding: try await image(harbourStrike), as: UTF8.self)
        let dark = String(decoding: try await image(harbourStrike, DiagramOptions(theme: .dark)), as: UTF8.self)
        #expect(light.contains("prefers-color-scheme:dark") && !dark.contains("prefers-color-scheme"))
        #expect(light.contains("[fill=\"#1b2433\"]{fill:#e9eef6}"))
        #expect(!dark.contains("#1b2433") && dark.contains("fill=\"#e9eef6\""))
        // Every colour of the picture belongs to a role or a stripe, so that the style sheet reaches it.
        let known = Set(Theme.light.palette.roles.map(\.colour)).union(["none"])
        let stripes = Set(light.matches(of: /fill="(#[0-9a-f]{6})" stroke="none"/).map { String($0.output.1) }).subtracting(known)
        #expect(stripes.count == 3, "\(stripes)")
    }

    @Test(
        "refuses what is no DOT, NUL bytes and texts without end",
        arguments: ["digraph {", "a\0b", "", String(repeating: " ", count: 9_000_000)])
    func badText(dot: String) async {
        await #expect(throws: DrawingError.self) { try await draw(dot) }
    }

    @Test("notices what libgvc only warns of", arguments: ["digraph x { a [shape=nonsense] }", "digraph x { a [label=<<B>unclosed>] }"])
    func warnings(dot: String) async throws {
        #expect(try await draw(dot).warnings != [])
    }

    @Test("reads no file that a text names")
    func files() async throws {
        let image = try await draw("digraph x { a [image=\"/etc/passwd\", label=\"\"] }")
        #expect(!String(decoding: image.bytes, as: UTF8.self).contains("passwd"))
    }

    @Test("lowers the resolution of a raster that would be too large")
    func hugeRaster() async throws {
        let image = try await draw("digraph x { a [pos=\"0,0!\"]; b [pos=\"90000,90000!\"] }", engine: "neato", as: .png)
        let side = image.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(side > 1000 && side < 7000)
    }

    private func draw(_ dot: String, engine: String = "dot", as format: DrawingFormat = .svg) async throws -> RenderedImage {
        try await ThisProcess().image(of: RenderRequest(format: format, title: "", pages: [.init(dot: dot, engine: engine)]))
    }
}
