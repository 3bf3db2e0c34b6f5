/// The search for shortest walks between two nodes: breadth-first from both ends, always from the side with fewer nodes to look at.
struct ShortestWalks {
    let start: NodeID
    let end: NodeID
    let traversal: any Traversal
    let direction: Direction
    let context: ExecutionContext
    /// Whether a walk may take this step.
    let allows: (Adjacent) throws -> Bool
    /// How much memory was charged for the search and what it found.
    private(set) var held = 0

    init(
        start: NodeID, end: NodeID, traversal: any Traversal, direction: Direction, context: ExecutionContext,
        allows: @escaping (Adjacent) throws -> Bool
    ) {
        self.start = start
        self.end = end
        self.traversal = traversal
        self.direction = direction
        self.context = context
        self.allows = allows
    }

    /// One side of the search. Nodes are told by their places in `nodes`, which are in the order in which they were reached.
    private struct Side {
        var table = NumberTable()
        var nodes: [NodeID] = []
        /// The last step by which each node was reached; -1 for the side's end.
        var lastSteps: [Int32] = []
        var steps: [Step] = []
        /// The nodes that were reached last.
        var level: Range<Int> = 0..<1
        var depth = 0

        /// A step from a node that is nearer to the side's end.
        struct Step {
            var relationship: RelationshipID
            var from: Int32
            /// Another step to the same node; -1 when there is none.
            var next: Int32
        }

        init(_ node: NodeID) {
            _ = table.insert(node.number)
            nodes.append(node)
            lastSteps.append(-1)
        }
    }

    /// The shortest walk, or all of that length; none when the shortest is longer than allowed. A walk of one node or more than one.
    mutating func walks(in length: ClosedRange<Int>, all: Bool) throws -> [PathValue] {
        guard start != end else { return length.contains(0) ? [PathValue(nodes: [start], relationships: [])] : [] }
        var (forward, backward) = (Side(start), Side(end))
        while forward.depth + backward.depth < length.upperBound {
            guard !forward.level.isEmpty, !backward.level.isEmpty else { return [] }
            let meetings =
                forward.level.count <= backward.level.count
                ? try advance(&forward, direction, towards: backward, all: all)
                : try advance(&backward, direction.reversed, towards: forward, all: all)
            guard meetings.isEmpty else { return try join(meetings, forward, backward, all: all) }
        }
        return []
    }

    /// Takes one more step from the nodes that were reached last.
    /// - Returns: nodes that the other side has reached, too; without `all` the first.
    private mutating func advance(_ side: inout Side, _ direction: Direction, towards other: Side, all: Bool) throws -> [NodeID] {
        var meetings: [NodeID] = []
        let level = side.level
        let firstOfNext = side.nodes.count
        side.depth += 1
        for place in level {
            try traversal.forEach(of: side.nodes[place], direction) { adjacent in
                try context.step()
                let number = adjacent.neighbour.number
                if let known = side.table.place(of: number), !all || known < firstOfNext { return true }
                guard try allows(adjacent) else { return true }
                let (reached, isNew) = side.table.insert(number)
                if isNew {
                    side.nodes.append(adjacent.neighbour)
                    side.lastSteps.append(-1)
                    // 72 bytes with what the arrays keep free.
                    try charge(3)
                    if other.table.place(of: number) != nil { meetings.append(adjacent.neighbour) }
                } else {
                    try charge(1)
                }
                side.steps.append(
                    Side.Step(relationship: adjacent.relationship, from: Int32(place), next: side.lastSteps[reached]))
                side.lastSteps[reached] = Int32(side.steps.count - 1)
                return all || meetings.isEmpty
            }
            if !all, !meetings.isEmpty { break }
        }
        side.level = firstOfNext..<side.nodes.count
        return meetings
    }

    private mutating func charge(_ count: Int) throws {
        try context.charge(count)
        held += count
    }

    private mutating func join(_ meetings: [NodeID], _ forward: Side, _ backward: Side, all: Bool) throws -> [PathValue] {
        var walks: [PathValue] = []
        for meeting in meetings {
            let heads = try ways(to: meeting, forward, all: all)
            let tails = try ways(to: meeting, backward, all: all)
            for head in heads {
                for tail in tails {
                    try charge(2 * (head.length + tail.length))
                    walks.append(
                        PathValue(
                            nodes: head.nodes.reversed() + tail.nodes.dropFirst(),
                            relationships: head.relationships.reversed() + tail.relationships))
                }
            }
        }
        return walks
    }

    /// The ways from a node back to its side's end.
    private mutating func ways(to node: NodeID, _ side: Side, all: Bool) throws -> [PathValue] {
        var ways: [PathValue] = []
        guard let place = side.table.place(of: node.number) else { return [] }
        var unfinished = [(place: place, way: PathValue(nodes: [node], relationships: []))]
        while let (place, way) = unfinished.popLast() {
            guard side.lastSteps[place] >= 0 else {
                ways.append(way)
                continue
            }
            var next = side.lastSteps[place]
            while next >= 0 {
                let step = side.steps[Int(next)]
                try context.step()
                try charge(2 * way.length + 3)
                unfinished.append(
                    (
                        Int(step.from),
                        PathValue(nodes: way.nodes + [side.nodes[Int(step.from)]], relationships: way.relationships + [step.relationship])
                    ))
                next = all ? step.next : -1
            }
        }
        return ways
    }
}
