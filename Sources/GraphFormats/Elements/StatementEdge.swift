import KnowledgeGraph

/// A statement as an edge of another tool's graph, with what is known of its document.
struct StatementEdge: Sendable {
    var statement: Statement
    var document: DocumentDetails?

    /// What a tool writes on the edge: the relation in words, or the text's own words where no relation type covers them, and the status of
    /// what is not said to have happened.
    var label: String {
        if statement.relation == "other" { return statement.predicate.text + statusNote }
        let words = statement.relation.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
        return String(decoding: words, as: UTF8.self) + statusNote
    }

    /// Edges of one kind are what a tool may add up: never what is denied or planned with what happened.
    var kind: String { statement.relation + statusNote }

    private var statusNote: String { statement.status == .actual ? "" : " (\(statement.status.rawValue))" }
}

extension GraphContents {
    /// The statements as edges, read as they are asked for.
    var edges: some Sequence<StatementEdge> {
        statements.lazy.map { StatementEdge(statement: $0, document: documents[$0.document]) }
    }
}
