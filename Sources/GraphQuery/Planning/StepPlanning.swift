/// What a graph makes of the constant conditions on a single relationship.
struct PreparedStep {
    var traversal: any Traversal
    /// Indices of the conditions that it decides itself.
    var answered: [Int]
}

extension PatternPlanner {
    /// Plans one more step from what is known; false when no step touches it.
    mutating func planStep() throws -> Bool {
        let open = parts.steps.indices.filter { index in
            let step = parts.steps[index]
            guard !step.isPlanned else { return false }
            let (isLeftKnown, isRightKnown) = (parts.nodes[step.left].isKnown, parts.nodes[step.right].isKnown)
            return parts.paths[step.path].kind == .walk ? step.isBound || isLeftKnown || isRightKnown : isLeftKnown && isRightKnown
        }
        guard let next = open.min(by: { rank(parts.steps[$0]) < rank(parts.steps[$1]) }) else { return false }
        let step = parts.steps[next]
        // With one node at the other end it is better to know it before: the step then only looks for it.
        for end in [step.left, step.right] where !step.isBound && !parts.nodes[end].isKnown {
            guard let found = indexed[end], found.nodes.count <= 1 else { continue }
            try plan(StartingPoint(cost: 1, way: .indexed(node: end, found)))
            return true
        }
        if parts.paths[step.path].kind != .walk {
            try planShortestPath(next)
        } else if step.isBound {
            planBound(next)
        } else if step.pattern.length != nil {
            try planWalk(next)
        } else {
            try planExpand(next)
        }
        found(step.left)
        found(step.right)
        finishPaths()
        try placeConditions()
        return true
    }

    /// Which step comes first: those that only check, then single relationships, then walks.
    private func rank(_ step: PatternParts.Step) -> Int {
        let isCheck = parts.nodes[step.left].isKnown && parts.nodes[step.right].isKnown
        return (step.isBound ? 0 : 10) + (isCheck ? 0 : 2) + (step.pattern.length == nil ? 0 : 4)
            + (parts.paths[step.path].kind == .walk ? 0 : 8)
    }

    /// Where a step sets out: from its left end, if that is known.
    private struct Course {
        let from: Int
        let to: Int
        let isInto: Bool
        let direction: Direction
        let isReversed: Bool
    }

    private mutating func course(of step: PatternParts.Step) -> Course {
        let isReversed = !parts.nodes[step.left].isKnown
        let (from, to) = isReversed ? (step.right, step.left) : (step.left, step.right)
        let isInto = parts.nodes[to].isKnown
        let direction = step.pattern.direction.ofGraph
        return Course(
            from: slot(from), to: isInto ? slot(to) : declare(to), isInto: isInto,
            direction: isReversed ? direction.reversed : direction, isReversed: isReversed)
    }

    private mutating func planExpand(_ number: Int) throws {
        let step = parts.steps[number]
        let prepared = try preparedStep(number)
        for condition in prepared.answered { parts.conditions[condition].isPlanned = true }
        let course = course(of: step)
        let slot = scope.declare(step.name)
        root = Expand(
            upstream: root, from: course.from, relationship: slot, to: course.to, isInto: course.isInto, traversal: prepared.traversal,
            direction: course.direction, others: matched,
            explanation: "Expand \(described(step))" + (course.isReversed ? " from the right" : ""))
        finish(step: number, slot: slot)
    }

    private mutating func planWalk(_ number: Int) throws {
        let step = parts.steps[number]
        let walk = try walkConditions(number)
        let course = course(of: step)
        let slot = scope.declare(step.name)
        root = VariableLengthExpand(
            upstream: root, from: course.from, relationships: slot, to: course.to, isInto: course.isInto, traversal: walk.traversal,
            direction: course.direction, length: step.pattern.length?.range, isReversed: course.isReversed, conditions: walk.conditions,
            others: matched, explanation: "Walk \(described(step))" + (course.isReversed ? " from the right" : ""))
        finish(step: number, slot: slot)
    }

    private mutating func planBound(_ number: Int) {
        let step = parts.steps[number]
        let relationship = scope[step.name] ?? 0
        func end(_ node: Int) -> BoundEnd {
            parts.nodes[node].isKnown
                ? BoundEnd(slot: slot(node), isKnown: true) : BoundEnd(slot: declare(node), isKnown: false)
        }
        let left = end(step.left)
        let right = step.left == step.right ? left : end(step.right)
        let explanation = "Ends of \(described(step))"
        if let length = step.pattern.length {
            root = BoundWalk(
                upstream: root, relationships: relationship, left: left, right: right, direction: step.pattern.direction.ofGraph,
                types: step.pattern.types, length: length.range, others: matched, explanation: explanation)
        } else {
            root = BoundRelationship(
                upstream: root, relationship: relationship, left: left, right: right, direction: step.pattern.direction.ofGraph,
                types: step.pattern.types, others: matched, explanation: explanation)
        }
        finish(step: number, slot: relationship)
    }

