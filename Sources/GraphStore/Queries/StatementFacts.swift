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
    /// The statement's id when it is 16 hex digits: the number they write.
    package var id: Int64?

    /// The statement's id; nil when it has to be read.
    package var idText: String? { id.map { StoredID.text(of: $0) } }

    static let columns = "s.key, s.subject, s.object, s.relation, s.status, s.day, s.lastDay, s.sentence, s.id"

    static let columnCount: Int32 = 9

    /// - Parameter row: a row with `columns`.
    init(_ row: RawStatement) throws {
        key = try row.key(0)
        subject = try row.key(1)
        object = try row.key(2)
        relation = try row.key(3)
        status = try Status(code: row.integer(4))
        days = try StoredDays.days(row, 5)
        sentence = try row.key(7)
        id = row.isInteger(8) ? try row.key(8) : nil
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

    /// Runs through the statements of an actor that pass, each once, in no order. By the indexes: O(its statements that pass).
    /// - Parameter other: an actor that must be on the other side.
    package func forEachStatement(
        of actor: Int64, with other: Int64? = nil, where filter: StatementFilter = .everything, _ body: (StatementFacts) throws -> Void
    ) throws {
        try forEachRow(StatementFacts.columns, of: actor, with: other, where: filter) { row in
            let facts = try StatementFacts(row)
            guard filter.statuses.isEmpty || filter.statuses.contains(facts.status) else { return }
            if let since = filter.since { guard facts.days.map({ $0.upperBound >= since.daysSince1970 }) ?? false else { return } }
            try body(facts)
        }
    }

    /// Runs through the keys and first days of an actor's statements that pass, each once, in no order. The indexes have both: when the filter
    /// does not ask for more, no statement is read.
    func forEachDayedKey(
        of actor: Int64, with other: Int64?, where filter: StatementFilter, _ body: (_ key: Int64, _ day: Int?) throws -> Void
    ) throws {
        guard filter.statuses.isEmpty, filter.since == nil else {
            return try forEachStatement(of: actor, with: other, where: filter) { try body($0.key, $0.days?.lowerBound) }
        }
        try forEachRow("s.key, s.day", of: actor, with: other, where: filter) { try body($0.key(0), $0.optionalInteger(1)) }
    }

    /// Rows of an actor's statements, of those that pass by relation and last day.
    private func forEachRow(
        _ columns: String, of actor: Int64, with other: Int64?, where filter: StatementFilter, _ body: (RawStatement) throws -> Void
    ) throws {
        // SQL of few shapes, whose prepared statements are kept: to prepare one costs as much as to read fifty statements.
        let relations = try filter.relationKeys(in: cache).map { $0.map(Optional.init) } ?? [nil]
        for isSubject in [true, false] {
            var sql = "SELECT \(columns) FROM statements s WHERE s.\(isSubject ? "subject" : "object") = ?1"
            // What an actor does to itself comes as its subject's.
            if !isSubject { sql += " AND s.subject <> ?1" }
            if relations != [nil] { sql += " AND s.relation = ?2" }
            if filter.until != nil { sql += " AND s.day <= ?3" }
            if other != nil { sql += " AND s.\(isSubject ? "object" : "subject") = ?4" }
            let rows = try RawStatement(sql, in: database)
            for relation in relations {
                rows.bind(actor, at: 1)
                if let relation { rows.bind(relation, at: 2) }
                if let until = filter.until { rows.bind(until.daysSince1970, at: 3) }
                if let other { rows.bind(other, at: 4) }
                try rows.forEach(body)
            }
        }
    }
}

extension StatementFilter {
    /// Keys of the relation types that pass, ascending; nil when all do.
    func relationKeys(in cache: ReadCache) throws -> [Int64]? {
        guard !relations.isEmpty || !classes.isEmpty else { return nil }
        let names = Set(relations.map(ByteText.init))
        return try cache.relations().filter { _, relation in
            (names.isEmpty || names.contains(ByteText(relation.name))) && (classes.isEmpty || classes.contains(relation.relationClass))
        }.keys.sorted()
    }
}
