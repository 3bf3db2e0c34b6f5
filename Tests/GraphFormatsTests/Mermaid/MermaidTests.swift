import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Mermaid")
struct MermaidTests {
    @Test("draws the boxes and lines of the figure", arguments: [harbourStrike, longNames, sampleNetwork(statements: 60)])
    func structure(statements: [Statement]) throws {
        let diagram = try Diagram(statements)
        let chart = try MermaidReader(diagram.mermaid())
        #expect(chart.nodes.count == diagram.nodes.count && chart.edges.count == diagram.edges.count)
        for row in diagram.edges.flatMap(\.rows) { #expect(chart.labels.contains { $0.contains(row.label) }) }
    }

    @Test(
        "draws a cross where nothing happened and dots where it is still to come",
        arguments: [(Status.actual, "-->"), (.denied, "-.-x"), (.planned, "-.->"), (.requested, "-.->"), (.possible, "-.->")])
    func strokes(status: Status, arrow: String) throws {
        let (a, b) = (sampleActor("A", .person), sampleActor("B", .person))
        let chart = try MermaidReader(Mermaid().text([sampleStatement(a, "attacked", .assault, b, status: status)]))
        #expect(chart.edges.map(\.arrow) == [arrow])
    }

    @Test("is never longer than Mermaid draws, and says what it leaves out")
    func length() throws {
        // Punctuation is five times as long as an entity.
        let names = (0..<150).map { Actor(id: "\($0)", name: String(repeating: ";;", count: 30) + "\($0)", type: .organization) }
        let statements = names.indices.dropFirst().map { index in
            sampleStatement(names[index], String(repeating: "#", count: 30), .assault, names[index - 1], index: index)
        }
        let text = try Mermaid().text(Array(statements))
        #expect(text.utf16.count <= 50_000)
        let chart = try MermaidReader(text)
        #expect((10..<149).contains(chart.edges.count))
        #expect(chart.nodes.contains("omission"))
    }

    @Test("says that there is nothing to show")
    func empty() throws {
        #expect(try MermaidReader(Mermaid().text([])).labels.contains("No relations to show"))
    }
}
