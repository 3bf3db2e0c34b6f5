import Foundation
import Testing

@testable import TextAnalysis

/// Behaviour that does not depend on how good the weights are, on a tiny random model.
@Suite("An analyser")
struct TextAnalyzerTests {
    private func analyzed(_ sentences: [String], library: (any MatrixLibrary)? = nil) throws -> [Sentence] {
        try TinyModel.withFile(TinyModel(prior: "alpha\t3\nweight\t0.5\npath\tnsubj\nv\t\t\tb9\n").data()) { url in
            let analyzer = try library.map { try TextAnalyzer(ModelFile(url), library: $0) } ?? TextAnalyzer(model: url)
            var result = sentences.map(sentence)
            analyzer.annotate(&result)
            return result
        }
    }

    private func sentence(_ text: String) -> Sentence {
        let tokens = text.split(separator: " ").map { Token(form: String($0), span: 0..<0) }
        return Sentence(tokens: tokens, span: 0..<0)
    }

    private let samples = [
        "The port opened on Monday .", "Ports opened", ".", "a a a a a unknown ports , opened the unknown the port .", "",
        "THE PORT OPENED",
        "the ports , the port , on monday . 🎉 中国",
    ]

    @Test("gives a sentence the same analysis alone, in a batch, and in any order")
    func determinism() throws {
        let many = (0..<60).map { samples[$0 % samples.count] + String(repeating: " port", count: $0 % 9) }
        let together = try analyzed(many)
        #expect(try analyzed(many.reversed()) == together.reversed())
        #expect(try many.flatMap { try analyzed([$0]) } == together)
    }

    @Test("makes a tree of each sentence, with one root")
    func trees() throws {
        for sentence in try analyzed(samples) where !sentence.tokens.isEmpty {
            #expect(sentence.tokens.count { $0.head == nil } == 1)
            #expect(sentence.tokens.allSatisfy { ($0.head == nil) == ($0.relation == .root) })
            for start in sentence.tokens.indices {
                var (node, steps): (Int?, Int) = (start, 0)
                while let word = node, steps <= sentence.tokens.count { (node, steps) = (sentence.tokens[word].head, steps + 1) }
                #expect(node == nil)
            }
        }
    }

    @Test("leaves an empty sentence empty")
    func empty() throws {
        #expect(try analyzed(["", ""]) == [sentence(""), sentence("")])
        #expect(try analyzed([]) == [])
    }

    @Test("forgets what a sentence was said to hold before")
    func again() throws {
        try TinyModel.withFile(TinyModel().data()) { url in
            let analyzer = try TextAnalyzer(model: url)
            var once = samples.map(sentence)
            analyzer.annotate(&once)
            var twice = once
            analyzer.annotate(&twice)
            #expect(twice == once)
        }
    }

    @Test("gives the same analysis from many tasks at once")
    func concurrency() async throws {
        let data = try TinyModel().data()
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("newsgraph-\(UUID().uuidString).model")
        try data.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let analyzer = try TextAnalyzer(model: url)
        var expected = samples.map(sentence)
        analyzer.annotate(&expected)
        let input = samples.map(sentence)
        let results = await withTaskGroup(of: [Sentence].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var result = input
                    analyzer.annotate(&result)
                    return result
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == expected })
    }

    #if DEBUG
        /// A debug build takes ten times as long.
        private static let endless = 10_000
    #else
        private static let endless = 100_000
    #endif

    @Test("reads a sentence without end as one tree, in bounded time", .timeLimit(.minutes(5)))
    func endless() throws {
        let words = Self.endless
        let found = try analyzed([Array(repeating: "the port opened on monday ,", count: words / 6 + 1).joined(separator: " ")])[0]
        #expect(found.tokens.count >= words)
        #expect(found.tokens.count { $0.head == nil } == 1)
        let root = try #require(found.tokens.firstIndex { $0.head == nil })
        #expect(found.tokens.allSatisfy { $0.head.map { $0 == root || found.tokens.indices.contains($0) } ?? true })
    }

    @Test("cuts long sentences only, into stretches that hold each word once", arguments: [1, 398, 399, 1_000, 5_000])
    func windows(count: Int) throws {
        try TinyModel.withFile(TinyModel().data()) { url in
            let analyzer = try TextAnalyzer(model: url)
            defer { withExtendedLifetime(analyzer) {} }
            let tokens = Array(repeating: Token(form: "port", span: 0..<0), count: count)
            let pieces = SentencePieces(tokens, tokenizer: analyzer.model.tokenizer)
            let windows = SentenceWindows(maximumPieces: 400).windows(of: pieces)
            #expect(windows.flatMap { Array($0.words) } == Array(0..<count))
            #expect(windows.allSatisfy { pieces.count(of: $0.context) <= 400 && $0.context.clamped(to: $0.words) == $0.words })
            #expect(windows.count == 1 || count > 400)
        }
    }

    @Test("gives the same analysis, to the last bit, by the portable library")
    func libraries() throws {
        #expect(try analyzed(samples, library: PortableMatrices()) == (try analyzed(samples)))
    }
}
