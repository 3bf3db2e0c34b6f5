import GRDB
public import KnowledgeGraph

/// Some of the actors, by id, and where to go on.
public struct ActorPage: Sendable, Hashable {
    public var actors: [Actor]
    /// The id of the last, after which the next page begins; nil after the last page.
    public var next: Actor.ID?
}

/// An actor with how busy it is.
public struct BusyActor: Sendable, Hashable {
    public var actor: Actor
    /// Sides of statements that name it: what it does to itself counts twice.
    public var uses: Int
}

extension GraphStore {
    /// The actors page by page, by id: so by type and then, mostly, by name.
    ///
    /// Without a type the cost is that of the page. With one that few actors have, it is that of all of these; with another, that of the actors
    /// that are passed over, too: 0.05 s for 100 000 of them.
    ///
    /// ```swift
    /// let page = try store.actorPage(type: .country)
    /// let rest = try store.actorPage(type: .country, after: page.next)
    /// ```
    /// - Parameter id: where the page before ended. There need be no actor of this id.
    public func actorPage(type: ActorType? = nil, after id: Actor.ID? = nil, limit: Int = 50) throws -> ActorPage {
        guard limit > 0 else { return ActorPage(actors: [], next: nil) }
        return try read { snapshot in
            var actors: [Actor] = []
            var hasMore = false
            func append(_ actor: Actor) -> Bool {
                guard type == nil || actor.type == type else { return true }
                hasMore = actors.count == limit
                if !hasMore { actors.append(actor) }
                return !hasMore
            }
            if let type, let few = try snapshot.fewActors(of: type, after: id ?? "") {
                _ = few.allSatisfy(append)
            } else {
                try snapshot.forEachActor(after: id ?? "", type: type, append)
            }
            return ActorPage(actors: actors, next: hasMore ? actors.last?.id : nil)
        }
    }

    /// The actors that most sides of statements name, the busiest first, then by id.
    ///
    /// By the index of the names' uses, without reading the graph: looks at the actors of the most used names, twice as many as are asked for and
    /// a hundred more. So an actor that goes by many names, each of them rare, may be missing. About 1 ms.
    public func busiestActors(limit: Int = 10) throws -> [BusyActor] {
        guard limit > 0 else { return [] }
        return try read { snapshot in
            let found = try snapshot.actorsOfMostUsedNames(min(limit, Int(Int32.max)) * 2 + 100).map { key in
                BusyActor(actor: try snapshot.actor(key), uses: try snapshot.uses(ofActor: key))
            }
            return Array(found.sorted { BusiestFirst.areInOrder(($0.uses, $0.actor.id), ($1.uses, $1.actor.id)) }.prefix(limit))
        }
    }
}

extension StoreSnapshot {
    private static let few = 5000

    /// The actors that have a name of a type, by id, from the one after `id` on; nil when they are many.
    fileprivate func fewActors(of type: ActorType, after id: Actor.ID) throws -> [Actor]? {
        let rows = try RawStatement(
            "SELECT key FROM actors WHERE id > ?1 AND key IN (SELECT actor FROM names WHERE type = ?2) ORDER BY id", in: database)
        let count = try RawStatement(
            "SELECT COUNT(*) FROM (SELECT 1 FROM names WHERE type = ? LIMIT \(Self.few))", in: database)
        count.bind(type.code, at: 1)
        guard try count.first({ try $0.integer(0) }) ?? 0 < Self.few else { return nil }
        try rows.bind(id, at: 1)
        rows.bind(type.code, at: 2)
        var actors: [Actor] = []
        try rows.forEach { actors.append(try actor($0.key(0))) }
        return actors
    }

    /// Runs through the actors by id, from the one after `id` on, until `body` returns false; with a type, those that have a name of it.
    fileprivate func forEachActor(after id: Actor.ID, type: ActorType?, _ body: (Actor) throws -> Bool) throws {
        let isOfType = "EXISTS (SELECT 1 FROM names INDEXED BY namesByType WHERE actor = a.key AND type = ?2)"
        let condition = type == nil ? "" : "AND \(isOfType)"
        let rows = try RawStatement(
            "SELECT a.key FROM actors a WHERE a.id > ?1 AND a.root IS NULL \(condition) ORDER BY a.id", in: database)
        try rows.bind(id, at: 1)
        if let type { rows.bind(type.code, at: 2) }
        defer { rows.reset() }
        while try rows.step() {
            guard try body(actor(rows.key(0))) else { return }
        }
    }

    fileprivate func actorsOfMostUsedNames(_ limit: Int) throws -> Set<Int64> {
        let rows = try RawStatement(
            "SELECT actor FROM names INDEXED BY namesByUses WHERE reason = \(NameReason.name.code) ORDER BY uses DESC", in: database)
        defer { rows.reset() }
        var actors: Set<Int64> = []
        while actors.count < limit, try rows.step() { actors.insert(try rows.key(0)) }
        return actors
    }

    fileprivate func uses(ofActor key: Int64) throws -> Int {
        let sum = try RawStatement(
            "SELECT coalesce(SUM(uses), 0) FROM names WHERE actor = ? AND reason = \(NameReason.name.code)", in: database)
        sum.bind(key, at: 1)
        return try sum.first { try $0.integer(0) } ?? 0
    }
}
