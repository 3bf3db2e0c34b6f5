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
        let first: Value
        /// The keys after the first.
        let others: [Value]
        let values: [Value]
        /// What was charged for it.
        let elementCount: Int
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        guard limit != 0 else { return true }
        let context = frame.context
        var rows: [Row] = []
        defer { context.release(rows.reduce(0) { $0 + $1.elementCount }) }
        let most = limit.flatMap { $0 < 1 << 20 ? 2 * $0 + 256 : nil } ?? Int.max
        // The first key of the last row that is still wanted: rows behind it are not looked at further.
        var bound: Value?
        _ = try upstream.run(frame) { frame in
            let first = try keys[0].value(frame)
            if let bound, isBehind(first, bound) { return !isPresorted }
            let others = try keys.dropFirst().map { try $0.value(frame) }
            let values = kept.map { frame.slots[$0] }
            let held = context.heldElements
            try context.charge(first.elementCount)
            try context.charge(for: others)
            try context.charge(for: values)
            rows.append(Row(first: first, others: others, values: values, elementCount: context.heldElements - held))
            if isPresorted, rows.count == limit { bound = first }
            if rows.count == most, let limit {
                let order = try order(of: rows, context)
                context.release(order[limit...].reduce(0) { $0 + rows[$1].elementCount })
                rows = order.prefix(limit).map { rows[$0] }
                bound = rows[limit - 1].first
            }
            return true
        }
        for index in try order(of: rows, context).prefix(limit ?? rows.count) {
            for (slot, value) in zip(kept, rows[index].values) { frame.slots[slot] = value }
            guard try consume(frame) else { return false }
        }
        return true
    }

    /// The places of the rows in their order; rows with equal keys stay in the order in which they came.
    private func order(of rows: [Row], _ context: ExecutionContext) throws -> [Int] {
        guard let numbers = Self.numbers(rows) else {
            return try rows.indices.sorted { left, right in
                try context.step()
                let first = compare(rows[left].first, rows[right].first, by: keys[0])
                return first == 0 ? precedes(rows[left], rows[right]) ?? (left < right) : first < 0
            }
        }
        // Numbers and days are what rows are mostly ordered by: comparing them as such is several times faster.
        let sign = keys[0].isAscending ? 1 : -1
        return try numbers.indices.sorted { left, right in
            try context.step()
            let (first, second) = (numbers[left], numbers[right])
            if first != second { return sign > 0 ? first < second : first > second }
            return precedes(rows[left], rows[right]) ?? (left < right)
        }
    }

    /// The first keys as numbers of the same order; nil unless all are whole numbers, or all are days.
    private static func numbers(_ rows: [Row]) -> [Int]? {
        var numbers: [Int] = []
        numbers.reserveCapacity(rows.count)
        var areDays: Bool?
        for row in rows {
            switch row.first {
            case .integer(let number) where areDays != true:
                areDays = false
                numbers.append(number)
            case .date(let date) where areDays != false:
                areDays = true
                numbers.append(date.daysSince1970)
            default: return nil
            }
        }
        return numbers
    }

    private func isBehind(_ value: Value, _ bound: Value) -> Bool {
        value.order(against: bound) == (keys[0].isAscending ? .greater : .less)
    }

    /// Whether one row of the same first key comes before another; nil when all keys are equal.
    private func precedes(_ left: Row, _ right: Row) -> Bool? {
        for (index, key) in keys.dropFirst().enumerated() {
            let order = compare(left.others[index], right.others[index], by: key)
            if order != 0 { return order < 0 }
        }
        return nil
    }

    /// Negative when the first value comes first.
    private func compare(_ left: Value, _ right: Value, by key: Key) -> Int {
        switch left.order(against: right) {
        case .less: key.isAscending ? -1 : 1
        case .greater: key.isAscending ? 1 : -1
        default: 0
        }
    }
}
