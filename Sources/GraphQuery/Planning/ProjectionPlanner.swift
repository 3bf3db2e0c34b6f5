/// Plans WITH and RETURN: values, groups, order, window, condition.
///
/// With ORDER BY and LIMIT, what only the remaining rows need is computed after them.
struct ProjectionPlanner {
    let planner: Planner
    let projection: Clause.Projection
    /// Whether the rows come in the order of the first thing they are ordered by.
    var isPresorted = false

    private struct Item {
        var name: String
        var expression: Expression
    }

    /// A column whose value is computed from others.
    private struct Computed {
        let slot: Int
        let value: Evaluator
        /// The slots that it is computed from.
        let reads: [Int]
    }

    /// What the rows are made of before they are ordered.
    private struct Rows {
        var root: any Operator
        /// The columns, by their names.
        var scope: Scope
        /// What order and condition may read beside them.
        var hidden: Scope
        /// Columns that are not computed yet.
        var late: [Computed] = []
        /// What order says, in the terms of `scope` and `hidden`, of columns that are computed.
        var order: [Clause.Projection.SortItem]
    }

    private typealias Planned = (any Operator, Scope, [Planner.Plan.Column])

    func plan(after root: any Operator, in scope: Scope) throws -> (any Operator, Scope, [Planner.Plan.Column]) {
        var items = projection.includesAll ? scope.names.map { Item(name: $0, expression: .variable($0, at: projection.location)) } : []
        items += projection.items.map { Item(name: $0.alias?.name ?? $0.text, expression: $0.expression) }
        let isGrouped = items.contains { $0.expression.hasAggregation }
        return try finish(isGrouped ? group(items, after: root, in: scope) : project(items, after: root, in: scope), items)
    }

    /// Whether columns may wait until rows have been left out.
    private var mayBeLate: Bool { projection.limit != nil && !projection.order.isEmpty && !projection.isDistinct }

    private func project(_ items: [Item], after root: any Operator, in scope: Scope) throws -> Rows {
        var new = Scope(counter: planner.counter)
        var computed: [Computed] = []
        for item in items {
            if case .variable(let name) = item.expression.kind, let slot = scope[name] {
                new.bind(item.name, to: slot)
            } else {
                let reads = item.expression.freeVariables.compactMap { scope[$0] }
                computed.append(
                    Computed(slot: new.declare(item.name), value: try planner.evaluator(item.expression, in: scope), reads: reads))
            }
        }
        if !projection.order.isEmpty, !projection.isDistinct, items.allSatisfy(\.expression.isSteady) {
            let names = ExpressionReplacement(items.map { (.variable($0.name, at: $0.expression.location), $0.expression) })
            let order = projection.order.map { $0.replacing(names) }
            // Without a limit it spares only the sorting of whole rows, which is not worth computing anything twice.
            if projection.limit != nil || order.allSatisfy(\.expression.isPropertyOrVariable) {
                return Rows(root: root, scope: new, hidden: scope, late: computed, order: order)
            }
        }
        var root = root
        if !computed.isEmpty { root = assign(computed, after: root, "Project \(names(items))") }
        guard projection.isDistinct else { return Rows(root: root, scope: new, hidden: scope, order: projection.order) }
        root = Distinct(upstream: root, slots: items.compactMap { new[$0.name] })
        let columns = columnReplacement(items)
        return Rows(
            root: root, scope: new, hidden: Scope(counter: planner.counter), order: projection.order.map { $0.replacing(columns) })
    }

