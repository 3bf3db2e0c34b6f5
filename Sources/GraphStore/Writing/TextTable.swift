import KnowledgeGraph
import GRDB

/// The texts that many statements share, each kept once.
struct TextTable {
    private let find: RawStatement
    private let insert: RawStatement
    private let delete: RawStatement
    private var keys: [ByteText: Int64] = [:]
    private var uses = UseCounts(table: "texts")

    init(_ database: Database) throws {
        find = try .separate("SELECT key FROM texts WHERE text = ?", in: database)
        insert = try .separate("INSERT INTO texts (text, uses) VALUES (?, 0)", in: database)
        delete = try .separate("DELETE FROM texts WHERE key = ?", in: database)
    }

    /// The key of a text, which is used once more.
    mutating func use(_ text: String) throws -> Int64 {
        let key = try key(of: text)
        uses.add(1, to: key)
        return key
    }

    mutating func use(_ text: String?) throws -> Int64? {
        try text.map { try use($0) }
    }

    mutating func release(_ key: Int64?) {
        if let key { uses.add(-1, to: key) }
    }

    mutating func write(to database: Database) throws {
        let unused = try uses.write(to: database)
        for key in unused {
            delete.bind(key, at: 1)
            try delete.run()
        }
        if !unused.isEmpty || keys.count > StoreWriter.rememberedRows { keys.removeAll() }
    }

    mutating func forget() {
        keys.removeAll()
    }

    private mutating func key(of text: String) throws -> Int64 {
        if let known = keys[ByteText(text)] { return known }
        try find.bind(text, at: 1)
        let found = try find.first { try $0.key(0) }
        if found == nil {
            try insert.bind(text, at: 1)
            try insert.run()
        }
        let key = found ?? insert.lastInsertedKey
        keys[ByteText(text)] = key
        return key
    }
}
