/// For each row, the shortest walk between two nodes, or all walks of that length.
///
/// Conditions on the steps are looked at inside the search, so that a longer walk of allowed steps is found. Conditions on the walk as a
/// whole make it go through the walks by length until one fits.
struct ShortestPath: Operator {
    let upstream: any Operator
    let from: Int
    let to: Int
    /// Gets the list of relationships.
    let relationships: Int
    /// Gets the path.
    let path: Int
    /// The walk is one relationship, which `relationships` gets instead of a list.
    let isSingle: Bool
    let findsAll: Bool
    let traversal: any Traversal
    let direction: Direction
    /// Nil when no walk has the length that is asked for.
    let length: ClosedRange<Int>?
    let conditions: StepConditions
    /// What the walk as a whole must meet.
    let residual: [Truth]
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard let length, case .node(let start) = frame.slots[from], case .node(let end) = frame.slots[to],
                try conditions.allow(start, frame), try conditions.allow(end, frame)
            else { return true }
            var held = 0
            defer { frame.context.release(held) }
            let walks = try walks(from: start, to: end, length, frame, &held)
            for walk in walks {
                fill(walk, frame)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }

    private func walks(
        from start: NodeID, to end: NodeID, _ length: ClosedRange<Int>, _ frame: Frame, _ held: inout Int
    ) throws -> [PathValue] {
        func allows(_ adjacent: Adjacent) throws -> Bool {
            try !frame.holds(adjacent.relationship, in: others) && conditions.allow(adjacent.relationship, frame)
                && conditions.allow(adjacent.neighbour, frame)
        }
        if residual.isEmpty, length.lowerBound <= 1 {
            if !findsAll, conditions.isEmpty, start != end, !frame.holdsRelationship(in: others),
                let walk = try traversal.shortestWalk(from: start, to: end, direction, maximumLength: length.upperBound)
            {
                guard case .found(let relationships) = walk else { return [] }
                return [try path(along: relationships, from: start, frame)]
            }
            var search = ShortestWalks(
                start: start, end: end, traversal: traversal, direction: direction, context: frame.context, allows: allows)
            defer { held = search.held }
            return try search.walks(in: length, all: findsAll)
        }
        var search = WalksByLength(
            start: start, end: end, traversal: traversal, direction: direction, context: frame.context, allows: allows)
        defer { held = search.held }
        return try search.walks(in: length, all: findsAll) { walk in
            fill(walk, frame)
            return try residual.allSatisfy { try $0.isTrue(frame) }
        }
    }

    private func path(along relationships: [RelationshipID], from start: NodeID, _ frame: Frame) throws -> PathValue {
        var nodes = [start]
        for relationship in relationships {
            let ends = try frame.context.graph.ends(of: relationship)
            nodes.append(ends.start == nodes[nodes.count - 1] ? ends.end : ends.start)
        }
        return PathValue(nodes: nodes, relationships: relationships)
    }

    private func fill(_ walk: PathValue, _ frame: Frame) {
        frame.slots[path] = .path(walk)
        frame.slots[relationships] =
            isSingle ? walk.relationships.first.map(Value.relationship) ?? .null : .list(walk.relationships.map(Value.relationship))
    }
}

extension Direction {
    var reversed: Direction {
        switch self {
        case .outgoing: .incoming
        case .incoming: .outgoing
        case .either: .either
        }
    }
}
