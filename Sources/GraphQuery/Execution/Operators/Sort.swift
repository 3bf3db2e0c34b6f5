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
        /// What was charged for it.
        let elementCount: Int
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        guard limit != 0 else { return true }
        let context = frame.context
        var rows: [Row] = []
        defer { context.release(rows.reduce(0) { $0 + $1.elementCount }) }
        // Swift's sort is stable: rows with equal keys stay in the order in which they came.
        func sort() throws { try rows.sort { try precedes($0.keys, $1.keys, context) } }
        let most = limit.flatMap { $0 < 1 << 20 ? 2 * $0 + 256 : nil } ?? Int.max
        // The first key of the last row that is still wanted: rows behind it are not looked at further.
        var bound: Value?
        _ = try upstream.run(frame) { frame in
            let first = try keys[0].value(frame)
            if let bound, isBehind(first, bound) { return !isPresorted }
            var rowKeys = [first]
            for key in keys.dropFirst() { rowKeys.append(try key.value(frame)) }
            let values = kept.map { frame.slots[$0] }
            let held = context.heldElements
            try context.charge(for: rowKeys)
            try context.charge(for: values)
            rows.append(Row(keys: rowKeys, values: values, elementCount: context.heldElements - held))
            if isPresorted, rows.count == limit { bound = first }
            if rows.count == most, let limit {
                try sort()
                context.release(rows[limit...].reduce(0) { $0 + $1.elementCount })
                rows.removeLast(rows.count - limit)
                bound = rows[limit - 1].keys[0]
            }
            return true
        }
        try sort()
        for row in rows.prefix(limit ?? rows.count) {
            for (slot, value) in zip(kept, row.values) { frame.slots[slot] = value }
            guard try consume(frame) else { return false }
        }
        return true
    }

    private func isBehind(_ value: Value, _ bound: Value) -> Bool {
        value.order(against: bound) == (keys[0].isAscending ? .greater : .less)
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
