/// What happened in a stretch of days.
public struct TimeSlice: Sendable {
    public var days: ClosedRange<CalendarDate>
    public var graph: Graph
}

extension Graph {
    /// The graph of the statements that pass. Actors keep the names they have here; those without a statement are left out. O(n).
    public func filtered(where filter: StatementFilter) -> Graph {
        guard filter != .everything else { return self }
        var passing: [Int] = []
        topology.forEachStatement(where: EdgeFilter(filter, in: topology)) { passing.append($0) }
        return part(passing)
    }

    /// The graph of a stretch of days, both included: of the statements whose date touches it. Those without a date are left out. O(n).
    ///
    /// ```swift
    /// graph.slice(since: CalendarDate(iso8601: "2025-06-01"), until: CalendarDate(iso8601: "2025-06-30"))
    /// ```
    public func slice(since: CalendarDate?, until: CalendarDate?) -> Graph {
        filtered(where: StatementFilter(since: since, until: until))
    }

    /// A graph for each day, week, month, quarter or year in which statements begin, oldest first.
    ///
    /// Every statement with a date is in one slice, that of its first day; there are no empty slices. O(n).
    ///
    /// ```swift
    /// for month in graph.slices(by: .month) { print(month.days.lowerBound, month.graph.statements.count) }
    /// ```
    public func slices(by period: CalendarPeriod, where filter: StatementFilter = .everything) -> [TimeSlice] {
        var slices: [(days: ClosedRange<CalendarDate>, statements: [Int])] = []
        topology.forEachStatement(where: EdgeFilter(filter, in: topology)) { statement in
            guard let day = topology.days(of: statement).map({ CalendarDate(daysSince1970: $0.lowerBound) }) else { return }
            if let last = slices.last, last.days.contains(day) {
                slices[slices.count - 1].statements.append(statement)
            } else {
                slices.append((period.days(around: day), [statement]))
            }
        }
        return slices.map { TimeSlice(days: $0.days, graph: part($0.statements)) }
    }

    /// The graph of everybody within so many hops of some actors, with every statement among them that passes.
    ///
    /// Actors keep the names they have here. O(actors + statements of those reached).
    public func egoNetwork(of centres: String..., hops: Int = 1, where filter: StatementFilter = .everything) -> Graph {
        egoNetwork(of: centres, hops: hops, where: filter)
    }

    /// The same for centres that are in an array.
    public func egoNetwork(of centres: [String], hops: Int = 1, where filter: StatementFilter = .everything) -> Graph {
        let filter = EdgeFilter(filter, in: topology)
        let reached = topology.surroundings(of: centres.compactMap { indices[$0] }, hops: hops, where: filter)
        return part(topology.statements(among: reached, where: filter))
    }

    private func part(_ places: [Int]) -> Graph {
        Graph(places.map { statements[$0] }, of: self)
    }
}
