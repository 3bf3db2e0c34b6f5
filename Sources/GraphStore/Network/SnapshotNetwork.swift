import GRDB
package import KnowledgeGraph

extension StoreSnapshot {
    /// The whole graph in numbers. Read once for each state of the store: O(n); after additions alone only what is new is read.
    package func network() throws -> StoreNetwork {
        let state = cache.state
        let last = cache.networks.last
        if let last, last.state == state { return last.network }
        var network: StoreNetwork?
        if let last, last.state.removals == state.removals, last.state.changes < state.changes {
            network = try extended(last.network)
        }
        let current = try network ?? wholeNetwork()
        cache.networks.remember(NetworkCache.Entry(state: state, network: current))
        return current
    }

    private func wholeNetwork() throws -> StoreNetwork {
        var builder = StoreNetwork.Builder(actors: try actorList(), statementCount: min(try statementCountBound(), 1 << 22))
        try forEachStatement(after: Int64.min) { try builder.append($0, $1, relation: relation(at:)) }
        return builder.network()
    }

    /// An earlier state's network with what has been added since; nil when it has to be read anew.
    private func extended(_ known: StoreNetwork) throws -> StoreNetwork? {
        let newest = known.actorKeys.max() ?? Int64.min
        let (actors, places) = known.actors.adding(try self.actors(after: newest))
        var builder = StoreNetwork.Builder(actors: actors)
        try forEachStatement(after: known.newestStatement) { try builder.append($0, $1, relation: relation(at:)) }
        return builder.network(extending: known, places: places)
    }

    private func forEachStatement(after key: Int64, _ body: (StatementFacts, SentencePlace?) throws -> Void) throws {
        let rows = try RawStatement(
            """
            SELECT \(StatementFacts.columns), e.document, e.start, e.length, e.text IS NULL
            FROM statements s NOT INDEXED CROSS JOIN sentences e ON e.key = s.sentence WHERE s.key > ? ORDER BY s.key
            """, in: database)
        rows.bind(key, at: 1)
        try rows.forEach { row in
            let next = StatementFacts.columnCount
            var place: SentencePlace?
            if try row.integer(next + 3) != 0, let start = Int32(exactly: try row.integer(next + 1)),
                let length = Int32(exactly: try row.integer(next + 2))
            {
                place = SentencePlace(document: try row.key(next), start: start, length: length)
            }
            try body(StatementFacts(row), place)
        }
    }

    private func relation(at key: Int64) throws -> ReadCache.Relation {
        guard let relation = try cache.relations()[key] else { throw DatabaseError.damage("a relation type is missing") }
        return relation
    }

    /// The network of this state, when somebody has read it already.
    package var networkAtHand: StoreNetwork? {
        cache.networks.last.flatMap { $0.state == cache.state ? $0.network : nil }
    }

    /// No fewer than there are statements, and seldom many more. O(log n).
    package func statementCountBound() throws -> Int { try count("SELECT coalesce(MAX(key), 0) FROM statements") }

    /// No fewer than there are actors, and seldom many more. O(log n).
    package func actorCountBound() throws -> Int { try count("SELECT coalesce(MAX(key), 0) FROM actors") }

    private func count(_ sql: String) throws -> Int {
        try RawStatement(sql, in: database).first { try $0.integer(0) } ?? 0
    }

    /// An actor's statements on one side or both, each once, in no order. By the indexes: O(its statements).
    package func facts(of actor: Int64, asSubject: Bool, asObject: Bool) throws -> [StatementFacts] {
        var facts: [StatementFacts] = []
        var sides: [String] = asSubject ? ["s.subject = ?1"] : []
        if asObject { sides.append(asSubject ? "s.object = ?1 AND s.subject <> ?1" : "s.object = ?1") }
        for side in sides {
            let rows = try RawStatement("SELECT \(StatementFacts.columns) FROM statements s WHERE \(side)", in: database)
            rows.bind(actor, at: 1)
            try rows.forEach { facts.append(try StatementFacts($0)) }
        }
        return facts
    }

    /// A statement without its texts.
    package func facts(_ statement: Int64) throws -> StatementFacts {
        let row = try RawStatement("SELECT \(StatementFacts.columns) FROM statements s WHERE s.key = ?", in: database)
        row.bind(statement, at: 1)
        guard let facts = try row.first({ try StatementFacts($0) }) else { throw DatabaseError.damage("statement \(statement) is missing") }
        return facts
    }

    /// Whether a relation type reads the same both ways.
    package func isSymmetric(_ relation: Int64) throws -> Bool {
        try cache.relations()[relation]?.isSymmetric ?? false
    }

    /// The key of the actor with exactly this id; nil when it is merged into another.
    package func actorKey(exactID id: String) throws -> Int64? {
        let find = try RawStatement("SELECT key FROM actors WHERE id = ? AND root IS NULL", in: database)
        try find.bind(id, at: 1)
        return try find.first { try $0.key(0) }
    }

    /// Name and class of a relation type.
    package func relation(_ key: Int64) throws -> (name: String, class: RelationClass) {
        guard let relation = try cache.relations()[key] else { throw DatabaseError.damage("relation \(key) is missing") }
        return (relation.name, relation.relationClass)
    }

    /// Keys of the actors of a type, all of them without one, ascending.
    package func actorKeys(type: ActorType?) throws -> [Int64] {
        var keys: [Int64] = []
        try RawStatement("SELECT key FROM actors WHERE root IS NULL ORDER BY key", in: database).forEach { keys.append(try $0.key(0)) }
        guard let type else { return keys }
        return try keys.filter { try cache.actor($0).type == type }
    }

    /// Keys of the actors whose best name is exactly this, ascending.
    package func actorKeys(name: String) throws -> [Int64] {
        let rows = try RawStatement(
            "SELECT DISTINCT actor FROM names WHERE folded = ? AND reason = \(NameReason.name.code) ORDER BY actor", in: database)
        try rows.bind(FoldedName.fold(name), at: 1)
        var keys: [Int64] = []
        try rows.forEach { keys.append(try $0.key(0)) }
        return try keys.filter { try cache.actor($0).name == name }
    }
}
