import KnowledgeGraph

/// Dates as people write them into tables: `2025`, `2025-06`, `2025-06-01`, `2025-06-01T12:00:00Z`, `2025-06-01/2025-06-03`.
enum WrittenDate {
    typealias Days = (days: ClosedRange<CalendarDate>, precision: StatementDate.Precision)

    /// - Parameter field: for the fault.
    static func days(_ text: String, field: String) throws -> Days {
        guard let slash = text.firstIndex(of: "/") else { return try period(text, field) }
        let (first, last) = (try period(String(text[..<slash]), field), try period(String(text[text.index(after: slash)...]), field))
        return try days(from: first, to: last, field: field, text)
    }

    /// The days from one date to another.
    static func days(from first: Days, to last: Days, field: String, _ text: String) throws -> Days {
        guard first.days.lowerBound <= last.days.upperBound else {
            throw StatementFault(field: field, value: text, reason: "ends before it starts; write the first day first")
        }
        let days = first.days.lowerBound...last.days.upperBound
        return (days, precision(of: days))
    }

    /// The calendar's name for these days; weeks are taken for ranges, as nobody has said that they are meant.
    private static func precision(of days: ClosedRange<CalendarDate>) -> StatementDate.Precision {
        let periods: [(CalendarPeriod, StatementDate.Precision)] = [(.day, .day), (.month, .month), (.quarter, .quarter), (.year, .year)]
        return periods.first { $0.0.days(around: days.lowerBound) == days }?.1 ?? .range
    }

    private static func period(_ text: String, _ field: String) throws -> Days {
        let written = text.trimmed
        // A time of day behind the date says more than statements hold.
        let date = String(written.prefix { $0 != "T" && $0 != " " })
        for (addition, period) in [("", CalendarPeriod.day), ("-01", .month), ("-01-01", .year)] {
            guard let day = CalendarDate(iso8601: date + addition) else { continue }
            let days = period.days(around: day)
            return (days, precision(of: days))
        }
        let isWellFormed = date.utf8.count == 10 && date.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        throw StatementFault(
            field: field, value: written,
            reason: "\(isWellFormed ? "no such day" : "not a date"); write YYYY-MM-DD, YYYY-MM or YYYY")
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
