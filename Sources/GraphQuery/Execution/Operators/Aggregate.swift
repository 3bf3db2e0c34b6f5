/// One row for each group of rows with equal keys, in the order in which the groups came up.
struct Aggregate: Operator {
    struct Call {
        let slot: Int
        let argument: Evaluator
        let makeAccumulator: (Frame) throws -> any Accumulator
    }

    let upstream: any Operator
    let keys: [(slot: Int, value: Evaluator)]
    let calls: [Call]
    /// The slot that all keys depend on when there is just one: rows with the same node or relationship in it are of the same group.
    let soleDependency: Int?
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        let context = frame.context
        var groups = Groups(keys: keys.map(\.value), calls: calls)
        var held = 0
        defer { context.release(held) }
        _ = try upstream.run(frame) { frame in
            // What accumulators keep is theirs, and they end with this step.
            let before = context.heldElements
            let group = try groups.index(frame, soleDependency)
            try groups.add(frame, to: group)
            held += context.heldElements - before
            return true
        }
        if keys.isEmpty { try groups.addWhole(frame) }
        for group in 0..<groups.count {
            for (key, value) in zip(keys, groups.keys(of: group)) { frame.slots[key.slot] = value }
            for (call, accumulator) in zip(calls, groups.accumulators(of: group)) { frame.slots[call.slot] = try accumulator.result() }
            guard try consume(frame) else { return false }
        }
        return true
    }
}

/// The groups that have come up so far.
private struct Groups {
    private let keyValues: [Evaluator]
    private let calls: [Aggregate.Call]
    /// Keys and accumulators of all groups, one group after the other.
    private var keys: [Value] = []
    private var accumulators: [any Accumulator] = []
    private(set) var count = 0
    private var indices: [GroupKey: Int] = [:]
    /// The group of each node or relationship that all keys depend on, by its place in `entities`.
    private var groupsOfEntities: [Int32] = []
    private var entities = NumberTable()

    init(keys: [Evaluator], calls: [Aggregate.Call]) {
        keyValues = keys
        self.calls = calls
    }

    func keys(of group: Int) -> ArraySlice<Value> { keys[group * keyValues.count..<(group + 1) * keyValues.count] }

    func accumulators(of group: Int) -> ArraySlice<any Accumulator> { accumulators[group * calls.count..<(group + 1) * calls.count] }

    /// The group of the row, a new one if it is the first of it.
    mutating func index(_ frame: Frame, _ soleDependency: Int?) throws -> Int {
        guard let soleDependency, let number = frame.slots[soleDependency].entityNumber else { return try index(frame) }
        let (place, isNew) = entities.insert(number)
        if isNew {
            groupsOfEntities.append(-1)
            try frame.context.charge(1)
        }
        if groupsOfEntities[place] < 0 { groupsOfEntities[place] = Int32(try index(frame)) }
        return Int(groupsOfEntities[place])
    }

    private mutating func index(_ frame: Frame) throws -> Int {
        guard !keyValues.isEmpty else {
            if count == 0 { try append([], frame) }
            return 0
        }
        let values = try keyValues.map { try $0(frame) }
        let key = GroupKey(values)
        if let known = indices[key] { return known }
        try frame.context.charge(for: values)
        try frame.context.charge(calls.count)
        indices[key] = count
        try append(values, frame)
        return count - 1
    }

    private mutating func append(_ values: [Value], _ frame: Frame) throws {
        keys += values
        for call in calls { accumulators.append(try call.makeAccumulator(frame)) }
        count += 1
    }

    func add(_ frame: Frame, to group: Int) throws {
        let first = group * calls.count
        for index in calls.indices { try accumulators[first + index].add(calls[index].argument(frame)) }
    }

    /// Without keys all rows are one group, even when there is none.
    mutating func addWhole(_ frame: Frame) throws {
        if count == 0 { try append([], frame) }
    }
}

extension Value {
    /// A number that no other node or relationship of the kind has; nil for other values. Nodes and relationships are told apart by its sign.
    fileprivate var entityNumber: Int? {
        switch self {
        case .node(let id): id.number
        case .relationship(let id): ~id.number
        default: nil
        }
    }
}
