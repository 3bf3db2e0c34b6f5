public import KnowledgeGraph

/// One statement a row under a header, comma-separated (RFC 4180): for spreadsheets and data frames.
///
/// A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab or carriage return first; OWASP "CSV Injection")
/// is written behind an apostrophe, so that a hostile sentence stays text.
public struct CSV: GraphFormat {
    public let name = "csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let fileExtension = "csv"
    public let summary = "a table, one statement a row"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        CSVRow.write(CSVColumn.all.map(\.name), to: &output)
        for statement in graph.statements {
            CSVRow.write(CSVColumn.all.map { $0.value(statement) }, to: &output)
        }
    }
}

extension GraphFormat where Self == CSV {
    public static var csv: CSV { CSV() }
}

/// A column: its heading and what it takes from a statement.
private struct CSVColumn: Sendable {
    var name: String
    var value: @Sendable (Statement) -> String

    static let all = [
        CSVColumn(name: "id") { CSVRow.text($0.id) },
        CSVColumn(name: "document") { CSVRow.text($0.document) },
        CSVColumn(name: "subject_id") { CSVRow.text($0.subject.actor.id) },
        CSVColumn(name: "subject") { CSVRow.text($0.subject.actor.name) },
        CSVColumn(name: "subject_type") { $0.subject.actor.type.rawValue },
        CSVColumn(name: "relation") { CSVRow.text($0.relation) },
        CSVColumn(name: "class") { $0.relationClass.rawValue },
        CSVColumn(name: "mode") { CSVRow.text($0.mode) },
        CSVColumn(name: "object_id") { CSVRow.text($0.object.actor.id) },
        CSVColumn(name: "object") { CSVRow.text($0.object.actor.name) },
        CSVColumn(name: "object_type") { $0.object.actor.type.rawValue },
        CSVColumn(name: "symmetric") { $0.isSymmetric ? "true" : "false" },
        CSVColumn(name: "status") { $0.status.rawValue },
        CSVColumn(name: "predicate") { CSVRow.text($0.predicate.text) },
        CSVColumn(name: "detail") { CSVRow.text($0.detail) },
        CSVColumn(name: "attribution") { CSVRow.text($0.attribution?.name) },
        CSVColumn(name: "date_start") { $0.date?.start.description ?? "" },
        CSVColumn(name: "date_end") { $0.date?.end.description ?? "" },
        CSVColumn(name: "date_source") { $0.date?.source.rawValue ?? "" },
        CSVColumn(name: "place") { CSVRow.text($0.place) },
        CSVColumn(name: "topic") { CSVRow.text($0.topic) },
        CSVColumn(name: "quantities") { CSVRow.text($0.quantities.map(\.text).joined(separator: "; ")) },
        CSVColumn(name: "confidence") { String($0.confidence) },
        CSVColumn(name: "rule") { CSVRow.text($0.rule) },
        CSVColumn(name: "sentence") { CSVRow.text($0.evidence.sentence) },
        CSVColumn(name: "sentence_start") { String($0.evidence.span.lowerBound) },
        CSVColumn(name: "sentence_end") { String($0.evidence.span.upperBound) },
    ]
}
