/// For each row, the relationships of a node and the nodes at their other ends.
struct Expand: Operator {
    let upstream: any Operator
    let from: Int
    let relationship: Int
    let to: Int
    /// The other end is known already: only relationships that lead to it count.
    let isInto: Bool
    let traversal: any Traversal
    let direction: Direction
    /// Slots of the relationships of the same MATCH: a relationship stands for one of them at most.
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .node(let node) = frame.slots[from] else { return true }
            var target: NodeID?
            if isInto {
                guard case .node(let known) = frame.slots[to] else { return true }
                target = known
            }
            let context = frame.context
            var goesOn = true
            try traversal.forEach(of: node, direction) { adjacent in
                try context.step()
                if let target, adjacent.neighbour != target { return true }
                if !others.isEmpty, frame.holds(adjacent.relationship, in: others) { return true }
                frame.slots[relationship] = .relationship(adjacent.relationship)
                if !isInto { frame.slots[to] = .node(adjacent.neighbour) }
                goesOn = try consume(frame)
                return goesOn
            }
            return goesOn
        }
    }
}

/// For each row, every relationship that passes, with its ends.
struct RelationshipScan: Operator {
    let upstream: any Operator
    let from: Int
    let relationship: Int
    let to: Int
    let traversal: any Traversal
    let direction: Direction
    let others: [Int]
    /// Nil for any.
    let order: RelationshipOrder?
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            let context = frame.context
            var goesOn = true
            func give(_ start: NodeID, _ end: NodeID) throws -> Bool {
                frame.slots[from] = .node(start)
                frame.slots[to] = .node(end)
                goesOn = try consume(frame)
                return goesOn
            }
            func take(_ edge: Edge) throws -> Bool {
                try context.step()
                if !others.isEmpty, frame.holds(edge.relationship, in: others) { return true }
                frame.slots[relationship] = .relationship(edge.relationship)
                switch direction {
                case .outgoing: return try give(edge.start, edge.end)
                case .incoming: return try give(edge.end, edge.start)
                case .either:
                    guard try give(edge.start, edge.end) else { return false }
                    return try edge.start == edge.end || give(edge.end, edge.start)
                }
            }
            if let order { try traversal.forEach(in: order, take) } else { try traversal.forEach(take) }
            return goesOn
        }
    }
}

extension Frame {
    /// Whether one of the slots holds any relationship.
    func holdsRelationship(in others: [Int]) -> Bool {
        others.contains { slot in
            switch slots[slot] {
            case .relationship: true
            case .list(let list): !list.isEmpty
            default: false
            }
        }
    }

    /// Whether one of the slots holds the relationship, alone or in a list.
    func holds(_ relationship: RelationshipID, in others: [Int]) -> Bool {
        others.contains { slot in
            switch slots[slot] {
            case .relationship(let other): return other == relationship
            case .list(let list):
                return list.contains {
                    if case .relationship(relationship) = $0 { true } else { false }
                }
            default: return false
            }
        }
    }
}
