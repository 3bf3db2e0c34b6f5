/// Which of two values of the same type comes first.
extension OffsetTime: Comparable {
    /// By the time in UTC; where that is equal, from west to east.
    public static func < (left: Self, right: Self) -> Bool {
        (left.nanosecondsOfUTC, left.offset) < (right.nanosecondsOfUTC, right.offset)
    }

    /// Below 0 and above a day where the day in UTC is another one.
    private var nanosecondsOfUTC: Int { local.nanosecondsOfDay - Int(offset) * LocalTime.nanosecondsPerSecond }
}

extension ZonedDateTime: Comparable {
    /// By the instant; where that is equal, from west to east, then by the zone's name.
    public static func < (left: Self, right: Self) -> Bool {
        (left.epochSeconds, left.local.nanosecond, left.offset, left.zone ?? "")
            < (right.epochSeconds, right.local.nanosecond, right.offset, right.zone ?? "")
    }
}

extension CalendarDuration {
    /// By the average length; where that is equal, by months, then by days. For sorting only: two durations have no order by themselves.
    func sortsBefore(_ other: CalendarDuration) -> Bool {
        (averageSeconds, nanoseconds, months, days) < (other.averageSeconds, other.nanoseconds, other.months, other.days)
    }

    /// A year of the Gregorian calendar has 31 556 952 seconds on average.
    private var averageSeconds: Int128 {
        Int128(months) * 2_629_746 + Int128(days) * Int128(LocalTime.secondsPerDay) + Int128(seconds)
    }
}
