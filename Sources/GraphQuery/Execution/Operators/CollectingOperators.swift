/// Rows in order. Keeps the values of `kept` slots of each row; with a limit not many more rows than that.
struct Sort: Operator {
    struct Key {
        let value: Evaluator
        let isAscending: Bool
    }

    let upstream: any Operator
    let keys: [Key]
    let kept: [Int]
    /// How many rows of the beginning are wanted; nil for all.
    let limit: Int?
    /// The rows come in the order of the first key already: once enough are there, the first one past them is the end.
    let isPresorted: Bool
    let explanation: String

    var input: (any Operator)? { upstream }

    private struct Row {
        let keys: [Value]
        let values: [Value]
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        guard limit != 0 else { return true }
        var rows: [Row] = []
        let most = limit.flatMap { $0 < 1 << 20 ? 2 * $0 + 256 : nil } ?? Int.max
        // The first key of the last row that is still wanted: rows behind it are not looked at further.
        var bound: Value?
        _ = try upstream.run(frame) { frame in
            let first = try keys[0].value(frame)
            if let bound, isBehind(first, bound) { return !isPresorted }
            var values = [first]
            for key in keys.dropFirst() { values.append(try key.value(frame)) }
            let row = Row(keys: values, values: kept.map { frame.slots[$0] })
            if rows.count < most {
                try frame.context.charge(for: row.keys)
                try frame.context.charge(for: row.values)
            }
            rows.append(row)
            if isPresorted, rows.count == limit { bound = first }
            if rows.count == most, let limit {
                rows.sort(by: precedes)
                rows.removeLast(rows.count - limit)
                bound = rows[limit - 1].keys[0]
            }
            return true
        }
        // Swift's sort is stable: rows with equal keys stay in the order in which they came.
        rows.sort(by: precedes)
        for row in rows.prefix(limit ?? rows.count) {
            for (slot, value) in zip(kept, row.values) { frame.slots[slot] = value }
            guard try consume(frame) else { return false }
        }
        return true
    }

    private func isBehind(_ value: Value, _ bound: Value) -> Bool {
        value.order(against: bound) == (keys[0].isAscending ? .greater : .less)
    }

    private func precedes(_ left: Row, _ right: Row) -> Bool {
        for (index, key) in keys.enumerated() {
            switch left.keys[index].order(against: right.keys[index]) {
            case .less: return key.isAscending
            case .greater: return !key.isAscending
            default: continue
            }
        }
        return false
    }
}

/// Each different row once: the first of its kind.
struct Distinct: Operator {
    let upstream: any Operator
    let slots: [Int]

    var input: (any Operator)? { upstream }
    var explanation: String { "Distinct" }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        var seen: Set<GroupKey> = []
        return try upstream.run(frame) { frame in
            let values = slots.map { frame.slots[$0] }
            guard seen.insert(GroupKey(values)).inserted else { return true }
            try frame.context.charge(for: values)
            return try consume(frame)
        }
    }
}

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

    private struct Group {
        let keys: [Value]
        let accumulators: [any Accumulator]
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        var groups: [Group] = []
        var indices: [GroupKey: Int] = [:]
        var indicesOfEntities: [Int: Int] = [:]
        func index(_ frame: Frame) throws -> Int {
            let values = try keys.map { try $0.value(frame) }
            let key = GroupKey(values)
            if let known = indices[key] { return known }
            try frame.context.charge(for: values)
            try frame.context.charge(calls.count)
            groups.append(Group(keys: values, accumulators: try calls.map { try $0.makeAccumulator(frame) }))
            indices[key] = groups.count - 1
            return groups.count - 1
        }
        _ = try upstream.run(frame) { frame in
            let group: Int
            if let soleDependency, let entity = frame.slots[soleDependency].entityNumber {
                if let known = indicesOfEntities[entity] {
                    group = known
                } else {
                    group = try index(frame)
                    indicesOfEntities[entity] = group
                }
            } else {
                group = try index(frame)
            }
            for (number, call) in calls.enumerated() {
                try groups[group].accumulators[number].add(call.argument(frame))
            }
            return true
        }
        if groups.isEmpty, keys.isEmpty {
            groups.append(Group(keys: [], accumulators: try calls.map { try $0.makeAccumulator(frame) }))
        }
        for group in groups {
            for (key, value) in zip(keys, group.keys) { frame.slots[key.slot] = value }
            for (call, accumulator) in zip(calls, group.accumulators) { frame.slots[call.slot] = try accumulator.result() }
            guard try consume(frame) else { return false }
        }
        return true
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

/// The rows of several plans one after the other, each plan's columns moved into the same slots.
struct Union: Operator {
    struct Part {
        let plan: any Operator
        let columns: [Int]
    }

    let parts: [Part]
    let slots: [Int]

    var input: (any Operator)? { nil }
    var explanation: String { "Union" }
    var inner: [any Operator] { parts.map(\.plan) }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        for part in parts {
            let goesOn = try part.plan.run(frame) { frame in
                for (slot, column) in zip(slots, part.columns) { frame.slots[slot] = frame.slots[column] }
                return try consume(frame)
            }
            guard goesOn else { return false }
        }
        return true
    }
}
