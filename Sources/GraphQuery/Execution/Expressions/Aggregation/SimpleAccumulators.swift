/// `count`: values that are not null.
final class CountingAccumulator: Accumulator {
    private var count = 0

    func add(_ value: Value) {
        if !value.isNull { count += 1 }
    }

    func result() -> Value { .integer(count) }
}

/// `min` and `max` by the order of ORDER BY, whatever the types; null when there is no value.
final class ExtremeAccumulator: Accumulator {
    private let wanted: Value.Comparison
    private var extreme: Value = .null

    /// - Parameter wanted: how the result compares with the other values: `.less` or `.greater`.
    init(_ wanted: Value.Comparison) {
        self.wanted = wanted
    }

    func add(_ value: Value) {
        guard !value.isNull else { return }
        if extreme.isNull || value.order(against: extreme) == wanted { extreme = value }
    }

    func result() -> Value { extreme }
}

/// `collect`: the list of values, without nulls.
final class CollectingAccumulator: Accumulator {
    private var values: [Value] = []
    private let context: ExecutionContext

    init(_ start: AggregationStart) {
        context = start.context
    }

    func add(_ value: Value) throws {
        guard !value.isNull else { return }
        try context.charge(value.elementCount)
        values.append(value)
    }

    func result() -> Value { .list(values) }
}

/// DISTINCT: hands each value on once.
final class DistinctAccumulator: Accumulator {
    private let base: any Accumulator
    private let context: ExecutionContext
    private var seen: Set<GroupKey> = []

    init(_ base: any Accumulator, context: ExecutionContext) {
        self.base = base
        self.context = context
    }

    func add(_ value: Value) throws {
        guard !value.isNull, seen.insert(GroupKey(value)).inserted else { return }
        try context.charge(value.elementCount)
        try base.add(value)
    }

    func result() throws -> Value { try base.result() }
}
