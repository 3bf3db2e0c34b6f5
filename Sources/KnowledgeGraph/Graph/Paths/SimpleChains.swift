extension Topology {
    /// The best chains without a repeated actor, best first; of equally good ones, the order of their actors decides.
    ///
    /// J. Yen, "Finding the K Shortest Loopless Paths in a Network" (1971), with E. Lawler's remark (1972) that a chain need only be left at or
    /// after the place where it left an earlier one. Costs at most a search for each actor of each chain found.
    ///
    /// - Parameters:
    ///   - limit: how many to give.
    ///   - search: the best chain that begins with `root` and does not go on to one of `avoided`, with its cost.
    static func simpleChains<Cost: Comparable>(
        from start: Int, limit: Int, search: (_ root: [Int], _ avoided: Set<Int>) -> (actors: [Int], cost: Cost)?
    ) -> [(actors: [Int], cost: Cost)] {
        var found: [(actors: [Int], cost: Cost)] = []
        /// Where the chains found so far went on from each beginning.
        var continuations: [[Int]: Set<Int>] = [:]
        var candidates = Heap<Candidate<Cost>>()
        if let best = search([start], []) { candidates.push(Candidate(actors: best.actors, cost: best.cost, branch: 0)) }
        while found.count < limit, let best = candidates.popLeast() {
            found.append((best.actors, best.cost))
            guard found.count < limit else { break }
            for last in best.actors.indices.dropLast() {
                let root = Array(best.actors[...last])
                continuations[root, default: []].insert(best.actors[last + 1])
                guard last >= best.branch, let next = search(root, continuations[root] ?? []) else { continue }
                candidates.push(Candidate(actors: next.actors, cost: next.cost, branch: last))
            }
        }
        return found
    }

    private struct Candidate<Cost: Comparable>: Comparable {
        var actors: [Int]
        var cost: Cost
        /// Place of the last actor that it shares with the chain it was made from.
        var branch: Int

        static func < (left: Self, right: Self) -> Bool {
            left.cost != right.cost ? left.cost < right.cost : left.actors.lexicographicallyPrecedes(right.actors)
        }
    }
}

extension Topology {
    /// All chains of the fewest steps between two actors, in the order of their actors' numbers. See `ShortestChains` for the cost.
    package func shortestChains(from start: Int, to end: Int, maximumLength: Int, where filter: EdgeFilter, limit: Int) -> [[Int]] {
        var search = ShortestChains(self, where: filter)
        return search.chains(from: start, to: end, maximumLength: maximumLength, limit: limit)
    }

    /// The chains without a repeated actor by number of steps, then by their actors' numbers.
    package func simpleChains(from start: Int, to end: Int, maximumLength: Int, where filter: EdgeFilter, limit: Int) -> [[Int]] {
        var shortest = ShortestChains(self, where: filter)
        let chains = Self.simpleChains(from: start, limit: limit) { root, avoided -> (actors: [Int], cost: Int)? in
            let rest = shortest.chains(
                from: root[root.count - 1], to: end, maximumLength: maximumLength - (root.count - 1), limit: 1, avoiding: root.dropLast(),
                avoidingFirstSteps: avoided)
            return rest.first.map { (root.dropLast() + $0, root.count - 1 + $0.count - 1) }
        }
        return chains.map(\.actors)
    }

    /// The chains without a repeated actor by weight.
    package func lightestChains(
        from start: Int, to end: Int, weight: TieWeight, where filter: EdgeFilter, limit: Int
    ) -> [(actors: [Int], weight: Double)] {
        var lightest = LightestChain(self, where: filter, weight: weight)
        let chains = Self.simpleChains(from: start, limit: limit) { root, avoided in
            lightest.chain(after: root, weighing: lightest.weight(along: root), to: end, avoidingFirstSteps: avoided)
                .map { (actors: $0.actors, cost: $0.weight) }
        }
        return chains.map { ($0.actors, $0.cost) }
    }
}
