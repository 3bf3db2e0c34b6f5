import KnowledgeGraph
import GRDB

/// Who there is: ids, and whom a merged actor counts as.
struct ActorTable {
    struct Keys {
        let own: Int64
        /// The actor that it counts as: itself, unless it is merged.
        let root: Int64
    }

    private let find: RawStatement
    private let insert: RawStatement
    private let delete: RawStatement
    private let target: RawStatement
    private var known: [ByteText: Keys] = [:]

    init(_ database: Database) throws {
        find = try .separate("SELECT key, root FROM actors WHERE id = ?", in: database)
        insert = try .separate("INSERT INTO actors (id, root) VALUES (?, ?)", in: database)
        delete = try .separate(
            """
            DELETE FROM actors WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM names WHERE actor = ?1)
                AND NOT EXISTS (SELECT 1 FROM names WHERE origin = ?1)
            """, in: database)
        target = try .separate("SELECT target FROM merges WHERE actor = ?", in: database)
    }

    /// The keys of the actor with this id, which is put in if it is new.
    mutating func keys(of id: ByteText) throws -> Keys {
        if let keys = known[id] { return keys }
        try find.bind(id.text, at: 1)
        let found = try find.first { row in
            let own = try row.key(0)
            return Keys(own: own, root: try row.optionalKey(1) ?? own)
        }
        guard let found else { return try insert(id) }
        known[id] = found
        return found
    }

    /// The id that an actor's id stands for after all merges.
    func root(of id: String) throws -> String {
        try MergeChain.root(of: id, by: target)
    }

    /// Takes an actor out that no name stands for.
    func removeIfUnused(_ key: Int64) throws {
        delete.bind(key, at: 1)
        try delete.run()
    }

    mutating func forget() {
        known.removeAll()
    }

    private mutating func insert(_ id: ByteText) throws -> Keys {
        let root = ByteText(try root(of: id.text))
        let rootKey = root == id ? nil : try keys(of: root).own
        try insert.bind(id.text, at: 1)
        insert.bind(rootKey, at: 2)
        try insert.run()
        let own = insert.lastInsertedKey
        let keys = Keys(own: own, root: rootKey ?? own)
        known[id] = keys
        return keys
    }
}
