import GRDB
import KnowledgeGraph

/// The actors and names of one document on their way into the database.
struct NameInsertion {
    private struct Name: Hashable {
        let actor: Int64
        let text: String
        let type: String
        let reason: String
    }

    private var actors: [String: Int64] = [:]
    private var names: [Name: Int64] = [:]
    /// How often the document uses each name, by key.
    private var counts: [Int64: Int] = [:]

    /// The keys of a participant's actor and of the name it came with.
    mutating func insert(_ participant: Participant, into database: Database) throws -> (actor: Int64, name: Int64) {
        let actor = try actor(participant.actor.id, in: database)
        let type = participant.actor.type.rawValue
        let name = try use(Name(actor: actor, text: participant.actor.name, type: type, reason: "name"), in: database)
        if let mention = participant.mention?.text, mention != participant.actor.name, MentionName.isName(mention) {
            _ = try use(Name(actor: actor, text: mention, type: type, reason: "mention"), in: database)
        }
        return (actor, name)
    }

    func insertMentions(document: Int64, into database: Database) throws {
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            try database.cachedStatement(sql: "INSERT INTO mentions (document, name, count) VALUES (?, ?, ?)")
                .execute(arguments: [document, name, count])
            try database.cachedStatement(sql: "UPDATE names SET uses = uses + ? WHERE key = ?").execute(arguments: [count, name])
        }
    }

    private mutating func actor(_ id: String, in database: Database) throws -> Int64 {
        if let known = actors[id] { return known }
        let find = try database.cachedStatement(sql: "SELECT key FROM actors WHERE id = ?")
        var key = try Int64.fetchOne(find, arguments: [id.stored])
        if key == nil {
            try database.cachedStatement(sql: "INSERT INTO actors (id) VALUES (?)").execute(arguments: [id.stored])
            key = database.lastInsertedRowID
        }
        actors[id] = key
        return key ?? database.lastInsertedRowID
    }

    private mutating func use(_ name: Name, in database: Database) throws -> Int64 {
        let key = try names[name] ?? insert(name, in: database)
        names[name] = key
        counts[key, default: 0] += 1
        return key
    }

    private func insert(_ name: Name, in database: Database) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT key FROM names WHERE actor = ? AND name = ? AND type = ? AND reason = ?")
        if let key = try Int64.fetchOne(find, arguments: [name.actor, name.text.stored, name.type, name.reason]) { return key }
        let insertion = try database.cachedStatement(
            sql: "INSERT INTO names (actor, name, type, folded, reason, uses) VALUES (?, ?, ?, ?, ?, 0)")
        try insertion.execute(arguments: [name.actor, name.text.stored, name.type, FoldedName.fold(name.text), name.reason])
        return database.lastInsertedRowID
    }
}
