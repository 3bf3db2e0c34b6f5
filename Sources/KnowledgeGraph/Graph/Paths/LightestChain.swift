/// What a step between two actors costs: a number that is zero or more, or infinity for a step that cannot be made.
package enum TieWeight {
    /// By how many statements join the two.
    case tie((_ statements: Int) -> Double)
    /// The least of what its statements cost.
    case lightest((_ statement: Int) -> Double)
}

/// The chain of the least weight between two actors of a topology (Dijkstra, "A note on two problems in connexion with graphs", 1959).
///
/// O((actors + statements) log statements) a search at most; it ends when it reaches the far actor.
struct LightestChain {
    private let topology: Topology
    private let filter: EdgeFilter
    private let weight: TieWeight
    private var distances: [Double]
    private var parents: [Int32]
    private var isSettled: [Bool]
    private var touched: [Int] = []
    private var steps: [Step] = []
    /// For `gatherSteps`, which leaves it all zeros.
    private var counts: [Int32]

    private struct Step {
        var to: Int
        var weight: Double
    }

    private struct Reached: Comparable {
        var distance: Double
        var actor: Int

        static func < (left: Self, right: Self) -> Bool {
            left.distance != right.distance ? left.distance < right.distance : left.actor < right.actor
        }
    }

    init(_ topology: Topology, where filter: EdgeFilter, weight: TieWeight) {
        self.topology = topology
        self.filter = filter
        self.weight = weight
        distances = [Double](repeating: .infinity, count: topology.actorCount)
        parents = [Int32](repeating: -1, count: topology.actorCount)
        isSettled = [Bool](repeating: false, count: topology.actorCount)
        counts = [Int32](repeating: 0, count: topology.actorCount)
    }

    /// The lightest chain from the last actor of `root` to `end`, with `root` before it. Among equally light ones always the same.
    ///
    /// - Parameters:
    ///   - root: actors that stand at the beginning; the chain passes none of them again.
    ///   - rootWeight: of the steps between them.
    ///   - avoidedFirstSteps: actors that must not come right after the last of `root`.
    mutating func chain(
        after root: [Int], weighing rootWeight: Double, to end: Int, avoidingFirstSteps avoidedFirstSteps: Set<Int> = []
    ) -> (actors: [Int], weight: Double)? {
        guard let start = root.last else { return nil }
        defer { forget() }
        for actor in root { isSettled[actor] = true }
        touched += root
        distances[start] = rootWeight

        var heap = Heap<Reached>()
        heap.push(Reached(distance: rootWeight, actor: start))
        while let nearest = heap.popLeast() {
            let actor = nearest.actor
            guard actor != end else { return (root.dropLast() + chainBack(from: end, to: start), nearest.distance) }
            guard !isSettled[actor] || actor == start else { continue }
            isSettled[actor] = true
            gatherSteps(from: actor)
            for step in steps {
                let distance = nearest.distance + step.weight
                guard distance < distances[step.to], !isSettled[step.to], actor != start || !avoidedFirstSteps.contains(step.to)
                else { continue }
                distances[step.to] = distance
                parents[step.to] = Int32(actor)
                touched.append(step.to)
                heap.push(Reached(distance: distance, actor: step.to))
            }
        }
        return nil
    }

    /// What the steps of a chain weigh together, first to last; infinity where two of its actors are not joined.
    mutating func weight(along chain: [Int]) -> Double {
        var total = 0.0
        for (from, to) in zip(chain, chain.dropFirst()) {
            gatherSteps(from: from)
            total += steps.lazy.filter { $0.to == to }.map(\.weight).min() ?? .infinity
        }
        return total
    }

    private mutating func forget() {
        for actor in touched {
            distances[actor] = .infinity
            isSettled[actor] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    private func chainBack(from end: Int, to start: Int) -> [Int] {
        var chain = [end]
        while let last = chain.last, last != start { chain.append(Int(parents[last])) }
        return chain.reversed()
    }

    /// Sets `steps` to what leads away from an actor; there may be several steps to one neighbour.
    private mutating func gatherSteps(from actor: Int) {
        steps.removeAll(keepingCapacity: true)
        switch weight {
        case .lightest(let weigh):
            topology.forEachEdge(of: actor, where: filter) { steps.append(Step(to: $0.neighbour, weight: weigh($0.statement))) }
        case .tie(let weigh):
            topology.forEachEdge(of: actor, where: filter) { edge in
                if counts[edge.neighbour] == 0 { steps.append(Step(to: edge.neighbour, weight: 0)) }
                counts[edge.neighbour] += 1
            }
            for place in steps.indices {
                steps[place].weight = weigh(Int(counts[steps[place].to]))
                counts[steps[place].to] = 0
            }
        }
        for step in steps { precondition(step.weight >= 0, "the weight of a step is zero or more") }
    }
}
