/// The search for the shortest walks that fit as a whole: through all walks by length, none of which uses a relationship twice.
struct WalksByLength {
    let start: NodeID
    let end: NodeID
    let traversal: any Traversal
    let direction: Direction
    let context: ExecutionContext
    /// Whether a walk may take this step.
    let allows: (Adjacent) throws -> Bool
    /// How much memory was charged for the search and what it found.
    private(set) var held = 0
    /// All walks that were looked at, as their last steps.
    private var steps: [Step] = []

    /// A walk's last step, and the walk before it.
    private struct Step {
        var relationship: RelationshipID
        var node: NodeID
        /// Its index in `steps`; -1 for the walk without a step.
        var previous: Int
    }

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

    /// The first walk that fits, or all of its length that do.
    mutating func walks(in length: ClosedRange<Int>, all: Bool, _ fits: (PathValue) throws -> Bool) throws -> [PathValue] {
        var found: [PathValue] = []
        if length.contains(0), start == end {
            let walk = PathValue(nodes: [start], relationships: [])
            if try fits(walk) { return [walk] }
        }
        // The walks of the last length; at first the one without a step.
        var level = -1..<0
        var count = 0
        while count < length.upperBound, !level.isEmpty, found.isEmpty {
            count += 1
            let first = steps.count
            for walk in level {
                try extend(walk)
            }
            level = first..<steps.count
            guard count >= length.lowerBound else { continue }
            for index in level where steps[index].node == end {
                let walk = self.walk(index)
                guard try fits(walk) else { continue }
                try charge(2 * walk.length + 1)
                found.append(walk)
                if !all { break }
            }
        }
        return found
    }

    private mutating func extend(_ walk: Int) throws {
        let last = walk < 0 ? start : steps[walk].node
        try traversal.forEach(of: last, direction) { adjacent in
            try context.step()
            guard try !uses(walk, adjacent.relationship) && allows(adjacent) else { return true }
            try charge(1)
            steps.append(Step(relationship: adjacent.relationship, node: adjacent.neighbour, previous: walk))
            return true
        }
    }

    private func uses(_ walk: Int, _ relationship: RelationshipID) -> Bool {
        var index = walk
        while index >= 0 {
            if steps[index].relationship == relationship { return true }
            index = steps[index].previous
        }
        return false
    }

    private func walk(_ index: Int) -> PathValue {
        var nodes: [NodeID] = []
        var relationships: [RelationshipID] = []
        var index = index
        while index >= 0 {
            nodes.append(steps[index].node)
            relationships.append(steps[index].relationship)
            index = steps[index].previous
        }
        return PathValue(nodes: [start] + nodes.reversed(), relationships: relationships.reversed())
    }

    private mutating func charge(_ count: Int) throws {
        try context.charge(count)
        held += count
    }
}
