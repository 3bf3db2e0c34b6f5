/// Hours, minutes, seconds and parts of a second; days with times of day.
extension LocalTime {
    static let nanosecondsPerSecond = 1_000_000_000
    static let secondsPerDay = 86_400
    static let nanosecondsPerDay = secondsPerDay * nanosecondsPerSecond
    static let midnight = LocalTime(nanosecondsOfDay: 0)

    /// - Throws: `QueryError` for hour 24, minute 60 or second 60.
    init(hour: Int, minute: Int, second: Int, nanosecond: Int) throws {
        let parts = [("hour", hour, 23), ("minute", minute, 59), ("second", second, 59), ("nanosecond", nanosecond, 999_999_999)]
        for (name, number, last) in parts where !(0...last).contains(number) {
            throw QueryError.invalidTemporal("\(name) \(number) does not exist; write 0 to \(last)")
        }
        self.init(nanosecondsOfDay: ((hour * 60 + minute) * 60 + second) * Self.nanosecondsPerSecond + nanosecond)
    }

    var secondOfDay: Int { nanosecondsOfDay / Self.nanosecondsPerSecond }
    var hour: Int { secondOfDay / 3600 }
    var minute: Int { secondOfDay / 60 % 60 }
    var second: Int { secondOfDay % 60 }
    var nanosecond: Int { nanosecondsOfDay % Self.nanosecondsPerSecond }
}

extension LocalDateTime {
    init(date: LocalDate, time: LocalTime) {
        self.init(
            seconds: date.daysSince1970 * LocalTime.secondsPerDay + time.secondOfDay, nanosecond: Int32(time.nanosecond))
    }

    var date: LocalDate { LocalDate(daysSince1970: seconds.dividedDown(by: LocalTime.secondsPerDay).quotient) }

    var time: LocalTime {
        let second = seconds.dividedDown(by: LocalTime.secondsPerDay).remainder
        return LocalTime(nanosecondsOfDay: second * LocalTime.nanosecondsPerSecond + Int(nanosecond))
    }

    /// This date and time, when its day is one that dates have.
    ///
    /// - Throws: `QueryError` beyond the years ±999 999 999.
    func checked() throws -> LocalDateTime {
        _ = try LocalDate(dayNumber: date.daysSince1970)
        return self
    }

    /// - Throws: `QueryError` beyond the years ±999 999 999.
    func adding(seconds: Int) throws -> LocalDateTime {
        let (sum, overflows) = self.seconds.addingReportingOverflow(seconds)
        guard !overflows else { throw QueryError.temporalOutOfRange("\(seconds) seconds lead beyond all dates; add fewer") }
        return try LocalDateTime(seconds: sum, nanosecond: nanosecond).checked()
    }
}

extension ZonedDateTime {
    /// Seconds since 1970-01-01T00:00Z.
    var epochSeconds: Int { local.seconds - Int(offset) }
}
