import GRDB
import KnowledgeGraph

/// The relation types that statements have: few, so all that were met are remembered.
struct RelationTable {
    private struct Relation: Hashable {
        let name: ByteText
        let relationClass: RelationClass
        let isSymmetric: Bool
    }

    private let find: RawStatement
    private let insert: RawStatement
    private let delete: RawStatement
    private var keys: [Relation: Int64] = [:]
    private var uses = UseCounts(table: "relations")

    init(_ database: Database) throws {
        find = try .separate("SELECT key FROM relations WHERE name = ? AND class = ? AND isSymmetric = ?", in: database)
        insert = try .separate("INSERT INTO relations (name, class, isSymmetric, uses) VALUES (?, ?, ?, 0)", in: database)
        delete = try .separate("DELETE FROM relations WHERE key = ?", in: database)
    }

    /// The key of a statement's relation, which is used once more.
    mutating func use(of statement: KnowledgeGraph.Statement) throws -> Int64 {
        let relation = Relation(
            name: ByteText(statement.relation), relationClass: statement.relationClass, isSymmetric: statement.isSymmetric)
        let key = try keys[relation] ?? key(of: relation)
        keys[relation] = key
        uses.add(1, to: key)
        return key
    }

    mutating func release(_ key: Int64) {
        uses.add(-1, to: key)
    }

    mutating func write(to database: Database) throws {
        let unused = try uses.write(to: database)
        for key in unused {
            delete.bind(key, at: 1)
            try delete.run()
        }
        if !unused.isEmpty { keys.removeAll() }
    }

    mutating func forget() {
        keys.removeAll()
    }

    private func key(of relation: Relation) throws -> Int64 {
        for statement in [find, insert] {
            try statement.bind(relation.name.text, at: 1)
            try statement.bind(relation.relationClass.rawValue, at: 2)
            statement.bind(relation.isSymmetric ? 1 : 0, at: 3)
        }
        if let key = try find.first({ try $0.key(0) }) { return key }
        try insert.run()
        return insert.lastInsertedKey
    }
}
