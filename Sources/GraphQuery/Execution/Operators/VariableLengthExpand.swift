/// Conditions that each step of a walk must meet, looked at while it is searched.
struct StepConditions {
    /// The slot that holds the relationship while its conditions are looked at.
    let relationship: Int
    let relationshipConditions: [Truth]
    /// The slot that holds a node of the walk.
    let node: Int
    let nodeConditions: [Truth]

    var isEmpty: Bool { relationshipConditions.isEmpty && nodeConditions.isEmpty }

    func allow(_ id: RelationshipID, _ frame: Frame) throws -> Bool {
        guard !relationshipConditions.isEmpty else { return true }
        frame.slots[relationship] = .relationship(id)
        return try relationshipConditions.allSatisfy { try $0.isTrue(frame) }
    }

    func allow(_ id: NodeID, _ frame: Frame) throws -> Bool {
        guard !nodeConditions.isEmpty else { return true }
        frame.slots[node] = .node(id)
        return try nodeConditions.allSatisfy { try $0.isTrue(frame) }
    }
}

/// For each row, every walk from a node that uses no relationship twice and has a length in a range.
struct VariableLengthExpand: Operator {
    let upstream: any Operator
    let from: Int
    /// Gets the list of relationships, in the order of the pattern.
    let relationships: Int
    let to: Int
    let isInto: Bool
    let source: RelationshipSource
    let length: ClosedRange<Int>
    /// The walk is searched from the pattern's right end, so that its list is turned round.
    let isReversed: Bool
    let conditions: StepConditions
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .node(let start) = frame.slots[from] else { return true }
            var target: NodeID?
            if isInto {
                guard case .node(let known) = frame.slots[to] else { return true }
                target = known
            }
            guard try conditions.allow(start, frame) else { return true }
            let traversal = try source.traversal(frame)
            // The walk so far and, for each of its nodes, the steps that are still to be tried: a stack of our own, as walks can be long.
            var walk: [RelationshipID] = []
            var used: Set<RelationshipID> = []
            guard try give(walk, start, target, frame, consume) else { return false }
            var untried = [try steps(from: start, along: traversal, frame, isNeeded: length.upperBound > 0)]
            while let last = untried.last {
                guard let step = last.last else {
                    untried.removeLast()
                    if let left = walk.popLast() { used.remove(left) }
                    continue
                }
                untried[untried.count - 1].removeLast()
                guard used.insert(step.relationship).inserted else { continue }
                guard try conditions.allow(step.relationship, frame), try conditions.allow(step.neighbour, frame) else {
                    used.remove(step.relationship)
                    continue
                }
                walk.append(step.relationship)
                guard try give(walk, step.neighbour, target, frame, consume) else { return false }
                untried.append(try steps(from: step.neighbour, along: traversal, frame, isNeeded: walk.count < length.upperBound))
            }
            return true
        }
    }

    /// Hands on the walk if it is one that was asked for; false when no more are wanted.
    private func give(
        _ walk: [RelationshipID], _ end: NodeID, _ target: NodeID?, _ frame: Frame, _ consume: (Frame) throws -> Bool
    ) throws -> Bool {
        guard length.contains(walk.count) else { return true }
        if let target, end != target { return true }
        frame.slots[relationships] = .list((isReversed ? walk.reversed() : walk).map(Value.relationship))
        if !isInto { frame.slots[to] = .node(end) }
        return try consume(frame)
    }

    /// The steps from a node, the first to be tried last.
    private func steps(
        from node: NodeID, along traversal: any Traversal, _ frame: Frame, isNeeded: Bool
    ) throws -> [Adjacent] {
        guard isNeeded else { return [] }
        var steps: [Adjacent] = []
        try traversal.forEach(of: node, source.direction) { adjacent in
            try frame.context.step()
            if !frame.holds(adjacent.relationship, in: others) { steps.append(adjacent) }
            return true
        }
        return steps.reversed()
    }
}
