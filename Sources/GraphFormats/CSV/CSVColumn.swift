import KnowledgeGraph

/// A column: its heading and what it takes from a row's statement or actor.
struct CSVColumn<Row>: Sendable {
    var name: String
    var value: @Sendable (Row) -> String
}

extension CSVColumn<ActorNode> {
    /// `id` and `label` are what Gephi's import looks for.
    static var nodes: [Self] {
        [
            Self(name: "id") { CSVRow.text($0.actor.id) },
            Self(name: "label") { CSVRow.text($0.actor.name) },
            Self(name: "type") { $0.actor.type.rawValue },
            Self(name: "subject_of") { String($0.subjectOf) },
            Self(name: "object_of") { String($0.objectOf) },
            Self(name: "documents") { String($0.documents) },
            Self(name: "first_date") { $0.days?.lowerBound.description ?? "" },
            Self(name: "last_date") { $0.days?.upperBound.description ?? "" },
        ]
    }
}

extension CSVColumn<StatementEdge> {
    static var edges: [Self] {
        [
            Self(name: "id") { CSVRow.text($0.statement.id) },
            Self(name: "document") { CSVRow.text($0.statement.document) },
            Self(name: "subject_id") { CSVRow.text($0.statement.subject.actor.id) },
            Self(name: "subject") { CSVRow.text($0.statement.subject.actor.name) },
            Self(name: "subject_type") { $0.statement.subject.actor.type.rawValue },
            Self(name: "relation") { CSVRow.text($0.statement.relation) },
            Self(name: "class") { $0.statement.relationClass.rawValue },
            Self(name: "mode") { CSVRow.text($0.statement.mode) },
            Self(name: "object_id") { CSVRow.text($0.statement.object.actor.id) },
            Self(name: "object") { CSVRow.text($0.statement.object.actor.name) },
            Self(name: "object_type") { $0.statement.object.actor.type.rawValue },
            Self(name: "symmetric") { $0.statement.isSymmetric ? "true" : "false" },
            Self(name: "status") { $0.statement.status.rawValue },
            Self(name: "predicate") { CSVRow.text($0.statement.predicate.text) },
            Self(name: "detail") { CSVRow.text($0.statement.detail) },
            Self(name: "attribution") { CSVRow.text($0.statement.attribution?.name) },
            Self(name: "date_start") { $0.statement.date?.start.description ?? "" },
            Self(name: "date_end") { $0.statement.date?.end.description ?? "" },
            Self(name: "date_source") { $0.statement.date?.source.rawValue ?? "" },
            Self(name: "place") { CSVRow.text($0.statement.place) },
            Self(name: "topic") { CSVRow.text($0.statement.topic) },
            Self(name: "quantities") { CSVRow.text($0.statement.quantities.map(\.text).joined(separator: "; ")) },
            Self(name: "confidence") { String($0.statement.confidence) },
            Self(name: "rule") { CSVRow.text($0.statement.rule) },
            Self(name: "sentence") { CSVRow.text($0.statement.evidence.sentence) },
            Self(name: "sentence_start") { String($0.statement.evidence.span.lowerBound) },
            Self(name: "sentence_end") { String($0.statement.evidence.span.upperBound) },
            Self(name: "document_title") { CSVRow.text($0.document?.title) },
            Self(name: "document_date") { $0.document?.date?.description ?? "" },
            Self(name: "document_url") { CSVRow.text($0.document?.url) },
            // What Gephi's import looks for, beside `id`.
            Self(name: "source") { CSVRow.text($0.statement.subject.actor.id) },
            Self(name: "target") { CSVRow.text($0.statement.object.actor.id) },
            Self(name: "type") { $0.statement.isSymmetric ? "Undirected" : "Directed" },
            Self(name: "label") { CSVRow.text($0.label) },
        ]
    }
}
