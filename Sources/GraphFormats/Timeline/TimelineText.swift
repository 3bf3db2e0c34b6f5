import KnowledgeGraph

/// Dates and gaps as a timeline writes them.
struct TimelineText {
    var timeline: FigureTimeline
    var language: FigureLanguage

    /// "3 May 2031"; without the year where the row before has it.
    func title(_ row: TimelineRow, after previous: TimelineRow?) -> String {
        let years = Set([row.start, row.end, previous?.end ?? row.start].map(\.components.year))
        let dates = DateText(showsYear: previous == nil || years.count > 1, language: language)
        switch timeline {
        case .day:
            return dates.short([date(row.start, row.end, row.precision)]) ?? ""
        case .month:
            let (first, last) = (month(row.start), month(row.end))
            if first == last { return dates.short([first]) ?? "" }
            let (start, end) = (row.start.components, row.end.components)
            if start.year == end.year, start.month == 1, end.month == 12 { return String(start.year) }
            return [first, last].compactMap { dates.short([$0]) }.joined(separator: "–")
        }
    }

    /// The weekday of a day, or that the day is only the report's.
    func note(_ row: TimelineRow) -> String? {
        guard timeline == .day else { return nil }
        if row.isReported { return words.reported }
        return row.start == row.end ? words.weekdays[row.start.weekday - 1] : nil
    }

    /// How much time lies between a row and those before it; nil when none was left out.
    func gap(before row: TimelineRow, after previous: [TimelineRow]) -> String? {
        guard let end = previous.map(\.clearEnd).max() else { return nil }
        let days = row.start.daysSince1970 - end.daysSince1970
        guard days > 1 else { return nil }
        if timeline == .day, days <= 60 { return words.daysLater(days) }
        let (from, to) = (end.components, row.start.components)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return months < 24 ? words.monthsLater(months) : words.yearsLater(months / 12)
    }

    private var words: TimelineWords { language.words.timeline }

    private func date(_ start: CalendarDate, _ end: CalendarDate, _ precision: StatementDate.Precision) -> StatementDate {
        StatementDate(start: start, end: end, precision: precision, text: nil, source: .text)
    }

    private func month(_ day: CalendarDate) -> StatementDate {
        let days = CalendarPeriod.month.days(around: day)
        return date(days.lowerBound, days.upperBound, .month)
    }
}

extension TimelineRow {
    /// The day until which the row surely reaches: "some time in 2031" leaves open where the year went on.
    fileprivate var clearEnd: CalendarDate { end.daysSince1970 - start.daysSince1970 <= 31 ? end : start }
}
