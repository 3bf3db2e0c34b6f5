/// Plans WITH and RETURN: values, groups, order, window, condition.
struct ProjectionPlanner {
    let planner: Planner
    let projection: Clause.Projection

    private struct Item {
        var name: String
        var expression: Expression
    }

    private typealias Planned = (any Operator, Scope, [Planner.Plan.Column])

    func plan(after root: any Operator, in scope: Scope) throws -> (any Operator, Scope, [Planner.Plan.Column]) {
        var items = projection.includesAll ? scope.names.map { Item(name: $0, expression: .variable($0, at: projection.location)) } : []
        items += projection.items.map { Item(name: $0.alias?.name ?? $0.text, expression: $0.expression) }
        let isGrouped = items.contains { $0.expression.hasAggregation }
        return isGrouped ? try group(items, after: root, in: scope) : try project(items, after: root, in: scope)
    }

    private func project(_ items: [Item], after root: any Operator, in scope: Scope) throws -> Planned {
        var new = Scope(counter: planner.counter)
        var assignments: [(slot: Int, value: Evaluator)] = []
        for item in items {
            if case .variable(let name) = item.expression.kind, let slot = scope[name] {
                new.bind(item.name, to: slot)
            } else {
                assignments.append((new.declare(item.name), try planner.evaluator(item.expression, in: scope)))
            }
        }
        var root = root
        if !assignments.isEmpty {
            root = Assign(upstream: root, assignments: assignments, explanation: "Project \(names(items))")
        }
        let columns = items.map { Planner.Plan.Column(name: $0.name, slot: new[$0.name] ?? 0) }
        if projection.isDistinct {
            root = Distinct(upstream: root, slots: columns.map(\.slot))
            return try finish(root, scope: new, hidden: Scope(counter: planner.counter), columns, items, seesOld: false)
        }
        return try finish(root, scope: new, hidden: scope, columns, items, seesOld: true)
    }

    private func group(_ items: [Item], after root: any Operator, in scope: Scope) throws -> Planned {
        var new = Scope(counter: planner.counter)
        var keys: [(slot: Int, value: Evaluator)] = []
        let keyItems = items.filter { !$0.expression.hasAggregation }
        for item in keyItems {
            keys.append((new.declare(item.name), try planner.evaluator(item.expression, in: scope)))
        }
        // What stands above the groups sees the keys, by their names and by their expressions, and the calls' results.
        var calls = AggregationCalls(planner: planner, scope: scope, results: new)
        let aggregated = try items.filter(\.expression.hasAggregation).map { item in
            Item(name: item.name, expression: try calls.replaced(item.expression, keys: keyItems.map { ($0.name, $0.expression) }))
        }
        let order = try projection.order.map { sort in
            guard let item = items.first(where: { $0.expression.canonicalText == sort.expression.canonicalText }) else {
                let expression = try calls.replaced(
                    sort.expression.substituting(aggregatesOf: items.map { ($0.name, $0.expression) }), keys: keyItems.map { ($0.name, $0.expression) })
                return Clause.Projection.SortItem(expression: expression, isAscending: sort.isAscending)
            }
            return Clause.Projection.SortItem(
                expression: .variable(item.name, at: sort.expression.location), isAscending: sort.isAscending)
        }
        let dependencies = keyItems.map(\.expression).freeVariables.compactMap { scope[$0] }
        var root: any Operator = Aggregate(
            upstream: root, keys: keys, calls: calls.calls,
            soleDependency: dependencies.count == 1 && !keys.isEmpty && keyItems.allSatisfy({ $0.expression.isSteady })
                ? dependencies[0] : nil,
            explanation: "Aggregate \(names(items))" + (keyItems.isEmpty ? "" : " by \(names(keyItems))"))
        let above = calls.results
        var visible = new
        var assignments: [(slot: Int, value: Evaluator)] = []
        for item in aggregated {
            assignments.append((visible.declare(item.name), try planner.evaluator(item.expression, in: above)))
        }
        root = Assign(upstream: root, assignments: assignments, explanation: "Project \(names(aggregated))")
        let columns = items.map { Planner.Plan.Column(name: $0.name, slot: visible[$0.name] ?? 0) }
        if projection.isDistinct { root = Distinct(upstream: root, slots: columns.map(\.slot)) }
        return try finish(root, scope: visible, hidden: above, columns, items, seesOld: false, order: order)
    }

