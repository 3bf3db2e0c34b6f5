extension Function {
    /// Functions of nodes, relationships and paths, and of the query's time; null gives null.
    static let graphFunctions: [Function] = [
        Function(name: "endNode", body: .readingOne { try .node(ends("endNode", of: $0, $1).end) }.orNull),
        Function(name: "id", body: .one(id)),
        Function(name: "keys", body: .readingOne(keys)),
        Function(name: "labels", body: .readingOne(labels)),
        Function(name: "length", body: .one { try .integer(path("length", $0).length) }.orNull),
        Function(name: "nodes", body: .one { try .list(path("nodes", $0).nodes.map { .node($0) }) }.orNull),
        Function(name: "properties", body: .readingOne(properties)),
        Function(
            name: "relationships", body: .one { try .list(path("relationships", $0).relationships.map { .relationship($0) }) }.orNull),
        Function(name: "startNode", body: .readingOne { try .node(ends("startNode", of: $0, $1).start) }.orNull),
        Function(name: "timestamp", body: .readingNone { .integer($0.now.millisecondsSince1970) }),
        Function(name: "type", body: .readingOne(type)),
    ]

    private static func ends(
        _ name: String, of value: Value, _ context: ExecutionContext
    ) throws -> (start: NodeID, end: NodeID) {
        guard case .relationship(let relationship) = value else {
            throw QueryError.wrongArgument(name, value, expected: "a relationship")
        }
        return try context.graph.ends(of: relationship)
    }

    private static func path(_ name: String, _ value: Value) throws -> PathValue {
        guard case .path(let path) = value else { throw QueryError.wrongArgument(name, value, expected: "a path") }
        return path
    }

    @Sendable private static func id(_ value: Value) throws -> Value {
        switch value {
        case .null: .null
        case .node(let node): .integer(node.number)
        case .relationship(let relationship): .integer(relationship.number)
        default: throw QueryError.wrongArgument("id", value, expected: "a node or a relationship")
        }
    }

    @Sendable private static func labels(_ value: Value, _ context: ExecutionContext) throws -> Value {
        switch value {
        case .null: .null
        case .node(let node): .list(try context.graph.labels(of: node).map { .string($0) })
        default: throw QueryError.wrongArgument("labels", value, expected: "a node")
        }
    }

    @Sendable private static func type(_ value: Value, _ context: ExecutionContext) throws -> Value {
        switch value {
        case .null: .null
        case .relationship(let relationship): .string(try context.graph.type(of: relationship))
        default: throw QueryError.wrongArgument("type", value, expected: "a relationship")
        }
    }

    @Sendable private static func properties(_ value: Value, _ context: ExecutionContext) throws -> Value {
        switch value {
        case .null, .map: value
        case .node(let node): .map(try context.graph.properties(of: node))
        case .relationship(let relationship): .map(try context.graph.properties(of: relationship))
        default: throw QueryError.wrongArgument("properties", value, expected: "a node, a relationship or a map")
        }
    }

    /// Sorted.
    @Sendable private static func keys(_ value: Value, _ context: ExecutionContext) throws -> Value {
        let values: [String: Value]
        switch value {
        case .null: return .null
        case .map(let map): values = map
        case .node(let node): values = try context.graph.properties(of: node)
        case .relationship(let relationship): values = try context.graph.properties(of: relationship)
        default: throw QueryError.wrongArgument("keys", value, expected: "a node, a relationship or a map")
        }
        return .list(Value.sortedKeys(of: values).map { .string($0) })
    }
}

extension Function.Body {
    /// The same function of one argument, which gives null for null.
    fileprivate var orNull: Self {
        switch self {
        case .one(let body): .one { value in try value.isNull ? .null : body(value) }
        case .readingOne(let body): .readingOne { value, context in try value.isNull ? .null : body(value, context) }
        default: self
        }
    }
}

extension ZonedDateTime {
    fileprivate var millisecondsSince1970: Int {
        (local.seconds - Int(offset)) * 1000 + Int(local.nanosecond) / 1_000_000
    }
}
