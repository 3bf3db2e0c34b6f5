import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Cytoscape JSON")
struct CytoscapeTests {
    /// The data of nodes and edges, as a strict parser reads them.
    private func elements(_ contents: some GraphContents) throws -> (nodes: [[String: Any]], edges: [[String: Any]]) {
        let root = try JSONSerialization.jsonObject(with: Data(Cytoscape().text(contents).utf8)) as? [String: Any]
        let elements = try #require(root?["elements"] as? [String: [[String: [String: Any]]]])
        return (elements["nodes"]?.compactMap { $0["data"] } ?? [], elements["edges"]?.compactMap { $0["data"] } ?? [])
    }

    @Test("has one node an actor and one edge a statement between nodes that are there", arguments: [harbourStrike, longNames, []])
    func structure(statements: [Statement]) throws {
        let (nodes, edges) = try elements(StatementList(statements))
        let ids = nodes.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == nodes.count)
        #expect(edges.compactMap { $0["id"] as? String } == statements.map(\.id))
        #expect(edges.compactMap { $0["source"] as? String } == statements.map(\.subject.actor.id))
        #expect(edges.compactMap { $0["target"] as? String } == statements.map(\.object.actor.id))
        #expect(Set(ids) == Set(statements.flatMap { [$0.subject.actor.id, $0.object.actor.id] }))
    }

    @Test("writes a column of decimals with a point in each, and leaves out what is not known")
    func columns() throws {
        let (a, b) = (sampleActor("A", .person), sampleActor("B", .person))
        let text = try Cytoscape().text(
            [1.0, 0.5].enumerated().map { sampleStatement(a, "met-with", .consult, b, index: $0, confidence: $1) })
        #expect(text.contains("\"confidence\":1.0,") && text.contains("\"confidence\":0.5,"))
        #expect(!text.contains("null") && !text.contains("\"place\""))
    }

    @Test("survives hostile text in every field and gives it back", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let text = hostileTexts[index]
        let (nodes, edges) = try elements(ElementSamples.hostile(text))
        #expect(nodes.compactMap { $0["id"] as? String } == ["s" + text, "o" + text])
        #expect(edges.map { $0["sentence"] as? String } == [text])
        #expect(edges.map { $0["document_url"] as? String } == [text])
    }
}
