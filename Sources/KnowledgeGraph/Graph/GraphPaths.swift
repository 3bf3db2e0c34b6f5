/// A chain of actors, each joined to the next by statements.
public struct Path: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public var from: Actor
        public var to: Actor
        /// What joins them, in either direction, oldest first; never empty.
        public var statements: [Statement]
    }

    public var start: Actor
    public var steps: [Step]

    /// Every actor on the way, first to last.
    public var actors: [Actor] { [start] + steps.map(\.to) }
}

extension Graph {
    /// The shortest chains between two actors, whatever the direction of each relation, in the order of their actors' ids.
    ///
    /// Statements that the filter rejects are not walked, so that a longer chain of allowed ones is found. An actor reaches itself by a path
    /// without steps. Breadth-first from the far end, O(actors + statements) at most, then O(steps × degree) for each path.
    ///
    /// - Parameters:
    ///   - maximumLength: longest chain to look for, in steps.
    ///   - limit: how many of the chains of that length to give.
    public func shortestPaths(
        from start: String, to end: String, maximumLength: Int = 6, where filter: StatementFilter = .everything, limit: Int = 10
    ) -> [Path] {
        guard let start = indices[start], let end = indices[end], maximumLength >= 0, limit > 0 else { return [] }
        let filter = EdgeFilter(filter, in: topology)
        let distances = distances(to: end, from: start, maximumLength: maximumLength, where: filter)
        guard distances[start] >= 0 else { return [] }

        var paths: [Path] = []
        var chains: [[Int]] = [[start]]
        while let chain = chains.popLast(), paths.count < limit {
            let last = chain[chain.count - 1]
            guard last != end else {
                paths.append(path(along: chain, where: filter))
                continue
            }
            var next: Set<Int> = []
            topology.forEachEdge(of: last, where: filter) { edge in
                if distances[edge.neighbour] == distances[last] - 1 { next.insert(edge.neighbour) }
            }
            chains += next.sorted(by: >).map { chain + [$0] }
        }
        return paths
    }

    /// Steps from each actor to `end`, -1 where it was not reached before `start` was.
    private func distances(to end: Int, from start: Int, maximumLength: Int, where filter: EdgeFilter) -> [Int] {
        var distances = [Int](repeating: -1, count: actors.count)
        distances[end] = 0
        var frontier = [end]
        var length = 0
        while !frontier.isEmpty, distances[start] < 0, length < maximumLength {
            length += 1
            var next: [Int] = []
            for actor in frontier {
                topology.forEachEdge(of: actor, where: filter) { edge in
                    guard distances[edge.neighbour] < 0 else { return }
                    distances[edge.neighbour] = length
                    next.append(edge.neighbour)
                }
            }
            frontier = next
        }
        return distances
    }

    private func path(along chain: [Int], where filter: EdgeFilter) -> Path {
        Path(
            start: actors[chain[0]],
            steps: zip(chain, chain.dropFirst()).map { from, to in
                Path.Step(
                    from: actors[from], to: actors[to],
                    statements: topology.statements(between: from, and: to, where: filter).map { statements[$0] })
            })
    }
}
