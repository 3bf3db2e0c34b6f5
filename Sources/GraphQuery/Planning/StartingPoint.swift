/// A way to find a part of a pattern that nothing known touches.
struct StartingPoint {
    enum Way {
        case indexed(node: Int, IndexedNodes)
        /// By an index, for each row.
        case lookup(node: Int, Expression.Lookup, condition: Int)
        /// All nodes, or those with a label.
        case scan(node: Int, label: String?, count: Int)
        /// Through the relationships of a step instead of its nodes.
        case relationships(step: Int, PreparedStep)
    }

    /// About how many nodes and relationships are looked at.
    var cost: Int
    var way: Way
}

/// Nodes that an index gives for a condition whose value no row changes.
struct IndexedNodes {
    /// Ascending.
    var nodes: [NodeID]
    var key: String
    /// The label that they all have.
    var label: String?
    /// The index of the condition that they answer.
    var condition: Int

    var explanation: String { "by \(key) (\(nodes.count))" }
}

extension PatternPlanner {
    /// With no more nodes than this to begin with, other ways are not even weighed.
    private static let few = 100

    /// The fewest nodes that an index gives for a condition on a node; nil when it gives none.
    func indexedNodes(_ node: Int) throws -> IndexedNodes? {
        var best: IndexedNodes?
        let label = parts.nodes[node].labels.first
        try forEachLookup(of: node) { lookup, condition in
            guard let value = planner.constant(lookup.value), let values = lookup.values(value) else { return }
            var found: Set<NodeID> = []
            for value in values {
                found.formUnion(try planner.context.graph.nodes(whereProperty: lookup.key, equals: value, label: label) ?? [])
            }
            if found.count < best?.nodes.count ?? Int.max {
                best = IndexedNodes(nodes: found.sorted(), key: lookup.key, label: label, condition: condition)
            }
        }
        return best
    }

    /// The cheapest way to go on when no step leads to what is not known; nil when everything is.
    mutating func startingPoint() throws -> StartingPoint? {
        let unknown = parts.nodes.indices.filter { !parts.nodes[$0].isKnown }
        guard !unknown.isEmpty else { return nil }
        var points = try unknown.compactMap(byIndex)
        if let best = points.min(by: { $0.cost < $1.cost }), best.cost <= Self.few { return best }
        for node in unknown { points.append(try scan(node)) }
        for step in parts.steps.indices { if let point = try relationships(step) { points.append(point) } }
        return points.min { $0.cost < $1.cost }
    }

    private func byIndex(_ node: Int) throws -> StartingPoint? {
        if let indexed = indexed[node] { return StartingPoint(cost: indexed.nodes.count, way: .indexed(node: node, indexed)) }
        var point: StartingPoint?
        try forEachLookup(of: node) { lookup, condition in
            let reads = parts.conditions[condition].reads.subtracting([parts.nodes[node].name])
            guard point == nil, isKnown(reads) else { return }
            point = StartingPoint(cost: lookup.isList ? 10 : 1, way: .lookup(node: node, lookup, condition: condition))
        }
        return point
    }

    private func forEachLookup(of node: Int, _ body: (Expression.Lookup, _ condition: Int) throws -> Void) throws {
        for (index, condition) in parts.conditions.enumerated() where !condition.isPlanned {
            guard let lookup = condition.expression.lookup(of: parts.nodes[node].name),
                planner.context.graph.isIndexed(lookup.key)
            else { continue }
            try body(lookup, index)
        }
    }

    private func scan(_ node: Int) throws -> StartingPoint {
        let graph = planner.context.graph
        let counts = try parts.nodes[node].labels.map { ($0, try graph.nodeCount(label: $0)) }
        let all = try graph.nodeCount
        let (label, count) = counts.min { $0.1 < $1.1 }.map { ($0.0, $0.1) } ?? (nil, all)
        // From each node its relationships are walked: a scan of the relationships may be less work.
        let isWalkedFrom = parts.steps.contains { !$0.isPlanned && !$0.isBound && ($0.left == node || $0.right == node) }
        let cost = isWalkedFrom ? try graph.costOfWalking(from: count) : count
        return StartingPoint(cost: cost, way: .scan(node: node, label: label, count: count))
    }

    private mutating func relationships(_ number: Int) throws -> StartingPoint? {
        let step = parts.steps[number]
        guard !step.isPlanned, !step.isBound, step.pattern.length == nil, parts.paths[step.path].kind == .walk, step.left != step.right,
            !parts.nodes[step.left].isKnown, !parts.nodes[step.right].isKnown
        else { return nil }
        let prepared = try preparedStep(number)
        let count = prepared.traversal.estimatedCount
        return StartingPoint(
            cost: step.pattern.direction == .either ? 2 * count : count, way: .relationships(step: number, prepared))
    }

    mutating func plan(_ point: StartingPoint) throws {
        switch point.way {
        case .indexed(let node, let nodes):
            parts.conditions[nodes.condition].isPlanned = true
            parts.nodes[node].labels.removeAll { $0 == nodes.label }
            indexed[node] = nil
            let slot = declare(node)
            root = NodeScan(
                upstream: root, slot: slot, nodes: .known(nodes.nodes), explanation: "Nodes \(shown(node)) \(nodes.explanation)")
            found(node)
        case .lookup(let node, let lookup, let condition):
            parts.conditions[condition].isPlanned = true
            let value = try planner.evaluator(lookup.value, in: scope)
            let label = parts.nodes[node].labels.first
            parts.nodes[node].labels.removeAll { $0 == label }
            root = NodeLookup(
                upstream: root, slot: declare(node), key: lookup.key, label: label, value: value, isList: lookup.isList,
                location: lookup.value.location,
                explanation: "Nodes \(shown(node)) by \(lookup.key), for each row")
            found(node)
        case .scan(let node, let label, let count):
            parts.nodes[node].labels.removeAll { $0 == label }
            root = NodeScan(
                upstream: root, slot: declare(node), nodes: .labelled(label),
                explanation: "Nodes \(shown(node)) \(label.map { ":\($0)" } ?? "all") (at most \(count))")
            found(node)
        case .relationships(let number, let prepared):
            try scan(number, prepared)
        }
        try placeConditions()
    }

    private mutating func scan(_ number: Int, _ prepared: PreparedStep) throws {
        let step = parts.steps[number]
        let isFirst = root is Argument
        let (left, right) = (declare(step.left), declare(step.right))
        let relationship = scope.declare(step.name)
        for condition in prepared.answered { parts.conditions[condition].isPlanned = true }
        if isFirst, let wishedOrder, wishedOrder.variable == step.name, prepared.traversal.knows(wishedOrder.order) {
            isInWishedOrder = true
        }
        root = RelationshipScan(
            upstream: root, from: left, relationship: relationship, to: right, traversal: prepared.traversal,
            direction: step.pattern.direction.ofGraph, others: matched, order: isInWishedOrder ? wishedOrder?.order : nil,
            explanation: "Relationships \(described(step)) (at most \(prepared.traversal.estimatedCount))"
                + (isInWishedOrder ? " by \(wishedOrder?.order.property ?? "")" : ""))
        finish(step: number, slot: relationship)
        found(step.left)
        found(step.right)
        finishPaths()
    }
}
