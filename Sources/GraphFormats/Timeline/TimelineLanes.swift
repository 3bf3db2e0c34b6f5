import KnowledgeGraph

/// Who has a column of a timeline, and in which order the columns stand.
enum TimelineLanes {
    /// More columns do not fit on a page; whoever has none shares the last one.
    static let limit = 10

    /// Actors with a lane of their own, from left to right: those that show the most relations, so ordered that arrows are short.
    ///
    /// Cost: O(limit³) steps over the bundles at most.
    static func chosen(for bundles: [EdgeBundle]) -> [Actor.ID] {
        let pairs = bundles.map { ($0.subject.id, $0.object.id) }
        return ordered(busiest(pairs), pairs)
    }

    /// Each next actor is the one with the most relations that no lane shows yet, then the one with the most at all.
    private static func busiest(_ pairs: [(Actor.ID, Actor.ID)]) -> [Actor.ID] {
        var actors: [Actor.ID] = []
        var total: [Actor.ID: Int] = [:]
        for actor in pairs.flatMap({ [$0.0, $0.1] }) {
            if total[actor] == nil { actors.append(actor) }
            total[actor, default: 0] += 1
        }
        guard actors.count > limit + 1 else { return actors }
        var lanes: [Actor.ID] = []
        var unseen = pairs
        while lanes.count < limit {
            var fresh: [Actor.ID: Int] = [:]
            for pair in unseen {
                fresh[pair.0, default: 0] += 1
                fresh[pair.1, default: 0] += 1
            }
            let candidates = actors.enumerated().filter { !lanes.contains($0.element) }
            let next = candidates.max {
                (fresh[$0.element] ?? 0, total[$0.element] ?? 0, -$0.offset) < (fresh[$1.element] ?? 0, total[$1.element] ?? 0, -$1.offset)
            }
            guard let next else { break }
            lanes.append(next.element)
            unseen.removeAll { $0.0 == next.element || $0.1 == next.element }
        }
        return lanes
    }

    /// Moves one lane at a time to where all arrows together are shortest, until no move helps; the busier half stands left.
    private static func ordered(_ lanes: [Actor.ID], _ pairs: [(Actor.ID, Actor.ID)]) -> [Actor.ID] {
        var place: [Actor.ID: Int] = [:]
        for (index, lane) in lanes.enumerated() { place[lane] = index }
        // Whoever has no lane stands at the right end.
        let lines = pairs.map { (place[$0.0] ?? lanes.count, place[$0.1] ?? lanes.count) }
        var order = Array(lanes.indices)
        var best = length(of: lines, order)
        var improves = true
        while improves {
            improves = false
            for lane in lanes.indices {
                for target in lanes.indices {
                    var candidate = order
                    candidate.removeAll { $0 == lane }
                    candidate.insert(lane, at: target)
                    let length = length(of: lines, candidate)
                    if length < best { (order, best, improves) = (candidate, length, true) }
                }
            }
        }
        let mirrored = Array(order.reversed())
        let weight = order.map { lane in lines.count { $0.0 == lane || $0.1 == lane } }
        let half = weight.count / 2
        if weight.prefix(half).reduce(0, +) < weight.suffix(half).reduce(0, +), length(of: lines, mirrored) <= best { order = mirrored }
        return order.map { lanes[$0] }
    }

    private static func length(of lines: [(Int, Int)], _ order: [Int]) -> Int {
        var place = Array(repeating: order.count, count: order.count + 1)
        for (index, lane) in order.enumerated() { place[lane] = index }
        return lines.reduce(0) { $0 + abs(place[$1.0] - place[$1.1]) }
    }
}
