import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// What an actor takes part in, on either side, newest first, those without a date last.
    ///
    /// Goes by the indexes on subject and object: the cost grows with the actor's statements, not with the database.
    ///
    /// ```swift
    /// try store.statements(of: "person/ana-ruiz", with: "country/mali", where: StatementFilter(classes: [.consult]))
    /// ```
    /// - Parameters:
    ///   - actor: its id.
    ///   - other: the id of an actor that must be on the other side.
    ///   - limit: how many to give at most.
    public func statements(
        of actor: String, with other: String? = nil, where filter: StatementFilter = .everything, limit: Int? = nil
    ) throws -> [KnowledgeGraph.Statement] {
        try read { database in
            guard let actor = try key(of: actor, in: database) else { return [] }
            var asSubject = SQLCondition(filter)
            asSubject.require("s.subject = ?", [actor])
            var asObject = SQLCondition(filter)
            asObject.require("s.object = ?", [actor])
            if let other {
                guard let other = try key(of: other, in: database) else { return [] }
                asSubject.require("s.object = ?", [other])
                asObject.require("s.subject = ?", [other])
            }
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    \(StatementRow.select(from: .statements)) WHERE s.key IN (
                        SELECT key FROM statements s WHERE \(asSubject.sql) UNION SELECT key FROM statements s WHERE \(asObject.sql)
                    ) ORDER BY s.day DESC, d.id, s.number LIMIT ?
                    """, arguments: asSubject.arguments + asObject.arguments + [limit ?? -1])
            return try Array(rows.map { try StatementRow.statement($0, in: database) })
        }
    }

    /// The shortest chains between two actors, given by their ids; reads the whole graph into memory (see `Graph.shortestPaths`).
    public func shortestPaths(
        from start: String, to end: String, maximumLength: Int = 6, where filter: StatementFilter = .everything, limit: Int = 10
    ) throws -> [Path] {
        try graph().shortestPaths(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
    }

    private func key(of actor: String, in database: Database) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT key FROM actors WHERE id = ?", arguments: [actor.stored])
    }
}
