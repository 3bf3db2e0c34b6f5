/// Sums, products and quotients of durations.
extension CalendarDuration {
    /// - Throws: `QueryError` when a part does not fit into 64 bits.
    func adding(_ other: CalendarDuration) throws -> CalendarDuration {
        let parts = Int(nanoseconds) + Int(other.nanoseconds)
        let carry = parts / LocalTime.nanosecondsPerSecond
        return CalendarDuration(
            months: try sum(months, other.months), days: try sum(days, other.days),
            seconds: try sum(try sum(seconds, other.seconds), carry), nanoseconds: Int32(parts % LocalTime.nanosecondsPerSecond))
    }

    /// - Throws: `QueryError` when a part does not fit into 64 bits.
    func negated() throws -> CalendarDuration {
        let borrow = nanoseconds > 0 ? 1 : 0
        return CalendarDuration(
            months: try difference(0, months), days: try difference(0, days), seconds: try difference(-borrow, seconds),
            nanoseconds: borrow == 0 ? 0 : Int32(LocalTime.nanosecondsPerSecond) - nanoseconds)
    }

    /// - Throws: `QueryError` when a part does not fit into 64 bits.
    func multiplied(by factor: ExactDecimal) throws -> CalendarDuration {
        guard let months = factor.multiplied(by: months), let days = factor.multiplied(by: days),
            let seconds = factor.multiplied(by: seconds), let parts = factor.multiplied(by: Int(nanoseconds)),
            let allSeconds = seconds.adding(ExactDecimal(attos: parts.attos / Int128(LocalTime.nanosecondsPerSecond)))
        else { throw QueryError.durationTooLong }
        return try CalendarDuration(months: months, days: days, seconds: allSeconds)
    }

    /// - Parameter divisor: not 0.
    func divided(by divisor: Int) throws -> CalendarDuration {
        let seconds = Int128(seconds) * ExactDecimal.one + Int128(nanoseconds) * (ExactDecimal.one / Int128(LocalTime.nanosecondsPerSecond))
        return try CalendarDuration(
            months: ExactDecimal(attos: ExactDecimal(months).attos / Int128(divisor)),
            days: ExactDecimal(attos: ExactDecimal(days).attos / Int128(divisor)), seconds: ExactDecimal(attos: seconds / Int128(divisor)))
    }

    /// Seconds without their nanoseconds, rounded towards zero.
    var wholeSeconds: Int { seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds }
}

extension Value {
    /// A duration times this number.
    ///
    /// - Returns: nil when this is no number.
    func product(with duration: CalendarDuration) throws -> CalendarDuration? {
        switch self {
        case .integer(let number): return try duration.multiplied(by: ExactDecimal(number))
        case .float(let number): return try duration.multiplied(by: try factor(number))
        default: return nil
        }
    }

    /// A duration divided by this number.
    ///
    /// - Returns: nil when this is no number.
    /// - Throws: `QueryError` for 0.
    func quotient(of duration: CalendarDuration) throws -> CalendarDuration? {
        switch self {
        case .integer(0), .float(0):
            throw QueryError(.arithmeticError, .runtime, "DivisionByZero", "a duration cannot be divided by 0; give another number")
        case .integer(let number): return try duration.divided(by: number)
        case .float(let number):
            if let whole = Int(exactly: number) { return try duration.divided(by: whole) }
            return try duration.multiplied(by: try factor(1 / number))
        default: return nil
        }
    }
}

private func factor(_ number: Double) throws -> ExactDecimal {
    guard let factor = ExactDecimal(number) else {
        throw QueryError.temporalOutOfRange("a duration cannot be multiplied by \(number); use a number below 1e18")
    }
    return factor
}

private func sum(_ left: Int, _ right: Int) throws -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw QueryError.durationTooLong }
    return sum
}

private func difference(_ left: Int, _ right: Int) throws -> Int {
    let (difference, overflows) = left.subtractingReportingOverflow(right)
    guard !overflows else { throw QueryError.durationTooLong }
    return difference
}
