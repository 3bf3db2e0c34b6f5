import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("GraphML")
struct GraphMLTests {
    private func graph(_ contents: some GraphContents) throws -> XMLTree { try XMLTree(parsing: GraphML().text(contents)) }

    @Test("has one node an actor and one directed edge a statement, with ids that hold together", arguments: [harbourStrike, longNames])
    func structure(statements: [Statement]) throws {
        let root = try graph(StatementList(statements))
        let nodes = root.all("node").compactMap { $0.attributes["id"] }
        #expect(Set(nodes).count == nodes.count)
        #expect(nodes.count == Set(statements.flatMap { [$0.subject.actor.id, $0.object.actor.id] }).count)
        let edges = root.all("edge")
        #expect(edges.map { $0.attributes["id"] } == statements.map { XMLName.token($0.id) })
        #expect(edges.allSatisfy { nodes.contains($0.attributes["source"] ?? "") && nodes.contains($0.attributes["target"] ?? "") })
        #expect(edges.allSatisfy { $0.attributes["directed"] == nil })
        #expect(root["graph"].map { $0.attributes["edgedefault"] } == ["directed"])
    }

    @Test("declares each attribute that it uses, with a type that the value has")
    func types() throws {
        let root = try graph(ElementSamples.full)
        let keys = Dictionary(uniqueKeysWithValues: root["key"].map { ($0.attributes["id"] ?? "", $0.attributes) })
        for element in root.all("node") + root.all("edge") {
            #expect(Set(element["data"].map { $0.attributes["key"] }).count == element["data"].count)
            for data in element["data"] {
                let key = try #require(keys[data.attributes["key"] ?? ""])
                #expect(key["for"] == element.name)
                switch key["attr.type"] {
                case "string": break
                case "int": #expect(Int(data.text) != nil)
                case "double": #expect(Double(data.text) != nil)
                case "boolean": #expect(["true", "false"].contains(data.text))
                default: Issue.record("no GraphML type: \(key)")
                }
            }
        }
    }

    @Test("says all that is known of a statement and its document, and nothing that is not")
    func values() throws {
        let edges = try graph(ElementSamples.full).all("edge")
        func values(_ edge: XMLTree) -> [String: String] {
            Dictionary(uniqueKeysWithValues: edge["data"].map { ($0.attributes["key"] ?? "", $0.text) })
        }
        #expect(
            values(edges[0]) == [
                "edge.label": "spoke with", "edge.weight": "1.0", "edge.statement": "7f3a9c1e52d0b8aa", "edge.relation": "spoke-with",
                "edge.class": "CONSULT", "edge.mode": "phone", "edge.status": "actual", "edge.symmetric": "true",
                "edge.predicate": "spoke with", "edge.detail": "Director", "edge.attribution": "Ministry of Health",
                "edge.date_start": "2025-06-01", "edge.date_end": "2025-06-02", "edge.date_precision": "range", "edge.date_source": "text",
                "edge.place": "Lima", "edge.topic": "vaccines", "edge.quantities": "41 trucks; 2.5 tonnes", "edge.confidence": "0.94",
                "edge.rule": "CONSULT/spoke-with#speak-with", "edge.sentence": "Dr Ruiz spoke with Acme.", "edge.document": "briefing",
                "edge.document_title": "Health & trade", "edge.document_date": "2025-06-02", "edge.document_source": "Lima Wire",
                "edge.document_url": "https://example.org/briefing?a=1&b=2",
            ])
        #expect(values(edges[1])["edge.place"] == nil && values(edges[1])["edge.date_start"] == nil)
    }

    @Test("never labels what is denied or planned as what happened")
    func status() throws {
        let edges = try graph(StatementList(harbourStrike)).all("edge")
        let labels = edges.map { edge in edge["data"].first { $0.attributes["key"] == "edge.label" }?.text ?? "" }
        for (statement, label) in zip(harbourStrike, labels) {
            #expect(label.hasSuffix("(\(statement.status.rawValue))") == (statement.status != .actual), "\(label)")
        }
    }

    @Test("survives hostile text in every field", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let root = try graph(ElementSamples.hostile(hostileTexts[index]))
        #expect(root.all("node").count == 2 && root.all("edge").count == 1 && root.all("script").isEmpty)
        let nodes = root.all("node").map { $0.attributes["id"] }
        #expect(root.all("edge").map { $0.attributes["source"] } == [nodes[0]])
        #expect(root.all("edge").map { $0.attributes["target"] } == [nodes[1]])
    }

    @Test("has a node for each end, even of ids that differ in bytes only")
    func twins() throws {
        let root = try graph(StatementList(ElementSamples.twins))
        let nodes = root.all("node").map { Array(($0.attributes["id"] ?? "").utf8) }
        #expect(root.all("edge").allSatisfy { nodes.contains(Array(($0.attributes["source"] ?? "").utf8)) })
    }
}
