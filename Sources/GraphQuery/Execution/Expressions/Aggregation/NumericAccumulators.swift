/// `sum` of numbers, or of durations: 0 when there is none; an integer as long as all are.
final class SumAccumulator: Accumulator {
    private var sum: Value = .integer(0)
    private var isEmpty = true
    private let location: SourceLocation

    init(_ start: AggregationStart) {
        location = start.location
    }

    func add(_ value: Value) throws {
        switch value {
        case .null: return
        case .integer, .float, .duration: sum = isEmpty ? value : try Arithmetic.number(.add, sum, value, at: location)
        default: throw QueryError.wrongArgument("sum", value, expected: "numbers or durations").located(at: location)
        }
        isEmpty = false
    }

    func result() -> Value { sum }
}

/// `avg` of numbers, or of durations; null when there is none.
final class MeanAccumulator: Accumulator {
    private var mean = RunningMean()
    private var durations: Value = .null
    private var durationCount = 0
    private let location: SourceLocation

    init(_ start: AggregationStart) {
        location = start.location
    }

    func add(_ value: Value) throws {
        switch value {
        case .null: return
        case .integer(let number): mean.add(Double(number))
        case .float(let number): mean.add(number)
        case .duration:
            durations = durationCount == 0 ? value : try Arithmetic.number(.add, durations, value, at: location)
            durationCount += 1
        default: throw QueryError.wrongArgument("avg", value, expected: "numbers or durations").located(at: location)
        }
        guard durationCount == 0 || mean.count == 0 else {
            throw QueryError.wrongOperand("avg() takes numbers or durations, not both", at: location)
        }
    }

    func result() throws -> Value {
        if durationCount > 0 { return try Arithmetic.number(.divide, durations, .integer(durationCount), at: location) }
        return mean.count == 0 ? .null : .float(mean.value)
    }
}

/// `stDev` (of a sample: divided by n - 1) and `stDevP` (of a population: by n); 0 for fewer than two numbers.
final class DeviationAccumulator: Accumulator {
    enum Kind { case sample, population }

    private let kind: Kind
    private let location: SourceLocation
    private var mean = RunningMean()

    init(_ kind: Kind, _ start: AggregationStart) {
        self.kind = kind
        location = start.location
    }

    func add(_ value: Value) throws {
        if value.isNull { return }
        guard let number = value.asDouble else {
            throw QueryError.wrongArgument(kind == .sample ? "stDev" : "stDevP", value, expected: "numbers").located(at: location)
        }
        mean.add(number)
    }

    func result() -> Value {
        guard mean.count > 1 else { return .float(0) }
        return .float((mean.squares / Double(kind == .sample ? mean.count - 1 : mean.count)).squareRoot())
    }
}

/// Mean and variance of numbers as they come (Welford 1962): exact where the sum of the squares would lose digits.
private struct RunningMean {
    private(set) var count = 0
    private(set) var value = 0.0
    /// The sum of the squared distances from the mean.
    private(set) var squares = 0.0

    mutating func add(_ number: Double) {
        count += 1
        let distance = number - value
        value += distance / Double(count)
        squares += distance * (number - value)
    }
}
