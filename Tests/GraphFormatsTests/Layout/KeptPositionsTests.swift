import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Kept positions")
struct KeptPositionsTests {
    private let newcomer = sampleStatement(
        sampleActor("Nadir Okonkwo", .person), "visited", .consult, sampleActor("Ostmark", .country), index: 5000)

    @Test("hold known actors while new ones and labels find room", arguments: [12, 60, 120])
    func kept(count: Int) throws {
        var kept: [Actor.ID: FigurePosition] = [:]
        for (index, node) in try Diagram(sampleNetwork(statements: count)).nodes.enumerated() {
            kept[node.actor.id] = FigurePosition(x: Double(index % 6) * 230 - 300, y: Double(index / 6) * -110)
        }
        let diagram = try Diagram(sampleNetwork(statements: count) + [newcomer], options: DiagramOptions(positions: kept))
        let places = try #require(diagram.placedActors())
        #expect(places.count == diagram.nodes.count && diagram.nodes.count == kept.count + 1)
        for (id, position) in kept { #expect(places[id] == position) }
        #expect(diagram.notes == [])
        expectNoOverlap(diagram)
    }

    @Test("of nobody who is drawn change nothing")
    func strangers() throws {
        let options = DiagramOptions(positions: ["person/nobody": FigurePosition(x: 1, y: 2)])
        #expect(try Diagram(harbourStrike, options: options) == Diagram(harbourStrike))
    }

    @Test("that are too near one another part a little, and the figure says so")
    func grown() throws {
        let actors = try Diagram(harbourStrike).nodes.map(\.actor.id)
        var kept: [Actor.ID: FigurePosition] = [:]
        for (index, id) in actors.enumerated() { kept[id] = FigurePosition(x: Double(index) * 20, y: Double(index % 3) * 60) }
        let diagram = try Diagram(harbourStrike, options: DiagramOptions(positions: kept))
        #expect(diagram.notes.contains { $0.contains("from where they stood") })
        expectNoOverlap(diagram)
    }

    @Test("may be negative, far off, or all the same", arguments: [-90_000, 0, 0.001, 99_999])
    func odd(value: Double) throws {
        let position = FigurePosition(x: value, y: -value)
        let kept = Dictionary(uniqueKeysWithValues: try Diagram(harbourStrike).nodes.map { ($0.actor.id, position) })
        expectNoOverlap(try Diagram(harbourStrike, options: DiagramOptions(positions: kept)))
    }

    @Test("that are no places are refused", arguments: [Double.nan, .infinity, -.infinity, 1e300, -100_001])
    func hostile(value: Double) {
        for position in [FigurePosition(x: value, y: 0), FigurePosition(x: 0, y: value)] {
            let error = #expect(throws: DiagramError.self) {
                try Diagram(harbourStrike, options: DiagramOptions(positions: ["person/x": position]))
            }
            #expect(error?.description.contains("“person/x”") == true)
        }
    }

    private func expectNoOverlap(_ diagram: Diagram) {
        guard let placement = BoxPlacement(diagram) else {
            Issue.record("the figure is not placed")
            return
        }
        let boxes = placement.actors + placement.labels
        for (index, box) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                let overlap = box.overlap(with: other)
                #expect(overlap.x < 0.1 || overlap.y < 0.1)
            }
        }
    }
}
