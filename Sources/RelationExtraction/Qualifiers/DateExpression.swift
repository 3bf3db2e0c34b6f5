import KnowledgeGraph

/// Reads English expressions of time, such as "on Sunday", "last month", "June 2", "in 1998" or "two days earlier".
///
/// ```swift
/// DateExpression.read(["on", "Sunday"], reference: june1, isFuture: false)   // 2025-06-01, a day
/// ```
enum DateExpression {
    struct Reading: Sendable, Hashable {
        var start: CalendarDate
        var end: CalendarDate
        var precision: StatementDate.Precision
        /// Which of the words say so.
        var words: Range<Int>
    }

    /// The first date that the words name, relative to the reference day; nil when they name none.
    ///
    /// - Parameter isFuture: whether what they date is still to come, so that "Monday" is the next one, not the last.
    static func read(_ words: [String], reference: CalendarDate?, isFuture: Bool) -> Reading? {
        let lower = words.map { $0.lowercased() }
        var reader = Reader(words: lower, reference: reference, isFuture: isFuture)
        for start in lower.indices {
            if let reading = reader.read(at: start) { return reading }
        }
        return nil
    }
}

/// One pass over the words of an expression.
private struct Reader {
    let words: [String]
    let reference: CalendarDate?
    let isFuture: Bool

    mutating func read(at start: Int) -> DateExpression.Reading? {
        absolute(at: start) ?? relative(at: start)
    }

    private func word(_ index: Int) -> String? { words.indices.contains(index) ? words[index] : nil }

    // MARK: - Dates with a month or year

    private func absolute(at start: Int) -> DateExpression.Reading? {
        guard let first = word(start) else { return nil }
        if let date = CalendarDate(iso8601: first) { return day(date, start..<start + 1) }
        if let month = Calendar.months[first] { return monthFirst(month, at: start) }
        if let day = Self.dayOfMonth(first), let next = word(start + 1) {
            let monthIndex = next == "of" ? start + 2 : start + 1
            if let month = word(monthIndex).flatMap({ Calendar.months[$0] }) { return dayMonth(day, month, from: start, to: monthIndex) }
        }
        if let year = Self.year(first), words.count == 1 || (start > 0 && Self.yearLeads.contains(words[start - 1])) {
            return between(year, 1, 1, year, 12, 31, .year, start..<start + 1)
        }
        return nil
    }

    /// "June 2", "June 2, 2025", "June 2025", "June".
    private func monthFirst(_ month: Int, at start: Int) -> DateExpression.Reading? {
        if let day = word(start + 1).flatMap(Self.dayOfMonth) {
            var end = start + 2
            if word(end) == "," { end += 1 }
            if let year = word(end).flatMap(Self.year) { return exact(year, month, day, start..<end + 1) }
            return dayMonth(day, month, from: start, to: start + 1)
        }
        let yearIndex = word(start + 1) == "," ? start + 2 : start + 1
        if let year = word(yearIndex).flatMap(Self.year) {
            return between(year, month, 1, year, month, CalendarDate.days(inMonth: month, ofYear: year), .month, start..<yearIndex + 1)
        }
        // "may" and "march" are months only where a preposition or "last" says so.
        if ["may", "march"].contains(words[start]),
            start == 0 || !Self.yearLeads.union(["last", "next", "early", "late"]).contains(words[start - 1])
        {
            return nil
        }
        guard let reference else { return nil }
        let year = nearestYear(month: month, day: 15, reference: reference)
        return between(year, month, 1, year, month, CalendarDate.days(inMonth: month, ofYear: year), .month, start..<start + 1)
    }

    private func dayMonth(_ day: Int, _ month: Int, from start: Int, to end: Int) -> DateExpression.Reading? {
        var after = end + 1
        if word(after) == "," { after += 1 }
        if let year = word(after).flatMap(Self.year) { return exact(year, month, day, start..<after + 1) }
        guard let reference else { return nil }
        return exact(nearestYear(month: month, day: day, reference: reference), month, day, start..<end + 1)
    }

