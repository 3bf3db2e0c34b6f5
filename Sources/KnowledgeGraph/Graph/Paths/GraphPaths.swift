/// A chain of actors, each joined to the next by statements.
public struct Path: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public var from: Actor
        public var to: Actor
        /// What joins them, oldest first; never empty. In either direction, unless the search went along the statements only.
        public var statements: [Statement]

        package init(from: Actor, to: Actor, statements: [Statement]) {
            self.from = from
            self.to = to
            self.statements = statements
        }
    }

    public var start: Actor
    public var steps: [Step]

    package init(start: Actor, steps: [Step]) {
        self.start = start
        self.steps = steps
    }

    /// Every actor on the way, first to last.
    public var actors: [Actor] { [start] + steps.map(\.to) }
}

/// A chain of actors and what its steps cost together.
public struct WeightedPath: Sendable, Hashable {
    public var path: Path
    public var weight: Double
}

/// What a step from one actor to the next costs in `Graph.lightestPaths`.
public enum StepWeight: Sendable {
    /// 1 / how many statements join the two: well documented ties are short.
    case reciprocalOfStatements
    /// 1 − the confidence of the surest statement that joins the two.
    case doubt
    /// The least over the statements that join the two: zero or more; `.infinity` where there is no way.
    case custom(@Sendable (Statement) -> Double)
}

extension Graph {
    /// The shortest chains between two actors, in the order of their actors' ids.
    ///
    /// Statements that the filter rejects are not walked, so that a longer chain of allowed ones is found. An actor reaches itself by a path
    /// without steps. Breadth-first from both ends: O(actors + statements) at most, then O(degree) for each actor of the paths.
    ///
    /// - Parameters:
    ///   - maximumLength: longest chain to look for, in steps.
    ///   - directed: whether to go from subject to object only; symmetric statements go both ways even so.
    ///   - limit: how many of the chains of that length to give.
    public func shortestPaths(
        from start: String, to end: String, maximumLength: Int = 6, directed: Bool = false, where filter: StatementFilter = .everything,
        limit: Int = 10
    ) -> [Path] {
        guard let start = indices[start], let end = indices[end] else { return [] }
        let filter = EdgeFilter(filter, in: topology, directed ? .along : .either)
        return topology.shortestChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
            .map { path(along: $0, where: filter) }
    }

    /// Chains between two actors, the shortest first and those of equal length in the order of their actors' ids; no actor comes twice.
    ///
    /// ```swift
    /// graph.paths(from: "person/ana-ruiz", to: "country/mali", where: StatementFilter(classes: [.consult]))
    /// ```
    /// Costs one search for a shortest path for each actor of each path given.
    ///
    /// - Parameters:
    ///   - maximumLength: longest chain to look for, in steps.
    ///   - directed: whether to go from subject to object only; symmetric statements go both ways even so.
    ///   - limit: how many chains to give.
    public func paths(
        from start: String, to end: String, maximumLength: Int = 6, directed: Bool = false, where filter: StatementFilter = .everything,
        limit: Int = 10
    ) -> [Path] {
        guard let start = indices[start], let end = indices[end] else { return [] }
        let filter = EdgeFilter(filter, in: topology, directed ? .along : .either)
        return topology.simpleChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
            .map { path(along: $0, where: filter) }
    }

    /// Chains between two actors, the one of the least weight first; no actor comes twice.
    ///
    /// ```swift
    /// graph.lightestPaths(from: "person/ana-ruiz", to: "country/mali", weight: .reciprocalOfStatements).first?.path
    /// ```
    /// For n statements O(n log n) the first path, and as much for each actor of each further one. Equally light chains come in an order that
    /// is the same every time.
    ///
    /// - Parameters:
    ///   - directed: whether to go from subject to object only; symmetric statements go both ways even so.
    ///   - limit: how many chains to give.
    public func lightestPaths(
        from start: String, to end: String, weight: StepWeight, directed: Bool = false, where filter: StatementFilter = .everything,
        limit: Int = 1
    ) -> [WeightedPath] {
        guard let start = indices[start], let end = indices[end] else { return [] }
        let filter = EdgeFilter(filter, in: topology, directed ? .along : .either)
        return topology.lightestChains(from: start, to: end, weight: tieWeight(weight), where: filter, limit: limit)
            .map { WeightedPath(path: path(along: $0.actors, where: filter), weight: $0.weight) }
    }

    private func tieWeight(_ weight: StepWeight) -> TieWeight {
        switch weight {
        case .reciprocalOfStatements: .tie { 1 / Double($0) }
        // What a file calls confidence may be any number.
        case .doubt: .lightest { statements[$0].confidence.isNaN ? 1 : max(0, 1 - statements[$0].confidence) }
        case .custom(let weigh): .lightest { weigh(statements[$0]) }
        }
    }

    private func path(along chain: [Int], where filter: EdgeFilter) -> Path {
        Path(
            start: actors[chain[0]],
            steps: zip(chain, chain.dropFirst()).map { from, to in
                Path.Step(
                    from: actors[from], to: actors[to],
                    statements: topology.statements(from: from, to: to, where: filter).map { statements[$0] })
            })
    }
}
