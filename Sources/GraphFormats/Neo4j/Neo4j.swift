public import KnowledgeGraph

/// Two CSV files with typed headers for `neo4j-admin database import full`; Docs/Exports.md has the commands.
///
/// Labels, relationship types and properties are those of our own Cypher (Docs/Cypher.md), so that a query runs there as it runs here;
/// only `reports` is not written, since counting the statements of an event would take memory for each. Text is exact: nothing known is
/// an empty cell, and empty text is `""`. A `;` inside one of several values becomes a comma, because the importer has no escape for it.
/// Source: https://neo4j.com/docs/operations-manual/current/import/.
public struct Neo4j: FileSetFormat {
    public let name = "neo4j"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let fileExtension = "csv"
    public let summary = "two tables with typed headers, to load into Neo4j and its kin"
    public let files = ["relationships.csv", "nodes.csv"]

    public init() {}

    public func write(file: String, of graph: some GraphContents, to output: inout some TextOutputStream) {
        switch file {
        case "nodes.csv": writeNodes(of: graph, to: &output)
        case "relationships.csv": writeRelationships(of: graph, to: &output)
        default: preconditionFailure("\(file) is one of \(files)")
        }
    }

    private func writeNodes(of graph: some GraphContents, to output: inout some TextOutputStream) {
        var mentions: [[String: Int]] = []
        let nodes = ActorNodes(of: graph.statements) { node, participant, _ in
            if node == mentions.count { mentions.append([:]) }
            guard let text = participant.mention?.text, text != participant.actor.name, MentionName.isName(text) else { return }
            mentions[node][text, default: 0] += 1
        }.nodes
        CSVRow.write(exact: ["id:ID(Actor)", "name", "type", "aliases:string[]", ":LABEL"], to: &output)
        for (node, mentions) in zip(nodes, mentions) {
            CSVRow.write(
                exact: [
                    node.actor.id, node.actor.name, node.actor.type.rawValue, list(node.aliases(mentions: mentions)),
                    CypherName.label(of: node.actor.type),
                ], to: &output)
        }
    }

    private func writeRelationships(of graph: some GraphContents, to output: inout some TextOutputStream) {
        CSVRow.write(exact: Neo4jColumn.all.map(\.header), to: &output)
        for edge in graph.edges {
            CSVRow.write(exact: Neo4jColumn.all.map { $0.value(edge) }, to: &output)
        }
    }
}

extension GraphFormat where Self == Neo4j {
    public static var neo4j: Neo4j { Neo4j() }
}

/// A column of relationships: its typed header and what it takes from a statement.
private struct Neo4jColumn: Sendable {
    var header: String
    var value: @Sendable (StatementEdge) -> String?

    /// The ends and the type first, as Ladybug's COPY wants them; then the properties of Docs/Cypher.md; then what else is known.
    static let all = [
        Neo4jColumn(header: ":START_ID(Actor)") { $0.statement.subject.actor.id },
        Neo4jColumn(header: ":END_ID(Actor)") { $0.statement.object.actor.id },
        Neo4jColumn(header: ":TYPE") { CypherName.relationshipType(ofRelation: $0.statement.relation) },
        Neo4jColumn(header: "id") { $0.statement.id },
        Neo4jColumn(header: "relation") { $0.statement.relation },
        Neo4jColumn(header: "class") { $0.statement.relationClass.rawValue },
        Neo4jColumn(header: "status") { $0.statement.status.rawValue },
        Neo4jColumn(header: "since:date") { $0.statement.date?.days.lowerBound.description },
        Neo4jColumn(header: "until:date") { $0.statement.date?.days.upperBound.description },
        Neo4jColumn(header: "place") { $0.statement.place },
        Neo4jColumn(header: "topic") { $0.statement.topic },
        Neo4jColumn(header: "speaker") { $0.statement.attribution?.name },
        Neo4jColumn(header: "confidence:double") { $0.statement.confidence.isFinite ? $0.statement.confidence.description : nil },
        Neo4jColumn(header: "sentence") { $0.statement.evidence.sentence },
        Neo4jColumn(header: "document") { $0.statement.document },
        Neo4jColumn(header: "mode") { $0.statement.mode },
        Neo4jColumn(header: "predicate") { $0.statement.predicate.text },
        Neo4jColumn(header: "detail") { $0.statement.detail },
        Neo4jColumn(header: "rule") { $0.statement.rule },
        Neo4jColumn(header: "symmetric:boolean") { $0.statement.isSymmetric ? "true" : "false" },
        Neo4jColumn(header: "date_precision") { $0.statement.date?.precision.rawValue },
        Neo4jColumn(header: "date_source") { $0.statement.date?.source.rawValue },
        Neo4jColumn(header: "quantities:string[]") { list($0.statement.quantities.map(\.text)) },
        Neo4jColumn(header: "document_title") { $0.document?.title },
        Neo4jColumn(header: "document_date:date") { $0.document?.date?.description },
        Neo4jColumn(header: "document_source") { $0.document?.source },
        Neo4jColumn(header: "document_url") { $0.document?.url },
    ]
}

/// Several values in one cell.
private func list(_ values: [String]) -> String? {
    guard !values.isEmpty else { return nil }
    return values.map(escaped).joined(separator: ";")
}

/// Byte by byte: for Swift a semicolon with an accent on it is no semicolon.
private func escaped(_ value: String) -> String {
    String(decoding: value.utf8.map { $0 == UInt8(ascii: ";") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
}
