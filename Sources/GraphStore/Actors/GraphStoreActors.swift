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
        try read { try ActorLookup(database: $0).match(query) }
    }

    /// Every name of an actor: the ones extraction gave, then what texts call it, the most used first.
    public func names(of actor: String) throws -> [String] {
        try read { database in
            let names = try StoredText.fetchAll(
                database,
                sql: """
                    SELECT name FROM names JOIN actors ON actors.key = names.actor WHERE actors.id = ?
                    GROUP BY name ORDER BY MIN(reason = 'mention'), SUM(uses) DESC, name
                    """, arguments: [actor.stored])
            return names.map(\.text)
        }
    }
}

/// Finds who a name stands for.
struct ActorLookup {
    let database: Database

    func match(_ query: String) throws -> ActorMatch {
        let folded = FoldedName.fold(query)
        for id in [query, query.lowercased()] {
            if let key = try Int64.fetchOne(database, sql: "SELECT key FROM actors WHERE id = ?", arguments: [id.stored]) {
                return ActorMatch(actor: try actor(key), query: query, reason: .id)
            }
        }
        let steps: [(ActorMatch.Reason, [Int64])] = [
            (.name, try actors(folded: folded, reason: "name")), (.alias, try actors(folded: folded, reason: "mention")),
            (.part, try actors(withWordsOf: query)),
        ]
        for (reason, found) in steps where !found.isEmpty {
            guard found.count == 1 else { throw try ambiguity(query, found) }
            return ActorMatch(actor: try actor(found[0]), query: query, reason: reason)
        }
        throw GraphStoreError.unknownActor(name: shortened(query), near: try namesNear(folded))
    }

    /// The actor with its commonest name; the longest, then the first in the alphabet, among equals.
    func actor(_ key: Int64) throws -> Actor {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT actors.id, names.name, names.type FROM names JOIN actors ON actors.key = names.actor
                WHERE names.actor = ? AND reason = 'name' ORDER BY uses DESC, length(CAST(name AS BLOB)) DESC, name, type LIMIT 1
                """, arguments: [key])
        guard let row, let type = ActorType(rawValue: try row.decode(atIndex: 2)) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "actor \(key) has no name")
        }
        return Actor(
            id: try row.decode(StoredText.self, atIndex: 0).text, name: try row.decode(StoredText.self, atIndex: 1).text, type: type)
    }

    private func actors(folded: String, reason: String) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: "SELECT actor FROM names WHERE folded = ? AND reason = ? GROUP BY actor ORDER BY SUM(uses) DESC, actor LIMIT 20",
            arguments: [folded.stored, reason])
    }

    private func actors(withWordsOf query: String) throws -> [Int64] {
        guard query.utf8.count < 1000, let pattern = FTS5Pattern(matchingAllTokensIn: query) else { return [] }
        return try Int64.fetchAll(
            database,
            sql: """
                SELECT actor FROM namesText JOIN names ON names.key = namesText.rowid WHERE namesText MATCH ? AND reason = 'name'
                GROUP BY actor ORDER BY SUM(uses) DESC, actor LIMIT 20
                """, arguments: [pattern])
    }

    private func ambiguity(_ query: String, _ keys: [Int64]) throws -> GraphStoreError {
        let candidates = try keys.prefix(10).map { key in
            let actor = try actor(key)
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
        let rows = try Row.fetchCursor(database, sql: "SELECT folded, name FROM names WHERE reason = 'name' ORDER BY uses DESC, name")
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
