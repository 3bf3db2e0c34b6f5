extension Topology {
    /// The actors with the highest counts, equal ones by their numbers; none without any.
    package func busiest(by activity: Activity, limit: Int, where filter: StatementFilter) -> [Score] {
        switch activity {
        case .statements: mostActive(limit, where: EdgeFilter(filter, in: self))
        case .outgoing: mostActive(limit, where: EdgeFilter(filter, in: self, .asSubject))
        case .incoming: mostActive(limit, where: EdgeFilter(filter, in: self, .asObject))
        case .neighbours: mostConnected(limit, where: EdgeFilter(filter, in: self))
        }
    }

    /// How many statements each actor takes part in, as the filter's direction has it; what it does to itself counts once.
    ///
    /// One run through the statements of the filter's days: O(actors + those statements).
    package func statementCounts(where filter: EdgeFilter) -> [Int] {
        var counts = [Int](repeating: 0, count: actorCount)
        forEachEdge(where: filter) { actor, _ in counts[actor] += 1 }
        return counts
    }

    /// The actors with the most statements, most first, of equal ones the smaller number; none without a statement.
    ///
    /// O(actors · log limit + statements of the filter's days).
    func mostActive(_ limit: Int, where filter: EdgeFilter) -> [Score] {
        Score.best(
            limit,
            of: statementCounts(where: filter).enumerated().lazy.filter { $0.element > 0 }
                .map { Score(actor: $0.offset, value: Double($0.element)) })
    }

    /// The actors that are joined to the most others, most first; none that is joined only to itself.
    ///
    /// O(actors · log limit + statements of the filter's days).
    func mostConnected(_ limit: Int, where filter: EdgeFilter) -> [Score] {
        let ties = Ties(self, where: filter)
        return Score.best(
            limit,
            of: ties.participants.lazy.map { actor in
                Score(actor: actor, value: Double(ties.neighbours[ties.row(actor)].count { Int($0) != actor }))
            }.filter { $0.value > 0 })
    }
}
