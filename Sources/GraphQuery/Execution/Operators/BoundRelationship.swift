/// For each row whose relationship is known, the nodes at its ends: a step of a pattern with a variable of an earlier clause.
struct BoundRelationship: Operator {
    let upstream: any Operator
    let relationship: Int
    let left: Int
    let right: Int
    let isLeftKnown: Bool
    let isRightKnown: Bool
    let direction: Direction
    let types: [String]
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .relationship(let id) = frame.slots[relationship], !frame.holds(id, in: others) else { return true }
            let graph = frame.context.graph
            if !types.isEmpty {
                guard try types.contains(graph.type(of: id)) else { return true }
            }
            let ends = try graph.ends(of: id)
            let (known, other) = (frame.slots[left], frame.slots[right])
            func give(_ first: NodeID, _ second: NodeID) throws -> Bool {
                if isLeftKnown { guard case .node(first) = known else { return true } }
                if isRightKnown { guard case .node(second) = other else { return true } }
                frame.slots[left] = .node(first)
                frame.slots[right] = .node(second)
                return try consume(frame)
            }
            if direction != .incoming {
                guard try give(ends.start, ends.end) else { return false }
            }
            guard direction != .outgoing, direction == .incoming || ends.start != ends.end else { return true }
            return try give(ends.end, ends.start)
        }
    }
}

/// For each row whose list of relationships is known, the ends of the walk along it.
struct BoundWalk: Operator {
    let upstream: any Operator
    let relationships: Int
    let left: Int
    let right: Int
    let isLeftKnown: Bool
    let isRightKnown: Bool
    let direction: Direction
    let types: [String]
    let length: ClosedRange<Int>
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .list(let list) = frame.slots[relationships], length.contains(list.count) else { return true }
            let graph = frame.context.graph
            var starts: [NodeID] = []
            if isLeftKnown {
                guard case .node(let node) = frame.slots[left] else { return true }
                starts = [node]
            } else if case .relationship(let first)? = list.first {
                let ends = try graph.ends(of: first)
                starts = ends.start == ends.end ? [ends.start] : [ends.start, ends.end]
            }
            let known = frame.slots[right]
            for start in starts {
                guard let end = try end(of: list, from: start, in: graph) else { continue }
                if isRightKnown { guard case .node(end) = known else { continue } }
                frame.slots[left] = .node(start)
                frame.slots[right] = .node(end)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }

    /// Where the walk ends; nil when the relationships do not make one in this direction.
    private func end(of list: [Value], from start: NodeID, in graph: any PropertyGraph) throws -> NodeID? {
        var current = start
        for case .relationship(let id) in list {
            let ends = try graph.ends(of: id)
            if !types.isEmpty {
                guard try types.contains(graph.type(of: id)) else { return nil }
            }
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
