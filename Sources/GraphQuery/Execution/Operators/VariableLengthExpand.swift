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
    let traversal: any Traversal
    let direction: Direction
    /// Nil when no walk has the length that is asked for.
    let length: ClosedRange<Int>?
    /// The walk is searched from the pattern's right end, so that its list is turned round.
    let isReversed: Bool
    let conditions: StepConditions
    let others: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard let length, case .node(let start) = frame.slots[from] else { return true }
            var target: NodeID?
            if isInto {
                guard case .node(let known) = frame.slots[to] else { return true }
                target = known
            }
            guard try conditions.allow(start, frame) else { return true }
            var search = Search(isLong: length.upperBound > Search.shortLength, context: frame.context)
            defer { search.release() }
            /// Hands on the walk so far if it is one that was asked for; false when no more are wanted.
            func give(_ end: NodeID) throws -> Bool {
                guard length.contains(search.walk.count), target.map({ $0 == end }) ?? true else { return true }
                frame.slots[relationships] = .list((isReversed ? search.walk.reversed() : search.walk).map(Value.relationship))
                if !isInto { frame.slots[to] = .node(end) }
                return try consume(frame)
            }
            guard try give(start) else { return false }
            if length.upperBound > 0 { try search.descend(to: start, traversal, direction) }
            while let step = search.next() {
                guard !search.isUsed(step.relationship), !frame.holds(step.relationship, in: others),
                    try conditions.allow(step.relationship, frame), try conditions.allow(step.neighbour, frame)
                else { continue }
                search.take(step.relationship)
                guard try give(step.neighbour) else { return false }
                if search.walk.count < length.upperBound {
                    try search.descend(to: step.neighbour, traversal, direction)
                } else {
                    search.ascend()
                }
            }
            return true
        }
    }
}

/// The walk so far and, for each of its nodes, the steps that are still to be tried: a stack of our own, as walks can be long.
private struct Search {
    /// A walk of this length is looked through faster than a set.
    static let shortLength = 16

    private let context: ExecutionContext
    private(set) var walk: [RelationshipID] = []
    /// The walk's relationships; nil when it stays short.
    private var used: Set<RelationshipID>?
    /// The steps of all nodes of the walk, the next one last.
    private var untried: [Adjacent] = []
    /// Where in `untried` the steps of each node begin.
    private var starts: [Int] = []
    private var charged = 0

    init(isLong: Bool, context: ExecutionContext) {
        self.context = context
        used = isLong ? [] : nil
    }

    /// The next step from the walk's last node that has one; nodes whose steps have all been tried are left.
    mutating func next() -> Adjacent? {
        while let start = starts.last {
            if untried.count > start { return untried.removeLast() }
            starts.removeLast()
            ascend()
        }
        return nil
    }

    func isUsed(_ relationship: RelationshipID) -> Bool {
        used?.contains(relationship) ?? walk.contains(relationship)
    }

    mutating func take(_ relationship: RelationshipID) {
        walk.append(relationship)
        used?.insert(relationship)
    }

    mutating func ascend() {
        if let last = walk.popLast() { used?.remove(last) }
    }

    mutating func descend(to node: NodeID, _ traversal: any Traversal, _ direction: Direction) throws {
        let start = untried.count
        starts.append(start)
        try traversal.forEach(of: node, direction) { adjacent in
            try context.step()
            untried.append(adjacent)
            return true
        }
        untried[start...].reverse()
        let held = untried.count + 3 * walk.count
        guard held > charged else { return }
        try context.charge(held - charged)
        charged = held
    }

    func release() {
        context.release(charged)
    }
}
