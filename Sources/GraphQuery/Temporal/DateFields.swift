import KnowledgeGraph

/// The names that calendars give to a day: month, ISO week, quarter and day of the year (ISO 8601, proleptic Gregorian calendar).
extension LocalDate {
    /// -999999999-01-01 to +999999999-12-31.
    static let dayNumbers = -365_243_219_162...365_241_780_471
    static let years = -999_999_999...999_999_999

    /// - Throws: `QueryError` when the day lies beyond the years that dates have.
    init(dayNumber: Int) throws {
        guard Self.dayNumbers.contains(dayNumber) else {
            throw QueryError.temporalOutOfRange("the date lies beyond the years -999999999 to 999999999; use a smaller duration or number")
        }
        self.init(daysSince1970: dayNumber)
    }

    /// - Throws: `QueryError` for a month of 13 or a 30 February.
    init(year: Int, month: Int, day: Int) throws {
        try check(year, in: Self.years, as: "year")
        try check(month, in: 1...12, as: "month")
        try check(day, in: 1...CalendarDate.days(inMonth: month, ofYear: year), as: "day", of: "that month")
        self.init(daysSince1970: Self.dayNumber(year: year, month: month, day: day))
    }

    /// The day that many days into the year, from 1.
    init(year: Int, ordinalDay: Int) throws {
        try check(year, in: Self.years, as: "year")
        let first = Self.dayNumber(year: year, month: 1, day: 1)
        let length = CalendarDate.days(inMonth: 2, ofYear: year) + 337
        try check(ordinalDay, in: 1...length, as: "ordinalDay", of: "that year")
        self.init(daysSince1970: first + ordinalDay - 1)
    }

    init(year: Int, quarter: Int, dayOfQuarter: Int) throws {
        try check(year, in: Self.years, as: "year")
        try check(quarter, in: 1...4, as: "quarter")
        let months = (quarter * 3 - 2)...(quarter * 3)
        let length = months.reduce(0) { $0 + CalendarDate.days(inMonth: $1, ofYear: year) }
        try check(dayOfQuarter, in: 1...length, as: "dayOfQuarter", of: "that quarter")
        self.init(daysSince1970: Self.dayNumber(year: year, month: months.lowerBound, day: 1) + dayOfQuarter - 1)
    }

    /// - Parameters:
    ///   - weekYear: the year that most days of the week lie in.
    ///   - dayOfWeek: Monday 1 to Sunday 7.
    init(weekYear: Int, week: Int, dayOfWeek: Int) throws {
        try check(weekYear, in: Self.years, as: "year")
        let first = Self.firstDayNumber(ofWeekYear: weekYear)
        try check(week, in: 1...((Self.firstDayNumber(ofWeekYear: weekYear + 1) - first) / 7), as: "week", of: "that year")
        try check(dayOfWeek, in: 1...7, as: "dayOfWeek")
        try self.init(dayNumber: first + (week - 1) * 7 + dayOfWeek - 1)
    }

    /// The same day of the month, or the month's last day where there is no such day.
    ///
    /// - Throws: `QueryError` when the year or month is none.
    init(year: Int, month: Int, clippingDay day: Int) throws {
        try check(month, in: 1...12, as: "month")
        try self.init(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, ofYear: year)))
    }

    var components: (year: Int, month: Int, day: Int) { CalendarDate(daysSince1970: daysSince1970).components }

    /// Monday 1 to Sunday 7.
    var dayOfWeek: Int { CalendarDate(daysSince1970: daysSince1970).weekday }

    var ordinalDay: Int { daysSince1970 - Self.dayNumber(year: components.year, month: 1, day: 1) + 1 }

    var quarter: Int { (components.month - 1) / 3 + 1 }

    var dayOfQuarter: Int {
        daysSince1970 - Self.dayNumber(year: components.year, month: quarter * 3 - 2, day: 1) + 1
    }

    /// The year that most days of this day's week lie in: that of its Thursday.
    var weekYear: Int { thursday.components.year }

    /// ISO week of `weekYear`, 1 to 53.
    var week: Int { (thursday.ordinalDay - 1) / 7 + 1 }

    private var thursday: LocalDate { LocalDate(daysSince1970: daysSince1970 - dayOfWeek + 4) }

    /// The Monday of week 1, the week of 4 January.
    private static func firstDayNumber(ofWeekYear year: Int) -> Int {
        let fourth = dayNumber(year: year, month: 1, day: 4)
        return fourth - LocalDate(daysSince1970: fourth).dayOfWeek + 1
    }

    /// `CalendarDate` knows the years 1 to 9999, and every 400 years the calendar is the same again.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let (cycle, yearOfCycle) = year.dividedDown(by: 400)
        guard let date = CalendarDate(year: 2000 + yearOfCycle, month: month, day: day) else {
            preconditionFailure("month and day were checked before")
        }
        return date.daysSince1970 + (cycle - 5) * 146_097
    }
}

extension Int {
    /// Quotient rounded towards minus infinity, and the remainder, which is never negative.
    ///
    /// - Parameter divisor: above 0.
    func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

private func check(_ number: Int, in range: ClosedRange<Int>, as name: String, of whole: String? = nil) throws {
    guard range.contains(number) else {
        let place = whole.map { " of \($0)" } ?? ""
        throw QueryError.invalidTemporal("\(name) \(number) does not exist; write \(range.lowerBound) to \(range.upperBound)\(place)")
    }
}
