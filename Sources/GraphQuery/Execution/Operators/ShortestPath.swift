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
    let source: RelationshipSource
    let findsAll: Bool
    let length: ClosedRange<Int>
    let conditions: StepConditions
    /// Gets the path, for `residual` to look at.
    let path: Int
    let residual: [Truth]
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .node(let start) = frame.slots[from], case .node(let end) = frame.slots[to] else { return true }
            guard try conditions.allow(start, frame), try conditions.allow(end, frame) else { return true }
            let search = WalkSearch(
                start: start, end: end, traversal: try source.traversal(frame), direction: source.direction, length: length,
                context: frame.context
            ) { adjacent in
                try !frame.holds(adjacent.relationship, in: others) && conditions.allow(adjacent.relationship, frame)
                    && conditions.allow(adjacent.neighbour, frame)
            }
            let walks: [[RelationshipID]]
            if !findsAll, residual.isEmpty, conditions.isEmpty, length.lowerBound <= 1, start != end, !frame.holdsRelationship(in: others),
                let walk = try search.traversal.shortestWalk(from: start, to: end, source.direction, maximumLength: length.upperBound)
            {
                walks = if case .found(let relationships) = walk { [relationships] } else { [] }
            } else if residual.isEmpty {
                walks = try search.shortest(all: findsAll)
            } else {
                walks = try search.byLength(all: findsAll) { walk in
                    frame.slots[path] = .path(walk)
                    frame.slots[relationships] = .list(walk.relationships.map(Value.relationship))
                    return try residual.allSatisfy { try $0.isTrue(frame) }
                }
            }
            for walk in walks {
                frame.slots[relationships] = .list(walk.map(Value.relationship))
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// The search for shortest walks between two nodes.
struct WalkSearch {
    let start: NodeID
    let end: NodeID
    let traversal: any Traversal
    let direction: Direction
    let length: ClosedRange<Int>
    let context: ExecutionContext
    let allows: (Adjacent) throws -> Bool

    /// One side of a search that goes from both ends at once.
    private struct Side {
        /// How far each node that was reached is from this side's end.
        var distances: [NodeID: Int]
        /// The steps by which it was reached: its relationship, and the node nearer to this side's end.
        var parents: [NodeID: [Adjacent]] = [:]
        var frontier: [NodeID]
        var depth = 0

        init(_ node: NodeID) {
            distances = [node: 0]
            frontier = [node]
        }
    }

    /// Breadth-first from both ends, always from the side with fewer nodes to look at.
    func shortest(all: Bool) throws -> [[RelationshipID]] {
        guard start != end else { return length.contains(0) ? [[]] : [] }
        var (forward, backward) = (Side(start), Side(end))
        while forward.depth + backward.depth < length.upperBound {
            guard !forward.frontier.isEmpty, !backward.frontier.isEmpty else { return [] }
            let meetings: [NodeID]
            if forward.frontier.count <= backward.frontier.count {
                try advance(&forward, direction)
                meetings = forward.frontier.filter { backward.distances[$0] != nil }
            } else {
                try advance(&backward, direction.reversed)
                meetings = backward.frontier.filter { forward.distances[$0] != nil }
            }
            guard meetings.isEmpty else { return try join(meetings, forward, backward, all: all) }
        }
        return []
    }

    private func advance(_ side: inout Side, _ direction: Direction) throws {
        var next: [NodeID] = []
        side.depth += 1
        for node in side.frontier {
            try traversal.forEach(of: node, direction) { adjacent in
                try context.step()
                let known = side.distances[adjacent.neighbour]
                guard known == nil || known == side.depth, try allows(adjacent) else { return true }
                if known == nil {
                    side.distances[adjacent.neighbour] = side.depth
                    next.append(adjacent.neighbour)
                    try context.charge(1)
                }
                side.parents[adjacent.neighbour, default: []].append(
                    Adjacent(relationship: adjacent.relationship, neighbour: node))
                return true
            }
        }
        side.frontier = next
    }

    private func join(_ meetings: [NodeID], _ forward: Side, _ backward: Side, all: Bool) throws -> [[RelationshipID]] {
        var walks: [[RelationshipID]] = []
        for meeting in meetings {
            let heads = try ways(to: meeting, forward, all: all)
            let tails = try ways(to: meeting, backward, all: all)
            for head in heads {
                for tail in tails {
                    try context.charge(head.count + tail.count)
                    walks.append(head.reversed() + tail)
                    guard all else { return walks }
                }
            }
        }
        return walks
    }

    /// The ways from a node back to its side's end, as relationships.
    private func ways(to node: NodeID, _ side: Side, all: Bool) throws -> [[RelationshipID]] {
        var ways: [[RelationshipID]] = []
        var unfinished: [(node: NodeID, way: [RelationshipID])] = [(node, [])]
        while let (node, way) = unfinished.popLast() {
            guard let parents = side.parents[node], side.distances[node] != 0 else {
                ways.append(way)
                guard all else { break }
                continue
            }
            for parent in (all ? parents[...] : parents.prefix(1)).reversed() {
                try context.charge(way.count + 1)
                unfinished.append((parent.neighbour, way + [parent.relationship]))
            }
        }
        return ways
    }

    /// All walks by length until one, or all of one length, fit as a whole.
    func byLength(all: Bool, _ fits: (PathValue) throws -> Bool) throws -> [[RelationshipID]] {
        var walks = [PathValue(nodes: [start], relationships: [])]
        var found: [[RelationshipID]] = []
        for steps in 0...length.upperBound {
            if length.contains(steps) {
                for walk in walks where walk.nodes[steps] == end {
                    guard try fits(walk) else { continue }
                    found.append(walk.relationships)
                    guard all else { return found }
                }
            }
            guard found.isEmpty, steps < length.upperBound else { return found }
            walks = try walks.flatMap(extensions)
            guard !walks.isEmpty else { return [] }
        }
        return found
    }

    private func extensions(of walk: PathValue) throws -> [PathValue] {
        var longer: [PathValue] = []
        try traversal.forEach(of: walk.nodes[walk.length], direction) { adjacent in
            try context.step()
            guard !walk.relationships.contains(adjacent.relationship), try allows(adjacent) else { return true }
            try context.charge(2 * walk.length + 3)
            longer.append(
                PathValue(nodes: walk.nodes + [adjacent.neighbour], relationships: walk.relationships + [adjacent.relationship]))
            return true
        }
        return longer
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
