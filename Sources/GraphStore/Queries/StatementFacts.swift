import GRDB
package import KnowledgeGraph

/// A statement without its texts: what filters and searches look at.
package struct StatementFacts: Sendable, Hashable {
    package var key: Int64
    /// Keys of actors, after all merges.
    package var subject: Int64
    package var object: Int64
    /// Key of the relation type.
    package var relation: Int64
    package var status: Status
    /// As days since 1970-01-01; nil without a date.
    package var days: ClosedRange<Int>?
    /// Key of the sentence.
    package var sentence: Int64

    static let columns = "s.key, s.subject, s.object, s.relation, s.status, s.day, s.lastDay, s.sentence"

    /// - Parameter row: a row with `columns`.
    init(_ row: RawStatement) throws {
        key = try row.key(0)
        subject = try row.key(1)
        object = try row.key(2)
        relation = try row.key(3)
        status = try Status(code: row.integer(4))
        days = try StoredDays.days(row, 5)
        sentence = try row.key(7)
    }
}

extension StoreSnapshot {
    /// Runs through the statements that pass, by key: document after document as they were added.
    package func forEachStatement(where filter: StatementFilter = .everything, _ body: (StatementFacts) throws -> Void) throws {
        let condition = try SQLCondition(filter, cache)
        // By key, whatever the condition: an index would give the keys in another order.
        let rows = try RawStatement.separate(
            "SELECT \(StatementFacts.columns) FROM statements s NOT INDEXED WHERE \(condition.sql) ORDER BY s.key", in: database)
        try rows.forEach { try body(StatementFacts($0)) }
    }

    /// Runs through the statements of an actor that pass, each once, in no order. By the indexes: O(its statements).
    package func forEachStatement(
        of actor: Int64, where filter: StatementFilter = .everything, _ body: (StatementFacts) throws -> Void
    ) throws {
        // What an actor does to itself comes as its subject's.
        for side in ["s.subject = \(actor)", "s.object = \(actor) AND s.subject <> \(actor)"] {
            var condition = try SQLCondition(filter, cache)
            condition.require(side)
            let rows = try RawStatement.separate("SELECT \(StatementFacts.columns) FROM statements s WHERE \(condition.sql)", in: database)
            try rows.forEach { try body(StatementFacts($0)) }
        }
    }
}
