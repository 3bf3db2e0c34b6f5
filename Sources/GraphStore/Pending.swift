// Stands in until the real functions of the same names are there; then this file goes.
public import KnowledgeGraph

public struct NameCompletion: Sendable, Hashable {
    public var actor: Actor
    public var name: String
    public var uses: Int
}

public struct StatementCursor: Sendable, Hashable {
    public var text: String
    public init?(_ text: String) { guard Int(text) != nil else { return nil }; self.text = text }
}

public struct StatementPage: Sendable, Hashable {
    public var statements: [Statement]
    public var next: StatementCursor?
}

public struct ActorProfile: Sendable, Hashable {
    public struct Counterpart: Sendable, Hashable {
        public var actor: Actor
        public var statements: Int
        public var classes: [GraphStatistics.Count]
        public var days: ClosedRange<CalendarDate>?
    }
    public struct Month: Sendable, Hashable {
        public var start: CalendarDate
        public var classes: [GraphStatistics.Count]
    }
    public var actor: Actor
    public var statements: Int
    public var days: ClosedRange<CalendarDate>?
    public var classes: [GraphStatistics.Count]
    public var relations: [GraphStatistics.Count]
    public var statuses: [GraphStatistics.Count]
    public var counterparts: [Counterpart]
    public var counterpartCount: Int
    public var months: [Month]
}

public struct ActorUse: Sendable, Hashable { public var actor: Actor; public var uses: Int }

extension GraphStore {
    public func completions(of prefix: String, limit: Int = 10) throws -> [NameCompletion] {
        try actors().filter { $0.actor.name.lowercased().contains(prefix.lowercased()) }.prefix(limit).map {
            NameCompletion(actor: $0.actor, name: $0.actor.name, uses: $0.statements)
        }
    }
    public func sentences(beginning words: String, limit: Int = 5) throws -> [SentenceHit] { try search(words, limit: limit) }
    public func statement(_ id: Statement.ID) throws -> KnowledgeGraph.Statement? { try statements().first { $0.id == id } }
    public func statements(_ ids: [Statement.ID]) throws -> [KnowledgeGraph.Statement] {
        let all = Dictionary(try statements().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { all[$0] }
    }
    public func page(
        of actor: String? = nil, with other: String? = nil, where filter: StatementFilter = .everything,
        after cursor: StatementCursor? = nil, limit: Int = 50
    ) throws -> StatementPage {
        let all =
            try actor.map { try statements(of: $0, with: other, where: filter) }
            ?? statements(where: filter).sorted { ($0.date?.start ?? .init(daysSince1970: -999_999)) > ($1.date?.start ?? .init(daysSince1970: -999_999)) }
        let start = cursor.flatMap { Int($0.text) } ?? 0
        return StatementPage(
            statements: Array(all.dropFirst(start).prefix(limit)), next: all.count > start + limit ? StatementCursor("\(start + limit)") : nil)
    }
    public func profile(
        of actor: String, where filter: StatementFilter = .everything, counterparts limit: Int = 50
    ) throws -> ActorProfile? {
        guard let match = try? self.actor(named: actor).actor, match.id == actor else { return nil }
        let all = try statements(of: actor, where: filter)
        func counts(_ names: [String]) -> [GraphStatistics.Count] {
            Dictionary(grouping: names, by: { $0 }).map { GraphStatistics.Count(name: $0, count: $1.count) }.sorted {
                ($1.count, $0.name) < ($0.count, $1.name)
            }
        }
        let others = Dictionary(grouping: all) { $0.subject.actor.id == actor ? $0.object.actor : $0.subject.actor }
        let dates = all.compactMap(\.date)
        let months = Dictionary(grouping: all.filter { $0.date != nil }) { String($0.date!.start.description.prefix(7)) }
        return ActorProfile(
            actor: match, statements: all.count,
            days: dates.isEmpty ? nil : dates.map(\.start).min()!...dates.map { max($0.start, $0.end) }.max()!,
            classes: counts(all.map(\.relationClass.rawValue)), relations: counts(all.map(\.relation)), statuses: counts(all.map(\.status.rawValue)),
            counterparts: others.map { other, its in
                ActorProfile.Counterpart(actor: other, statements: its.count, classes: counts(its.map(\.relationClass.rawValue)), days: nil)
            }.sorted { ($1.statements, $0.actor.id) < ($0.statements, $1.actor.id) }, counterpartCount: others.count,
            months: months.sorted { $0.key < $1.key }.map {
                ActorProfile.Month(start: CalendarDate(iso8601: "\($0.key)-01")!, classes: counts($0.value.map(\.relationClass.rawValue)))
            })
    }
    public func busiestActors(limit: Int) throws -> [ActorUse] {
        try actors().prefix(limit).map { ActorUse(actor: $0.actor, uses: $0.statements) }
    }
    public func stateTag() throws -> String { "0" }
    public func statements(inDocument id: String, limit: Int? = nil) throws -> [KnowledgeGraph.Statement] {
        Array(try statements().filter { $0.document == id }.prefix(limit ?? .max))
    }
}
