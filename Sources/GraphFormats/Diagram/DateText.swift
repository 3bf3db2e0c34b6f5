import KnowledgeGraph

/// Dates as a diagram writes them: short on lines, long under titles.
struct DateText {
    /// Whether short dates carry their year: only where the diagram spans more than one.
    var showsYear: Bool

    /// "1 Jun", "31 May–1 Jun", "Jun 2025", "2025".
    func short(_ dates: [StatementDate]) -> String? {
        guard let start = dates.map(\.start).min(), let end = dates.map(\.end).max(), let first = dates.first else { return nil }
        if dates.allSatisfy({ $0.precision == first.precision && $0.start == first.start && $0.end == first.end }) {
            switch first.precision {
            case .year: return String(start.components.year)
            case .month: return "\(DateText.months[start.components.month - 1].prefix(3)) \(start.components.year)"
            case .day, .week, .quarter, .range: break
            }
        }
        return range(start, end, month: { String(DateText.months[$0 - 1].prefix(3)) }, showsYear: showsYear)
    }

    /// "1 June 2025", "30 May – 2 June 2025".
    static func long(_ start: CalendarDate, _ end: CalendarDate) -> String {
        let text = DateText(showsYear: true).range(start, end, month: { months[$0 - 1] }, showsYear: true)
        // A dash between words has spaces, one between numbers has none: "30 May – 2 June", "1–4 May".
        return start.components.month == end.components.month && start.components.year == end.components.year
            ? text : text.replacing("–", with: " – ")
    }

    private func range(_ start: CalendarDate, _ end: CalendarDate, month: (Int) -> String, showsYear: Bool) -> String {
        let (from, to) = (start.components, end.components)
        let year = showsYear ? " \(to.year)" : ""
        if start == end { return "\(to.day) \(month(to.month))\(year)" }
        if from.year != to.year { return "\(from.day) \(month(from.month)) \(from.year)–\(to.day) \(month(to.month)) \(to.year)" }
        if from.month != to.month { return "\(from.day) \(month(from.month))–\(to.day) \(month(to.month))\(year)" }
        return "\(from.day)–\(to.day) \(month(to.month))\(year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