    private func group(_ items: [Item], after root: any Operator, in scope: Scope) throws -> Rows {
        var new = Scope(counter: planner.counter)
        var above = Scope(counter: planner.counter)
        var keys: [(slot: Int, value: Evaluator)] = []
        var late: [Computed] = []
        var expressionsOfLate: [(Expression, Expression)] = []
        let keyItems = items.filter { !$0.expression.hasAggregation }
        for item in keyItems {
            let slot = new.declare(item.name)
            if mayBeLate, let node = uniqueNode(item.expression, in: scope) {
                // As each node has a value of its own, the nodes are grouped by, and only those that are left are asked for their values.
                let name = "\u{0}node\(late.count)"
                let nodeSlot = above.declare(name)
                keys.append((nodeSlot, Evaluator { $0.slots[node.slot] }))
                let value = Expression(
                    kind: .property(.variable(name, at: item.expression.location), node.property), location: item.expression.location)
                late.append(Computed(slot: slot, value: try planner.evaluator(value, in: above), reads: [nodeSlot]))
                expressionsOfLate.append((.variable(item.name, at: item.expression.location), value))
            } else {
                above.bind(item.name, to: slot)
                keys.append((slot, try planner.evaluator(item.expression, in: scope)))
            }
        }
        // What stands above the groups sees the keys, by their names and by their expressions, and the calls' results.
        var calls = AggregationCalls(planner: planner, scope: scope, results: above, keys: columnReplacement(keyItems))
        let values = ExpressionReplacement(expressionsOfLate)
        let aggregated = try items.filter(\.expression.hasAggregation).map { item in
            Item(name: item.name, expression: values.applied(to: try calls.replaced(item.expression)))
        }
        let (columnsByExpression, expressionsByName) = (columnReplacement(items), aggregateReplacement(items))
        let order = try projection.order.map { sort in
            let column = columnsByExpression.applied(to: sort.expression)
            let expression = column.isVariable ? column : try calls.replaced(expressionsByName.applied(to: sort.expression))
            return Clause.Projection.SortItem(expression: values.applied(to: expression), isAscending: sort.isAscending)
        }
        let dependencies = keyItems.map(\.expression).freeVariables.compactMap { scope[$0] }
        let isOfOneEntity = dependencies.count == 1 && !keys.isEmpty && keyItems.allSatisfy(\.expression.isSteady)
        let grouped = Aggregate(
            upstream: root, keys: keys, calls: calls.calls, soleDependency: isOfOneEntity ? dependencies[0] : nil,
            explanation: "Aggregate \(names(items))" + (keyItems.isEmpty ? "" : " by \(names(keyItems))"))
        let computed = try aggregated.map { item in
            Computed(slot: new.declare(item.name), value: try planner.evaluator(item.expression, in: calls.results), reads: [])
        }
        var root = assign(computed, after: grouped, "Project \(names(aggregated))")
        if projection.isDistinct { root = Distinct(upstream: root, slots: items.compactMap { new[$0.name] }) }
        return Rows(root: root, scope: new, hidden: calls.results, late: late, order: order)
    }

    /// The node whose property the expression is, when each node has another value of it.
    private func uniqueNode(_ expression: Expression, in scope: Scope) -> (slot: Int, property: String)? {
        guard case .property(let subject, let property) = expression.kind, case .variable(let name) = subject.kind, let slot = scope[name],
            planner.counter.nodes.contains(slot), planner.context.graph.isUnique(property)
        else { return nil }
        return (slot, property)
    }

