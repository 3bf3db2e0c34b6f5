import KnowledgeGraph

/// Finds actors that may be one by what they are called: only those are compared that a key brings together.
struct DuplicateSearch {
    /// Numbers of two actors, the smaller first.
    struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// An actor's names.
    struct Named {
        let type: ActorType
        /// What extraction calls it; the best first.
        var names: [ComparedName] = []
        /// Folded: what texts call it.
        var aliases: [String] = []
    }

    private let actors: [Named]
    private(set) var found: [Pair: Set<ProbableDuplicate.Reason>] = [:]

    /// Of actors that share a key no more than this many are compared: what so many are called says little.
    private static let groupLimit = 40

    init(_ actors: [Named]) {
        self.actors = actors
        compare(by: { $0.folded }) { _, _ in .sameName }
        compare(by: \.spellingKey) { $0.isSpelling(of: $1) ? .spelling : nil }
        compare(by: \.personKey, only: .person) { $0.shortForm(with: $1) }
        compareAliases()
        compareAcronyms()
    }

    private mutating func compare(
        by key: (ComparedName) -> String?, only type: ActorType? = nil,
        _ reason: (ComparedName, ComparedName) -> ProbableDuplicate.Reason?
    ) {
        var groups: [String: [(actor: Int, name: ComparedName)]] = [:]
        for (number, actor) in actors.enumerated() where type == nil || actor.type == type {
            for name in actor.names {
                if let key = key(name), !key.isEmpty { groups[key, default: []].append((number, name)) }
            }
        }
        for group in groups.values where group.count > 1 {
            let group = group.prefix(Self.groupLimit)
            for (place, one) in group.enumerated() {
                for other in group.dropFirst(place + 1) where other.actor != one.actor {
                    if let reason = reason(one.name, other.name) { add(one.actor, other.actor, reason) }
                }
            }
        }
    }

    private mutating func compareAliases() {
        var named: [String: [Int]] = [:]
        var called: [String: [Int]] = [:]
        for (number, actor) in actors.enumerated() {
            for name in actor.names { named[name.folded, default: []].append(number) }
            for alias in actor.aliases { called[alias, default: []].append(number) }
        }
        for (alias, group) in called {
            for one in group.prefix(Self.groupLimit) {
                for other in (named[alias] ?? []).prefix(Self.groupLimit) where other != one { add(one, other, .aliasIsName) }
            }
            guard (2...Self.groupLimit).contains(group.count) else { continue }
            for (place, one) in group.enumerated() {
                // Relatives are called by the surname that they share.
                for other in group.dropFirst(place + 1) where !(names(of: one, have: alias) && names(of: other, have: alias)) {
                    add(one, other, .sharedAlias)
                }
            }
        }
    }

    private mutating func compareAcronyms() {
        var acronyms: [String: [Int]] = [:]
        for (number, actor) in actors.enumerated() where actor.names.contains(where: \.isAcronym) {
            for name in actor.names where name.isAcronym { acronyms[name.folded, default: []].append(number) }
        }
        for (number, actor) in actors.enumerated() where actor.type != .person {
            for acronym in Set(actor.names.flatMap(\.acronyms)) {
                for other in (acronyms[acronym] ?? []).prefix(Self.groupLimit) where other != number && actors[other].type != .person {
                    add(number, other, .acronym)
                }
            }
        }
    }

    /// Whether all the words of an alias are in a name of the actor.
    private func names(of actor: Int, have alias: String) -> Bool {
        let words = alias.split(separator: " ").map(String.init)
        return actors[actor].names.contains { name in words.allSatisfy(name.words.contains) }
    }

    private mutating func add(_ one: Int, _ other: Int, _ reason: ProbableDuplicate.Reason) {
        found[Pair(first: min(one, other), second: max(one, other)), default: []].insert(reason)
    }
}
