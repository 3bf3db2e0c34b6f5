/// Which statements count: by relation, class, status and date. Empty parts let everything pass.
///
/// ```swift
/// StatementFilter(classes: [.consult], statuses: [.actual], since: CalendarDate(iso8601: "2025-06-01"))
/// ```
/// With `since` or `until`, a statement passes when its date touches that stretch of days: "in June 2025" touches 15 June.
/// A statement without a date then does not pass.
public struct StatementFilter: Sendable, Hashable {
    public var relations: Set<String>
    public var classes: Set<RelationClass>
    public var statuses: Set<Status>
    /// The first day, included.
    public var since: CalendarDate?
    /// The last day, included.
    public var until: CalendarDate?

    public init(
        relations: Set<String> = [], classes: Set<RelationClass> = [], statuses: Set<Status> = [], since: CalendarDate? = nil,
        until: CalendarDate? = nil
    ) {
        self.relations = relations
        self.classes = classes
        self.statuses = statuses
        self.since = since
        self.until = until
    }

    /// Lets every statement pass.
    public static let everything = StatementFilter()

    public func matches(_ statement: Statement) -> Bool {
        (relations.isEmpty || relations.contains(statement.relation))
            && (classes.isEmpty || classes.contains(statement.relationClass))
            && (statuses.isEmpty || statuses.contains(statement.status))
            && touches(statement.date)
    }

    private func touches(_ date: StatementDate?) -> Bool {
        guard since != nil || until != nil else { return true }
        guard let date else { return false }
        if let since, max(date.start, date.end) < since { return false }
        if let until, date.start > until { return false }
        return true
    }
}
