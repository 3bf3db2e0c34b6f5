import KnowledgeGraph

/// A figure in rows of time: actors are columns, and what happened is an arrow between two of them.
public struct Timeline: Sendable, Hashable {
    /// The lines of one day, month or other stretch of time.
    public struct Row: Sendable, Hashable {
        public var time: TimelineRow
        /// "3 May 2031".
        public var title: String
        /// The weekday, or that only the report has the date.
        public var note: String?
        /// "12 days later", where time was left out before the row.
        public var gap: String?
        /// Indices of the diagram's edges.
        public var edges: Range<Int>
    }

    public var rows: [Row]
    /// Indices of the diagram's nodes from left to right; nodes without a lane share one at the right.
    public var lanes: [Int]

    /// More lines than this are never one timeline.
    public static let limit = 100
    /// How many are drawn when there are more than `limit` and the caller did not say.
    static let overviewSize = 50
}

extension Timeline {
    /// - Parameter bundles: row by row, as `TimelineRow.bundles(of:in:)` gives them.
    init(_ bundles: [EdgeBundle], lanes: [Int], _ timeline: FigureTimeline, _ language: FigureLanguage) {
        let text = TimelineText(timeline: timeline, language: language)
        self.lanes = lanes
        rows = []
        for (index, bundle) in bundles.enumerated() {
            guard let time = bundle.row else { continue }
            if rows.last?.time == time {
                rows[rows.count - 1].edges = rows[rows.count - 1].edges.lowerBound..<index + 1
                continue
            }
            rows.append(
                Row(
                    time: time, title: text.title(time, after: rows.last?.time), note: text.note(time),
                    gap: text.gap(before: time, after: rows.map(\.time)), edges: index..<index + 1))
        }
    }
}
