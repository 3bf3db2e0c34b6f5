extension Topology {
    /// Actors that hang together, whatever the direction: the largest part first, equal ones by their first actor; each ascending.
    ///
    /// Actors without a statement that passes are in none. R. Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm" (1975):
    /// nearly O(actors + statements of the filter's days).
    package func components(where filter: EdgeFilter) -> [[Int]] {
        var parents = (0..<actorCount).map { Int32($0) }
        var takesPart = [Bool](repeating: false, count: actorCount)
        func root(_ actor: Int32) -> Int32 {
            var actor = actor
            while parents[Int(actor)] != actor {
                parents[Int(actor)] = parents[Int(parents[Int(actor)])]
                actor = parents[Int(actor)]
            }
            return actor
        }
        forEachStatement(where: filter) { statement in
            takesPart[subject(of: statement)] = true
            takesPart[object(of: statement)] = true
            let (one, other) = (root(subjects[statement]), root(objects[statement]))
            // The smaller number becomes the root, so that a part's root is its first actor.
            parents[Int(max(one, other))] = min(one, other)
        }
        var members: [Int32: [Int]] = [:]
        for actor in 0..<actorCount where takesPart[actor] { members[root(Int32(actor)), default: []].append(actor) }
        return members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}
