import KnowledgeGraph
import GRDB

extension GraphStore {
    /// Ids of the actors that count as this one, directly or by a chain of merges; in order.
    public func actors(mergedInto actor: String) throws -> [String] {
        try read { snapshot in
            let rows = try RawStatement(
                "SELECT a.id FROM actors a JOIN actors r ON r.key = a.root WHERE r.id = ? ORDER BY a.id", in: snapshot.database)
            try rows.bind(actor, at: 1)
            var ids: [String] = []
            try rows.forEach { ids.append(try $0.text(0)) }
            return ids
        }
    }

    /// What an actor is called by itself: as `names(of:)`, but without the names of actors that are merged into it, and of one that is merged only
    /// its own. Empty for an id that no document has.
    public func ownNames(of actor: String) throws -> [String] {
        try read { snapshot in
            let rows = try RawStatement(
                """
                SELECT n.name FROM actors a JOIN names n ON n.actor = coalesce(a.root, a.key) AND coalesce(n.origin, n.actor) = a.key
                WHERE a.id = ? GROUP BY n.name ORDER BY MIN(n.reason), SUM(n.uses) DESC, n.name
                """, in: snapshot.database)
            try rows.bind(actor, at: 1)
            var names: [String] = []
            try rows.forEach { names.append(try $0.text(0)) }
            return names
        }
    }

    /// The id of the actor that `split` is to part from others when somebody asks by a name: one that has been merged, by its id or by a name of its
    /// own, and otherwise the actor that the name stands for.
    ///
    /// ```swift
    /// try store.split(store.mergedActor(named: "V. Zelensky"))
    /// ```
    /// Throws `ambiguousActor` when several merged actors have the name, and what `actor(named:)` throws.
    public func mergedActor(named query: String) throws -> String {
        try read { snapshot in
            let merges = try snapshot.merges()
            if merges.contains(where: { $0.actor.hasBytes(of: query) || $0.target.hasBytes(of: query) }) { return query }
            for reason in [NameReason.name, .mention] {
                let found = try snapshot.mergedActors(called: query, reason)
                guard found.count < 2 else { throw GraphStoreError.ambiguousActor(name: query, candidates: found) }
                if let found = found.first { return found.id }
            }
            return try ActorLookup(snapshot: snapshot).match(query).actor.id
        }
    }
}

extension StoreSnapshot {
    /// Every merge, by the id of the actor that has been merged.
    func merges() throws -> [ActorMerge] {
        let rows = try RawStatement("SELECT actor, target, reason, time FROM merges ORDER BY actor", in: database)
        var merges: [ActorMerge] = []
        try rows.forEach { merges.append(try ActorMerge($0)) }
        return merges
    }

    fileprivate func mergedActors(called name: String, _ reason: NameReason) throws -> [GraphStoreError.Candidate] {
        // Only a name of a merged actor goes back to another one.
        let rows = try RawStatement(
            """
            SELECT a.id, min(n.name) FROM names n JOIN actors a ON a.key = n.origin JOIN merges m ON m.actor = a.id
            WHERE n.folded = ? AND n.reason = ? GROUP BY a.id ORDER BY a.id
            """, in: database)
        try rows.bind(FoldedName.fold(name), at: 1)
        rows.bind(reason.code, at: 2)
        var found: [GraphStoreError.Candidate] = []
        try rows.forEach { found.append(GraphStoreError.Candidate(id: try $0.text(0), name: try $0.text(1))) }
        return found
    }
}