    /// The year in which this day lies nearest to the reference, before it for the past and after it for the future.
    private func nearestYear(month: Int, day: Int, reference: CalendarDate) -> Int {
        let year = reference.components.year
        let last = CalendarDate.days(inMonth: month, ofYear: year)
        guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else { return year }
        if isFuture, date < reference.adding(days: -31) { return year + 1 }
        if !isFuture, date > reference.adding(days: 31) { return year - 1 }
        return year
    }

    // MARK: - Dates told from the document's

    private func relative(at start: Int) -> DateExpression.Reading? {
        guard let reference, let first = word(start) else { return nil }
        switch first {
        case "today", "tonight": return day(reference, start..<start + 1)
        case "yesterday": return day(reference.adding(days: -1), start..<start + 1)
        case "tomorrow": return day(reference.adding(days: 1), start..<start + 1)
        case "last", "past", "previous", "this", "next", "coming": return determined(first, at: start, reference)
        default: break
        }
        if let weekday = Calendar.weekdays[first] { return day(self.weekday(weekday, reference), start..<start + 1) }
        if first == "earlier", word(start + 1) == "today" { return day(reference, start..<start + 2) }
        return counted(at: start, reference)
    }

    /// "last month", "next Friday", "this week".
    private func determined(_ determiner: String, at start: Int, _ reference: CalendarDate) -> DateExpression.Reading? {
        guard let unit = word(start + 1) else { return nil }
        let range = start..<start + 2
        let step = determiner == "this" ? 0 : ["next", "coming"].contains(determiner) ? 1 : -1
        if let weekday = Calendar.weekdays[unit] {
            switch step {
            case -1: return day(previous(weekday, reference), range)
            case 1: return day(next(weekday, reference), range)
            default: return day(self.weekday(weekday, reference), range)
            }
        }
        if let month = Calendar.months[unit] {
            let year = nearestYear(month: month, day: 15, reference: reference)
            return between(year, month, 1, year, month, CalendarDate.days(inMonth: month, ofYear: year), .month, range)
        }
        return period(unit, step, range, reference)
    }

