/// Rows in order. Keeps the values of `kept` slots of each row; with a limit no more rows than twice that.
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
    let explanation: String

    var input: (any Operator)? { upstream }

    private struct Row {
        let keys: [Value]
        let values: [Value]

        var elementCount: Int {
            get throws { try keys.elementCount + values.elementCount }
        }
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        guard limit != 0 else { return true }
        let context = frame.context
        var rows: [Row] = []
        var held = 0
        defer { context.release(held) }
        // Swift's sort is stable: rows with equal keys stay in the order in which they came.
        func sort() throws { try rows.sort { try precedes($0.keys, $1.keys, context) } }
        let most = limit.flatMap { $0 < 1 << 20 ? 2 * $0 + 1024 : nil } ?? Int.max
        /// The keys of the last row that is wanted of those that have come so far.
        var last: [Value]?
        _ = try upstream.run(frame) { frame in
            let rowKeys = try keys.map { try $0.value(frame) }
            if let last, try !precedes(rowKeys, last, context) { return true }
            let row = Row(keys: rowKeys, values: kept.map { frame.slots[$0] })
            let count = try row.elementCount
            try context.charge(count)
            held += count
            rows.append(row)
            guard rows.count == most, let limit else { return true }
            try sort()
            let rest = try rows[limit...].reduce(0) { try $0 + $1.elementCount }
            context.release(rest)
            held -= rest
            rows.removeLast(rows.count - limit)
            last = rows.last?.keys
            return true
        }
        try sort()
        for row in rows.prefix(limit ?? rows.count) {
            for (slot, value) in zip(kept, row.values) { frame.slots[slot] = value }
            guard try consume(frame) else { return false }
        }
        return true
    }

    private func precedes(_ left: [Value], _ right: [Value], _ context: ExecutionContext) throws -> Bool {
        try context.step()
        for (index, key) in keys.enumerated() {
            switch left[index].order(against: right[index]) {
            case .less: return key.isAscending
            case .greater: return !key.isAscending
            default: continue
            }
        }
        return false
    }
}
