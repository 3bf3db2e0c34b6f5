public import KnowledgeGraph

/// Counts of what a database holds.
public struct GraphStatistics: Sendable, Hashable {
    /// Those that were read, and those that files of statements name.
    public var documents: Int
    /// Sentences that a statement rests on.
    public var sentences: Int
    public var actors: Int
    public var statements: Int
    /// What the statements report: several may report one event (see `Event`).
    public var events: Int
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
    /// Counts everything: O(statements) the first time and after removals or merges, and otherwise O(what was added since it was last asked for)
    /// and O(names). In a state in which it has been asked for, O(1).
    public func statistics() throws -> GraphStatistics {
        try read { snapshot in
            let (counts, state) = (snapshot.cache.networks.counts, snapshot.cache.state)
            if let counts, counts.tally.state == state { return counts.statistics }
            let tally = try counts?.tally.extended(snapshot) ?? StatisticsTally(snapshot)
            let statistics = try tally.statistics(snapshot)
            snapshot.cache.networks.remember((tally, statistics))
            return statistics
        }
    }
}

extension GraphStatistics {
    /// Adds up the numbers of each name; the commonest first, then by name.
    static func counts(_ numbers: [(name: String, count: Int)]) -> [Count] {
        Dictionary(numbers, uniquingKeysWith: +).map { Count(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
