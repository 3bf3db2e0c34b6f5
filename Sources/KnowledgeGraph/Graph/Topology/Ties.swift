/// Who is joined to whom, and by how many statements: all statements between two actors are one tie.
///
/// For measures that run through the whole graph many times. Rows are sorted by neighbour; an actor's tie with itself is in its row once.
package struct Ties: Sendable, Hashable {
    let starts: [Int]
    let neighbours: [Int32]
    /// How many statements each tie stands for.
    let counts: [Int32]
    /// Actors that have a statement that passes, ascending: the others are no part of the network.
    package let participants: [Int]

    /// From subject to object when the filter walks along the statements, both ways when it walks either way. O(actors + statements).
    package init(_ topology: Topology, where filter: EdgeFilter) {
        var arcs: [Arc] = []
        var takesPart = [Bool](repeating: false, count: topology.actorCount)
        topology.forEachEdge(where: filter) { actor, neighbour in
            takesPart[actor] = true
            takesPart[neighbour] = true
            arcs.append(Arc(tail: Int32(actor), head: Int32(neighbour)))
        }
        participants = takesPart.indices.filter { takesPart[$0] }

        // Sorted by head and then, keeping that order, by tail: each row comes out sorted.
        (arcs, _) = Self.sorted(arcs, by: { $0.head }, below: topology.actorCount)
        let rowStarts: [Int]
        (arcs, rowStarts) = Self.sorted(arcs, by: { $0.tail }, below: topology.actorCount)

        var starts = [0]
        starts.reserveCapacity(topology.actorCount + 1)
        var neighbours: [Int32] = []
        var counts: [Int32] = []
        for row in 0..<topology.actorCount {
            for arc in arcs[rowStarts[row]..<rowStarts[row + 1]] {
                if neighbours.count > starts[row], neighbours[neighbours.count - 1] == arc.head {
                    counts[counts.count - 1] += 1
                } else {
                    neighbours.append(arc.head)
                    counts.append(1)
                }
            }
            starts.append(neighbours.count)
        }
        (self.starts, self.neighbours, self.counts) = (starts, neighbours, counts)
    }

    /// The places in `neighbours` and `counts` of an actor's ties.
    func row(_ actor: Int) -> Range<Int> { starts[actor]..<starts[actor + 1] }

    private struct Arc {
        var tail: Int32
        var head: Int32
    }

    /// Counting sort, stable: the arcs in the order of one of their ends, and where in them each actor's arcs begin.
    private static func sorted(_ arcs: [Arc], by end: (Arc) -> Int32, below bound: Int) -> (arcs: [Arc], starts: [Int]) {
        var starts = [Int](repeating: 0, count: bound + 1)
        for arc in arcs { starts[Int(end(arc)) + 1] += 1 }
        for actor in 0..<bound { starts[actor + 1] += starts[actor] }
        var next = starts
        var sorted = arcs
        for arc in arcs {
            let actor = Int(end(arc))
            sorted[next[actor]] = arc
            next[actor] += 1
        }
        return (sorted, starts)
    }
}
