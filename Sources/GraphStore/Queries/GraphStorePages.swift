import GRDB
public import KnowledgeGraph

/// Some of the statements that were asked for, and where to go on.
public struct StatementPage: Sendable, Hashable {
    public var statements: [KnowledgeGraph.Statement]
    /// Gives the next page; nil after the last.
    public var next: PageCursor?
}

extension GraphStore {
    /// Statements page by page, newest first, those without a date last; on one day in the order in which they were added, as their documents
    /// have them.
    ///
    /// That order stands still: what is added between two pages moves nothing, so none comes twice or is left out.
    ///
    /// ```swift
    /// var page = try store.page(where: StatementFilter(classes: [.assault]))
    /// while let next = page.next { page = try store.page(where: StatementFilter(classes: [.assault]), after: next) }
    /// ```
    /// With an actor the cost grows with its statements. Without one it is that of the statements that are passed over because the filter
    /// does not let them pass: 0.05 s for a million, and no more than that of the page for the first of everything.
    /// - Parameters:
    ///   - actor: the id of an actor that takes part; any when nil.
    ///   - other: the id of an actor that must be on the other side of the first. Without the first it stands for it.
    ///   - cursor: where the page before ended, which was asked for with the same filter and actors.
    ///   - limit: how many to give at most.
    public func page(
        of actor: String? = nil, with other: String? = nil, where filter: StatementFilter = .everything,
        after cursor: PageCursor? = nil, limit: Int = 50
    ) throws -> StatementPage {
        guard limit > 0 else { return StatementPage(statements: [], next: nil) }
        return try read { snapshot in
            // One more than is wanted tells whether there is another page.
            let count = limit < Int.max ? limit + 1 : limit
            let places: [PagePlace]
            if let first = actor ?? other {
                let keys = try snapshot.actorKeys(first, with: actor == nil ? nil : other)
                guard let keys else { return StatementPage(statements: []) }
                places = try snapshot.places(of: keys.actor, with: keys.other, where: filter, after: cursor?.place, count: count)
            } else {
                places = try snapshot.places(where: filter, after: cursor?.place, count: count)
            }
            let shown = places.prefix(limit)
            return StatementPage(
                statements: try shown.map { try snapshot.statement($0.key) },
                next: places.count > limit ? shown.last.map(PageCursor.init) : nil)
        }
    }
}

extension StoreSnapshot {
    /// An actor's statements: where so many of them stand, the first after a place. O(its statements).
    fileprivate func places(
        of actor: Int64, with other: Int64?, where filter: StatementFilter, after last: PagePlace?, count: Int
    ) throws -> [PagePlace] {
        var places: [PagePlace] = []
        try forEachDayedKey(of: actor, with: other, where: filter) { key, day in
            let place = PagePlace(day: day, key: key)
            if last?.isBefore(place) ?? true { places.append(place) }
        }
        return Array(places.sorted { $0.isBefore($1) }.prefix(count))
    }

    /// Where so many statements stand, the first after a place: from day to day by indexes that have all that the filter looks at.
    fileprivate func places(where filter: StatementFilter, after last: PagePlace?, count: Int) throws -> [PagePlace] {
        var withoutDays = filter
        (withoutDays.since, withoutDays.until) = (nil, nil)
        var places: [PagePlace] = []
        let end = filter.until.map { $0.daysSince1970 &+ 1 } ?? Int.max
        let since = filter.since?.daysSince1970 ?? Int.min
        let all = try DayWalk("statementsByDay", where: SQLCondition(withoutDays, cache).sql, in: database)
        if since < end { try all.append(to: &places, days: since..<end, after: last, count: count) }
        if filter.since != nil {
            // Of what begins before that day, only what lasts for days can touch it.
            let ranges = try DayWalk("statementsOfRanges", where: "s.lastDay > s.day AND \(SQLCondition(filter, cache).sql)", in: database)
            try ranges.append(to: &places, days: Int.min..<min(since, end), after: last, count: count)
        } else if filter.until == nil {
            try all.append(to: &places, day: nil, after: last?.day == nil ? last?.key : nil, count: count)
        }
        return places
    }
}

/// Goes from day to day by an index of days.
private struct DayWalk {
    private let ofDay: RawStatement
    private let newestDay: RawStatement

    /// - Parameter condition: on the statement `s`.
    init(_ index: String, where condition: String, in database: Database) throws {
        ofDay = try .separate(
            "SELECT s.key FROM statements s INDEXED BY \(index) WHERE s.day IS ?1 AND s.key > ?2 AND \(condition) ORDER BY s.key",
            in: database)
        newestDay = try .separate(
            """
            SELECT s.day FROM statements s INDEXED BY \(index)
            WHERE s.day >= ?1 AND s.day < ?2 AND \(index == "statementsByDay" ? "TRUE" : "s.lastDay > s.day") ORDER BY s.day DESC LIMIT 1
            """, in: database)
    }

    /// Appends where statements of these days stand, after a place, until there are so many.
    func append(to places: inout [PagePlace], days: Range<Int>, after last: PagePlace?, count: Int) throws {
        var end = days.upperBound
        if let last {
            guard let day = last.day, day >= days.lowerBound else { return }
            if day < end {
                try append(to: &places, day: day, after: last.key, count: count)
                end = day
            }
        }
        while places.count < count, let day = try newestDay(in: days.lowerBound..<end) {
            try append(to: &places, day: day, after: nil, count: count)
            end = day
        }
    }

    func append(to places: inout [PagePlace], day: Int?, after key: Int64?, count: Int) throws {
        ofDay.bind(day, at: 1)
        ofDay.bind(key ?? Int64.min, at: 2)
        defer { ofDay.reset() }
        while places.count < count, try ofDay.step() { places.append(PagePlace(day: day, key: try ofDay.key(0))) }
    }

    private func newestDay(in days: Range<Int>) throws -> Int? {
        newestDay.bind(days.lowerBound, at: 1)
        newestDay.bind(days.upperBound, at: 2)
        return try newestDay.first { try $0.integer(0) }
    }
}