    /// Order, window, columns that waited, and condition.
    private func finish(_ rows: Rows, _ items: [Item]) throws -> Planned {
        var combined = rows.hidden
        for name in rows.scope.names { combined.bind(name, to: rows.scope[name] ?? 0) }
        let columns = items.map { Planner.Plan.Column(name: $0.name, slot: rows.scope[$0.name] ?? 0) }
        var root = rows.root
        let skipped = try count(projection.skip, "SKIP") ?? 0
        let limit = try count(projection.limit, "LIMIT")
        let condition = projection.condition
        let waiting = Set(rows.late.map(\.slot))
        if !rows.order.isEmpty {
            // Columns that wait are not there to be read: order says their expressions instead, which read what was there before.
            var readable = waiting.isEmpty ? combined : rows.hidden
            if !waiting.isEmpty {
                for name in rows.scope.names where !waiting.contains(rows.scope[name] ?? 0) && readable[name] == nil {
                    readable.bind(name, to: rows.scope[name] ?? 0)
                }
            }
            let keys = try rows.order.map {
                Sort.Key(value: try planner.evaluator($0.expression, in: readable), isAscending: $0.isAscending)
            }
            let read = condition?.freeVariables.compactMap { combined[$0] } ?? []
            let kept = Set(columns.map(\.slot) + read + rows.late.flatMap(\.reads)).subtracting(waiting).sorted()
            root = Sort(
                upstream: root, keys: keys, kept: kept, limit: limit.flatMap { total($0, skipped) }, isPresorted: isPresorted,
                explanation: "Sort" + (limit.map { " first \($0)" } ?? "") + (isPresorted ? ", until enough" : ""))
        }
        if skipped > 0 || limit != nil { root = Window(upstream: root, skipped: skipped, limit: limit) }
        if !rows.late.isEmpty {
            root = assign(rows.late, after: root, "Project \(names(items.filter { waiting.contains(rows.scope[$0.name] ?? 0) }))")
        }
        if let condition {
            root = Filter(
                upstream: root, conditions: [try planner.condition(condition, in: combined)], explanation: "Filter after projection")
        }
        return (root, rows.scope, columns)
    }

    private func assign(_ columns: [Computed], after root: any Operator, _ explanation: String) -> any Operator {
        Assign(upstream: root, assignments: columns.map { ($0.slot, $0.value) }, explanation: explanation)
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

    /// What was projected, for the name of its column.
    private func columnReplacement(_ items: [Item]) -> ExpressionReplacement {
        ExpressionReplacement(items.map { ($0.expression, .variable($0.name, at: $0.expression.location)) })
    }

    /// The name of an aggregating column, for what it stands for.
    private func aggregateReplacement(_ items: [Item]) -> ExpressionReplacement {
        ExpressionReplacement(
            items.filter(\.expression.hasAggregation).map { (.variable($0.name, at: $0.expression.location), $0.expression) })
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
    private(set) var results: Scope
    private(set) var calls: [Aggregate.Call] = []
    private var known: [String: String] = [:]
    /// What was grouped by, for its column.
    private let keys: ExpressionReplacement

    init(planner: Planner, scope: Scope, results: Scope, keys: ExpressionReplacement) {
        self.planner = planner
        self.scope = scope
        self.results = results
        self.keys = keys
    }

    /// The expression in the terms of what is known above the groups.
    mutating func replaced(_ expression: Expression) throws -> Expression {
        let called = try expression.replacing { part in
            guard part.isAggregation else { return nil }
            let text = part.canonicalText
            let name = try known[text] ?? add(part)
            known[text] = name
            return .variable(name, at: part.location)
        }
        return keys.applied(to: called)
    }

    private mutating func add(_ call: Expression) throws -> String {
        // A name that no query can write.
        let name = "\u{0}call\(calls.count)"
        let slot = results.declare(name)
        let compiled = try ExpressionCompiler(scope: scope, patterns: planner, context: planner.context).compileAggregation(call)
        calls.append(Aggregate.Call(slot: slot, argument: compiled.argument, makeAccumulator: compiled.accumulator))
        return name
    }
}

extension Clause.Projection.SortItem {
    fileprivate func replacing(_ replacement: ExpressionReplacement) -> Self {
        Self(expression: replacement.applied(to: expression), isAscending: isAscending)
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

    fileprivate var isPropertyOrVariable: Bool {
        if case .property(let subject, _) = kind { subject.isVariable } else { isVariable }
    }

    fileprivate var isVariable: Bool {
        if case .variable = kind { true } else { false }
    }

    var hasAggregation: Bool { contains(where: \.isAggregation) }

    /// Whether the same variables always give the same value.
    fileprivate var isSteady: Bool {
        !contains {
            if case .function(let name, _, _) = $0.kind { name.lowercased() == "rand" } else { false }
        }
    }
}
