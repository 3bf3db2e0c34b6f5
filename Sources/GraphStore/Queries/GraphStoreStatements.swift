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
        try read { snapshot in
            guard let actor = try snapshot.actorKey(id: actor) else { return [] }
            var otherKey: Int64?
            if let other {
                otherKey = try snapshot.actorKey(id: other)
                guard otherKey != nil else { return [] }
            }
            return try snapshot.newestFirst(snapshot.dayedKeys(of: actor, with: otherKey, where: filter), limit: limit)
        }
    }
}

extension StoreSnapshot {
    /// A statement's key and first day; a statement without a date counts as older than all others.
    fileprivate typealias Dayed = (key: Int64, day: Int)

    /// An actor's statements, each once, in no order.
    fileprivate func dayedKeys(of actor: Int64, with other: Int64?, where filter: StatementFilter) throws -> [Dayed] {
        var found: [Dayed] = []
        try forEachStatement(of: actor, with: other, where: filter) { found.append(($0.key, $0.days?.lowerBound ?? Int.min)) }
        return found
    }

    /// By day, newest first, then by document id and place in the document.
    fileprivate func newestFirst(_ found: [Dayed], limit: Int?) throws -> [KnowledgeGraph.Statement] {
        var found = found.sorted { $0.day > $1.day }
        if let limit, limit < found.count {
            guard limit > 0 else { return [] }
            // Of the last day that is wanted all are needed to tell which come first.
            let last = found[limit - 1].day
            found = Array(found.prefix { $0.day >= last })
        }
        let ordered = try found.map { (dayed: $0, statement: try statement($0.key)) }.sorted { left, right in
            if left.dayed.day != right.dayed.day { return left.dayed.day > right.dayed.day }
            if left.statement.document != right.statement.document { return left.statement.document < right.statement.document }
            return left.dayed.key < right.dayed.key
        }
        return ordered.prefix(limit ?? ordered.count).map(\.statement)
    }
}
