import GRDB
import KnowledgeGraph

/// The actors of statements and what they are called.
struct NameTable {
    /// What a statement says of one of its sides.
    struct Keys {
        /// Whom it counts for, after all merges.
        let actor: Int64
        /// The actor's name that it came with.
        let name: Int64
        /// Its words, when they are another name of the actor.
        let alias: Int64?
    }

    /// A participant without its words.
    private struct Named: Hashable {
        let actor: ByteText
        let name: ByteText
        let type: ActorType
    }

    private struct Entry {
        let owner: ActorTable.Keys
        let name: Int64
    }

    private struct Mention: Hashable {
        let name: Int64
        let words: ByteText
    }

    private let find: RawStatement
    private let insert: RawStatement
    private let insertText: RawStatement
    private let delete: RawStatement
    private let deleteText: RawStatement
    var actors: ActorTable
    private var names: [Named: Entry] = [:]
    /// Nil where the words are no name.
    private var aliases: [Mention: Int64?] = [:]
    private var uses = UseCounts(table: "names")
    /// New names, to be found by their words.
    private var unindexed: [(key: Int64, name: String)] = []

    init(_ database: Database) throws {
        find = try .separate(
            "SELECT key FROM names WHERE actor = ? AND origin IS ? AND type = ? AND reason = ? AND name = ?", in: database)
        insert = try .separate(
            "INSERT INTO names (actor, origin, type, reason, name, folded, uses) VALUES (?, ?, ?, ?, ?, ?, 0)", in: database)
        insertText = try .separate("INSERT INTO namesText (rowid, name) VALUES (?, ?)", in: database)
        delete = try .separate("DELETE FROM names WHERE key = ? RETURNING actor, origin, name", in: database)
        deleteText = try .separate("INSERT INTO namesText (namesText, rowid, name) VALUES ('delete', ?, ?)", in: database)
        actors = try ActorTable(database)
    }

    /// The keys of one side of a statement, each used once more.
    mutating func use(_ participant: Participant) throws -> Keys {
        let actor = participant.actor
        let named = Named(actor: ByteText(actor.id), name: ByteText(actor.name), type: actor.type)
        let known = try entry(named)
        uses.add(1, to: known.name)
        guard let words = participant.mention?.text, let alias = try alias(words, of: actor, known) else {
            return Keys(actor: known.owner.root, name: known.name, alias: nil)
        }
        uses.add(1, to: alias)
        return Keys(actor: known.owner.root, name: known.name, alias: alias)
    }

    mutating func release(_ name: Int64?) {
        if let name { uses.add(-1, to: name) }
    }

    mutating func write(to database: Database) throws {
        for (key, name) in unindexed {
            insertText.bind(key, at: 1)
            try insertText.bind(name, at: 2)
            try insertText.run()
        }
        unindexed.removeAll(keepingCapacity: true)
        let unused = try uses.write(to: database)
        for name in unused { try remove(name) }
        if !unused.isEmpty || names.count + aliases.count > StoreWriter.rememberedRows { forget() }
    }

    mutating func forget() {
        names.removeAll()
        aliases.removeAll()
        actors.forget()
    }

    private mutating func entry(_ named: Named) throws -> Entry {
        if let known = names[named] { return known }
        let owner = try actors.keys(of: named.actor)
        let entry = Entry(owner: owner, name: try key(of: named.name.text, for: owner, type: named.type, reason: .name))
        names[named] = entry
        return entry
    }

    /// The name that words for an actor are; nil when they are its own name, or none.
    private mutating func alias(_ words: String, of actor: Actor, _ entry: Entry) throws -> Int64? {
        guard !words.hasBytes(of: actor.name) else { return nil }
        let mention = Mention(name: entry.name, words: ByteText(words))
        if let known = aliases[mention] { return known }
        let alias = MentionName.isName(words) ? try key(of: words, for: entry.owner, type: actor.type, reason: .mention) : nil
        aliases[mention] = .some(alias)
        return alias
    }

    private mutating func key(of name: String, for actor: ActorTable.Keys, type: ActorType, reason: NameReason) throws -> Int64 {
        for statement in [find, insert] {
            statement.bind(actor.root, at: 1)
            statement.bind(actor.root == actor.own ? nil : actor.own, at: 2)
            statement.bind(type.code, at: 3)
            statement.bind(reason.code, at: 4)
            try statement.bind(name, at: 5)
        }
        if let key = try find.first({ try $0.key(0) }) { return key }
        try insert.bind(FoldedName.fold(name), at: 6)
        try insert.run()
        let key = insert.lastInsertedKey
        unindexed.append((key, name))
        return key
    }

    private func remove(_ name: Int64) throws {
        delete.bind(name, at: 1)
        let removed = try delete.first { (actor: try $0.key(0), origin: try $0.optionalKey(1), name: try $0.text(2)) }
        guard let removed else { return }
        deleteText.bind(name, at: 1)
        try deleteText.bind(removed.name, at: 2)
        try deleteText.run()
        if let origin = removed.origin { try actors.removeIfUnused(origin) }
        try actors.removeIfUnused(removed.actor)
    }
}
