/// Chains of the fewest steps between two actors of a topology, searched breadth-first from both ends.
///
/// Keep one for many searches of a topology: what a search costs grows with what it reaches, only the first with the number of actors.
/// At worst O(actors + statements); between two actors of a graph with hubs the two searches meet after a small part of that.
struct ShortestChains {
    private let topology: Topology
    private let ahead: EdgeFilter
    private let back: EdgeFilter
    /// Steps from the start, and to the end: `unreached`, or `avoided` where the search must not go.
    private var fromStart: [Int32]
    private var toEnd: [Int32]
    /// Actors whose numbers must be put back.
    private var touched: [Int] = []

    private static let unreached: Int32 = -1
    private static let avoided: Int32 = -2

    init(_ topology: Topology, where filter: EdgeFilter) {
        self.topology = topology
        ahead = filter
        back = filter.reversed
        fromStart = [Int32](repeating: Self.unreached, count: topology.actorCount)
        toEnd = fromStart
    }

    /// - Parameters:
    ///   - maximumLength: the most steps.
    ///   - limit: how many of the chains of the fewest steps to give.
    ///   - avoided: actors that no chain may pass; not the two ends.
    ///   - avoidedFirstSteps: actors that must not come right after the start.
    /// - Returns: chains of actors, first to last, in the order of the actors' numbers.
    mutating func chains(
        from start: Int, to end: Int, maximumLength: Int, limit: Int, avoiding avoided: some Sequence<Int> = EmptyCollection(),
        avoidingFirstSteps avoidedFirstSteps: Set<Int> = []
    ) -> [[Int]] {
        guard maximumLength >= 0, limit > 0 else { return [] }
        guard start != end else { return [[start]] }
        defer { forget() }
        for actor in avoided {
            fromStart[actor] = Self.avoided
            toEnd[actor] = Self.avoided
            touched.append(actor)
        }
        guard
            let meeting = meet(
                from: start, to: end, maximumLength: maximumLength, avoidingStep: { $0 == start && avoidedFirstSteps.contains($1) })
        else { return [] }
        return chains(from: start, to: end, meeting: meeting, limit: limit, avoidingFirstSteps: avoidedFirstSteps)
    }

    private mutating func forget() {
        for actor in touched {
            fromStart[actor] = Self.unreached
            toEnd[actor] = Self.unreached
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Where the searches from both ends met: every shortest chain passes an actor that is so many steps from the start and from the end.
    private struct Meeting {
        var fromStart: Int32
        var toEnd: Int32
    }

    /// Steps outwards from the end whose outermost actors have fewer edges, a whole ring each time, until the rings touch.
    private mutating func meet(
        from start: Int, to end: Int, maximumLength: Int, avoidingStep isAvoided: (_ from: Int, _ to: Int) -> Bool
    ) -> Meeting? {
        fromStart[start] = 0
        toEnd[end] = 0
        touched += [start, end]
        var (inner, outer) = (Ring([start], in: topology), Ring([end], in: topology))
        while !inner.actors.isEmpty, !outer.actors.isEmpty, Int(inner.steps + outer.steps) < maximumLength {
            let hasMet =
                inner.edges <= outer.edges
                ? inner.grow(along: ahead, in: topology, steps: &fromStart, others: toEnd, touched: &touched) { isAvoided($0, $1) }
                : outer.grow(along: back, in: topology, steps: &toEnd, others: fromStart, touched: &touched) { isAvoided($1, $0) }
            if hasMet { return Meeting(fromStart: inner.steps, toEnd: outer.steps) }
        }
        return nil
    }

    /// The outermost actors of one of the two searches.
    private struct Ring {
        private(set) var actors: [Int]
        /// How many edges they have, whatever the filter: what the next step costs at most.
        private(set) var edges: Int
        private(set) var steps: Int32 = 0

        init(_ actors: [Int], in topology: Topology) {
            self.actors = actors
            edges = actors.reduce(0) { $0 + topology.rowCount($1) }
        }

        /// One step outwards. Whether an actor was reached that the other search has reached.
        @inline(__always)
        mutating func grow(
            along filter: EdgeFilter, in topology: Topology, steps reached: inout [Int32], others: [Int32], touched: inout [Int],
            unless isAvoided: (_ from: Int, _ to: Int) -> Bool
        ) -> Bool {
            var next: [Int] = []
            var nextEdges = 0
            var hasMet = false
            steps += 1
            for actor in actors {
                topology.forEachEdge(of: actor, where: filter) { edge in
                    let neighbour = edge.neighbour
                    guard reached[neighbour] == ShortestChains.unreached, !isAvoided(actor, neighbour) else { return }
                    reached[neighbour] = steps
                    next.append(neighbour)
                    nextEdges += topology.rowCount(neighbour)
                    if others[neighbour] >= 0 { hasMet = true }
                }
            }
            touched += next
            (actors, edges) = (next, nextEdges)
            return hasMet
        }
    }

    /// Walks from the start over actors that are one step further each time, depth first, smaller numbers first.
    private func chains(
        from start: Int, to end: Int, meeting: Meeting, limit: Int, avoidingFirstSteps avoidedFirstSteps: Set<Int>
    ) -> [[Int]] {
        let length = Int(meeting.fromStart + meeting.toEnd)
        var found: [[Int]] = []
        var chain = [start]
        /// For each actor of the chain, those that may come next, the first of them last.
        var choices = [nextActors(after: start, at: 0, length: length, meeting: meeting).filter { !avoidedFirstSteps.contains($0) }]
        var known: [Int: [Int]] = [:]
        var deadEnds: Set<Int> = []
        /// How many chains were found when an actor of the chain was entered.
        var foundBefore = [0]
        while let last = chain.last, found.count < limit {
            if let next = choices[chain.count - 1].popLast() {
                if next == end {
                    found.append(chain + [end])
                } else if !deadEnds.contains(next) {
                    let further = known[next] ?? nextActors(after: next, at: chain.count, length: length, meeting: meeting)
                    known[next] = further
                    choices.append(further)
                    foundBefore.append(found.count)
                    chain.append(next)
                }
            } else {
                if foundBefore[chain.count - 1] == found.count { deadEnds.insert(last) }
                chain.removeLast()
                choices.removeLast()
                foundBefore.removeLast()
            }
        }
        return found
    }

    /// The actors one step further, `steps` being those made so far: descending.
    private func nextActors(after actor: Int, at steps: Int, length: Int, meeting: Meeting) -> [Int] {
        let (made, left) = (Int32(steps + 1), Int32(length - steps - 1))
        var next: [Int] = []
        topology.forEachEdge(of: actor, where: ahead) { edge in
            let isFurther =
                made < meeting.fromStart
                ? fromStart[edge.neighbour] == made
                : toEnd[edge.neighbour] == left && (made > meeting.fromStart || fromStart[edge.neighbour] == made)
            if isFurther { next.append(edge.neighbour) }
        }
        next.sort(by: >)
        return next.enumerated().filter { $0.offset == 0 || next[$0.offset - 1] != $0.element }.map(\.element)
    }
}
