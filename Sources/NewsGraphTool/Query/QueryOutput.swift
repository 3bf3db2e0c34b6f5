import GraphExplorer
import GraphFormats
import GraphQuery

/// The rows of a query as a command shows them.
enum QueryOutput {
    static func write(_ result: QueryResult, as format: TableFormat) throws {
        switch format {
        case .table:
            guard !result.columns.isEmpty else { return }
            var table = TextTable(result.columns)
            for row in result.rows { table.append(row.map { shown($0, of: result) }) }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(result.rows.map { row in JSONText.text { $0.write(row: row, of: result) } }))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(result.columns.map(CSVRow.text), to: &output)
            for row in result.rows { CSVRow.write(row.map { cell($0, of: result) }, to: &output) }
            try output.close()
        }
    }

    /// What there is not is shown as in other tables; of nodes and relationships no more than tells them apart.
    private static func shown(_ value: Value, of result: QueryResult) -> String {
        if case .null = value { return "–" }
        return result.text(of: value, showing: ["id", "name", "since", "status"])
    }

    /// Numbers as they are, texts made harmless to spreadsheets, nothing for null.
    private static func cell(_ value: Value, of result: QueryResult) -> String {
        switch value {
        case .null: ""
        case .integer, .float, .boolean: result.text(of: value)
        default: CSVRow.text(result.text(of: value))
        }
    }
}