    /// Order, window and condition. `hidden` holds what these may read beside the columns.
    private func finish(
        _ root: any Operator, scope: Scope, hidden: Scope, _ columns: [Planner.Plan.Column], _ items: [Item], seesOld: Bool,
        order: [Clause.Projection.SortItem]? = nil
    ) throws -> Planned {
        var combined = hidden
        for name in scope.names { combined.bind(name, to: scope[name] ?? 0) }
        var root = root
        let skipped = try count(projection.skip, "SKIP") ?? 0
        let limit = try count(projection.limit, "LIMIT")
        let condition = projection.condition
        if !projection.order.isEmpty {
            let keys = try (order ?? projection.order).map { item in
                let expression = seesOld ? item.expression : item.expression.substituting(items.map { ($0.name, $0.expression) })
                return Sort.Key(value: try planner.evaluator(expression, in: combined), isAscending: item.isAscending)
            }
            let read = condition?.freeVariables.compactMap { combined[$0] } ?? []
            let kept = Set(columns.map(\.slot) + read).sorted()
            root = Sort(
                upstream: root, keys: keys, kept: kept, limit: limit.flatMap { total($0, skipped) }, explanation: sortExplanation(limit))
        }
        if skipped > 0 || limit != nil { root = Window(upstream: root, skipped: skipped, limit: limit) }
        if let condition {
            root = Filter(
                upstream: root, conditions: [try planner.condition(condition, in: combined)], explanation: "Filter after projection")
        }
        return (root, scope, columns)
    }

    private func sortExplanation(_ limit: Int?) -> String {
        "Sort" + (limit.map { " first \($0)" } ?? "")
    }

    private func total(_ limit: Int, _ skipped: Int) -> Int? {
        let (sum, isTooLarge) = limit.addingReportingOverflow(skipped)
        return isTooLarge ? nil : sum
    }

    /// The number after SKIP or LIMIT.
    private func count(_ expression: Expression?, _ keyword: String) throws -> Int? {
        guard let expression else { return nil }
        let evaluate = try planner.evaluator(expression, in: Scope(counter: planner.counter))
        let value = try evaluate(Frame(slotCount: planner.counter.count, context: planner.context))
        guard case .integer(let number) = value else {
            throw QueryError(
                .syntaxError, .runtime, "InvalidArgumentType", "\(keyword) needs a whole number", at: expression.location)
        }
        guard number >= 0 else {
            throw QueryError(
                .syntaxError, .runtime, "NegativeIntegerArgument", "\(keyword) needs a number that is not negative, not \(number)",
                at: expression.location)
        }
        return number
    }

    private func names(_ items: [Item]) -> String {
        items.map(\.name).joined(separator: ", ")
    }
}

/// The aggregating calls inside expressions, each exchanged for a variable that holds its result.
private struct AggregationCalls {
    let planner: Planner
    /// What the arguments are evaluated in.
    let scope: Scope
    /// What is known above the groups.
    var results: Scope
    private(set) var calls: [Aggregate.Call] = []
    private var known: [String: String] = [:]

    init(planner: Planner, scope: Scope, results: Scope) {
        self.planner = planner
        self.scope = scope
        self.results = results
    }

    mutating func replaced(_ expression: Expression, keys: [(name: String, expression: Expression)]) throws -> Expression {
        try expression.replacing { part in
            if let key = keys.first(where: { $0.expression.canonicalText == part.canonicalText }) {
                return .variable(key.name, at: part.location)
            }
            guard part.isAggregation else { return nil }
            let text = part.canonicalText
            let name = try known[text] ?? add(part)
            known[text] = name
            return .variable(name, at: part.location)
        }
    }

    private mutating func add(_ call: Expression) throws -> String {
        // A name that no query can write.
        let name = "\u{0}call\(calls.count)"
        let slot = results.declare(name)
        let compiled = try ExpressionCompiler(scope: scope, patterns: planner).compileAggregation(call)
        calls.append(Aggregate.Call(slot: slot, argument: compiled.argument, makeAccumulator: compiled.accumulator))
        return name
    }
}

extension Expression {
    static func variable(_ name: String, at location: SourceLocation) -> Expression {
        Expression(kind: .variable(name), location: location)
    }

    /// Whether it is a call of an aggregating function itself.
    var isAggregation: Bool {
        switch kind {
        case .countAll: true
        case .function(let name, _, _): Aggregation.named(name) != nil
        default: false
        }
    }

    var hasAggregation: Bool { contains(where: \.isAggregation) }

    /// Whether the same variables always give the same value.
    fileprivate var isSteady: Bool {
        !contains {
            if case .function(let name, _, _) = $0.kind { name.lowercased() == "rand" } else { false }
        }
    }

    /// The expression with what was projected exchanged for the name of its column.
    fileprivate func substituting(_ items: [(name: String, expression: Expression)]) -> Expression {
        let texts = items.map { ($0.expression.canonicalText, $0.name) }
        return replacing { part in
            let text = part.canonicalText
            return texts.first { $0.0 == text }.map { .variable($0.1, at: part.location) }
        }
    }

    /// The expression with the names of aggregating columns exchanged for what they stand for.
    fileprivate func substituting(aggregatesOf items: [(name: String, expression: Expression)]) -> Expression {
        replacing { part in
            guard case .variable(let name) = part.kind else { return nil }
            return items.first { $0.name == name && $0.expression.hasAggregation }?.expression
        }
    }
}
