extension Topology {
    /// Between two actors: how often a third one can link them.
    package struct Brokerage: Sendable, Hashable {
        package var actor: Int
        /// Chains of two steps, first – actor – second, that can be laid at once when each statement is used once.
        package var direct: Int
        /// Chains of two or three steps through the actor that can be laid at once when each statement is used once.
        package var chains: Int
    }

    /// The actors through whom two others are linked in two or three steps; statements between the two themselves do not count.
    ///
    /// For the actor x let a be its statements with the first, b with the second. Chains of three steps leave x by some y to the second, or
    /// come to x by some y from the first; y's statements with the first, the second and x bound how many. The most chains that use
    /// no statement twice is then the greatest t with t − a of the latter and t − b of the former: a flow small enough to write down.
    ///
    /// Direct links decide, then all chains, then the actors' numbers. O(statements of the two and of everybody joined to either).
    package func brokers(between first: Int, and second: Int, where filter: EdgeFilter) -> [Brokerage] {
        guard first != second else { return [] }
        let withFirst = statementsByNeighbour(of: first, except: second, where: filter)
        let withSecond = statementsByNeighbour(of: second, except: first, where: filter)
        var together = [Int](repeating: 0, count: actorCount)
        var brokers: [Brokerage] = []
        for actor in 0..<actorCount where withFirst[actor] > 0 || withSecond[actor] > 0 {
            var between: [Int] = []
            forEachEdge(of: actor, where: filter) { edge in
                let other = edge.neighbour
                guard other != actor, withFirst[other] > 0 || withSecond[other] > 0 else { return }
                if together[other] == 0 { between.append(other) }
                together[other] += 1
            }
            // Chains actor – y – second, first – y – actor, and both kinds together.
            var (ahead, behind, both) = (0, 0, 0)
            for other in between {
                ahead += min(together[other], withSecond[other])
                behind += min(together[other], withFirst[other])
                both += min(together[other], withFirst[other] + withSecond[other])
                together[other] = 0
            }
            let (a, b) = (withFirst[actor], withSecond[actor])
            let bothBound = both + min(a, b) < max(a, b) ? both + min(a, b) : (both + a + b) / 2
            let chains = min(a + min(behind, b), b + min(ahead, a), bothBound)
            if chains > 0 { brokers.append(Brokerage(actor: actor, direct: min(a, b), chains: chains)) }
        }
        return brokers.sorted { ($1.direct, $1.chains, $0.actor) < ($0.direct, $0.chains, $1.actor) }
    }

    private func statementsByNeighbour(of actor: Int, except excluded: Int, where filter: EdgeFilter) -> [Int] {
        var counts = [Int](repeating: 0, count: actorCount)
        forEachEdge(of: actor, where: filter) { edge in
            if edge.neighbour != actor, edge.neighbour != excluded { counts[edge.neighbour] += 1 }
        }
        return counts
    }
}
