/// Groups of actors that have more to do with each other than with the rest.
public struct Communities: Sendable, Hashable {
    /// The largest first, equal ones by their first actor's id; actors by id. Every actor with a statement that passes is in one.
    public var groups: [[Actor]]
    /// How much more of all statements lies inside groups than chance would put there: at most 1, about 0 where there are no groups.
    public var modularity: Double
}

extension Graph {
    /// Groups of actors with many statements inside and few between, found with the Leiden algorithm (see `Leiden`).
    ///
    /// Two actors are joined by as many ties as there are statements, whatever the direction. Equal graphs get equal groups, and every group
    /// hangs together. About O(statements) for each of some ten rounds.
    ///
    /// - Parameter resolution: positive; greater than 1 for more and smaller groups.
    public func communities(resolution: Double = 1, where filter: StatementFilter = .everything) -> Communities {
        precondition(resolution > 0 && resolution.isFinite, "the resolution of communities is a positive number")
        let ties = Ties(topology, where: EdgeFilter(filter, in: topology))
        let network = WeightedNetwork(ties)
        // A small graph can afford to be looked at from several sides.
        let leiden = Leiden(resolution: resolution, starts: max(1, min(10, 500_000 / max(1, network.neighbours.count))))
        let groups = leiden.groups(of: network)
        var members: [[Int]] = []
        for (node, group) in groups.enumerated() {
            if Int(group) == members.count { members.append([]) }
            members[Int(group)].append(ties.participants[node])
        }
        return Communities(
            groups: members.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { $0.map { actors[$0] } },
            modularity: network.modularity(of: groups, resolution: resolution))
    }

    /// Groups of actors that hang together by any chain of statements: the largest first, equal ones by their first actor's id; actors by id.
    ///
    /// About O(actors + statements of the filter's days). An actor without a statement that passes is in none.
    public func connectedComponents(where filter: StatementFilter = .everything) -> [[Actor]] {
        topology.components(where: EdgeFilter(filter, in: topology)).map { $0.map { actors[$0] } }
    }
}
