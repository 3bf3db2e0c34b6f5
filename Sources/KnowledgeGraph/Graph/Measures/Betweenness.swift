extension Ties {
    /// How many of the shortest chains between others go through each actor: betweenness, as a share of all pairs of others.
    ///
    /// U. Brandes, "A Faster Algorithm for Betweenness Centrality" (2001). Where two actors have several shortest chains, each counts its
    /// fraction. Exact when every participant is a start; otherwise an estimate from some starts (U. Brandes and C. Pich, "Centrality
    /// Estimation in Large Networks", 2007). Each start costs O(actors + ties).
    ///
    /// - Parameters:
    ///   - samples: how many participants to start from, drawn with the seed; all when there are no more.
    /// - Returns: 0…1 for each actor (an estimate may be above 1); 0 for those that are no participants.
    package func betweenness(samples: Int, seed: UInt64) -> [Double] {
        var search = ChainCounts(actorCount: starts.count - 1)
        var scores = [Double](repeating: 0, count: starts.count - 1)
        let sources = sample(samples, seed: seed)
        for source in sources { search.addDependencies(on: source, in: self, to: &scores) }

        let others = Double(participants.count)
        guard participants.count > 2, !sources.isEmpty else { return scores }
        let scale = others / Double(sources.count) / ((others - 1) * (others - 2))
        return scores.map { $0 * scale }
    }

    /// Some participants, each as likely, ascending.
    private func sample(_ count: Int, seed: UInt64) -> [Int] {
        guard count < participants.count else { return participants }
        var generator = SplitMix64(state: seed)
        var pool = participants
        generator.shuffle(&pool, first: max(0, count))
        return pool.prefix(max(0, count)).sorted()
    }
}

/// Brandes's search from one start, with room that is used again from start to start.
private struct ChainCounts {
    private var steps: [Int32]
    private var chains: [Double]
    private var dependencies: [Double]
    /// Actors in the order in which they were reached.
    private var reached: [Int] = []

    /// So many chains or more count as so many: beyond that, numbers would be infinite and their fractions none.
    private static let mostChains = 1e300

    init(actorCount: Int) {
        steps = [Int32](repeating: -1, count: actorCount)
        chains = [Double](repeating: 0, count: actorCount)
        dependencies = chains
    }

    mutating func addDependencies(on source: Int, in ties: Ties, to scores: inout [Double]) {
        steps[source] = 0
        chains[source] = 1
        reached.append(source)
        var next = 0
        while next < reached.count {
            let actor = reached[next]
            next += 1
            chains[actor] = min(chains[actor], Self.mostChains)
            for place in ties.row(actor) {
                let neighbour = Int(ties.neighbours[place])
                if steps[neighbour] < 0 {
                    steps[neighbour] = steps[actor] + 1
                    reached.append(neighbour)
                }
                if steps[neighbour] == steps[actor] + 1 { chains[neighbour] += chains[actor] }
            }
        }
        for actor in reached.reversed() {
            var dependency = 0.0
            for place in ties.row(actor) {
                let neighbour = Int(ties.neighbours[place])
                if steps[neighbour] == steps[actor] + 1 {
                    dependency += chains[actor] / chains[neighbour] * (1 + dependencies[neighbour])
                }
            }
            dependencies[actor] = dependency
            if actor != source { scores[actor] += dependency }
        }
        for actor in reached {
            steps[actor] = -1
            chains[actor] = 0
        }
        reached.removeAll(keepingCapacity: true)
    }
}
