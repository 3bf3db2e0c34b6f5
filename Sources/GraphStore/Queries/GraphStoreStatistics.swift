import GRDB
public import KnowledgeGraph

/// Counts of what a database holds.
public struct GraphStatistics: Sendable, Hashable {
    public var documents: Int
    /// Sentences that a statement rests on.
    public var sentences: Int
    public var actors: Int
    public var statements: Int
    /// The first and last day that a statement touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
    /// The commonest first, then by name.
    public var classes: [Count]
    public var relations: [Count]
    public var statuses: [Count]
    public var actorTypes: [Count]

    public struct Count: Sendable, Hashable {
        public var name: String
        public var count: Int
    }
}

extension GraphStore {
    /// Counts everything. O(n).
    public func statistics() throws -> GraphStatistics {
        try read { database in
            func total(_ table: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
            }
            func counts(_ column: String) throws -> [GraphStatistics.Count] {
                try tally(database, sql: "SELECT \(column), COUNT(*) FROM statements GROUP BY 1 ORDER BY 2 DESC, 1")
            }
            let days = try Row.fetchOne(database, sql: "SELECT MIN(day), MAX(lastDay) FROM statements")
            return GraphStatistics(
                documents: try total("documents"), sentences: try total("sentences"), actors: try total("actors"),
                statements: try total("statements"),
                days: try days.flatMap { try CalendarDate.range($0.decode(atIndex: 0), $0.decode(atIndex: 1)) },
                classes: try counts("class"), relations: try counts("relation"), statuses: try counts("status"),
                actorTypes: try tally(
                    database,
                    sql: """
                        SELECT type, COUNT(*) FROM (
                            SELECT (SELECT type FROM names WHERE actor = actors.key AND reason = 'name'
                                ORDER BY uses DESC, length(CAST(name AS BLOB)) DESC, name, type LIMIT 1) AS type FROM actors)
                        GROUP BY 1 ORDER BY 2 DESC, 1
                        """))
        }
    }

    private func tally(_ database: Database, sql: String) throws -> [GraphStatistics.Count] {
        try Row.fetchAll(database, sql: sql).map { row in
            GraphStatistics.Count(name: try row.decode(StoredText.self, atIndex: 0).text, count: try row.decode(atIndex: 1))
        }
    }
}
