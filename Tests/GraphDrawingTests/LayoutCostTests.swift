import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("The cost of a layout")
struct LayoutCostTests {
    @Test(
        "is told by engine and size",
        arguments: [
            ("dot", 100, 200, false, 0.4), ("dot", 180, 360, false, 2.6), ("neato", 400, 560, false, 1.0), ("neato", 100, 120, true, 1.3),
            ("fdp", 400, 560, false, 0.4), ("sfdp", 400, 560, false, 0.3), ("nop2", 10_000, 15_000, true, 0.7),
        ])
    func prediction(engine: String, boxes: Int, lines: Int, goesRound: Bool, seconds: Double) {
        let cost = LayoutCost(engine: engine, boxes: boxes, lines: lines, goesRoundBoxes: goesRound)
        #expect(abs(cost.seconds - seconds) < 0.1, "\(cost.seconds)")
    }

    @Test(
        "is too much for texts that would not end, which are refused with advice before anything is laid out",
        arguments: ["dot", "neato", "fdp"])
    func refusal(engine: String) async throws {
        let lines = (0..<6000).map { "n\($0 % 3001) -> n\($0 * 7 % 2999)" }.joined(separator: ";")
        let page = RenderRequest.Page(dot: "digraph x { splines=true; \(lines) }", engine: engine)
        let error = await #expect(throws: DrawingError.self) {
            try await ThisProcess().image(of: RenderRequest(format: .svg, title: "", pages: [page]))
        }
        #expect(
            error?.description.contains("--top N") == true && error?.description.contains("3001 boxes") == true,
            "\(String(describing: error))")
    }

    @Test("is far below the limit for the largest figures that are drawn", arguments: [40, 300])
    func figures(count: Int) throws {
        let diagram = try Diagram(sampleNetwork(statements: count))
        let boxes = diagram.nodes.count + diagram.edges.count
        let cost = LayoutCost(engine: diagram.layout.engine, boxes: boxes, lines: 2 * diagram.edges.count, goesRoundBoxes: true)
        #expect(cost.seconds < 0.1)
    }
}
