import GRDB
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
    /// Counts everything. O(n).
    public func statistics() throws -> GraphStatistics {
        try read { snapshot in
            let network = try snapshot.network()
            let topology = network.topology
            var (kinds, days) = ([Int](repeating: 0, count: topology.kinds.count), ClosedRange<Int>?.none)
            for statement in 0..<topology.statementCount {
                kinds[topology.kindNumber(of: statement)] += 1
                guard let more = topology.days(of: statement) else { continue }
                let known = days ?? more
                days = min(known.lowerBound, more.lowerBound)...max(known.upperBound, more.upperBound)
            }
            func counts(by name: (Topology.Kind) -> String) -> [GraphStatistics.Count] {
                GraphStatistics.counts(zip(topology.kinds, kinds).map { (name($0), $1) })
            }
            return GraphStatistics(
                documents: try snapshot.count("DISTINCT id", of: "documents"), sentences: try snapshot.count("*", of: "sentences"),
                actors: topology.actorCount, statements: topology.statementCount, events: topology.eventCounts().all,
                days: days.map(CalendarDate.range), classes: counts { $0.relationClass.rawValue },
                relations: counts { topology.relations[$0.relation] }, statuses: counts { $0.status.rawValue },
                actorTypes: GraphStatistics.counts(try network.actorKeys.map { (try snapshot.actor($0).type.rawValue, 1) }))
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

extension StoreSnapshot {
    fileprivate func count(_ what: String, of table: String) throws -> Int {
        try RawStatement("SELECT COUNT(\(what)) FROM \(table)", in: database).first { try $0.integer(0) } ?? 0
    }
}
