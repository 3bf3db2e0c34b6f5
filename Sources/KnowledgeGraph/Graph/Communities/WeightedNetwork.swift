/// Nodes joined by weighted ties that go both ways: what communities are searched in.
///
/// Weights are counts of statements, so that their sums are exact.
struct WeightedNetwork: Sendable {
    let starts: [Int]
    let neighbours: [Int32]
    /// One for each neighbour; no node is its own neighbour.
    let weights: [Double]
    /// For each node, the weight of its ties together; for a node that stands for several, those between them count twice.
    let strengths: [Double]

    var count: Int { strengths.count }
    /// Twice the weight of all ties.
    let total: Double

    private init(starts: [Int], neighbours: [Int32], weights: [Double], strengths: [Double]) {
        (self.starts, self.neighbours, self.weights, self.strengths) = (starts, neighbours, weights, strengths)
        total = strengths.reduce(0, +)
    }

    /// The participants of `ties`, renumbered in their order. What an actor does to itself is left out.
    ///
    /// - Parameter ties: that go both ways.
    init(_ ties: Ties) {
        var numbers = [Int32](repeating: 0, count: ties.starts.count - 1)
        for (number, actor) in ties.participants.enumerated() { numbers[actor] = Int32(number) }
        var starts = [0]
        var neighbours: [Int32] = []
        var weights: [Double] = []
        var strengths: [Double] = []
        for actor in ties.participants {
            var strength = 0.0
            for place in ties.row(actor) where Int(ties.neighbours[place]) != actor {
                neighbours.append(numbers[Int(ties.neighbours[place])])
                weights.append(Double(ties.counts[place]))
                strength += Double(ties.counts[place])
            }
            starts.append(neighbours.count)
            strengths.append(strength)
        }
        self.init(starts: starts, neighbours: neighbours, weights: weights, strengths: strengths)
    }

    func row(_ node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// The network whose nodes are groups of this one's.
    ///
    /// - Parameter groups: for each node its group, `0..<groupCount`.
    func aggregated(by groups: [Int32], count groupCount: Int) -> WeightedNetwork {
        let members = groups.indices.sorted { (groups[$0], $0) < (groups[$1], $1) }
        var starts = [0]
        var neighbours: [Int32] = []
        var weights: [Double] = []
        var strengths = [Double](repeating: 0, count: groupCount)
        var weightTo = [Double](repeating: 0, count: groupCount)
        var place = 0
        for group in 0..<groupCount {
            var linked: [Int32] = []
            while place < members.count, Int(groups[members[place]]) == group {
                let node = members[place]
                place += 1
                strengths[group] += self.strengths[node]
                for tie in row(node) {
                    let other = groups[Int(self.neighbours[tie])]
                    guard Int(other) != group else { continue }
                    if weightTo[Int(other)] == 0 { linked.append(other) }
                    weightTo[Int(other)] += self.weights[tie]
                }
            }
            for other in linked.sorted() {
                neighbours.append(other)
                weights.append(weightTo[Int(other)])
                weightTo[Int(other)] = 0
            }
            starts.append(neighbours.count)
        }
        return WeightedNetwork(starts: starts, neighbours: neighbours, weights: weights, strengths: strengths)
    }

    /// How much more weight lies inside groups than chance would put there, as a share of all weight.
    ///
    /// M. Newman, "Analysis of weighted networks" (2004), with the resolution of J. Reichardt and S. Bornholdt (2006).
    func modularity(of groups: [Int32], resolution: Double) -> Double {
        guard total > 0 else { return 0 }
        var inside = 0.0
        var strengthOfGroup: [Double] = []
        for node in 0..<count {
            let group = Int(groups[node])
            if group >= strengthOfGroup.count {
                strengthOfGroup += [Double](repeating: 0, count: group + 1 - strengthOfGroup.count)
            }
            strengthOfGroup[group] += strengths[node]
            for place in row(node) where groups[Int(neighbours[place])] == groups[node] { inside += weights[place] }
        }
        return inside / total - resolution * strengthOfGroup.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    }
}
