import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

/// Real advances of real fonts: where they are not installed, nothing can be said.
@Suite("In a figure no label overlaps another or a box, and nothing is cut off", .enabled(if: FontMetrics.installed != nil))
struct LayoutTests {
    /// Every regime from both sides of its limits.
    @Test("whatever its size", arguments: [12, 15, 25, 26, 40, 50, 51, 65, 80, 100, 101, 120, 150])
    func network(lines: Int) async throws {
        #expect(try await faults(network(lines: lines), DiagramOptions(top: lines)) == [])
    }

    @Test("whatever its theme", arguments: Theme.allCases, [20, 55])
    func themes(theme: Theme, lines: Int) async throws {
        #expect(try await faults(network(lines: lines), DiagramOptions(theme: theme, top: lines)) == [])
    }

    @Test("when it has frames", arguments: FigureCluster.allCases, [12, 25, 40, 65, 100, 150])
    func frames(cluster: FigureCluster, lines: Int) async throws {
        #expect(try await faults(network(lines: lines), DiagramOptions(cluster: cluster, top: lines)) == [])
    }

    @Test("when it is a timeline", arguments: FigureTimeline.allCases, [12, 40, 100, 300])
    func timeline(timeline: FigureTimeline, statements: Int) async throws {
        #expect(try await faults(sampleNetwork(statements: statements), DiagramOptions(timeline: timeline, top: 100)) == [])
    }

    @Test("in any language", arguments: FigureLanguage.allCases)
    func languages(language: FigureLanguage) async throws {
        #expect(try await faults(network(lines: 40), DiagramOptions(timeline: .day, language: language)) == [])
    }

    @Test("of one story", arguments: kinds)
    func story(options: DiagramOptions) async throws {
        #expect(try await faults(harbourStrike, options) == [])
    }

    @Test("when names are long, East Asian or run from right to left", arguments: kinds)
    func long(options: DiagramOptions) async throws {
        #expect(try await faults(longNames, options) == [])
    }

    @Test("and no text, however hostile, is more than text in a timeline or a frame", arguments: hostileTexts.indices)
    func hostile(index: Int) async throws {
        let text = hostileTexts[index]
        let (person, country) = (sampleActor(text, .person), sampleActor(text + "3", .country))
        let statements = [
            sampleStatement(
                person, "met-with", .consult, sampleActor(text + "2", .event), date: sampleDate("2031-05-03"), speaker: text, detail: text),
            sampleStatement(person, "holds-office", .state, country, detail: text, index: 1),
            sampleStatement(country, "praised", .support, person, date: sampleDate("2031-05-09"), index: 2),
        ]
        for options in [DiagramOptions(title: text, cluster: .country), DiagramOptions(title: text, timeline: .day)] {
            let image = try await Drawing(statements: statements, options: options).image(as: .svg)
            #expect(image.warnings == [])
            let svg = SVGText(image.bytes)
            #expect(svg.error == nil && svg.links.isEmpty)
            #expect(
                svg.elementNames.isSubset(of: ["svg", "title", "desc", "style", "g", "polygon", "path", "text", "ellipse", "polyline"]))
        }
    }

    @Test("is something that this test can find not to be so")
    func overlaps() async throws {
        let boxes = """
            a [pos="0,0", shape=box, class="actor", id="n-1", label="Ida Holm"]; b [pos="300,0", shape=box, class="actor", id="n-2", label="Valdoria"];
            """
        func faults(_ rest: String) async throws -> [String] {
            try await geometry(of: draw("digraph x { node [fontname=Arial]; \(boxes) \(rest) }")).faults()
        }
        #expect(try await faults("c [pos=\"150,0\", shape=plain, label=\"met with\"]") == [])
        let onLabel = try await faults(
            "c [pos=\"150,0\", shape=plain, label=\"met with\"]; d [pos=\"170,5\", shape=plain, label=\"visited\"]")
        #expect(onLabel.count == 1 && onLabel[0].contains("“met with” and “visited” overlap"))
        let onBox = try await faults("c [pos=\"250,8\", shape=plain, label=\"met with\"]")
        #expect(onBox.contains { $0.contains("“met with” lies on box n-2") })
        let cut = try await faults(
            "c [pos=\"150,0\", shape=plain, width=0.1, height=0.1, fixedsize=true, label=\"a label that is much too long for this, and longer than the sheet is wide, which is how it is cut off\"]"
        )
        #expect(cut.contains { $0.contains("leaves the sheet") })
        let tight = try await faults(
            "c [pos=\"150,90\", shape=box, class=\"actor\", id=\"n-3\", width=0.3, fixedsize=true, label=\"too wide\"]")
        #expect(tight.contains { $0.contains("leaves its box") })
    }

    private static let kinds =
        [DiagramOptions(), DiagramOptions(theme: .print), DiagramOptions(size: .a4)]
        + FigureCluster.allCases.map { DiagramOptions(cluster: $0) }
        + FigureTimeline.allCases.map { DiagramOptions(timeline: $0) }

    /// A network with so many lines when no more are drawn.
    private func network(lines: Int) -> [Statement] { sampleNetwork(statements: lines * 3 / 2) }

    private func faults(_ statements: [Statement], _ options: DiagramOptions = DiagramOptions()) async throws -> [String] {
        let image = try await Drawing(statements: statements, options: options).image(as: .svg)
        #expect(image.warnings == [])
        let geometry = try geometry(of: image.bytes)
        #expect(geometry.texts.count > 10)
        return geometry.faults()
    }

    private func geometry(of svg: [UInt8]) throws -> FigureGeometry {
        let metrics = try #require(FontMetrics.installed)
        return try #require(FigureGeometry(svg, metrics))
    }

    private func draw(_ dot: String) async throws -> [UInt8] {
        try await ThisProcess().image(of: RenderRequest(format: .svg, title: "", pages: [.init(dot: dot, engine: "nop2")])).bytes
    }
}
