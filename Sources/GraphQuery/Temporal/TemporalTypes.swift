/// A day of the proleptic Gregorian calendar, years -999 999 999 to 999 999 999.
public struct LocalDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public var daysSince1970: Int

    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }
}

/// A time of day without a time zone.
public struct LocalTime: Sendable, Hashable, Comparable {
    /// 0 up to 86 400 000 000 000.
    public var nanosecondsOfDay: Int

    public init(nanosecondsOfDay: Int) {
        self.nanosecondsOfDay = nanosecondsOfDay
    }

    public static func < (left: Self, right: Self) -> Bool { left.nanosecondsOfDay < right.nanosecondsOfDay }
}

/// A time of day with its offset from UTC.
public struct OffsetTime: Sendable, Hashable {
    public var local: LocalTime
    /// Seconds east of UTC.
    public var offset: Int32

    public init(local: LocalTime, offset: Int32) {
        self.local = local
        self.offset = offset
    }
}

/// A day and a time of day without a time zone.
public struct LocalDateTime: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00, as a clock there would have counted them.
    public var seconds: Int
    /// 0 up to 1 000 000 000.
    public var nanosecond: Int32

    public init(seconds: Int, nanosecond: Int32) {
        self.seconds = seconds
        self.nanosecond = nanosecond
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanosecond) < (right.seconds, right.nanosecond)
    }
}

/// An instant, as the clocks of a time zone show it.
public struct ZonedDateTime: Sendable, Hashable {
    /// What the clock shows.
    public var local: LocalDateTime
    /// Seconds east of UTC at that instant.
    public var offset: Int32
    /// IANA name, such as `Europe/Stockholm`; nil when only the offset is known.
    public var zone: String?

    public init(local: LocalDateTime, offset: Int32, zone: String? = nil) {
        self.local = local
        self.offset = offset
        self.zone = zone
    }
}

/// A length of time, kept in the units that calendars do not convert into each other.
public struct CalendarDuration: Sendable, Hashable {
    public var months: Int
    public var days: Int
    public var seconds: Int
    /// 0 up to 1 000 000 000, added to `seconds` whatever its sign.
    public var nanoseconds: Int32

    public init(months: Int = 0, days: Int = 0, seconds: Int = 0, nanoseconds: Int32 = 0) {
        self.months = months
        self.days = days
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}
