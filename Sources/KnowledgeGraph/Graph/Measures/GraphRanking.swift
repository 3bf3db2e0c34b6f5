/// An actor and how much a measure gives it.
public struct RankedActor: Sendable, Hashable {
    public var actor: Actor
    public var score: Double

    package init(actor: Actor, score: Double) {
        self.actor = actor
        self.score = score
    }
}

/// What `Graph.topActors` counts.
public enum Activity: Sendable, Hashable, CaseIterable {
    /// Statements on either side.
    case statements
    /// Statements as subject, and as object; a symmetric statement still has one subject.
    case outgoing, incoming
    /// Different actors at the other ends.
    case neighbours
}

extension Graph {
    /// Who was busiest: the actors with the most statements or neighbours, most first, those with equally many by id.
    ///
    /// ```swift
    /// graph.topActors(by: .neighbours, limit: 10, where: StatementFilter(since: april, until: june))
    /// ```
    /// A run through the statements of the filter's days. Actors without any are not given.
    public func topActors(
        by activity: Activity = .statements, limit: Int = 10, where filter: StatementFilter = .everything
    ) -> [RankedActor] {
        topology.busiest(by: activity, limit: limit, where: filter).map { RankedActor(actor: actors[$0.actor], score: $0.value) }
    }

    /// PageRank: who is joined to actors that are joined to many. The highest first; all scores together are 1.
    ///
    /// Every statement counts, so that two actors with ten statements are joined ten times. Only actors with a statement that passes take part.
    /// Each of about 140 rounds costs O(actors + statements). See `Ties.pageRank` for the definition.
    ///
    /// - Parameters:
    ///   - directed: whether rank flows from subject to object only; through symmetric statements it flows both ways even so.
    ///   - damping: at least 0 and less than 1.
    ///   - tolerance: how much all scores together may still be changing at the end.
    public func pageRank(
        directed: Bool = false, damping: Double = 0.85, tolerance: Double = 1e-10, limit: Int = .max,
        where filter: StatementFilter = .everything
    ) -> [RankedActor] {
        let ties = Ties(topology, where: EdgeFilter(filter, in: topology, directed ? .along : .either))
        return ranked(ties.pageRank(damping: damping, tolerance: tolerance), of: ties, limit: limit)
    }

    /// Betweenness: on which share of all shortest chains between two others an actor lies. The highest first.
    ///
    /// Each start costs O(actors + statements), so that a graph with many actors is estimated from some of them.
    ///
    /// - Parameters:
    ///   - directed: whether chains go from subject to object only; symmetric statements go both ways even so.
    ///   - samples: from how many actors to look; exact when the graph has no more.
    ///   - seed: fixes which actors those are.
    public func betweenness(
        directed: Bool = false, samples: Int = 500, seed: UInt64 = 1, limit: Int = .max, where filter: StatementFilter = .everything
    ) -> [RankedActor] {
        let ties = Ties(topology, where: EdgeFilter(filter, in: topology, directed ? .along : .either))
        return ranked(ties.betweenness(samples: samples, seed: seed), of: ties, limit: limit)
    }

    private func ranked(_ scores: [Double], of ties: Ties, limit: Int) -> [RankedActor] {
        Score.best(limit, of: ties.participants.lazy.map { Score(actor: $0, value: scores[$0]) })
            .map { RankedActor(actor: actors[$0.actor], score: $0.value) }
    }
}
