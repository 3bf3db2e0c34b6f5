/// Makes a plan of a query for one graph: which nodes to start from, which way to walk, where conditions are looked at.
///
/// A plan is made for each run, so that it may use the graph's sizes and the parameters' values.
struct Planner {
    let context: ExecutionContext
    let counter: SlotCounter

    /// A plan and the slots of its columns.
    struct Plan {
        var root: any Operator
        var columns: [Column]

        struct Column {
            var name: String
            var slot: Int
        }
    }

    func plan(_ query: Query) throws -> Plan {
        try plan(query, from: Scope(counter: counter))
    }

    private func plan(_ query: Query, from scope: Scope) throws -> Plan {
        let plan = try self.plan(parts: query, from: scope)
        try counter.count(plan.root)
        return plan
    }

    private func plan(parts query: Query, from scope: Scope) throws -> Plan {
        let parts = try query.parts.map { try plan($0, from: scope) }
        guard parts.count > 1 else { return parts[0] }
        let columns = parts[0].columns.map { Plan.Column(name: $0.name, slot: counter.next()) }
        let slots = columns.map(\.slot)
        let union = Union(
            parts: parts.map { part in
                let found = Dictionary(part.columns.map { ($0.name, $0.slot) }, uniquingKeysWith: { first, _ in first })
                return Union.Part(plan: part.root, columns: columns.compactMap { found[$0.name] })
            }, slots: slots)
        let isDistinct = query.unions.contains { !$0.isAll }
        return Plan(root: isDistinct ? Distinct(upstream: union, slots: slots) : union, columns: columns)
    }

    private func plan(_ query: SingleQuery, from scope: Scope) throws -> Plan {
        var scope = scope
        var root: any Operator = Argument()
        var columns: [Plan.Column] = []
        var isPresorted = false
        for (index, clause) in query.clauses.enumerated() {
            switch clause {
            case .match(let match):
                let wish = index == 0 && query.clauses.count > 1 ? query.clauses[1].orderWish : nil
                (root, scope, isPresorted) = try plan(match, after: root, in: scope, wishing: wish)
            case .unwind(let unwind):
                let list = try evaluator(unwind.list, in: scope)
                let slot = scope.declare(unwind.variable.name)
                root = UnwindList(upstream: root, slot: slot, list: list, explanation: "Unwind as \(unwind.variable.name)")
            case .with(let projection), .return_(let projection):
                (root, scope, columns) = try ProjectionPlanner(
                    planner: self, projection: projection, isPresorted: isPresorted
                ).plan(after: root, in: scope)
                isPresorted = false
            case .create(let patterns, _):
                (root, scope) = try plan(creating: patterns, after: root, in: scope)
            case .unsupported(let keyword, let location):
                throw QueryError(
                    .syntaxError, .compileTime, "UnexpectedSyntax", "\(keyword) is not run here: queries only read", at: location)
            }
        }
        return Plan(root: root, columns: columns)
    }

    /// - Returns: also whether the rows come in the order that was wished for.
    private func plan(
        _ match: Clause.Match, after root: any Operator, in scope: Scope, wishing order: OrderWish?
    ) throws -> (any Operator, Scope, Bool) {
        let start: any Operator = match.isOptional ? Argument() : root
        var patterns = PatternPlanner(
            match.patterns, where: match.condition, after: start, in: scope, planner: self, wishing: match.isOptional ? nil : order)
        let plan = try patterns.plan()
        let inner = patterns.namedScope
        guard match.isOptional else { return (plan, inner, patterns.isInWishedOrder) }
        let new = inner.slots.filter { scope[$0.key] != $0.value }.map(\.value).sorted()
        return (OptionalApply(upstream: root, plan: plan, slots: new), inner, false)
    }

    private func plan(creating patterns: [PathPattern], after root: any Operator, in scope: Scope) throws -> (any Operator, Scope) {
        let known = scope.slots.values.sorted()
        var scope = scope
        var root = root
        for pattern in patterns {
            var nodes: [Create.NewNode] = []
            var relationships: [Create.NewRelationship] = []
            var slots: [Int] = []
            let outer = scope
            for node in pattern.nodes {
                if let variable = node.variable, let slot = scope[variable.name] {
                    slots.append(slot)
                    continue
                }
                let slot = node.variable.map { scope.declare($0.name) } ?? counter.next()
                slots.append(slot)
                nodes.append(
                    Create.NewNode(
                        slot: slot, labels: node.labels, properties: try node.properties.map { try evaluator($0, in: outer) }))
            }
            for (index, step) in pattern.steps.enumerated() {
                let slot = step.variable.map { scope.declare($0.name) } ?? counter.next()
                let (left, right) = (slots[index], slots[index + 1])
                let isLeft = step.direction == .left
                relationships.append(
                    Create.NewRelationship(
                        slot: slot, type: step.types.first ?? "", from: isLeft ? right : left, to: isLeft ? left : right,
                        properties: try step.properties.map { try evaluator($0, in: outer) }))
            }
            root = Create(upstream: root, nodes: nodes, relationships: relationships, kept: known + outer.slots.values.sorted())
            if let variable = pattern.variable {
                let slot = scope.declare(variable.name)
                root = BuildPath(
                    upstream: root, slot: slot, start: slots[0], steps: relationships.map(\.slot), explanation: "Path \(variable.name)")
            }
        }
        return (root, scope)
    }

