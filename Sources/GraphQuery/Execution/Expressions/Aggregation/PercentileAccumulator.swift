/// `percentileDisc` and `percentileCont` of numbers; null when there is none.
final class PercentileAccumulator: Accumulator {
    enum Kind {
        /// One of the numbers.
        case nearest
        /// Between the two numbers around the percentile.
        case interpolated
    }

    private let kind: Kind
    private let percentile: Value
    private let context: ExecutionContext
    private let location: SourceLocation
    private var numbers: [Value] = []

    init(_ kind: Kind, _ start: AggregationStart) {
        self.kind = kind
        percentile = start.second
        context = start.context
        location = start.location
    }

    func add(_ value: Value) throws {
        if value.isNull { return }
        guard value.asDouble != nil else { throw QueryError.wrongArgument(name, value, expected: "numbers").located(at: location) }
        _ = try fraction()
        try context.charge(1)
        numbers.append(value)
    }

    func result() throws -> Value {
        guard !numbers.isEmpty else { return .null }
        let sorted = numbers.sorted { $0.isOrdered(before: $1) }
        let fraction = try fraction()
        switch kind {
        case .nearest:
            // The first number that at least this part of all numbers does not exceed.
            let rank = (fraction * Double(sorted.count)).rounded(.up)
            return sorted[max(0, Int(rank) - 1)]
        case .interpolated:
            let position = fraction * Double(sorted.count - 1)
            let lower = Int(position)
            guard let below = sorted[lower].asDouble, let above = sorted[min(lower + 1, sorted.count - 1)].asDouble else {
                preconditionFailure("only numbers are kept")
            }
            let weight = position - Double(lower)
            return .float(weight == 0 ? below : below * (1 - weight) + above * weight)
        }
    }

    /// The percentile, which is from 0 to 1.
    private func fraction() throws -> Double {
        guard let fraction = percentile.asDouble else {
            throw QueryError.wrongArgument(name, percentile, expected: "a number from 0 to 1 for the percentile").located(at: location)
        }
        guard (0...1).contains(fraction) else {
            throw QueryError.outOfRange("the percentile of \(name)() is from 0 to 1").located(at: location)
        }
        return fraction
    }

    private var name: String { kind == .nearest ? "percentileDisc" : "percentileCont" }
}
