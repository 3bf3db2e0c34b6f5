import KnowledgeGraph
import GRDB

/// Merges and splits actors, inside a transaction.
///
/// `merges` says who counts as whom. From it follow the roots of `actors`, whom each of `names` stands for, and the subjects and objects
/// of `statements`: these are brought in line for the actors that a change concerns.
struct Merging {
    let writer: StoreWriter

    private var database: Database { writer.database }

    func merge(_ actor: String, into target: String, reason: String, time: String) throws {
        for id in [actor, target] where try key(of: id) == nil { throw GraphStoreError.unknownActor(name: id, near: []) }
        if let earlier = try merges("actor", of: actor).first {
            throw GraphStoreError.alreadyMerged(actor: actor, target: earlier.target)
        }
        guard try !writer.names.actors.root(of: target).hasBytes(of: actor) else {
            throw GraphStoreError.sameActor(actor: actor, other: target)
        }
        try change(groupOf: actor) {
            let insert = try RawStatement("INSERT INTO merges (actor, target, reason, time) VALUES (?, ?, ?, ?)", in: database)
            for (place, text) in [actor, target, reason, time].enumerated() { try insert.bind(text, at: Int32(place + 1)) }
            try insert.run()
        }
    }

    func split(_ actor: String) throws -> [ActorMerge] {
        let own = try merges("actor", of: actor)
        let undone = own.isEmpty ? try merges("target", of: actor) : own
        guard !undone.isEmpty else { throw GraphStoreError.notMerged(actor: actor) }
        try change(groupOf: actor) {
            let delete = try RawStatement("DELETE FROM merges WHERE actor = ?", in: database)
            for merge in undone {
                try delete.bind(merge.actor, at: 1)
                try delete.run()
            }
        }
        return undone
    }

    /// Changes the merges and then whatever follows from them for the actors that count as the same one as `actor`.
    private func change(groupOf actor: String, _ body: () throws -> Void) throws {
        let root = try key(of: writer.names.actors.root(of: actor))
        try body()
        writer.changeWhatIsThere()
        writer.names.forget()
        // Without a row there is no statement that it concerns: the merge counts when one is added.
        guard let root else { return }
        let members = try RawStatement("SELECT key, id FROM actors WHERE key = ?1 OR root = ?1 ORDER BY key", in: database)
        members.bind(root, at: 1)
        var group: [(key: Int64, id: String)] = []
        try members.forEach { group.append((try $0.key(0), try $0.text(1))) }
        for member in group {
            let new = try writer.names.actors.keys(of: ByteText(writer.names.actors.root(of: member.id))).own
            if new != root { try move(member.key, from: root, to: new) }
        }
        try writer.names.actors.removeIfUnused(root)
        writer.names.forget()
    }

    /// Has an actor, with its own names and their statements, count as another root.
    private func move(_ actor: Int64, from old: Int64, to new: Int64) throws {
        let moved: StatementArguments = ["actor": actor, "new": new]
        try database.execute(sql: "UPDATE actors SET root = nullif(:new, :actor) WHERE key = :actor", arguments: moved)
        try database.execute(
            sql: """
                UPDATE names SET actor = :new, origin = nullif(:actor, :new)
                WHERE origin = :actor OR (actor = :actor AND origin IS NULL)
                """, arguments: moved)
        for side in ["subject", "object"] {
            try database.execute(
                sql: """
                    UPDATE statements SET \(side) = :new WHERE \(side) = :old AND \(side)Name IN (
                        SELECT key FROM names WHERE actor = :new AND coalesce(origin, actor) = :actor)
                    """, arguments: ["actor": actor, "old": old, "new": new])
        }
    }

    private func key(of actor: String) throws -> Int64? {
        let find = try RawStatement("SELECT key FROM actors WHERE id = ?", in: database)
        try find.bind(actor, at: 1)
        return try find.first { try $0.key(0) }
    }

    /// The merges that have an actor as their `actor` or `target`.
    private func merges(_ side: String, of id: String) throws -> [ActorMerge] {
        let rows = try RawStatement("SELECT actor, target, reason, time FROM merges WHERE \(side) = ? ORDER BY actor", in: database)
        try rows.bind(id, at: 1)
        var merges: [ActorMerge] = []
        try rows.forEach { merges.append(try ActorMerge($0)) }
        return merges
    }
}

extension ActorMerge {
    /// - Parameter row: actor, target, reason, time.
    init(_ row: RawStatement) throws {
        actor = try row.text(0)
        target = try row.text(1)
        reason = try row.text(2)
        time = try row.text(3)
    }
}
