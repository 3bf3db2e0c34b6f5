public import KnowledgeGraph

/// Two tables, comma-separated (RFC 4180), for spreadsheets, data frames and Gephi: `edges.csv`, complete by itself, has one statement a row;
/// `nodes.csv` has one actor a row.
///
/// A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab or carriage return first; OWASP "CSV Injection")
/// is written behind an apostrophe, so that a hostile sentence stays text.
public struct CSV: FileSetFormat {
    public let name = "csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let fileExtension = "csv"
    public let summary = "tables, one statement and one actor a row"
    public let files = ["edges.csv", "nodes.csv"]

    public init() {}

    public func write(file: String, of graph: some GraphContents, to output: inout some TextOutputStream) {
        switch file {
        case "edges.csv": write(graph, to: &output)
        case "nodes.csv": write(ActorNodes(of: graph.statements).nodes, CSVColumn.nodes, to: &output)
        default: preconditionFailure("\(file) is one of \(files)")
        }
    }

    /// The statements alone.
    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        write(graph.edges, CSVColumn.edges, to: &output)
    }

    private func write<Row>(_ rows: some Sequence<Row>, _ columns: [CSVColumn<Row>], to output: inout some TextOutputStream) {
        CSVRow.write(columns.map(\.name), to: &output)
        for row in rows {
            CSVRow.write(columns.map { $0.value(row) }, to: &output)
        }
    }
}

extension GraphFormat where Self == CSV {
    public static var csv: CSV { CSV() }
}
