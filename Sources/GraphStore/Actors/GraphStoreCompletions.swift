import GRDB
public import KnowledgeGraph

/// An actor that somebody may mean who is typing a name.
public struct NameCompletion: Sendable, Hashable {
    public var actor: Actor
    /// The name or alias that has the words, as it is written; of several, the one most used.
    public var name: String
    /// How many sides of statements use this name.
    public var uses: Int
}

extension GraphStore {
    /// The actors that somebody may mean who is typing: one of their names has words that begin with all the words typed; case and accents do
    /// not matter. Each actor once, those with the most used names first, then by id.
    ///
    /// ```swift
    /// try store.completions(of: "vol zel").first?.actor.name   // "Volodymyr Zelensky"
    /// ```
    /// For each letter that is typed, so the names that are looked at are bounded: the 3 000 most used ones, and when these do not give enough
    /// actors, the 3 000 that have been in the database longest of those that the index of words finds. The order is exact as long as one of
    /// the two bounds is not met: then nothing that was passed over is used more. Without a word typed, nothing is found.
    public func completions(of prefix: String, limit: Int = 10) throws -> [NameCompletion] {
        guard limit > 0, let typed = TypedWords(prefix, beginnings: .all) else { return [] }
        return try read { snapshot in
            var found = NamesFound(limit: limit)
            if try !snapshot.findAmongMostUsed(typed, &found) { try snapshot.findInIndex(typed, &found) }
            let completions = try found.best.map { name in
                NameCompletion(actor: try snapshot.actor(name.actor), name: name.text, uses: name.uses)
            }
            return Array(completions.sorted { BusiestFirst.areInOrder(($0.uses, $0.actor.id), ($1.uses, $1.actor.id)) }.prefix(limit))
        }
    }
}

extension StoreSnapshot {
    private static let namesLookedAt = 3000
    private static let nameColumns = "n.actor, n.uses, n.name, n.reason"

    /// Looks at the most used names, in that order; false when others may be needed.
    fileprivate func findAmongMostUsed(_ typed: TypedWords, _ found: inout NamesFound) throws -> Bool {
        let rows = try RawStatement(
            "SELECT \(Self.nameColumns) FROM names n INDEXED BY namesByUses ORDER BY n.uses DESC LIMIT \(Self.namesLookedAt)",
            in: database)
        defer { rows.reset() }
        var words = WordBytes()
        var count = 0
        while try rows.step() {
            count += 1
            let uses = try rows.integer(1)
            if let last = found.usesOfLast, uses < last { return true }
            words.removeAll()
            words.append(try rows.text(2))
            if typed.areAll(in: words) { found.append(try NamesFound.Name(rows)) }
        }
        return count < Self.namesLookedAt || found.usesOfLast != nil
    }

    fileprivate func findInIndex(_ typed: TypedWords, _ found: inout NamesFound) throws {
        let rows = try RawStatement(
            """
            SELECT \(Self.nameColumns) FROM (SELECT rowid FROM namesText WHERE namesText MATCH ? ORDER BY rowid LIMIT \(Self.namesLookedAt)) t
                CROSS JOIN names n ON n.key = t.rowid
            """, in: database)
        try rows.bind(typed.patternOfLongest, at: 1)
        var words = WordBytes()
        try rows.forEach { row in
            let name = try NamesFound.Name(row)
            words.removeAll()
            words.append(name.text)
            if typed.areAll(in: words) { found.append(name) }
        }
    }
}

/// Names that have the words, the best of each actor.
private struct NamesFound {
    struct Name {
        let actor: Int64
        let uses: Int
        let text: String
        let reason: Int

        /// - Parameter row: actor, uses, name and reason.
        init(_ row: RawStatement) throws {
            actor = try row.key(0)
            uses = try row.integer(1)
            text = try row.text(2)
            reason = try row.integer(3)
        }

        /// The more used, and of equals an actor's own name, then the first in the order of bytes.
        func isBetter(than other: Name) -> Bool {
            if uses != other.uses { return uses > other.uses }
            if reason != other.reason { return reason < other.reason }
            return text.utf8.lexicographicallyPrecedes(other.text.utf8)
        }
    }

    let limit: Int
    private var names: [Int64: Name] = [:]
    /// While names come in the order of their uses: of the actor that is the last within the limit.
    private(set) var usesOfLast: Int?

    init(limit: Int) {
        self.limit = limit
    }

    mutating func append(_ name: Name) {
        if let known = names[name.actor] {
            if name.isBetter(than: known) { names[name.actor] = name }
        } else {
            names[name.actor] = name
            if names.count == limit { usesOfLast = name.uses }
        }
    }

    /// Of each actor one, all that may be within the limit.
    var best: [Name] {
        let all = names.values.sorted { ($1.uses, $0.actor) < ($0.uses, $1.actor) }
        guard limit < all.count else { return all }
        return all.filter { $0.uses >= all[limit - 1].uses }
    }
}
