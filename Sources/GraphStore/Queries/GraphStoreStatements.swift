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
            guard let keys = try snapshot.actorKeys(actor, with: other) else { return [] }
            return try snapshot.newestFirst(snapshot.dayedKeys(of: keys.actor, with: keys.other, where: filter), limit: limit)
        }
    }

    /// How many statements an actor takes part in, on either side, of those that pass. O(its statements).
    public func statementCount(of actor: String, where filter: StatementFilter = .everything) throws -> Int {
        try read { snapshot in
            guard let actor = try snapshot.actorKey(id: actor) else { return 0 }
            var count = 0
            try snapshot.forEachDayedKey(of: actor, with: nil, where: filter) { _, _ in count += 1 }
            return count
        }
    }
}

extension StoreSnapshot {
    /// The keys of an actor and of the one on its other side, if that is asked for; nil when one of them is not there.
    func actorKeys(_ actor: String, with other: String?) throws -> (actor: Int64, other: Int64?)? {
        guard let key = try actorKey(id: actor) else { return nil }
        guard let other else { return (key, nil) }
        return try actorKey(id: other).map { (key, $0) }
    }

    /// A statement's key and first day; a statement without a date counts as older than all others.
    fileprivate typealias Dayed = (key: Int64, day: Int)

    /// An actor's statements, each once, in no order.
    fileprivate func dayedKeys(of actor: Int64, with other: Int64?, where filter: StatementFilter) throws -> [Dayed] {
        var found: [Dayed] = []
        try forEachDayedKey(of: actor, with: other, where: filter) { found.append(($0, $1 ?? Int.min)) }
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
