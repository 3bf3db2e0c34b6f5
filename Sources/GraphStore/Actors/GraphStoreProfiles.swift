import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// What the database has on an actor, in counts of its statements that pass; nil when there is no such actor.
    ///
    /// No sentence is read: O(its statements), by the indexes, about 1 ms for a thousand.
    ///
    /// ```swift
    /// for other in try store.profile(of: "country/mali")?.counterparts ?? [] { print(other.actor.name, other.statements) }
    /// ```
    /// - Parameters:
    ///   - actor: its id.
    ///   - limit: how many of those on the other side to give at most.
    public func profile(
        of actor: String, where filter: StatementFilter = .everything, counterparts limit: Int = 50
    ) throws -> ActorProfile? {
        try read { snapshot in
            guard let key = try snapshot.actorKey(id: actor) else { return nil }
            var tally = ProfileTally(relations: try snapshot.cache.relations())
            try snapshot.forEachStatement(of: key, where: filter) { facts in
                try tally.append(facts, other: facts.subject == key ? facts.object : facts.subject)
            }
            return try tally.profile(of: snapshot.actor(key), counterparts: limit, snapshot.actor)
        }
    }
}

/// Counts of one actor's statements, as they come.
private struct ProfileTally {
    private struct Group {
        var statements = 0
        var days: ClosedRange<Int>?
        /// By class, as few as there are.
        var classes: [(relationClass: RelationClass, count: Int)] = []

        mutating func append(_ facts: StatementFacts, _ relationClass: RelationClass) {
            statements += 1
            if let more = facts.days {
                days = days.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more
            }
            if let place = classes.firstIndex(where: { $0.relationClass == relationClass }) {
                classes[place].count += 1
            } else {
                classes.append((relationClass, 1))
            }
        }

        var classCounts: [GraphStatistics.Count] { GraphStatistics.counts(classes.map { ($0.relationClass.rawValue, $0.count) }) }
    }

    private let relations: [Int64: ReadCache.Relation]
    private var all = Group()
    private var counterparts: [Int64: Group] = [:]
    /// By year × 12 + month.
    private var months: [Int: Group] = [:]
    private var relationCounts: [Int64: Int] = [:]
    private var statusCounts: [Status: Int] = [:]

    init(relations: [Int64: ReadCache.Relation]) {
        self.relations = relations
    }

    mutating func append(_ facts: StatementFacts, other: Int64) throws {
        guard let relation = relations[facts.relation] else { throw DatabaseError.damage("a relation type is missing") }
        all.append(facts, relation.relationClass)
        counterparts[other, default: Group()].append(facts, relation.relationClass)
        relationCounts[facts.relation, default: 0] += 1
        statusCounts[facts.status, default: 0] += 1
        guard let day = facts.days?.lowerBound else { return }
        let (year, month, _) = CalendarDate(daysSince1970: day).components
        months[year * 12 + month - 1, default: Group()].append(facts, relation.relationClass)
    }

    func profile(of actor: Actor, counterparts limit: Int, _ find: (Int64) throws -> Actor) throws -> ActorProfile {
        ActorProfile(
            actor: actor, statements: all.statements, days: all.days.map(CalendarDate.range), classes: all.classCounts,
            relations: GraphStatistics.counts(relationCounts.compactMap { key, count in relations[key].map { ($0.name, count) } }),
            statuses: GraphStatistics.counts(statusCounts.map { ($0.rawValue, $1) }), counterparts: try busiest(max(0, limit), find),
            counterpartCount: counterparts.count,
            months: months.sorted { $0.key < $1.key }.compactMap { number, group in
                CalendarDate(year: number / 12, month: number % 12 + 1, day: 1).map {
                    ActorProfile.Month(start: $0, statements: group.statements, classes: group.classCounts)
                }
            })
    }

    private func busiest(_ limit: Int, _ find: (Int64) throws -> Actor) throws -> [ActorProfile.Counterpart] {
        guard limit > 0 else { return [] }
        // All that have as many statements as the last one are needed to tell which come first.
        let fewest = limit < counterparts.count ? counterparts.values.map(\.statements).sorted(by: >)[limit - 1] : 0
        let found = try counterparts.filter { $0.value.statements >= fewest }.map { (actor: try find($0.key), group: $0.value) }
        let ordered = found.sorted { BusiestFirst.areInOrder(($0.group.statements, $0.actor.id), ($1.group.statements, $1.actor.id)) }
        return ordered.prefix(limit).map { actor, group in
            ActorProfile.Counterpart(
                actor: actor, statements: group.statements, classes: group.classCounts, days: group.days.map(CalendarDate.range))
        }
    }
}
