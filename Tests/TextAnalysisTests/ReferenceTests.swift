import Foundation
import Testing

@testable import TextAnalysis

/// The shipped model against the analyses that its training code makes of the same sentences (`Training/reference.py`).
@Suite("The shipped model", .enabled(if: Reference.isThere, "needs newsgraph-en.model and Fixtures/reference.json"))
struct ReferenceTests {
    @Test("cuts words into the same pieces, with the same shapes and case modes")
    func pieces() throws {
        let analyzer = try Reference.analyzer()
        defer { withExtendedLifetime(analyzer) {} }
        let tokenizer = analyzer.model.tokenizer
        for expected in try Reference.sentences() {
            let tokens = expected.words.map { Token(form: $0, span: 0..<0) }
            let found = SentencePieces(tokens, tokenizer: tokenizer)
            #expect(tokens.indices.map { Array(found.pieces[found.pieces(of: $0)]) } == expected.pieces)
            #expect(tokens.indices.map { Int(found.shapeNumber(of: $0)) } == expected.shapes)
            #expect(found.mode.rawValue == expected.mode)
        }
    }

    /// The code for training rounds some activations otherwise; near ties may fall the other way. Lemmas are left out: they are
    /// checked against lists here.
    @Test("gives the analyses of the training code, but for near ties")
    func analyses() throws {
        let analyzer = try Reference.analyzer()
        let expected = try Reference.sentences()
        var found = expected.map { Sentence(tokens: $0.words.map { Token(form: $0, span: 0..<0) }, span: 0..<0) }
        analyzer.annotate(&found)
        var agreement = Agreement()
        for (sentence, reference) in zip(found, expected) {
            let analysis = reference.integers
            agreement.compare(sentence.tokens.map(\.upos.rawValue), analysis.upos)
            agreement.compare(sentence.tokens.map(\.xpos), analysis.xpos)
            agreement.compare(sentence.tokens.map(\.features), analysis.feats)
            agreement.compare(sentence.tokens.map { $0.head.map { $0 + 1 } ?? 0 }, analysis.heads)
            agreement.compare(sentence.tokens.map(\.relation.rawValue), analysis.relations)
            agreement.compare(Reference.labels(of: sentence), analysis.entities)
            agreement.compare(Reference.roles(of: sentence), Reference.roles(of: analysis, words: sentence.tokens.count))
        }
        #expect(agreement.share > 0.98, "\(agreement)")
    }

    @Test("is whole")
    func checksum() throws {
        #if DEBUG
            // A digest of 25 MB takes a minute in a debug build; the file's lengths are checked when it opens.
            _ = try Reference.analyzer()
        #else
            try Reference.analyzer().verifyModel()
        #endif
    }
}

private struct Agreement: CustomStringConvertible {
    var same = 0
    var all = 0
    var differences: [String] = []

    var share: Double { Double(same) / Double(max(all, 1)) }

    var description: String { "\(same) of \(all) agree; \(differences.joined(separator: "; "))" }

    mutating func compare<Value: Equatable>(_ found: [Value], _ expected: [Value]) {
        all += expected.count
        for (index, (x, y)) in zip(found, expected).enumerated() {
            if x == y { same += 1 } else { differences.append("word \(index + 1): \(x) instead of \(y)") }
        }
    }
}

private enum Reference {
    struct Sentence: Decodable {
        struct Analysis: Decodable {
            struct Predicate: Decodable {
                struct Argument: Decodable {
                    var word: Int
                    var role: String
                }
                var token: Int
                var `class`: String
                var arguments: [Argument]
            }
            var upos: [String]
            var xpos: [String]
            var feats: [String]
            var lemmas: [String]
            var heads: [Int]
            var relations: [String]
            var entities: [String]
            var predicates: [Predicate]
        }
        var words: [String]
        var pieces: [[Int32]]
        var shapes: [Int]
        var mode: Int
        var integers: Analysis
    }

    private struct File: Decodable {
        var sentences: [Sentence]
    }

    static var isThere: Bool {
        (try? ModelLocation.resolve(explicit: nil)) != nil && fixture != nil
    }

    static func analyzer() throws -> TextAnalyzer {
        try TextAnalyzer()
    }

    static func sentences() throws -> [Sentence] {
        let url = try #require(fixture)
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).sentences
    }

    static func labels(of sentence: TextAnalysis.Sentence) -> [String] {
        var labels = [String](repeating: "O", count: sentence.tokens.count)
        for entity in sentence.entities {
            for word in entity.tokens { labels[word] = (word == entity.tokens.lowerBound ? "B-" : "I-") + entity.kind.rawValue }
        }
        return labels
    }

    /// For each word its predicate class and arguments, as text.
    static func roles(of sentence: TextAnalysis.Sentence) -> [String] {
        var roles = [String](repeating: "", count: sentence.tokens.count)
        for predicate in sentence.predicates {
            roles[predicate.token] =
                predicate.kind.rawValue + predicate.arguments.map { " \($0.token + 1):\($0.role.rawValue)" }.joined()
        }
        return roles
    }

    static func roles(of analysis: Sentence.Analysis, words: Int) -> [String] {
        var roles = [String](repeating: "", count: words)
        for predicate in analysis.predicates {
            roles[predicate.token - 1] = predicate.class + predicate.arguments.map { " \($0.word):\($0.role)" }.joined()
        }
        return roles
    }

    private static var fixture: URL? {
        Bundle.module.url(forResource: "reference", withExtension: "json", subdirectory: "Fixtures")
    }
}
