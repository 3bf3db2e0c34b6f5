package import KnowledgeGraph

/// Dates as a diagram writes them: short on lines, long under titles.
struct DateText {
    /// Whether short dates carry their year: only where the diagram spans more than one.
    var showsYear: Bool
    var language = FigureLanguage.english

    /// "1 Jun", "31 May–1 Jun", "Jun 2025", "2025".
    func short(_ dates: [StatementDate]) -> String? {
        guard let start = dates.map(\.start).min(), let end = dates.map(\.end).max(), let first = dates.first else { return nil }
        let calendar = language.words.calendar
        if dates.allSatisfy({ $0.precision == first.precision && $0.start == first.start && $0.end == first.end }) {
            switch first.precision {
            case .year: return String(start.components.year)
            case .month: return "\(calendar.monthsAlone[start.components.month - 1]) \(start.components.year)"
            case .day, .week, .quarter, .range: break
            }
        }
        return calendar.range(start, end, calendar.short, showsYear: showsYear, dash: "–")
    }

    /// "1 June 2025", "30 May – 2 June 2025".
    static func long(_ start: CalendarDate, _ end: CalendarDate, _ language: FigureLanguage = .english) -> String {
        language.words.calendar.range(start, end, language.words.calendar.long, showsYear: true, dash: " – ")
    }
}

extension FigureLanguage {
    /// "3 May 2025", "30 May – 2 June 2025".
    package func text(for start: CalendarDate, to end: CalendarDate) -> String { DateText.long(start, end, self) }
}

extension CalendarWords {
    /// - Parameter dash: between two months; between two numbers it has no spaces: "30 May – 2 June", "1–4 May".
    fileprivate func range(_ start: CalendarDate, _ end: CalendarDate, _ form: Form, showsYear: Bool, dash: String) -> String {
        let (from, to) = (start.components, end.components)
        func text(_ date: (year: Int, month: Int, day: Int), showsYear: Bool) -> String {
            let year = showsYear ? "\(form.beforeYear)\(date.year)\(form.afterYear)" : ""
            return "\(day(date.day))\(form.betweenDayAndMonth)\(form.months[date.month - 1])\(year)"
        }
        let last = text(to, showsYear: showsYear || from.year != to.year)
        if start == end { return last }
        if from.year != to.year { return text(from, showsYear: true) + dash + last }
        if from.month != to.month { return text(from, showsYear: false) + dash + last }
        return "\(day(from.day))–\(last)"
    }
}
