import Testing

@testable import GraphQuery

/// Expressions computed by themselves, without the checks of a whole query: what is wrong with them is found when they run.
enum Evaluation {
    /// The value, as results show it.
    static func text(
        _ expression: String, variables: [String: Value] = [:], parameters: [String: Value] = [:], graph: any PropertyGraph = TestGraph()
    ) throws -> String {
        let value = try value(expression, variables: variables, parameters: parameters, graph: graph)
        return try text(of: value, in: graph)
    }

    /// The value as a query would write it: strings in quotes.
    static func text(of value: Value, in graph: any PropertyGraph) throws -> String {
        var result = QueryResult(columns: ["value"], rows: [[value]])
        try result.describe(from: graph)
        // Strings stand in quotes inside a list.
        return String(result.text(of: .list([value])).dropFirst().dropLast())
    }

    /// The kind and detail of the error, such as `TypeError InvalidArgumentType`; nil when there is none.
    static func error(
        _ expression: String, variables: [String: Value] = [:], parameters: [String: Value] = [:], graph: any PropertyGraph = TestGraph()
    ) throws -> String? {
        do {
            _ = try value(expression, variables: variables, parameters: parameters, graph: graph)
            return nil
        } catch let error as QueryError {
            return "\(error.kind.rawValue) \(error.detail)"
        }
    }

    static func value(
        _ text: String, variables: [String: Value] = [:], parameters: [String: Value] = [:], graph: any PropertyGraph = TestGraph(),
        limits: QueryLimits = QueryLimits()
    ) throws -> Value {
        let query = try Query(parsing: "RETURN \(text)")
        guard case .return_(let projection)? = query.parts.first?.clauses.first, let item = projection.items.first else {
            throw NoExpression(text: text)
        }
        let now = ZonedDateTime(local: LocalDateTime(seconds: 1_000_000_000, nanosecond: 250_000_000), offset: 3600)
        let context = ExecutionContext(graph: graph, parameters: parameters, now: now, limits: limits)
        let counter = SlotCounter()
        var scope = Scope(counter: counter)
        let slots = variables.keys.sorted().map { (slot: scope.declare($0), name: $0) }
        let planner = Planner(context: context, counter: counter)
        let evaluate = try ExpressionCompiler(scope: scope, patterns: planner, context: context).compile(item.expression)
        let frame = Frame(slotCount: counter.count, context: context)
        for (slot, name) in slots { frame.slots[slot] = variables[name] ?? .null }
        return try evaluate(frame)
    }

    struct NoExpression: Error {
        var text: String
    }
}
