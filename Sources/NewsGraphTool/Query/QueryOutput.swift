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
            try StandardOutput.write(lines: JSONList.lines(result.rows.map { json($0, of: result) }))
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

    /// An object with a member for each column.
    private static func json(_ row: [Value], of result: QueryResult) -> String {
        var json = JSONText()
        json.object { json in
            for (column, value) in zip(result.columns, row) {
                json.key(escaping: column) { write(value, of: result, to: &$0) }
            }
        }
        return json.text
    }

    private static func write(_ value: Value, of result: QueryResult, to json: inout JSONText) {
        switch value {
        case .null: json.optional(Int?.none) { $0.write($1) }
        case .boolean(let value): json.write(value)
        case .integer(let value): json.write(value)
        // JSON has no NaN and no infinity.
        case .float(let value) where !value.isFinite: json.write(result.text(of: .float(value)))
        case .float(let value): json.write(value)
        case .string(let value): json.write(value)
        case .list(let elements): json.array(elements) { write($1, of: result, to: &$0) }
        case .map(let map): write(map, of: result, to: &json)
        case .node(let id): write(id, of: result, to: &json)
        case .relationship(let id): write(id, of: result, to: &json)
        case .path(let path):
            json.object { json in
                json.key("nodes") { $0.array(path.nodes) { write($1, of: result, to: &$0) } }
                json.key("relationships") { $0.array(path.relationships) { write($1, of: result, to: &$0) } }
            }
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: json.write(result.text(of: value))
        }
    }

    private static func write(_ map: [String: Value], of result: QueryResult, to json: inout JSONText) {
        json.object { json in
            for (key, value) in map.sorted(by: { $0.key < $1.key }) {
                json.key(escaping: key) { write(value, of: result, to: &$0) }
            }
        }
    }

    private static func write(_ id: NodeID, of result: QueryResult, to json: inout JSONText) {
        let node = result.nodes[id]
        json.object { json in
            json.key("labels") { $0.array(node?.labels ?? []) { $0.write($1) } }
            json.key("properties") { write(node?.properties ?? [:], of: result, to: &$0) }
        }
    }

    private static func write(_ id: RelationshipID, of result: QueryResult, to json: inout JSONText) {
        let relationship = result.relationships[id]
        json.object { json in
            json.key("type", relationship?.type)
            json.key("start") { write(actorID(relationship?.start, of: result), of: result, to: &$0) }
            json.key("end") { write(actorID(relationship?.end, of: result), of: result, to: &$0) }
            json.key("properties") { write(relationship?.properties ?? [:], of: result, to: &$0) }
        }
    }

    private static func actorID(_ node: NodeID?, of result: QueryResult) -> Value {
        node.flatMap { result.nodes[$0]?.properties["id"] } ?? .null
    }
}
