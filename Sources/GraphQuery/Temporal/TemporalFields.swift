/// What the fields of dates, times and durations are called: `value.year`, `value.minutesOfHour`.
extension LocalDate {
    /// Nil when dates have no such field.
    func field(_ key: String) -> Int? {
        switch key {
        case "year": components.year
        case "quarter": quarter
        case "month": components.month
        case "week": week
        case "weekYear": weekYear
        case "day": components.day
        case "ordinalDay": ordinalDay
        case "dayOfWeek", "weekDay": dayOfWeek
        case "dayOfQuarter", "quarterDay": dayOfQuarter
        default: nil
        }
    }
}

extension LocalTime {
    /// Nil when times have no such field. Parts of a second contain the greater ones: 0.645876 s has 645 876 microseconds.
    func field(_ key: String) -> Int? {
        switch key {
        case "hour": hour
        case "minute": minute
        case "second": second
        case "millisecond": nanosecond / 1_000_000
        case "microsecond": nanosecond / 1000
        case "nanosecond": nanosecond
        default: nil
        }
    }
}

extension ZonedDateTime {
    /// Nil when an instant has no such field.
    ///
    /// - Throws: `QueryError` when `epochMillis` does not fit into 64 bits.
    func field(_ key: String) throws -> Value? {
        switch key {
        case "epochSeconds": .integer(epochSeconds)
        case "epochMillis": .integer(try total(ofSeconds: epochSeconds, in: 1000, plus: Int(local.nanosecond) / 1_000_000, field: key))
        case "timezone": .string(zone ?? ClockZone.text(ofOffset: offset))
        default:
            ClockZone.field(key, ofOffset: offset) ?? (local.date.field(key) ?? local.time.field(key)).map(Value.integer)
        }
    }
}

extension ClockZone {
    /// Nil when an offset has no such field.
    static func field(_ key: String, ofOffset offset: Int32) -> Value? {
        switch key {
        case "offset", "timezone": .string(text(ofOffset: offset))
        case "offsetMinutes": .integer(Int(offset) / 60)
        case "offsetSeconds": .integer(Int(offset))
        default: nil
        }
    }
}

extension CalendarDuration {
    /// Nil when durations have no such field. A field is a part of the duration in one unit: whole years, or the months left beside them;
    /// months, days and seconds are not converted into each other.
    ///
    /// - Throws: `QueryError` when a number does not fit into 64 bits.
    func field(_ key: String) throws -> Int? {
        let parts = Int(nanoseconds)
        switch key {
        case "years": return months / 12
        case "quarters": return months / 3
        case "months": return months
        case "weeks": return days / 7
        case "days": return days
        case "hours": return seconds / 3600
        case "minutes": return seconds / 60
        case "seconds": return seconds
        case "milliseconds": return try total(ofSeconds: seconds, in: 1000, plus: parts / 1_000_000, field: key)
        case "microseconds": return try total(ofSeconds: seconds, in: 1_000_000, plus: parts / 1000, field: key)
        case "nanoseconds": return try total(ofSeconds: seconds, in: LocalTime.nanosecondsPerSecond, plus: parts, field: key)
        case "quartersOfYear": return months / 3 % 4
        case "monthsOfYear": return months % 12
        case "monthsOfQuarter": return months % 3
        case "daysOfWeek": return days % 7
        case "minutesOfHour": return seconds / 60 % 60
        case "secondsOfMinute": return seconds % 60
        case "millisecondsOfSecond": return parts / 1_000_000
        case "microsecondsOfSecond": return parts / 1000
        case "nanosecondsOfSecond": return parts
        default: return nil
        }
    }
}

private func total(ofSeconds seconds: Int, in unit: Int, plus parts: Int, field: String) throws -> Int {
    let (product, overflows) = seconds.multipliedReportingOverflow(by: unit)
    let (sum, sumOverflows) = product.addingReportingOverflow(parts)
    guard !overflows, !sumOverflows else {
        throw QueryError.temporalOutOfRange("\(field) does not fit into 64 bits here; ask for a coarser field")
    }
    return sum
}