    func evaluator(_ expression: Expression, in scope: Scope) throws -> Evaluator {
        try ExpressionCompiler(scope: scope, patterns: self, context: context).compile(expression)
    }

    func condition(_ expression: Expression, in scope: Scope) throws -> Truth {
        try ExpressionCompiler(scope: scope, patterns: self, context: context).compileCondition(expression)
    }

    /// A condition on a relationship as one that the graph may look at itself: a comparison with a value that no row changes.
    func constantComparison(_ condition: Expression, of relationship: String) -> RelationshipFilter.Condition? {
        guard let comparison = condition.comparison(of: relationship), let value = constant(comparison.value) else { return nil }
        return RelationshipFilter.Condition(property: comparison.property, comparison: comparison.comparison, value: value)
    }

    /// The value of an expression that no row can change; nil when rows can, or when it has none (the error comes up when the query runs).
    func constant(_ expression: Expression) -> Value? {
        guard expression.freeVariables.isEmpty, !expression.contains(where: \.mayDiffer) else { return nil }
        do {
            let counter = SlotCounter()
            let evaluate = try evaluator(expression, in: Scope(counter: counter))
            return try evaluate(Frame(slotCount: counter.count, context: context))
        } catch {
            return nil
        }
    }
}

extension Clause {
    /// The order of rows that would spare this clause most of them: that of one relationship's property, which is ordered by first.
    fileprivate var orderWish: OrderWish? {
        switch self {
        case .with(let projection), .return_(let projection):
            guard projection.limit != nil, !projection.isDistinct, let first = projection.order.first,
                !projection.items.contains(where: \.expression.hasAggregation)
            else { return nil }
            let columns = ExpressionReplacement(
                projection.items.compactMap { item in item.alias.map { (.variable($0.name, at: $0.location), item.expression) } })
            guard case .property(let subject, let property) = columns.applied(to: first.expression).kind,
                case .variable(let variable) = subject.kind
            else { return nil }
            return OrderWish(
                variable: variable, order: RelationshipOrder(property: property, isAscending: first.isAscending))
        default: return nil
        }
    }
}

extension Expression {
    /// Whether it may give another value each time, or depends on the graph.
    fileprivate var mayDiffer: Bool {
        switch kind {
        case .function(let name, _, _): name.lowercased() == "rand" || Aggregation.named(name) != nil
        case .pattern, .patternComprehension, .exists, .countSubquery, .countAll: true
        default: false
        }
    }
}

extension Planner: PatternCompiling {
    func existence(of pattern: PathPattern, in scope: Scope) throws -> Evaluator {
        var patterns = PatternPlanner([pattern], where: nil, after: Argument(), in: scope, planner: self)
        let plan = try patterns.plan()
        try counter.count(plan)
        return isNotEmpty(plan)
    }

    func comprehension(
        _ pattern: PathPattern, where condition: Expression?, result: Expression, in scope: Scope
    ) throws -> Evaluator {
        var patterns = PatternPlanner([pattern], where: condition, after: Argument(), in: scope, planner: self)
        let plan = try patterns.plan()
        try counter.count(plan)
        let result = try evaluator(result, in: patterns.namedScope)
        return Evaluator { frame in
            var list: [Value] = []
            _ = try plan.run(frame) { frame in
                let value = try result(frame)
                try frame.context.charge(value.elementCount)
                list.append(value)
                return true
            }
            return .list(list)
        }
    }

    func existence(of query: Query, in scope: Scope) throws -> Evaluator {
        isNotEmpty(try plan(query, from: scope).root)
    }

    func count(of query: Query, in scope: Scope) throws -> Evaluator {
        let plan = try plan(query, from: scope).root
        return Evaluator { frame in
            var count = 0
            _ = try plan.run(frame) { _ in
                count += 1
                return true
            }
            return .integer(count)
        }
    }

    private func isNotEmpty(_ plan: any Operator) -> Evaluator {
        Evaluator { frame in
            var isFound = false
            _ = try plan.run(frame) { _ in
                isFound = true
                return false
            }
            return .boolean(isFound)
        }
    }
}

extension PropertyGraph {
    /// About how many relationships are met when each of so many nodes is walked from.
    func costOfWalking(from nodes: Int) throws -> Int {
        let (all, relationships) = (max(1, try nodeCount), try relationshipCount)
        let cost = Double(nodes) * (1 + 2 * Double(relationships) / Double(all))
        return Int(min(cost, 1e15))
    }
}
