import Testing

@testable import TextAnalysis

@Suite("Entity labels")
struct EntityTaggerTests {
    private let labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"].compactMap(EntityTagger.Label.init)

    @Test("are the best legal sequence", arguments: 1...4)
    func optimal(words: Int) {
        var random = Random(state: UInt64(words))
        for _ in 0..<100 {
            let scores = (0..<words * labels.count).map { _ in random.number() }
            let path = EntityTagger.bestPath(scores, words: words, labels: labels)
            let best = legalPaths(words).map { sum(scores, $0) }.max() ?? -.infinity
            #expect(isLegal(path))
            #expect(abs(sum(scores, path) - best) < 1e-5)
        }
    }

    @Test("never start inside a name, however sure the model is")
    func legalStart() {
        let scores: [Float] = [0, 1, 100, 0, 0, 0, 1, 0, 0, 50]
        #expect(isLegal(EntityTagger.bestPath(scores, words: 2, labels: labels)))
    }

    @Test("of no words are none")
    func empty() {
        #expect(EntityTagger.bestPath([0], words: 0, labels: labels) == [])
    }

    @Test("become names")
    func names() {
        let sequence = ["B-PER", "I-PER", "B-PER", "O", "B-LOC"].compactMap(EntityTagger.Label.init)
        #expect(
            EntityTagger.entities(sequence, offset: 10) == [
                NamedEntity(kind: .person, tokens: 10..<12), NamedEntity(kind: .person, tokens: 12..<13),
                NamedEntity(kind: .location, tokens: 14..<15),
            ])
    }

    @Test("of an unknown scheme or kind are refused", arguments: ["", "B", "B-", "X-PER", "B-FOO", "o"])
    func unknown(text: String) {
        #expect(EntityTagger.Label(text) == nil)
    }

    private func sum(_ scores: [Float], _ path: [Int]) -> Float {
        path.enumerated().reduce(0) { $0 + scores[$1.offset * labels.count + $1.element] }
    }

    private func isLegal(_ path: [Int]) -> Bool {
        path.indices.allSatisfy { labels[path[$0]].mayFollow($0 == 0 ? nil : labels[path[$0 - 1]]) }
    }

    private func legalPaths(_ words: Int) -> [[Int]] {
        var paths: [[Int]] = [[]]
        for _ in 0..<words { paths = paths.flatMap { path in labels.indices.map { path + [$0] } } }
        return paths.filter(isLegal)
    }
}
