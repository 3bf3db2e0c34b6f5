import GRDB
package import KnowledgeGraph

extension StoreSnapshot {
    /// A statement as it was added, with the actors it counts for. Three or four look-ups by key.
    package func statement(_ key: Int64) throws -> KnowledgeGraph.Statement {
        let find = cache.findStatement
        find.bind(key, at: 1)
        guard let statement = try find.first({ try StatementRow.statement($0, cache) }) else {
            throw DatabaseError.damage("statement \(key) is missing")
        }
        return statement
    }

    /// The key of the actor that an id stands for after all merges.
    package func actorKey(id: String) throws -> Int64? {
        let find = try RawStatement("SELECT coalesce(root, key) FROM actors WHERE id = ?", in: database)
        try find.bind(id, at: 1)
        return try find.first { try $0.key(0) }
    }

    /// An actor with the best of its names.
    package func actor(_ key: Int64) throws -> Actor {
        try cache.actor(key)
    }
}
