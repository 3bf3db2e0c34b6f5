import GRDB
import KnowledgeGraph

/// What a reading connection remembers: prepared statements, and small rows that many statements refer to.
///
/// A class: every query on the connection fills it further. Rows are forgotten when anybody has changed the file.
final class ReadCache {
    /// Rows of one table that are remembered; more than that are forgotten, all at once.
    private static let rememberedRows = 100_000

    let database: Database
    private let findText: RawStatement
    private let findName: RawStatement
    private let findActor: RawStatement
    private let findRelations: RawStatement
    private let findChanges: RawStatement
    private let findTarget: RawStatement
    /// One statement by its key, with `StatementRow.columns`.
    let findStatement: RawStatement
    /// What a statement has beside its facts, by its key: the columns of `StatementTexts`.
    let findTexts: RawStatement
    /// A sentence by its key: its own text, or its document and where it stands there.
    let findSentence: RawStatement
    /// The id of a sentence's document, by the sentence's key.
    let findDocument: RawStatement
    let documentBytes: DocumentBytes
    let evidence: EvidenceReader

    /// What all connections of the store share.
    let networks: NetworkCache
    /// How far the file had come when the rows were read.
    private(set) var state = StoreState(changes: -1, removals: -1)
    private var texts: [Int64: String] = [:]
    private var names: [Int64: Actor] = [:]
    private var actors: [Int64: Actor] = [:]
    private var allRelations: [Int64: Relation]?
    private var areThereMerges: Bool?

    /// A relation type as statements have it.
    struct Relation {
        let name: String
        let relationClass: RelationClass
        let isSymmetric: Bool
    }

    init(_ database: Database, networks: NetworkCache) throws {
        self.database = database
        self.networks = networks
        findText = try .separate("SELECT text FROM texts WHERE key = ?", in: database)
        findName = try .separate(
            """
            SELECT actors.id, names.name, names.type, names.actor, names.origin IS NULL
            FROM names JOIN actors ON actors.key = names.actor WHERE names.key = ?
            """, in: database)
        findActor = try .separate(
            """
            SELECT actors.id, names.name, names.type FROM names JOIN actors ON actors.key = names.actor
            WHERE names.actor = ? AND reason = \(NameReason.name.code) ORDER BY \(ActorName.bestFirst) LIMIT 1
            """, in: database)
        findRelations = try .separate("SELECT key, name, class, isSymmetric FROM relations", in: database)
        findChanges = try .separate("SELECT changes, removals FROM state", in: database)
        findTarget = try .separate("SELECT target FROM merges WHERE actor = ?", in: database)
        findStatement = try .separate("SELECT \(StatementRow.columns) FROM statements s WHERE s.key = ?", in: database)
        findTexts = try .separate(
            "SELECT id, place, topic, speaker, mode, detail, rule, confidence FROM statements WHERE key = ?", in: database)
        documentBytes = DocumentBytes(database)
        findDocument = try .separate(
            "SELECT d.id FROM sentences e CROSS JOIN documents d ON d.key = e.document WHERE e.key = ?", in: database)
        findSentence = try .separate("SELECT text, document, start, length FROM sentences WHERE key = ?", in: database)
        evidence = try EvidenceReader(database)
    }

    /// To be called first in every transaction.
    func validate() throws {
        let current = try findChanges.first { StoreState(changes: try $0.integer(0), removals: try $0.integer(1)) }
        guard let current else { throw DatabaseError.damage("the count of changes is missing") }
        guard current != state else { return }
        evidence.forget()
        texts.removeAll()
        names.removeAll()
        actors.removeAll()
        allRelations = nil
        areThereMerges = nil
        state = current
    }

    func text(_ key: Int64) throws -> String {
        if let text = texts[key] { return text }
        findText.bind(key, at: 1)
        guard let text = try findText.first({ try $0.text(0) }) else { throw DatabaseError.damage("text \(key) is missing") }
        if texts.count >= Self.rememberedRows { texts.removeAll() }
        texts[key] = text
        return text
    }

    /// The actor that a name stands for, as a statement with that name has it: one that has been merged bears the name of its root.
    func actor(named key: Int64) throws -> Actor {
        if let actor = names[key] { return actor }
        findName.bind(key, at: 1)
        let row = try findName.first { row in
            (
                actor: Actor(id: try row.text(0), name: try row.text(1), type: try ActorType(code: row.integer(2))),
                key: try row.key(3), isOwn: try row.integer(4) != 0
            )
        }
        guard let row else { throw DatabaseError.damage("name \(key) is missing") }
        let actor = row.isOwn ? row.actor : try self.actor(row.key)
        if names.count >= Self.rememberedRows { names.removeAll() }
        names[key] = actor
        return actor
    }

    /// The actor with the best of its names.
    func actor(_ key: Int64) throws -> Actor {
        if let actor = actors[key] { return actor }
        findActor.bind(key, at: 1)
        let actor = try findActor.first { row in
            Actor(id: try row.text(0), name: try row.text(1), type: try ActorType(code: row.integer(2)))
        }
        guard let actor else { throw DatabaseError.damage("actor \(key) has no name") }
        if actors.count >= Self.rememberedRows { actors.removeAll() }
        actors[key] = actor
        return actor
    }

    func relations() throws -> [Int64: Relation] {
        if let allRelations { return allRelations }
        var relations: [Int64: Relation] = [:]
        try findRelations.forEach { row in
            let className = try row.text(2)
            guard let relationClass = RelationClass(rawValue: className) else {
                throw DatabaseError.damage("\"\(className.prefix(40))\" is no class of relations")
            }
            relations[try row.key(0)] = Relation(
                name: try row.text(1), relationClass: relationClass, isSymmetric: try row.integer(3) != 0)
        }
        allRelations = relations
        return relations
    }

    /// The id that an actor's id stands for after all merges.
    func root(of id: String) throws -> String {
        if areThereMerges == nil {
            areThereMerges = try RawStatement("SELECT EXISTS (SELECT 1 FROM merges)", in: database).first { try $0.integer(0) != 0 }
        }
        guard areThereMerges == true else { return id }
        return try MergeChain.root(of: id, by: findTarget)
    }
}

/// Which of its names an actor goes by.
enum ActorName {
    /// An order of `names`: its own before those of actors merged into it, the most used, the longest, the first in the alphabet.
    static let bestFirst = "names.origin IS NOT NULL, names.uses DESC, length(CAST(names.name AS BLOB)) DESC, names.name, names.type"
}