    private func period(_ unit: String, _ step: Int, _ range: Range<Int>, _ reference: CalendarDate) -> DateExpression.Reading? {
        let (year, month, _) = reference.components
        switch unit {
        case "night", "evening": return day(reference.adding(days: step), range)
        case "morning", "afternoon": return day(reference.adding(days: step), range)
        case "week":
            let monday = reference.adding(days: 1 - reference.weekday + 7 * step)
            return .init(start: monday, end: monday.adding(days: 6), precision: .week, words: range)
        case "weekend":
            let saturday = reference.adding(
                days: 6 - reference.weekday + 7 * (step < 0 && reference.weekday >= 6 ? -1 : step < 0 ? -1 : step))
            return .init(start: saturday, end: saturday.adding(days: 1), precision: .range, words: range)
        case "month":
            guard let first = CalendarDate(year: year, month: month, day: 1)?.adding(months: step) else { return nil }
            return .init(start: first, end: first.adding(months: 1).adding(days: -1), precision: .month, words: range)
        case "quarter":
            guard let first = CalendarDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)?.adding(months: 3 * step) else { return nil }
            return .init(start: first, end: first.adding(months: 3).adding(days: -1), precision: .quarter, words: range)
        case "year": return between(year + step, 1, 1, year + step, 12, 31, .year, range)
        default: return nil
        }
    }

    /// "two days ago", "three weeks earlier", "in two months".
    private func counted(at start: Int, _ reference: CalendarDate) -> DateExpression.Reading? {
        guard let count = word(start).flatMap(Self.count), let unit = word(start + 1), let days = Self.unitDays(unit), count < 1000 else {
            return nil
        }
        let after = word(start + 2)
        let isPast = ["ago", "earlier", "before", "previously"].contains(after ?? "")
        let isLater = ["later", "hence"].contains(after ?? "") || (start > 0 && ["in", "within"].contains(words[start - 1]) && isFuture)
        guard isPast || isLater else { return nil }
        let sign = isPast ? -1 : 1
        let range = start..<(isPast || after == "later" || after == "hence" ? start + 3 : start + 2)
        switch days {
        case 1: return day(reference.adding(days: sign * count), range)
        case 7:
            let date = reference.adding(days: sign * 7 * count)
            let monday = date.adding(days: 1 - date.weekday)
            return .init(start: monday, end: monday.adding(days: 6), precision: .week, words: range)
        case 30:
            let (year, month, _) = reference.adding(months: sign * count).components
            return between(year, month, 1, year, month, CalendarDate.days(inMonth: month, ofYear: year), .month, range)
        default:
            let year = reference.components.year + sign * count
            return between(year, 1, 1, year, 12, 31, .year, range)
        }
    }

    /// The weekday meant by its bare name: the last one for the past (today included), the next for the future.
    private func weekday(_ weekday: Int, _ reference: CalendarDate) -> CalendarDate {
        isFuture
            ? reference.adding(days: (weekday - reference.weekday + 7) % 7)
            : reference.adding(days: -((reference.weekday - weekday + 7) % 7))
    }

    private func previous(_ weekday: Int, _ reference: CalendarDate) -> CalendarDate {
        let back = (reference.weekday - weekday + 7) % 7
        return reference.adding(days: -(back == 0 ? 7 : back))
    }

    private func next(_ weekday: Int, _ reference: CalendarDate) -> CalendarDate {
        let ahead = (weekday - reference.weekday + 7) % 7
        return reference.adding(days: ahead == 0 ? 7 : ahead)
    }

    // MARK: - Readings

    private func day(_ date: CalendarDate, _ range: Range<Int>) -> DateExpression.Reading {
        .init(start: date, end: date, precision: .day, words: range)
    }

    private func exact(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> DateExpression.Reading? {
        CalendarDate(year: year, month: month, day: day).map { self.day($0, range) }
    }

    private func between(
        _ firstYear: Int, _ firstMonth: Int, _ firstDay: Int, _ lastYear: Int, _ lastMonth: Int, _ lastDay: Int,
        _ precision: StatementDate.Precision, _ range: Range<Int>
    ) -> DateExpression.Reading? {
        guard let start = CalendarDate(year: firstYear, month: firstMonth, day: firstDay),
            let end = CalendarDate(year: lastYear, month: lastMonth, day: lastDay)
        else { return nil }
        return .init(start: start, end: end, precision: precision, words: range)
    }

    private static let yearLeads: Set<String> = [
        "in", "since", "of", "until", "by", "from", "during", "before", "after", "early", "late", "to",
    ]

    private static func year(_ text: String) -> Int? {
        guard text.utf8.count == 4, let number = Int(text), (1400...2199).contains(number) else { return nil }
        return number
    }

    private static func dayOfMonth(_ text: String) -> Int? {
        var digits = Substring(text)
        for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { digits = text.dropLast(2) }
        guard digits.utf8.count <= 2, let number = Int(digits), (1...31).contains(number) else { return nil }
        return number
    }

    private static func count(_ text: String) -> Int? {
        if let number = Int(text), number >= 0 { return number }
        return Calendar.numbers[text]
    }

    private static func unitDays(_ unit: String) -> Int? {
        switch unit {
        case "day", "days": 1
        case "week", "weeks": 7
        case "month", "months": 30
        case "year", "years": 365
        default: nil
        }
    }
}

/// Names of days, months and small numbers.
private enum Calendar {
    static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mon.": 1, "tue.": 2, "tues.": 2,
        "wed.": 3, "thu.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7,
    ]

    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
        "november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sept.": 9, "sep.": 9,
        "oct.": 10, "nov.": 11, "dec.": 12, "jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    static let numbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "several": 3, "twenty": 20, "thirty": 30,
    ]
}
