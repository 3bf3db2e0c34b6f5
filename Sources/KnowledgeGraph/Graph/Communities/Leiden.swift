/// Groups of nodes with many ties inside and few between: the Leiden algorithm, for modularity.
///
/// V. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities" (2019). Nodes move to the group
/// where they add most; each group is then built up again from single nodes, by merging only what is well tied to the rest of it; the parts
/// become the nodes of a smaller network, and so on. The best of several starts counts, each with the nodes in another order that a seed
/// fixes: equal networks get equal groups. A start costs about O(ties) for each of some ten rounds.
struct Leiden {
    /// Greater than 1 for smaller groups.
    let resolution: Double
    let starts: Int

    /// Gains that are no more are the rounding of equal ones.
    private static let leastGain = 1e-10
    private static let mostRounds = 10

    /// For each node its group, `0..<` the number of groups, numbered by their first nodes. Every group is connected.
    func groups(of network: WeightedNetwork) -> [Int32] {
        var best = (0..<network.count).map { Int32($0) }
        guard network.total > 0 else { return best }
        var bestModularity = -Double.infinity
        var generator = SplitMix64(state: 1)
        for _ in 0..<starts {
            var groups = (0..<network.count).map { Int32($0) }
            for _ in 0..<Self.mostRounds {
                let improved = improve(groups, of: network, using: &generator)
                guard improved != groups else { break }
                groups = improved
            }
            groups = Self.connectedParts(of: groups, in: network)
            let modularity = network.modularity(of: groups, resolution: resolution)
            if modularity > bestModularity + Self.leastGain { (best, bestModularity) = (groups, modularity) }
        }
        return best
    }

    /// One run up from single nodes to groups and their groups.
    private func improve(_ groups: [Int32], of network: WeightedNetwork, using generator: inout SplitMix64) -> [Int32] {
        var network = network
        var groups = groups
        /// For each node of the whole network, the node of the present one that stands for it.
        var standIns = groups.indices.map { Int32($0) }
        while true {
            let order = generator.shuffled(network.count)
            moveNodes(of: network, in: order, between: &groups)
            let (parts, partCount) = Self.renumbered(refine(groups, of: network, in: order))
            guard partCount < network.count else { break }
            var groupsOfParts = [Int32](repeating: 0, count: partCount)
            for (node, part) in parts.enumerated() { groupsOfParts[Int(part)] = groups[node] }
            groups = Self.renumbered(groupsOfParts).groups
            standIns = standIns.map { parts[Int($0)] }
            network = network.aggregated(by: parts, count: partCount)
        }
        return Self.renumbered(standIns.map { groups[Int($0)] }).groups
    }

    /// Moves each node to the group where it adds most, then again those whose neighbours have moved, until nothing is to be gained.
    private func moveNodes(of network: WeightedNetwork, in order: [Int], between groups: inout [Int32]) {
        var strength = [Double](repeating: 0, count: network.count)
        var size = [Int](repeating: 0, count: network.count)
        for (node, group) in groups.enumerated() {
            strength[Int(group)] += network.strengths[node]
            size[Int(group)] += 1
        }
        var emptyGroups = size.indices.reversed().filter { size[$0] == 0 }
        var weights = GroupWeights(count: network.count)
        var queue = Queue(order)
        while let node = queue.next() {
            let old = Int(groups[node])
            weights.gather(from: node, in: network, groups: groups)
            strength[old] -= network.strengths[node]
            size[old] -= 1
            func gain(_ group: Int) -> Double {
                weights.to[group] - resolution * network.strengths[node] * strength[group] / network.total
            }
            var (best, bestGain) = (old, gain(old))
            for group in weights.groups where Int(group) != old && gain(Int(group)) > bestGain + Self.leastGain {
                (best, bestGain) = (Int(group), gain(Int(group)))
            }
            if bestGain < -Self.leastGain, let empty = emptyGroups.popLast() { best = empty }
            strength[best] += network.strengths[node]
            size[best] += 1
            guard best != old else { continue }
            if size[old] == 0 { emptyGroups.append(old) }
            groups[node] = Int32(best)
            for place in network.row(node) where groups[Int(network.neighbours[place])] != Int32(best) {
                queue.add(Int(network.neighbours[place]))
            }
        }
    }

