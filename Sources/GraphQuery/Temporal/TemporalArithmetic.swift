/// Points in time a duration later: months first, days next, seconds last, as each may change what the next means.
extension LocalDate {
    /// The same day of another month, or its last day where there is no such day.
    func adding(months: Int) throws -> LocalDate {
        let (year, month, day) = components
        let (sum, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflows else { throw QueryError.temporalOutOfRange("\(months) months lead beyond all dates; add fewer") }
        let (newYear, newMonth) = sum.dividedDown(by: 12)
        return try LocalDate(year: newYear, month: newMonth + 1, clippingDay: day)
    }

    func adding(days: Int) throws -> LocalDate {
        let (sum, overflows) = daysSince1970.addingReportingOverflow(days)
        guard !overflows else { throw QueryError.temporalOutOfRange("\(days) days lead beyond all dates; add fewer") }
        return try LocalDate(dayNumber: sum)
    }

    /// Seconds count as far as they make whole days.
    func adding(_ duration: CalendarDuration) throws -> LocalDate {
        try adding(months: duration.months).adding(days: duration.days).adding(days: duration.wholeSeconds / LocalTime.secondsPerDay)
    }
}

extension LocalTime {
    /// On the clock, which starts anew after each day; months and days change nothing.
    func adding(_ duration: CalendarDuration) -> LocalTime {
        let seconds = duration.seconds.dividedDown(by: Self.secondsPerDay).remainder
        let sum = nanosecondsOfDay + seconds * Self.nanosecondsPerSecond + Int(duration.nanoseconds)
        return LocalTime(nanosecondsOfDay: sum % Self.nanosecondsPerDay)
    }
}

extension LocalDateTime {
    func adding(_ duration: CalendarDuration) throws -> LocalDateTime {
        let date = try date.adding(months: duration.months).adding(days: duration.days)
        return try LocalDateTime(date: date, time: time).adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
    }

    /// - Parameter nanoseconds: 0 up to 1 000 000 000.
    func adding(seconds: Int, nanoseconds: Int32) throws -> LocalDateTime {
        let sum = nanosecond + nanoseconds
        let carries = sum >= Int32(LocalTime.nanosecondsPerSecond)
        return try LocalDateTime(seconds: self.seconds + (carries ? 1 : 0), nanosecond: carries ? sum - 1_000_000_000 : sum)
            .adding(seconds: seconds)
    }
}

extension ZonedDateTime {
    /// Months and days are counted on the calendar of the time zone, seconds as they pass.
    func adding(_ duration: CalendarDuration) throws -> ZonedDateTime {
        let zone = try self.zone.map { ClockZone.region(try TimeZoneRegion(name: $0)) } ?? .offset(offset)
        let moved = try adding(months: duration.months, in: zone).adding(days: duration.days, in: zone)
        guard duration.seconds != 0 || duration.nanoseconds != 0 else { return moved }
        let instant = try LocalDateTime(seconds: moved.epochSeconds, nanosecond: moved.local.nanosecond)
            .adding(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
        return try zone.dateTime(atInstant: instant.seconds, nanosecond: instant.nanosecond)
    }

    func adding(months: Int, in zone: ClockZone) throws -> ZonedDateTime {
        months == 0
            ? self : zone.dateTime(local: LocalDateTime(date: try local.date.adding(months: months), time: local.time), preferring: offset)
    }

    func adding(days: Int, in zone: ClockZone) throws -> ZonedDateTime {
        days == 0
            ? self : zone.dateTime(local: LocalDateTime(date: try local.date.adding(days: days), time: local.time), preferring: offset)
    }
}

extension Value {
    /// This point in time or duration, a duration later.
    ///
    /// - Returns: nil for any other value.
    /// - Throws: `QueryError` when the result does not fit its type.
    func adding(_ duration: CalendarDuration) throws -> Value? {
        switch self {
        case .date(let date): .date(try date.adding(duration))
        case .localTime(let time): .localTime(time.adding(duration))
        case .time(let time): .time(OffsetTime(local: time.local.adding(duration), offset: time.offset))
        case .localDateTime(let dateTime): .localDateTime(try dateTime.adding(duration))
        case .dateTime(let dateTime): .dateTime(try dateTime.adding(duration))
        case .duration(let other): .duration(try other.adding(duration))
        default: nil
        }
    }
}
