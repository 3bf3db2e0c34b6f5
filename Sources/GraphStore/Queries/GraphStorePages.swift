import GRDB
public import KnowledgeGraph

/// Some of the statements that were asked for, and where to go on.
public struct StatementPage: Sendable, Hashable {
    public var statements: [KnowledgeGraph.Statement]
    /// Gives the next page; nil after the last.
    public var next: StatementCursor?
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
    /// does not let them pass: 0.1 s for a million, and no more than that of the page for the first of everything.
    /// - Parameters:
    ///   - actor: the id of an actor that takes part; any when nil.
    ///   - other: the id of an actor that must be on the other side of the first. Without the first it stands for it.
    ///   - cursor: where the page before ended, which was asked for with the same filter and actors.
    ///   - limit: how many to give at most.
    public func page(
        of actor: String? = nil, with other: String? = nil, where filter: StatementFilter = .everything,
        after cursor: StatementCursor? = nil, limit: Int = 50
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
                next: places.count > limit ? shown.last.map(StatementCursor.init) : nil)
        }
    }
}

extension StoreSnapshot {
    /// An actor's statements: where so many of them stand, the first after a place. O(its statements).
    fileprivate func places(
        of actor: Int64, with other: Int64?, where filter: StatementFilter, after last: PagePlace?, count: Int
    ) throws -> [PagePlace] {
        var places: [PagePlace] = []
        try forEachStatement(of: actor, with: other, where: filter) { facts in
            let place = PagePlace(day: facts.days?.lowerBound, key: facts.key)
            if last?.isBefore(place) ?? true { places.append(place) }
        }
        return Array(places.sorted { $0.isBefore($1) }.prefix(count))
    }

    /// Where so many statements stand, the first after a place: from day to day by the index of days, which has all that the filter looks at.
    fileprivate func places(where filter: StatementFilter, after last: PagePlace?, count: Int) throws -> [PagePlace] {
        let rows = try RawStatement.separate(
            """
            SELECT s.key FROM statements s INDEXED BY statementsByDay
            WHERE s.day IS ?1 AND s.key > ?2 AND \(SQLCondition(filter, cache).sql) ORDER BY s.key
            """, in: database)
        var places: [PagePlace] = []
        func append(day: Int?, after key: Int64) throws {
            rows.bind(day, at: 1)
            rows.bind(key, at: 2)
            defer { rows.reset() }
            while places.count < count, try rows.step() { places.append(PagePlace(day: day, key: try rows.key(0))) }
        }
        if let last { try append(day: last.day, after: last.key) }
        if last == nil || last?.day != nil {
            // No day after the last that passes need be looked at.
            var day = min(last?.day ?? Int.max, filter.until.map { $0.daysSince1970 &+ 1 } ?? Int.max)
            while places.count < count, let earlier = try newestDay(before: day) {
                day = earlier
                try append(day: day, after: Int64.min)
            }
            try append(day: nil, after: Int64.min)
        }
        return places
    }

    private func newestDay(before day: Int) throws -> Int? {
        let find = try RawStatement(
            "SELECT day FROM statements INDEXED BY statementsByDay WHERE day < ? ORDER BY day DESC LIMIT 1", in: database)
        find.bind(day, at: 1)
        return try find.first { try $0.integer(0) }
    }
}
