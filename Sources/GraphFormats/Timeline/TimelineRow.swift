public import KnowledgeGraph

/// A stretch of time in which something happened: a row of a timeline.
public struct TimelineRow: Sendable, Hashable {
    /// The days that the row stands for.
    public var start, end: CalendarDate
    /// True when the sentences say no day, so that the day of the report stands for it.
    public var isReported: Bool
    /// How exactly the day is known.
    var precision: StatementDate.Precision
}

extension TimelineRow: Comparable {
    /// By beginning; a month stands before its first day, and what was reported on a day after what happened on it.
    public static func < (left: Self, right: Self) -> Bool {
        (left.start, right.end, left.isReported ? 1 : 0, left.precision.rawValue)
            < (right.start, left.end, right.isReported ? 1 : 0, right.precision.rawValue)
    }
}

extension TimelineRow {
    /// The row of a statement.
    ///
    /// Rows of days keep what the sentence says: "in May" and "1–4 May" have rows of their own. In rows of months, what took
    /// more than a month has one.
    init(_ date: StatementDate, in timeline: FigureTimeline) {
        let end = max(date.start, date.end)
        switch timeline {
        case .day:
            self.init(start: date.start, end: end, isReported: date.source == .document, precision: date.precision)
        case .month:
            let first = CalendarPeriod.month.days(around: date.start)
            let isLong = end.daysSince1970 - date.start.daysSince1970 > 31
            let last = isLong ? CalendarPeriod.month.days(around: end) : first
            self.init(start: first.lowerBound, end: last.upperBound, isReported: false, precision: isLong ? .range : .month)
        }
    }

    /// Bundles row by row, the earliest first: what is said of one pair on one day shares a line.
    static func bundles(of statements: [Statement], in timeline: FigureTimeline) -> [EdgeBundle] {
        var rows: [TimelineRow: [Statement]] = [:]
        for statement in statements {
            guard let date = statement.date else { continue }
            rows[TimelineRow(date, in: timeline), default: []].append(statement)
        }
        return rows.sorted { $0.key < $1.key }.flatMap { row, statements in
            EdgeBundle.bundles(of: statements).map { bundle in
                var bundle = bundle
                bundle.row = row
                return bundle
            }
        }
    }
}
