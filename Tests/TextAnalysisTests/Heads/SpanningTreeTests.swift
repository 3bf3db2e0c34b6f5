import Testing

@testable import TextAnalysis

@Suite("The best tree")
struct SpanningTreeTests {
    @Test("has the greatest sum of scores of all trees", arguments: [2, 3, 4, 5])
    func optimal(count: Int) {
        var random = Random(state: UInt64(count))
        for _ in 0..<200 {
            let scores = (0..<count * count).map { _ in Double(random.number()) * 10 }
            let heads = SpanningTree.arborescence(scores, count: count)
            let best = allTrees(count).map { sum(scores, $0) }.max() ?? -.infinity
            #expect(isTree(heads))
            #expect(abs(sum(scores, heads) - best) < 1e-9, "\(heads) of \(scores)")
        }
    }

    @Test("of ties is a tree all the same", arguments: [2, 3, 5, 8])
    func ties(count: Int) {
        #expect(isTree(SpanningTree.arborescence([Double](repeating: -1, count: count * count), count: count)))
    }

    @Test("has one word on the root, whatever the scores", arguments: [2, 3, 4, 6, 30])
    func singleRoot(count: Int) {
        var random = Random(state: 7)
        for _ in 0..<100 {
            var scores = (0..<count * count).map { _ in random.number() * 20 - 20 }
            for node in 0..<count { scores[node * count + node] = -1e9 }
            let heads = SpanningTree.heads(logProbabilities: scores, count: count)
            #expect(isTree(heads))
            #expect(heads.dropFirst().count { $0 == 0 } == 1)
        }
    }

    @Test("leaves a tree of best heads as it is")
    func greedy() {
        // 2 is the root; 1 and 3 depend on 2.
        let scores: [Float] = [-9, -9, -9, -9, -5, -9, -1, -5, -1, -5, -9, -5, -5, -5, -1, -9]
        #expect(SpanningTree.heads(logProbabilities: scores, count: 4) == [0, 2, 0, 2])
    }

    @Test("of hundreds of words takes no time worth mentioning", .timeLimit(.minutes(5)))
    func large() {
        var random = Random(state: 3)
        let count = 500
        let scores = (0..<count * count).map { _ in Double(random.number()) }
        #expect(isTree(SpanningTree.arborescence(scores, count: count)))
    }

    @Test("of cycles within cycles is found", .timeLimit(.minutes(5)))
    func nestedCycles() {
        // Each pair (2k − 1, 2k) prefers each other, then the pair before: contraction after contraction.
        let count = 201
        var scores = [Double](repeating: -1000, count: count * count)
        for node in 1..<count {
            for head in 0..<count where head != node { scores[node * count + head] = -Double(abs(node - head)) * (head < node ? 1.01 : 1) }
        }
        #expect(isTree(SpanningTree.arborescence(scores, count: count)))
    }

    @Test("of no or one node is empty")
    func trivial() {
        let scores: [Float] = [-1e9]
        #expect(SpanningTree.heads(logProbabilities: scores, count: 0) == [])
        #expect(SpanningTree.heads(logProbabilities: scores, count: 1) == [0])
    }

    private func sum(_ scores: [Double], _ heads: [Int]) -> Double {
        (1..<heads.count).reduce(0) { $0 + scores[$1 * heads.count + heads[$1]] }
    }

    private func isTree(_ heads: [Int]) -> Bool {
        (1..<heads.count).allSatisfy { start in
            var (node, steps) = (start, 0)
            while node != 0, steps <= heads.count { (node, steps) = (heads[node], steps + 1) }
            return node == 0
        }
    }

    private func allTrees(_ count: Int) -> [[Int]] {
        var assignments: [[Int]] = [[0]]
        for node in 1..<count {
            assignments = assignments.flatMap { heads in (0..<count).filter { $0 != node }.map { heads + [$0] } }
        }
        return assignments.filter(isTree)
    }
}
