import GRDB
public import KnowledgeGraph

/// Counts of what a database holds.
public struct GraphStatistics: Sendable, Hashable {
    public var documents: Int
    /// Sentences that a statement rests on.
    public var sentences: Int
    public var actors: Int
    public var statements: Int
    /// The first and last day that a statement touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
    /// The commonest first, then by name.
    public var classes: [Count]
    public var relations: [Count]
    public var statuses: [Count]
    public var actorTypes: [Count]

    public struct Count: Sendable, Hashable {
        public var name: String
        public var count: Int
    }
}

extension GraphStore {
    /// Counts everything. O(n).
    public func statistics() throws -> GraphStatistics {
        try read { snapshot in
            var relations: [Int64: Int] = [:]
            var statuses: [Status: Int] = [:]
            var statements = 0
            var days: ClosedRange<Int>?
            try snapshot.forEachStatement { statement in
                statements += 1
                relations[statement.relation, default: 0] += 1
                statuses[statement.status, default: 0] += 1
                guard let more = statement.days else { return }
                let known = days ?? more
                days = min(known.lowerBound, more.lowerBound)...max(known.upperBound, more.upperBound)
            }
            let types = try snapshot.cache.relations()
            func relationCounts(by name: (ReadCache.Relation) -> String) -> [GraphStatistics.Count] {
                Self.counts(relations.compactMap { key, count in types[key].map { (name($0), count) } })
            }
            let actors = try snapshot.actorList().keys
            return GraphStatistics(
                documents: try snapshot.rowCount(of: "documents"), sentences: try snapshot.rowCount(of: "sentences"),
                actors: actors.count, statements: statements, days: days.map(CalendarDate.range),
                classes: relationCounts { $0.relationClass.rawValue }, relations: relationCounts { $0.name },
                statuses: Self.counts(statuses.map { ($0.key.rawValue, $0.value) }),
                actorTypes: Self.counts(try actors.map { (try snapshot.actor($0).type.rawValue, 1) }))
        }
    }

    /// Adds up the numbers of each name.
    private static func counts(_ numbers: [(name: String, count: Int)]) -> [GraphStatistics.Count] {
        Dictionary(numbers, uniquingKeysWith: +).map { GraphStatistics.Count(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

extension StoreSnapshot {
    func rowCount(of table: String) throws -> Int {
        try RawStatement("SELECT COUNT(*) FROM \(table)", in: database).first { try $0.integer(0) } ?? 0
    }
}
