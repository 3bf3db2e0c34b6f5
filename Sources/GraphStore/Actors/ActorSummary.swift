import GRDB
public import KnowledgeGraph

/// An actor with what the database has on it.
public struct ActorSummary: Sendable, Hashable {
    public var actor: Actor
    /// Statements it takes part in, on either side.
    public var statements: Int
    public var documents: Int
    /// The first and last day that a statement of it touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
}

extension GraphStore {
    /// Every actor, those with most statements first, then by id.
    public func actors(type: ActorType? = nil) throws -> [ActorSummary] {
        try read { database in
            let lookup = ActorLookup(database: database)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    WITH ends AS (
                        SELECT subject AS actor, sentence, day, lastDay FROM statements
                        UNION ALL
                        SELECT object, sentence, day, lastDay FROM statements WHERE object <> subject
                    )
                    SELECT actor, COUNT(*), COUNT(DISTINCT sentences.document), MIN(day), MAX(lastDay)
                    FROM ends JOIN actors ON actors.key = actor JOIN sentences ON sentences.key = ends.sentence
                    GROUP BY actor ORDER BY COUNT(*) DESC, actors.id
                    """)
            var summaries: [ActorSummary] = []
            while let row = try rows.next() {
                let actor = try lookup.actor(row.decode(atIndex: 0))
                guard type == nil || actor.type == type else { continue }
                summaries.append(
                    ActorSummary(
                        actor: actor, statements: try row.decode(atIndex: 1), documents: try row.decode(atIndex: 2),
                        days: try CalendarDate.range(row.decode(atIndex: 3), row.decode(atIndex: 4))))
            }
            return summaries
        }
    }
}

extension CalendarDate {
    /// The days between two numbers of the database; nil when they are NULL or no days.
    static func range(_ first: Int?, _ last: Int?) -> ClosedRange<CalendarDate>? {
        guard let first, let last, first <= last else { return nil }
        return CalendarDate(daysSince1970: first)...CalendarDate(daysSince1970: last)
    }
}
