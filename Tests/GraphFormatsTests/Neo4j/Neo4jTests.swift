import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Neo4j tables")
struct Neo4jTests {
    private func tables(_ contents: some GraphContents) throws -> (nodes: ImporterTable, relationships: ImporterTable) {
        (
            try ImporterTable(Neo4j().text("nodes.csv", of: contents)),
            try ImporterTable(Neo4j().text("relationships.csv", of: contents))
        )
    }

    @Test("have headers, types and ends as the importer wants them", arguments: [harbourStrike, longNames, ElementSamples.full.statements])
    func grammar(statements: [Statement]) throws {
        let (nodes, relationships) = try tables(StatementList(statements, documents: Array(ElementSamples.full.documents.values)))
        #expect(nodes.faults().isEmpty && relationships.faults().isEmpty)
        let ids = nodes.column("id:ID(Actor)").compactMap(\.self)
        #expect(Set(ids).count == ids.count && ids.count == nodes.rows.count)
        #expect(Set(relationships.column(":START_ID(Actor)") + relationships.column(":END_ID(Actor)")).isSubset(of: ids))
        #expect(relationships.rows.count == statements.count)
    }

    @Test("call labels, types and properties as our own Cypher does")
    func names() throws {
        let (nodes, relationships) = try tables(ElementSamples.full)
        #expect(nodes.column(":LABEL") == ["Person", "Organization"])
        #expect(relationships.column(":TYPE") == ["SPOKE_WITH", "SPOKE_WITH"])
        // Docs/Cypher.md; `reports` is the one that is not written.
        let properties = [
            "class", "status", "since", "until", "place", "topic", "speaker", "confidence", "sentence", "document", "relation", "mode",
            "predicate", "detail", "rule", "id",
        ]
        #expect(Set(properties).isSubset(of: relationships.header.map { String($0.prefix { $0 != ":" }) }))
        #expect(relationships.column("since:date") == ["2025-06-01", nil])
        #expect(relationships.column("speaker") == ["Ministry of Health", nil])
        #expect(relationships.column("quantities:string[]") == ["41 trucks;2.5 tonnes", nil])
    }

    @Test("list other names first, then what texts call the actor, the most used first")
    func aliases() throws {
        let other = sampleActor("B", .person)
        let mentions = ["Ruiz", "she", "Dr Ruiz", "Dr Ruiz", "Ana Ruiz", "Ruiz;\u{301} Ana", "Ana"]
        let statements = mentions.enumerated().map { index, mention in
            var statement = sampleStatement(
                Actor(id: "person/ana-ruiz", name: index == 6 ? "Ana" : "Ana Ruiz", type: .person), "met-with", .consult, other,
                index: index)
            statement.subject.mention = TextSpan(text: mention, span: 0..<1)
            return statement
        }
        let (nodes, _) = try tables(StatementList(statements))
        #expect(nodes.column("aliases:string[]") == ["Ana;Dr Ruiz;Ruiz;Ruiz,\u{301} Ana", nil])
        #expect(nodes.column("name") == ["Ana Ruiz", "B"])
    }

    @Test("tell empty text from nothing known")
    func empty() throws {
        var statement = sampleStatement(sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person))
        statement.place = ""
        let (_, relationships) = try tables(StatementList([statement]))
        #expect(relationships.column("place") == [""])
        #expect(relationships.column("topic") == [nil])
    }

    @Test("give back hostile text exactly", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let text = hostileTexts[index]
        let (nodes, relationships) = try tables(ElementSamples.hostile(text))
        #expect(nodes.column("name") == [text, text])
        #expect(relationships.column("sentence") == [text])
        #expect(relationships.column("document_url") == [text])
        #expect(relationships.column(":START_ID(Actor)") == ["s" + text])
        #expect(relationships.column("confidence:double") == [nil])
    }
}
