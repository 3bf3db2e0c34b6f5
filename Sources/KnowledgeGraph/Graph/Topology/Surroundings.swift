extension Topology {
    /// The actors within so many hops of some, ascending. O(actors + statements of those reached before the last hop).
    package func surroundings(of centres: [Int], hops: Int, where filter: EdgeFilter) -> [Int] {
        var isReached = [Bool](repeating: false, count: actorCount)
        for centre in centres { isReached[centre] = true }
        var frontier = isReached.indices.filter { isReached[$0] }
        var hopsLeft = hops
        while hopsLeft > 0, !frontier.isEmpty {
            hopsLeft -= 1
            var next: [Int] = []
            for actor in frontier {
                forEachEdge(of: actor, where: filter) { edge in
                    guard !isReached[edge.neighbour] else { return }
                    isReached[edge.neighbour] = true
                    next.append(edge.neighbour)
                }
            }
            frontier = next
        }
        return isReached.indices.filter { isReached[$0] }
    }

    /// The statements both of whose actors are among these, ascending; `filter` walks either way. O(actors + n log n) for n statements of those actors.
    package func statements(among members: [Int], where filter: EdgeFilter) -> [Int] {
        var isMember = [Bool](repeating: false, count: actorCount)
        for actor in members { isMember[actor] = true }
        var found: [Int] = []
        for actor in members {
            forEachEdge(of: actor, where: filter) { edge in
                if edge.isOutgoing, isMember[edge.neighbour] { found.append(edge.statement) }
            }
        }
        return found.sorted()
    }

    /// The statements that lead from one actor to another in the filter's direction, oldest first. O(statements of the one that has fewer).
    package func statements(from start: Int, to end: Int, where filter: EdgeFilter) -> [Int] {
        let isStartNear = rowCount(start) <= rowCount(end)
        let (near, far) = isStartNear ? (start, end) : (end, start)
        var found: [Int] = []
        forEachEdge(of: near, where: isStartNear ? filter : filter.reversed) { if $0.neighbour == far { found.append($0.statement) } }
        return found
    }
}
