/// Reads the notations of ISO 8601 that openCypher knows, from left to right; each part is nil when something else stands there.
struct TemporalReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Steps over the character if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// -1 or 1 for a sign; nil when there is none.
    mutating func sign() -> Int? {
        if take("-") { return -1 }
        return take("+") ? 1 : nil
    }

    /// How many digits come next.
    var digitCount: Int {
        bytes[position...].prefix { (48...57).contains($0) }.count
    }

    /// The number written with the next digits.
    ///
    /// - Parameter counts: how many digits it may have, 18 at most; it takes as many as it can.
    mutating func number(digits counts: ClosedRange<Int>) -> Int? {
        let count = min(digitCount, counts.upperBound)
        guard count >= counts.lowerBound else { return nil }
        defer { position += count }
        return bytes[position..<position + count].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// A fraction after a dot or comma, in units of 10 to the power of `-places`; further digits are cut off. 0 when there is none.
    mutating func fraction(places: Int) -> Int? {
        guard take(".") || take(",") else { return 0 }
        let digits = digitCount
        guard digits > 0 else { return nil }
        let kept = min(digits, places)
        let value = number(digits: kept...kept)
        position += digits - kept
        return value.map { value in (kept..<places).reduce(value) { result, _ in result * 10 } }
    }

    /// `2015-07-21`, `20150721`, `2015-W30-2`, `2015W302`, `2015-Q3-21`, `2015Q321`, `2015-202`, `2015202`, or the start of one; a year
    /// with a sign has up to nine digits, and hyphens behind it.
    ///
    /// - Throws: `QueryError` for a day that does not exist.
    mutating func date() throws -> LocalDate? {
        let sign = sign()
        guard let digits = number(digits: sign == nil ? 4...4 : 1...9) else { return nil }
        let year = digits * (sign ?? 1)
        let isExtended = take("-")
        if take("W") { return try weekDate(of: year, isExtended: isExtended) }
        if take("Q") { return try quarterDate(of: year, isExtended: isExtended) }
        guard isExtended || sign == nil || digitCount == 0 else { return nil }
        if digitCount == 3 { return try number(digits: 3...3).map { try LocalDate(year: year, ordinalDay: $0) } }
        if isExtended {
            guard let month = number(digits: 1...2) else { return nil }
            guard take("-") else { return try LocalDate(year: year, month: month, day: 1) }
            return try number(digits: 1...2).map { try LocalDate(year: year, month: month, day: $0) }
        }
        guard digitCount > 0 else { return try LocalDate(year: year, month: 1, day: 1) }
        guard let month = number(digits: 2...2), let day = digitCount == 0 ? 1 : number(digits: 2...2) else { return nil }
        return try LocalDate(year: year, month: month, day: day)
    }

    /// `21:40:32.142`, `214032.142`, or the start of one.
    ///
    /// - Throws: `QueryError` for a time that does not exist.
    mutating func time() throws -> LocalTime? {
        let isBasic = digitCount > 2
        guard let hour = number(digits: 1...2) else { return nil }
        var (minute, second, nanosecond) = (0, 0, 0)
        if isBasic ? digitCount > 0 : take(":") {
            guard let number = number(digits: isBasic ? 2...2 : 1...2) else { return nil }
            minute = number
            if isBasic ? digitCount > 0 : take(":") {
                guard let number = self.number(digits: isBasic ? 2...2 : 1...2), let fraction = fraction(places: 9) else { return nil }
                (second, nanosecond) = (number, fraction)
            }
        }
        return try LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    /// Seconds east of UTC: `Z`, `+01`, `+0100`, `+01:00`, `+010030` or `+01:00:30`.
    ///
    /// - Throws: `QueryError` beyond 18 hours.
    mutating func offset() throws -> Int32? {
        if take("Z") { return 0 }
        guard let sign = sign(), let hours = number(digits: 1...2) else { return nil }
        var parts = [hours, 0, 0]
        for index in 1...2 {
            let isExtended = take(":")
            guard isExtended || digitCount > 0 else { break }
            guard let part = number(digits: 2...2), part < 60 else { return nil }
            parts[index] = part
        }
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
        guard seconds <= 18 * 3600 else {
            throw QueryError.invalidTemporal("no time zone is more than 18:00 from UTC; write an offset such as +01:00")
        }
        return Int32(sign * seconds)
    }

    /// Whether a name between brackets comes next.
    var isAtBracket: Bool { position < bytes.count && bytes[position] == UInt8(ascii: "[") }

    /// The name between brackets: `[Europe/Stockholm]`.
    mutating func bracketedName() -> String? {
        guard take("[") else { return nil }
        let name = bytes[position...].prefix { $0 != UInt8(ascii: "]") }
        position += name.count
        return take("]") ? String(decoding: name, as: UTF8.self) : nil
    }

    private mutating func weekDate(of year: Int, isExtended: Bool) throws -> LocalDate? {
        guard let week = number(digits: isExtended ? 1...2 : 2...2) else { return nil }
        let hasDay = isExtended ? take("-") : digitCount > 0
        guard hasDay else { return try LocalDate(weekYear: year, week: week, dayOfWeek: 1) }
        return try number(digits: 1...1).map { try LocalDate(weekYear: year, week: week, dayOfWeek: $0) }
    }

    private mutating func quarterDate(of year: Int, isExtended: Bool) throws -> LocalDate? {
        guard let quarter = number(digits: 1...1) else { return nil }
        let hasDay = isExtended ? take("-") : digitCount > 0
        guard hasDay else { return try LocalDate(year: year, quarter: quarter, dayOfQuarter: 1) }
        return try number(digits: isExtended ? 1...2 : 2...2).map { try LocalDate(year: year, quarter: quarter, dayOfQuarter: $0) }
    }
}
