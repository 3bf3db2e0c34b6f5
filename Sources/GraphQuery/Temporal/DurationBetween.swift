/// How long it is from one point in time to another, which may be of different types: what only one of them says, a date or a time zone,
/// holds for both, and a date alone is its midnight.
struct TimeSpan {
    private let start: ZonedDateTime
    private let end: ZonedDateTime
    /// The time zone on whose calendar months and days are counted: the first one's; UTC when neither says any.
    private let zone: ClockZone
    /// How many of the two say a date.
    private let dateCount: Int

    /// - Parameter function: for the message.
    /// - Throws: `QueryError` when one of them is no point in time.
    init(from start: Value, to end: Value, function: String) throws {
        guard let first = try TemporalParts(start), let second = try TemporalParts(end) else {
            throw QueryError.wrongTemporalType("\(function) needs two points in time; give dates, times or both")
        }
        dateCount = [first, second].count { $0.date != nil }
        zone = first.zone ?? second.zone ?? .utc
        self.start = Self.dateTime(first, zone: zone, date: second.date)
        self.end = Self.dateTime(second, zone: second.zone ?? zone, date: first.date)
    }

    /// Whole months.
    var inMonths: CalendarDuration {
        CalendarDuration(months: dateCount == 0 ? 0 : start.local.wholeMonths(until: localEnd))
    }

    /// Whole days.
    var inDays: CalendarDuration {
        CalendarDuration(days: dateCount == 0 ? 0 : start.local.wholeDays(until: localEnd))
    }

    /// All of it in the seconds that pass.
    var inSeconds: CalendarDuration { Self.seconds(from: start, to: end) }

    /// Whole months, then whole days, then what is left.
    func inAllUnits() throws -> CalendarDuration {
        guard dateCount == 2 else { return inSeconds }
        let months = inMonths.months
        let later = try start.adding(months: months, in: zone)
        let days = later.local.wholeDays(until: localEnd)
        let rest = Self.seconds(from: try later.adding(days: days, in: zone), to: end)
        return CalendarDuration(months: months, days: days, seconds: rest.seconds, nanoseconds: rest.nanoseconds)
    }

    /// What the clocks of `zone` show at the end.
    private var localEnd: LocalDateTime {
        LocalDateTime(seconds: end.epochSeconds + Int(zone.offset(atInstant: end.epochSeconds)), nanosecond: end.local.nanosecond)
    }

    private static func dateTime(_ parts: TemporalParts, zone: ClockZone, date: LocalDate?) -> ZonedDateTime {
        let day = parts.date ?? date ?? LocalDate(daysSince1970: 0)
        return zone.dateTime(local: LocalDateTime(date: day, time: parts.time ?? .midnight), preferring: parts.offset)
    }

    private static func seconds(from start: ZonedDateTime, to end: ZonedDateTime) -> CalendarDuration {
        let nanoseconds = Int(end.local.nanosecond - start.local.nanosecond).dividedDown(by: LocalTime.nanosecondsPerSecond)
        return CalendarDuration(
            seconds: end.epochSeconds - start.epochSeconds + nanoseconds.quotient, nanoseconds: Int32(nanoseconds.remainder))
    }
}

extension LocalDateTime {
    /// How many whole months lie between, below 0 when `end` is earlier.
    fileprivate func wholeMonths(until end: LocalDateTime) -> Int {
        let (from, to) = (date.components, lastDate(until: end).components)
        let months = (to.year - from.year) * 12 + to.month - from.month
        if months > 0, to.day < from.day { return months - 1 }
        return months < 0 && to.day > from.day ? months + 1 : months
    }

    /// How many whole days lie between, below 0 when `end` is earlier.
    fileprivate func wholeDays(until end: LocalDateTime) -> Int {
        lastDate(until: end).daysSince1970 - date.daysSince1970
    }

    /// The last day on the way to `end` on which this time of day is reached.
    private func lastDate(until end: LocalDateTime) -> LocalDate {
        let day = end.date.daysSince1970
        if day > date.daysSince1970, end.time < time { return LocalDate(daysSince1970: day - 1) }
        return LocalDate(daysSince1970: day < date.daysSince1970 && end.time > time ? day + 1 : day)
    }
}
