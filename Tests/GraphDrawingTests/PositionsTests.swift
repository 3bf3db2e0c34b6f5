import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("Positions of a drawing")
struct PositionsTests {
    private let newcomer = sampleStatement(
        sampleActor("Nadir Okonkwo", .person), "visited", .consult, sampleActor("Ostmark", .country), index: 5000)

    @Test("given to the next drawing keep every actor in its place, whatever the regime", arguments: [18, 60, 150])
    func kept(count: Int) async throws {
        let statements = sampleNetwork(statements: count)
        let positions = try await Drawing(statements: statements).positions()
        let drawn = try Drawing(statements: statements)
        #expect(Set(positions.keys) == Set(drawn.diagram.nodes.map(\.actor.id)))

        let next = try Drawing(statements: statements + [newcomer], options: DiagramOptions(positions: positions))
        #expect(next.diagram.notes == drawn.diagram.notes)
        let image = try await next.image(as: .svg)
        #expect(image.warnings == [])
        // As they are drawn, up to one shift of all.
        let middles = SVGBoxes.middles(String(decoding: image.bytes, as: UTF8.self))
        var shifts: [FigurePosition] = []
        for node in next.diagram.nodes {
            guard let before = positions[node.actor.id], let now = middles[node.id] else { continue }
            shifts.append(FigurePosition(x: now.x - before.x, y: now.y - before.y))
        }
        #expect(shifts.count == positions.count)
        for shift in shifts { #expect(abs(shift.x - shifts[0].x) < 0.3 && abs(shift.y - shifts[0].y) < 0.3) }
    }

    @Test("are where the boxes stand in the image", arguments: [18, 60])
    func agreement(count: Int) async throws {
        let drawing = try Drawing(statements: sampleNetwork(statements: count))
        let positions = try await drawing.positions()
        let middles = SVGBoxes.middles(String(decoding: try await drawing.render(as: .svg), as: UTF8.self))
        let first = try #require(drawing.diagram.nodes.first)
        let (a, b) = (try #require(positions[first.actor.id]), try #require(middles[first.id]))
        for node in drawing.diagram.nodes {
            let (position, middle) = (try #require(positions[node.actor.id]), try #require(middles[node.id]))
            #expect(abs(middle.x - b.x - position.x + a.x) < 0.3 && abs(middle.y - b.y - position.y + a.y) < 0.3)
        }
    }
}
