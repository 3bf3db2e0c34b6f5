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
    /// Counts everything. O(n) once for each state of the store, O(1) when it is asked for again.
    public func statistics() throws -> GraphStatistics {
        try read { snapshot in
            let (networks, state) = (snapshot.cache.networks, snapshot.cache.state)
            if let known = networks.statistics(of: state) { return known }
            let statistics = try snapshot.statistics()
            networks.remember(statistics, of: state)
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

extension StoreSnapshot {
    fileprivate func statistics() throws -> GraphStatistics {
        let network = try network()
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
            documents: try count("DISTINCT id", of: "documents"), sentences: try count("*", of: "sentences"),
            actors: topology.actorCount, statements: topology.statementCount, events: topology.eventCounts().all,
            days: days.map(CalendarDate.range), classes: counts { $0.relationClass.rawValue },
            relations: counts { topology.relations[$0.relation] }, statuses: counts { $0.status.rawValue },
            actorTypes: try actorTypes())
    }

    /// How many actors there are of each type.
    private func actorTypes() throws -> [GraphStatistics.Count] {
        // Most have one type by all of their names; of the others, the best name tells.
        let rows = try RawStatement(
            """
            SELECT actor, min(type), max(type) FROM names INDEXED BY namesByActor WHERE reason = \(NameReason.name.code)
            GROUP BY actor ORDER BY actor
            """, in: database)
        var counts: [ActorType: Int] = [:]
        try rows.forEach { row in
            let (first, last) = (try row.integer(1), try row.integer(2))
            counts[first == last ? try ActorType(code: first) : try actor(row.key(0)).type, default: 0] += 1
        }
        return GraphStatistics.counts(counts.map { ($0.rawValue, $1) })
    }

    private func count(_ what: String, of table: String) throws -> Int {
        try RawStatement("SELECT COUNT(\(what)) FROM \(table)", in: database).first { try $0.integer(0) } ?? 0
    }
}
