/// A decimal number kept to 18 places, in which fractions of months, days and seconds are handed down without the noise of binary floats.
struct ExactDecimal: Sendable, Hashable {
    /// The number times 10 to the power of 18.
    var attos: Int128

    static let one: Int128 = 1_000_000_000_000_000_000
    static let zero = ExactDecimal(attos: 0)
}

extension ExactDecimal {
    init(_ number: Int) {
        attos = Int128(number) * Self.one
    }

    /// The shortest decimal number that reads as `number`, so that 70.1 is 70 and a tenth.
    ///
    /// - Returns: nil when it is not finite or has more than 18 digits before the point.
    init?(_ number: Double) {
        guard number.isFinite, abs(number) < 1e18 else { return nil }
        let parts = number.description.split(separator: "e")
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".")
        let places = mantissa.count == 2 ? mantissa[1].utf8.count : 0
        guard var digits = Int128(mantissa.joined()) else { return nil }
        let shift = 18 - places + exponent
        for _ in 0..<abs(shift) where digits != 0 { digits = shift > 0 ? digits * 10 : digits / 10 }
        attos = digits
    }

    /// Towards zero.
    var whole: Int128 { attos / Self.one }
    /// Of the same sign as `whole`, in attos.
    var fraction: Int128 { attos % Self.one }

    /// Nil when the sum has more than 20 digits before the point.
    func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let (sum, overflows) = attos.addingReportingOverflow(other.attos)
        return overflows ? nil : ExactDecimal(attos: sum)
    }

    /// Nil when the product has more than 20 digits before the point.
    func multiplied(by factor: Int) -> ExactDecimal? {
        let (product, overflows) = attos.multipliedReportingOverflow(by: Int128(factor))
        return overflows ? nil : ExactDecimal(attos: product)
    }
}

extension CalendarDuration {
    /// The duration whose parts have fractions: those of months become days, those of days seconds.
    ///
    /// - Throws: `QueryError` when a part does not fit into 64 bits.
    init(months: ExactDecimal, days: ExactDecimal, seconds: ExactDecimal) throws {
        guard [months, days, seconds].allSatisfy({ $0.attos.magnitude < Int128.max.magnitude / 2 }) else {
            throw QueryError.durationTooLong
        }
        // The average month of the Gregorian calendar has 30.436875 days: 146 097 in 4 800.
        let allDays = ExactDecimal(attos: days.attos + months.fraction * 30_436_875 / 1_000_000)
        let sum = seconds.attos + allDays.fraction * Int128(LocalTime.secondsPerDay)
        // A hundredth of a nanosecond makes up for a third that ends after 18 places.
        let allSeconds = ExactDecimal(attos: sum + sum.signum() * 10_000_000)
        let nanoseconds = allSeconds.fraction / 1_000_000_000
        let isBelowZero = nanoseconds < 0
        guard let months = Int(exactly: months.whole), let days = Int(exactly: allDays.whole),
            let seconds = Int(exactly: allSeconds.whole - (isBelowZero ? 1 : 0))
        else { throw QueryError.durationTooLong }
        self.init(
            months: months, days: days, seconds: seconds, nanoseconds: Int32(isBelowZero ? nanoseconds + 1_000_000_000 : nanoseconds))
    }
}
