public import KnowledgeGraph

extension GraphStore {
    /// The shortest chains between two actors, given by their ids: see `Graph.shortestPaths`.
    ///
    /// The graph is searched in numbers, which are read once for each state of the store; of the statements only those of the paths are read.
    public func shortestPaths(
        from start: String, to end: String, maximumLength: Int = 6, directed: Bool = false, where filter: StatementFilter = .everything,
        limit: Int = 10
    ) throws -> [Path] {
        try paths(from: start, to: end, directed: directed, where: filter) { topology, start, end, filter in
            topology.shortestChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
        }
    }

    /// Chains between two actors, the shortest first: see `Graph.paths`.
    public func paths(
        from start: String, to end: String, maximumLength: Int = 6, directed: Bool = false, where filter: StatementFilter = .everything,
        limit: Int = 10
    ) throws -> [Path] {
        try paths(from: start, to: end, directed: directed, where: filter) { topology, start, end, filter in
            topology.simpleChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
        }
    }

    /// Who was busiest: see `Graph.topActors`.
    public func topActors(
        by activity: Activity = .statements, limit: Int = 10, where filter: StatementFilter = .everything
    ) throws -> [RankedActor] {
        try read { snapshot in
            let network = try snapshot.network()
            return try network.topology.busiest(by: activity, limit: limit, where: filter).map { score in
                RankedActor(actor: try snapshot.actor(network.actorKeys[score.actor]), score: score.value)
            }
        }
    }

    private func paths(
        from start: String, to end: String, directed: Bool, where filter: StatementFilter,
        _ search: (Topology, _ start: Int, _ end: Int, EdgeFilter) -> [[Int]]
    ) throws -> [Path] {
        try read { snapshot in
            guard let start = try snapshot.actorKey(id: start), let end = try snapshot.actorKey(id: end) else { return [] }
            let network = try snapshot.network()
            guard let first = network.actor(start), let last = network.actor(end) else { return [] }
            let edges = EdgeFilter(filter, in: network.topology, directed ? .along : .either)
            return try search(network.topology, first, last, edges).map { chain in
                try snapshot.path(along: chain, in: network, where: edges)
            }
        }
    }
}

extension StoreSnapshot {
    /// - Parameter chain: numbers of actors in the network.
    fileprivate func path(along chain: [Int], in network: StoreNetwork, where filter: EdgeFilter) throws -> Path {
        let actors = try chain.map { try actor(network.actorKeys[$0]) }
        let steps = try chain.indices.dropFirst().map { index in
            Path.Step(
                from: actors[index - 1], to: actors[index],
                statements: try oldestFirst(
                    network.topology.statements(from: chain[index - 1], to: chain[index], where: filter).map(network.key(ofStatement:))))
        }
        return Path(start: actors[0], steps: steps)
    }

    /// By day, those without a date first, then by document id and place in the document.
    private func oldestFirst(_ keys: [Int64]) throws -> [KnowledgeGraph.Statement] {
        let read = try keys.map { (key: $0, statement: try statement($0)) }
        return read.sorted { left, right in
            let (leftDay, rightDay) = (left.statement.date?.start, right.statement.date?.start)
            if leftDay != rightDay { return leftDay.map { day in rightDay.map { day < $0 } ?? false } ?? true }
            if left.statement.document != right.statement.document { return left.statement.document < right.statement.document }
            return left.key < right.key
        }.map(\.statement)
    }
}
