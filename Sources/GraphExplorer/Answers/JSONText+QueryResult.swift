package import GraphFormats
package import GraphQuery

extension JSONText {
    /// A row of a query's result: an object with a member for each column.
    package mutating func write(row: [Value], of result: QueryResult) {
        object { json in
            for (column, value) in zip(result.columns, row) {
                json.key(escaping: column) { $0.write(value, of: result) }
            }
        }
    }

    private mutating func write(_ value: Value, of result: QueryResult) {
        switch value {
        case .null: optional(Int?.none) { $0.write($1) }
        case .boolean(let value): write(value)
        case .integer(let value): write(value)
        // JSON has no NaN and no infinity.
        case .float(let value) where !value.isFinite: write(result.text(of: .float(value)))
        case .float(let value): write(value)
        case .string(let value): write(value)
        case .list(let elements): array(elements) { $0.write($1, of: result) }
        case .map(let map): write(map, of: result)
        case .node(let id): write(id, of: result)
        case .relationship(let id): write(id, of: result)
        case .path(let path):
            object { json in
                json.key("nodes") { $0.array(path.nodes) { $0.write($1, of: result) } }
                json.key("relationships") { $0.array(path.relationships) { $0.write($1, of: result) } }
            }
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: write(result.text(of: value))
        }
    }

    private mutating func write(_ map: [String: Value], of result: QueryResult) {
        object { json in
            for (key, value) in map.sorted(by: { $0.key < $1.key }) {
                json.key(escaping: key) { $0.write(value, of: result) }
            }
        }
    }

    private mutating func write(_ id: NodeID, of result: QueryResult) {
        let node = result.nodes[id]
        object { json in
            json.key("labels") { $0.array(node?.labels ?? []) { $0.write($1) } }
            json.key("properties") { $0.write(node?.properties ?? [:], of: result) }
        }
    }

    private mutating func write(_ id: RelationshipID, of result: QueryResult) {
        let relationship = result.relationships[id]
        func actorID(_ node: NodeID?) -> Value { node.flatMap { result.nodes[$0]?.properties["id"] } ?? .null }
        object { json in
            json.key("type", relationship?.type)
            json.key("start") { $0.write(actorID(relationship?.start), of: result) }
            json.key("end") { $0.write(actorID(relationship?.end), of: result) }
            json.key("properties") { $0.write(relationship?.properties ?? [:], of: result) }
        }
    }
}
