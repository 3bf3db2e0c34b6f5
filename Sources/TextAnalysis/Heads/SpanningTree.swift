/// The best dependency tree: a maximum spanning arborescence in which one word alone hangs on the root.
enum SpanningTree {
    /// The head of each of `count` nodes, of which 0 is the root (its own head is given as 0).
    ///
    /// `logProbabilities` is dependent × head. If every word's best head makes a tree with one word on the root, that is it. If not, the
    /// word that is likeliest to be the root becomes the only one, and the best tree is searched: O(n²).
    static func heads(logProbabilities: UnsafePointer<Float>, count: Int) -> [Int] {
        guard count > 1 else { return [Int](repeating: 0, count: count) }
        var heads = [0]
        for node in 1..<count { heads.append(Rows.indexOfMaximum(logProbabilities + node * count, count)) }
        if isTree(heads) { return heads }
        var scores = (0..<count * count).map { Double(logProbabilities[$0]) }
        var root = 1
        for node in 1..<count where scores[node * count] > scores[root * count] { root = node }
        for node in 1..<count where node != root { scores[node * count] = forbidden }
        return arborescence(scores, count: count)
    }

    /// The arborescence from node 0 with the greatest sum of scores (dependent × head); self-loops are ignored.
    ///
    /// Edmonds' algorithm by path growing on a dense graph (Tarjan 1977): follow best heads; contract each cycle into a new node, whose
    /// arcs lose what the cycle's own arcs were worth; expand in the end. Each contraction costs O(n) for each node that it unites.
    static func arborescence(_ scores: [Double], count: Int) -> [Int] {
        var forest = ContractionForest(scores, count: count)
        for node in 1..<count where !forest.isSettled(node) { forest.grow(from: node) }
        return forest.heads()
    }

    /// Far below any sum of log-probabilities, yet small enough to add to.
    private static let forbidden = -1e9

    private static func isTree(_ heads: [Int]) -> Bool {
        guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
        // 0: not seen, otherwise the number of the walk that saw it first.
        var walks = [Int](repeating: 0, count: heads.count)
        for start in 1..<heads.count {
            var node = start
            while node != 0, walks[node] == 0 {
                walks[node] = start
                node = heads[node]
            }
            if node != 0, walks[node] == start { return false }
        }
        return true
    }
}

/// The state of Edmonds' algorithm: nodes, and nodes made by contracting cycles.
private struct ContractionForest {
    private let count: Int
    /// For the row of each current node: the best score of an arc from each original node, and the original node that it enters.
    private var scores: [Double]
    private var entries: [Int]
    /// Row of the current node that an original node lies in.
    private var rowOf: [Int]
    /// Number of the current node whose arcs a row holds.
    private var nodeOf: [Int]
    private var parents: [Int?]
    private var children: [[Int]]
    /// The arc chosen for a node: original head and original dependent.
    private var chosen: [(head: Int, dependent: Int)?]
    private var settled: [Bool]

    init(_ scores: [Double], count: Int) {
        self.count = count
        self.scores = scores
        entries = (0..<count * count).map { $0 / count }
        rowOf = Array(0..<count)
        nodeOf = Array(0..<count)
        parents = Array(repeating: nil, count: count)
        children = Array(repeating: [], count: count)
        chosen = Array(repeating: nil, count: count)
        settled = [true] + Array(repeating: false, count: count - 1)
    }

    func isSettled(_ original: Int) -> Bool {
        settled[rowOf[original]]
    }

    /// Follows best heads from a node until they lead to the root or to what has been led there before.
    mutating func grow(from original: Int) {
        var path = [rowOf[original]]
        while let row = path.last {
            let (head, score) = bestArc(into: row)
            chosen[nodeOf[row]] = (head, entries[row * count + head])
            // From here on the row holds what an arc would gain over the chosen one.
            for other in 0..<count { scores[row * count + other] -= score }
            let next = rowOf[head]
            if settled[next] { break }
            if let start = path.firstIndex(of: next) {
                let cycle = Array(path[start...])
                path.removeSubrange(start...)
                path.append(contract(cycle))
            } else {
                path.append(next)
            }
        }
        for row in path { settled[row] = true }
    }

    private func bestArc(into row: Int) -> (head: Int, score: Double) {
        var (best, bestScore) = (0, -Double.infinity)
        for head in 0..<count where rowOf[head] != row {
            let score = scores[row * count + head]
            if score > bestScore { (best, bestScore) = (head, score) }
        }
        return (best, bestScore)
    }

    /// Unites the rows of a cycle in the first of them, as a new node.
    private mutating func contract(_ cycle: [Int]) -> Int {
        let target = cycle[0]
        let node = parents.count
        parents.append(nil)
        children.append(cycle.map { nodeOf[$0] })
        chosen.append(nil)
        for row in cycle { parents[nodeOf[row]] = node }
        for row in cycle.dropFirst() {
            for head in 0..<count where scores[row * count + head] > scores[target * count + head] {
                scores[target * count + head] = scores[row * count + head]
                entries[target * count + head] = entries[row * count + head]
            }
        }
        for original in 0..<count where cycle.contains(rowOf[original]) { rowOf[original] = target }
        nodeOf[target] = node
        return target
    }

    /// Opens the contracted nodes: the arc that enters one replaces the arc of the node in it that it enters.
    func heads() -> [Int] {
        var heads = [Int](repeating: 0, count: count)
        var open = parents.indices.filter { parents[$0] == nil && $0 != 0 }
        while let node = open.popLast() {
            guard let arc = chosen[node] else { continue }
            heads[arc.dependent] = arc.head
            var inside = arc.dependent
            while inside != node, let parent = parents[inside] {
                open.append(contentsOf: children[parent].filter { $0 != inside })
                inside = parent
            }
        }
        return heads
    }
}
