/// How much of a date and time is kept, from the coarsest to the finest.
enum TruncationUnit: String, Sendable, CaseIterable {
    case millennium, century, decade, year, weekYear, quarter, month, week, day, hour, minute, second, millisecond, microsecond

    /// - Parameter name: in capitals or not.
    init?(name: String) {
        guard let unit = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else { return nil }
        self = unit
    }

    /// The length of a unit of the clock; nil for a day and above.
    var nanoseconds: Int? {
        switch self {
        case .hour: 3600 * LocalTime.nanosecondsPerSecond
        case .minute: 60 * LocalTime.nanosecondsPerSecond
        case .second: LocalTime.nanosecondsPerSecond
        case .millisecond: 1_000_000
        case .microsecond: 1000
        default: nil
        }
    }

    /// The first day of the unit that the day lies in.
    func start(of date: LocalDate) throws -> LocalDate {
        let (year, month, _) = date.components
        switch self {
        case .millennium: return try LocalDate(year: year - year.dividedDown(by: 1000).remainder, month: 1, day: 1)
        case .century: return try LocalDate(year: year - year.dividedDown(by: 100).remainder, month: 1, day: 1)
        case .decade: return try LocalDate(year: year - year.dividedDown(by: 10).remainder, month: 1, day: 1)
        case .year: return try LocalDate(year: year, month: 1, day: 1)
        case .weekYear: return try LocalDate(weekYear: date.weekYear, week: 1, dayOfWeek: 1)
        case .quarter: return try LocalDate(year: year, quarter: date.quarter, dayOfQuarter: 1)
        case .month: return try LocalDate(year: year, month: month, day: 1)
        case .week: return try LocalDate(dayNumber: date.daysSince1970 - date.dayOfWeek + 1)
        case .day, .hour, .minute, .second, .millisecond, .microsecond: return date
        }
    }

    func start(of time: LocalTime) -> LocalTime {
        guard let nanoseconds else { return .midnight }
        return LocalTime(nanosecondsOfDay: time.nanosecondsOfDay - time.nanosecondsOfDay % nanoseconds)
    }
}

extension TemporalKind {
    /// `date.truncate('month', value, {day: 2})` and its like.
    ///
    /// - Parameters:
    ///   - value: a point in time; now when nil.
    ///   - changes: what to set in the result: `{}` for nothing.
    func truncating(_ value: Value?, to unit: Value, changes: Value, now: ZonedDateTime) throws -> Value {
        guard case .string(let name) = unit, let unit = TruncationUnit(name: name) else {
            let names = TruncationUnit.allCases.map(\.rawValue).joined(separator: ", ")
            throw QueryError.invalidTemporal("\(rawValue).truncate does not know this unit; write one of \(names)")
        }
        guard case .map(let entries) = changes else {
            throw QueryError.wrongTemporalType(
                "the third argument of \(rawValue).truncate is no map; write one such as {day: 2}, or leave it out")
        }
        guard let parts = try TemporalParts(value ?? .dateTime(now)) else {
            throw QueryError.wrongTemporalType("\(rawValue).truncate needs a point in time; give one, such as \(rawValue)('\(sample)')")
        }
        let isOfClock = unit.nanoseconds != nil
        let isTooFine = isOfClock && (!hasTime || parts.time == nil)
        let isTooCoarse = !hasDate && !isOfClock && unit != .day
        guard !isTooFine, !isTooCoarse else {
            throw QueryError.invalidTemporal(
                "\(rawValue).truncate cannot keep the \(unit.rawValue) of this value; use a \(isTooFine ? "coarser" : "finer") unit")
        }
        var truncated = parts
        truncated.date = try parts.date.map(unit.start)
        truncated.time = parts.time.map(unit.start) ?? (hasDate ? .midnight : nil)
        return try TemporalMap(entries, for: self).value(changing: truncated, truncatedTo: unit, now: now)
    }
}
