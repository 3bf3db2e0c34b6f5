/// An end of a step whose relationships are known.
struct BoundEnd {
    let slot: Int
    /// Whether the node is known, too.
    let isKnown: Bool

    /// The node that it must be; nil when any will do.
    fileprivate func known(_ frame: Frame) -> Value? { isKnown ? frame.slots[slot] : nil }
}

/// For each row whose relationship is known, the nodes at its ends: a step of a pattern with a variable of an earlier clause.
struct BoundRelationship: Operator {
    let upstream: any Operator
    let relationship: Int
    let left: BoundEnd
    let right: BoundEnd
    let direction: Direction
    let types: [String]
    /// Slots of the relationships of the same MATCH: a relationship stands for one of them at most.
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .relationship(let id) = frame.slots[relationship], !frame.holds(id, in: others) else { return true }
            let graph = frame.context.graph
            guard try types.isEmpty || types.contains(graph.type(of: id)) else { return true }
            let ends = try graph.ends(of: id)
            let ways =
                switch direction {
                case .outgoing: [(ends.start, ends.end)]
                case .incoming: [(ends.end, ends.start)]
                case .either: ends.start == ends.end ? [(ends.start, ends.end)] : [(ends.start, ends.end), (ends.end, ends.start)]
                }
            let (known, other) = (left.known(frame), right.known(frame))
            for (first, second) in ways where known.isNode(first) && other.isNode(second) {
                guard left.slot != right.slot || first == second else { continue }
                frame.slots[left.slot] = .node(first)
                frame.slots[right.slot] = .node(second)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// For each row whose list of relationships is known, the ends of the walk along it.
struct BoundWalk: Operator {
    let upstream: any Operator
    let relationships: Int
    let left: BoundEnd
    let right: BoundEnd
    let direction: Direction
    let types: [String]
    /// Nil when no walk has the length that is asked for.
    let length: ClosedRange<Int>?
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .list(let list) = frame.slots[relationships], length?.contains(list.count) == true,
                let walk = try walk(list, frame)
            else { return true }
            let (known, other) = (left.known(frame), right.known(frame))
            for start in try starts(walk, known, frame) {
                guard let end = try end(of: walk, from: start, in: frame.context.graph), other.isNode(end),
                    left.slot != right.slot || start == end
                else { continue }
                frame.slots[left.slot] = .node(start)
                frame.slots[right.slot] = .node(end)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }

    /// The list as a walk: different relationships, none of which another part of the MATCH has; nil when it is none.
    private func walk(_ list: [Value], _ frame: Frame) throws -> [RelationshipID]? {
        try frame.context.step(list.count)
        var walk: [RelationshipID] = []
        var seen: Set<RelationshipID> = []
        for element in list {
            guard case .relationship(let id) = element, seen.insert(id).inserted, !frame.holds(id, in: others) else { return nil }
            guard try types.isEmpty || types.contains(frame.context.graph.type(of: id)) else { return nil }
            walk.append(id)
        }
        return walk
    }

    /// The nodes that the walk may start from.
    private func starts(_ walk: [RelationshipID], _ known: Value?, _ frame: Frame) throws -> [NodeID] {
        if let known {
            guard case .node(let node) = known else { return [] }
            return [node]
        }
        guard let first = walk.first else { return try frame.context.nodes(label: nil) }
        let ends = try frame.context.graph.ends(of: first)
        return ends.start == ends.end ? [ends.start] : [ends.start, ends.end]
    }

    /// Where the walk ends; nil when the relationships do not make one in this direction.
    private func end(of walk: [RelationshipID], from start: NodeID, in graph: any PropertyGraph) throws -> NodeID? {
        var current = start
        for id in walk {
            let ends = try graph.ends(of: id)
            if ends.start == current, direction != .incoming {
                current = ends.end
            } else if ends.end == current, direction != .outgoing {
                current = ends.start
            } else {
                return nil
            }
        }
        return current
    }
}

extension Value? {
    /// Whether the node is the one that is known, or none is.
    fileprivate func isNode(_ node: NodeID) -> Bool {
        switch self {
        case nil: true
        case .node(let known)?: known == node
        default: false
        }
    }
}