    private mutating func planShortestPath(_ number: Int) throws {
        let step = parts.steps[number]
        let path = parts.paths[step.path]
        let walk = try walkConditions(number)
        let relationships = scope.declare(step.name)
        let pathSlot = path.variable.map { scope.declare($0) } ?? planner.counter.next()
        // What is left to say of the walk as a whole is looked at while walks are searched.
        let own = Set([step.name, path.variable].compactMap { $0 })
        var residual: [Truth] = []
        for (index, condition) in parts.conditions.enumerated()
        where !condition.isPlanned && !condition.reads.isDisjoint(with: own) && isKnown(condition.reads) {
            residual.append(try planner.condition(condition.expression, in: scope))
            parts.conditions[index].isPlanned = true
        }
        root = ShortestPath(
            upstream: root, from: slot(step.left), to: slot(step.right), relationships: relationships, path: pathSlot,
            isSingle: step.pattern.length == nil, findsAll: path.kind == .allShortestPaths, traversal: walk.traversal,
            direction: step.pattern.direction.ofGraph, length: step.pattern.length.map(\.range) ?? 1...1, conditions: walk.conditions,
            residual: residual, others: matched, explanation: "Shortest path \(described(step))")
        finish(step: number, slot: relationships)
        parts.paths[step.path].isPlanned = true
    }

    // MARK: Conditions on relationships

    /// Asks the graph to look at the types and the constant conditions of a single relationship itself.
    mutating func preparedStep(_ number: Int) throws -> PreparedStep {
        if let known = prepared[number] { return known }
        let step = parts.steps[number]
        var filter = RelationshipFilter(types: step.pattern.types.isEmpty ? nil : step.pattern.types)
        var sources: [Int] = []
        for (index, condition) in parts.conditions.enumerated() where !condition.isPlanned {
            guard let comparison = planner.constantComparison(condition.expression, of: step.name) else { continue }
            filter.conditions.append(comparison)
            sources.append(index)
        }
        let traversal = try planner.context.graph.traversal(where: filter)
        let answered = zip(sources, filter.conditions).filter { traversal.guarantees($0.1) }.map(\.0)
        let new = PreparedStep(traversal: traversal, answered: answered)
        prepared[number] = new
        return new
    }

    /// What each step of a walk must meet: conditions that say something of all its relationships or nodes.
    private mutating func walkConditions(_ number: Int) throws -> (traversal: any Traversal, conditions: StepConditions) {
        let step = parts.steps[number]
        var filter = RelationshipFilter(types: step.pattern.types.isEmpty ? nil : step.pattern.types)
        var onRelationships: [(expression: Expression, scope: Scope, comparison: RelationshipFilter.Condition?)] = []
        var onNodes: [Truth] = []
        let (relationship, node) = (planner.counter.next(), planner.counter.next())
        for (index, condition) in parts.conditions.enumerated() where !condition.isPlanned {
            guard let each = condition.expression.conditionOnEach(of: step.name, path: parts.nameOfPath(along: number)),
                isKnown(each.condition.freeVariables.subtracting([each.variable]).intersection(condition.reads))
            else { continue }
            parts.conditions[index].isPlanned = true
            var inner = scope
            inner.bind(each.variable, to: each.isOnNodes ? node : relationship)
            for part in each.condition.conjuncts {
                guard !each.isOnNodes else {
                    onNodes.append(try planner.condition(part, in: inner))
                    continue
                }
                let comparison = planner.constantComparison(part, of: each.variable)
                if let comparison { filter.conditions.append(comparison) }
                onRelationships.append((part, inner, comparison))
            }
        }
        let traversal = try planner.context.graph.traversal(where: filter)
        let left = onRelationships.filter { !($0.comparison.map(traversal.guarantees) ?? false) }
        let conditions = StepConditions(
            relationship: relationship, relationshipConditions: try left.map { try planner.condition($0.expression, in: $0.scope) },
            node: node, nodeConditions: onNodes)
        return (traversal, conditions)
    }
}

extension RelationshipPattern.Direction {
    /// Seen from the left node of the pattern.
    var ofGraph: Direction {
        switch self {
        case .right: .outgoing
        case .left: .incoming
        case .either: .either
        }
    }
}

extension RelationshipPattern.Length {
    /// Nil when it matches nothing, as `*3..1`.
    var range: ClosedRange<Int>? {
        let (minimum, maximum) = (minimum ?? 1, maximum ?? Int.max)
        return minimum <= maximum ? minimum...maximum : nil
    }
}