    /// Parts of the groups, each from single nodes that are merged when both are well tied to the rest of their group.
    private func refine(_ groups: [Int32], of network: WeightedNetwork, in order: [Int]) -> [Int32] {
        var strengthOfGroup = [Double](repeating: 0, count: network.count)
        for (node, group) in groups.enumerated() { strengthOfGroup[Int(group)] += network.strengths[node] }
        /// Of each part to the rest of its group.
        var outward = (0..<network.count).map { node in
            network.row(node).reduce(0.0) { $0 + (groups[Int(network.neighbours[$1])] == groups[node] ? network.weights[$1] : 0) }
        }
        var parts = groups.indices.map { Int32($0) }
        var strength = network.strengths
        var size = [Int](repeating: 1, count: network.count)
        var weights = GroupWeights(count: network.count)
        for node in order where size[Int(parts[node])] == 1 {
            let whole = strengthOfGroup[Int(groups[node])]
            func isWellTied(_ part: Int) -> Bool {
                outward[part] >= resolution * strength[part] * (whole - strength[part]) / network.total
            }
            guard isWellTied(node) else { continue }
            weights.gather(from: node, in: network, groups: parts) { groups[$0] == groups[node] }
            var (best, bestGain) = (node, Self.leastGain)
            for part in weights.groups.lazy.map(Int.init) where part != node && isWellTied(part) {
                let gain = weights.to[part] - resolution * strength[node] * strength[part] / network.total
                if gain > bestGain { (best, bestGain) = (part, gain) }
            }
            guard best != node else { continue }
            parts[node] = Int32(best)
            outward[best] += outward[node] - 2 * weights.to[best]
            strength[best] += strength[node]
            size[best] += 1
            size[node] = 0
        }
        return parts
    }

    /// Splits groups that hang together nowhere: what Leiden gives in the end, whenever the rounds end.
    private static func connectedParts(of groups: [Int32], in network: WeightedNetwork) -> [Int32] {
        var parts = [Int32](repeating: -1, count: network.count)
        var partCount: Int32 = 0
        for first in 0..<network.count where parts[first] < 0 {
            parts[first] = partCount
            var open = [first]
            while let node = open.popLast() {
                for neighbour in network.neighbours[network.row(node)].lazy.map(Int.init)
                where parts[neighbour] < 0 && groups[neighbour] == groups[node] {
                    parts[neighbour] = partCount
                    open.append(neighbour)
                }
            }
            partCount += 1
        }
        return parts
    }

    /// The same groups with the numbers `0..<count`, in the order of their first nodes.
    private static func renumbered(_ groups: [Int32]) -> (groups: [Int32], count: Int) {
        var numbers = [Int32](repeating: -1, count: (groups.max().map(Int.init) ?? -1) + 1)
        var count: Int32 = 0
        let renumbered = groups.map { group in
            if numbers[Int(group)] < 0 {
                numbers[Int(group)] = count
                count += 1
            }
            return numbers[Int(group)]
        }
        return (renumbered, Int(count))
    }
}

/// How strongly one node is tied to each group: room that is used again from node to node.
private struct GroupWeights {
    private(set) var to: [Double]
    /// Those with a weight, in the order of the node's neighbours.
    private(set) var groups: [Int32] = []

    init(count: Int) {
        to = [Double](repeating: 0, count: count)
    }

    mutating func gather(from node: Int, in network: WeightedNetwork, groups ofNode: [Int32], where counts: (Int) -> Bool = { _ in true }) {
        for group in groups { to[Int(group)] = 0 }
        groups.removeAll(keepingCapacity: true)
        for place in network.row(node) {
            let neighbour = Int(network.neighbours[place])
            guard counts(neighbour) else { continue }
            let group = ofNode[neighbour]
            if to[Int(group)] == 0 { groups.append(group) }
            to[Int(group)] += network.weights[place]
        }
    }
}

/// Nodes that wait for their turn, each at most once; at first all of them.
private struct Queue {
    private var nodes: [Int]
    private var waits: [Bool]
    private var first = 0
    private var length: Int

    init(_ nodes: [Int]) {
        self.nodes = nodes
        waits = [Bool](repeating: true, count: nodes.count)
        length = nodes.count
    }

    mutating func next() -> Int? {
        guard length > 0 else { return nil }
        let node = nodes[first]
        first = first + 1 == nodes.count ? 0 : first + 1
        length -= 1
        waits[node] = false
        return node
    }

    mutating func add(_ node: Int) {
        guard !waits[node] else { return }
        waits[node] = true
        nodes[(first + length) % nodes.count] = node
        length += 1
    }
}
