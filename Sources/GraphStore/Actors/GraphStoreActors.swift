import GRDB
import KnowledgeGraph

extension GraphStore {
    /// The actor with this id, name or alias; case, accents and punctuation do not matter.
    ///
    /// An id goes before a name, a name before an alias, an alias before part of a name. Throws `unknownActor` with near names, or
    /// `ambiguousActor` with the candidates.
    ///
    /// ```swift
    /// try store.actor(named: "ruiz").actor.name   // "Ana Ruiz"
    /// ```
    public func actor(named query: String) throws -> ActorMatch {
        try read { try ActorLookup(snapshot: $0).match(query) }
    }

    /// Every name of an actor: the ones extraction gave, then what texts call it, the most used first.
    public func names(of actor: String) throws -> [String] {
        try read { snapshot in
            guard let key = try snapshot.actorKey(id: actor) else { return [] }
            return try snapshot.names(of: key)
        }
    }
}

extension StoreSnapshot {
    /// Every name of an actor: the ones extraction gave, then what texts call it, the most used first.
    package func names(of actor: Int64) throws -> [String] {
        let rows = try RawStatement(
            "SELECT name FROM names WHERE actor = ? GROUP BY name ORDER BY MIN(reason), SUM(uses) DESC, name", in: database)
        rows.bind(actor, at: 1)
        var names: [String] = []
        try rows.forEach { names.append(try $0.text(0)) }
        return names
    }
}

/// Finds who a name stands for.
struct ActorLookup {
    let snapshot: StoreSnapshot

    private var database: Database { snapshot.database }

    func match(_ query: String) throws -> ActorMatch {
        let folded = FoldedName.fold(query)
        for id in [query, query.lowercased()] {
            if let key = try snapshot.actorKey(id: id) {
                return ActorMatch(actor: try snapshot.actor(key), query: query, reason: .id)
            }
        }
        let steps: [(ActorMatch.Reason, [Int64])] = [
            (.name, try actors(folded: folded, reason: .name)), (.alias, try actors(folded: folded, reason: .mention)),
            (.part, try actors(withWordsOf: query)),
        ]
        for (reason, found) in steps where !found.isEmpty {
            guard found.count == 1 else { throw try ambiguity(query, found) }
            return ActorMatch(actor: try snapshot.actor(found[0]), query: query, reason: reason)
        }
        throw GraphStoreError.unknownActor(name: shortened(query), near: try namesNear(folded))
    }

    private func actors(folded: String, reason: NameReason) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT actor FROM names JOIN actors ON actors.key = actor WHERE folded = ? AND reason = ?
                GROUP BY actor ORDER BY SUM(uses) DESC, actors.id LIMIT 20
                """,
            arguments: [folded.stored, reason.code])
    }

    private func actors(withWordsOf query: String) throws -> [Int64] {
        guard query.utf8.count < 1000, let pattern = SearchPattern.allWords(of: query) else { return [] }
        return try Int64.fetchAll(
            database,
            sql: """
                SELECT actor FROM namesText JOIN names ON names.key = namesText.rowid JOIN actors ON actors.key = actor
                WHERE namesText MATCH ? AND reason = ? GROUP BY actor ORDER BY SUM(uses) DESC, actors.id LIMIT 20
                """, arguments: [pattern, NameReason.name.code])
    }

    private func ambiguity(_ query: String, _ keys: [Int64]) throws -> GraphStoreError {
        let candidates = try keys.prefix(10).map { key in
            let actor = try snapshot.actor(key)
            return GraphStoreError.Candidate(id: actor.id, name: actor.name)
        }
        return .ambiguousActor(name: query, candidates: candidates)
    }

    /// Up to five names that differ by a few letters, or have a word that does; nearest first. Looks at every name.
    private func namesNear(_ folded: String) throws -> [String] {
        let wanted = Array(folded.unicodeScalars)
        guard (2...60).contains(wanted.count) else { return [] }
        let limit = max(1, wanted.count / 4)
        var near: [(distance: Int, name: String)] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT folded, name FROM names WHERE reason = ? ORDER BY uses DESC, name",
            arguments: [NameReason.name.code])
        while let row = try rows.next() {
            let candidate = try row.decode(StoredText.self, atIndex: 0).text
            guard candidate.utf8.count < 400 else { continue }
            let forms = [candidate] + candidate.split(separator: " ").map(String.init)
            let distance = forms.compactMap { EditDistance.between(wanted, Array($0.unicodeScalars), limit: limit) }.min()
            let name = try row.decode(StoredText.self, atIndex: 1).text
            if let distance, !near.contains(where: { $0.name == name }) { near.append((distance, name)) }
        }
        // Swift's sort is stable: the more used of two equally near names stays first.
        return near.sorted { $0.distance < $1.distance }.prefix(5).map(\.name)
    }

    private func shortened(_ text: String) -> String {
        text.count <= 80 ? text : text.prefix(80) + "…"
    }
}
