/// A stretch of the calendar: weeks begin on Monday (ISO 8601), quarters with January, April, July and October.
public enum CalendarPeriod: String, Sendable, Hashable, CaseIterable {
    case day, week, month, quarter, year

    /// The days of the period that has this day in it.
    ///
    /// ```swift
    /// CalendarPeriod.quarter.days(around: may15)   // 1 April … 30 June
    /// ```
    public func days(around date: CalendarDate) -> ClosedRange<CalendarDate> {
        switch self {
        case .day: date...date
        case .week: date.adding(days: 1 - date.weekday)...date.adding(days: 7 - date.weekday)
        case .month: Self.months(1, around: date)
        case .quarter: Self.months(3, around: date)
        case .year: Self.months(12, around: date)
        }
    }

    /// The days of the `length` months that begin after a whole number of such stretches of the year.
    private static func months(_ length: Int, around date: CalendarDate) -> ClosedRange<CalendarDate> {
        let (year, month, day) = date.components
        let firstMonth = (month - 1) / length * length + 1
        func days(in months: Range<Int>) -> Int { months.reduce(0) { $0 + CalendarDate.days(inMonth: $1, ofYear: year) } }
        let first = date.adding(days: 1 - day - days(in: firstMonth..<month))
        return first...first.adding(days: days(in: firstMonth..<firstMonth + length) - 1)
    }
}
