import Foundation
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Searching sentences")
struct SentenceSearchTests {
    private func store(_ sentences: [String]) throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (number, sentence) in sentences.enumerated() {
            let text = "Headline. \(sentence)"
            var statement = StoreSamples.statement("Ana Ruiz", "met-with", "Mali", document: "d\(number)", sentence: sentence)
            // Every other one is read from the document's text.
            if number % 2 == 0 { statement.evidence.span = 10..<10 + sentence.utf8.count }
            try store.add(StoreSamples.document("d\(number)", text: text), statements: [statement])
        }
        return store
    }

    private static let sentences = [
        "Both sides signed a grain agreement.", "Kyiv agreed to talks on grain.", "The “Élysée” declined, Núñez said.",
        "Grain prices rose.",
    ]

    @Test(
        "while they are typed: whole words, and the beginning of the last; the newest first",
        arguments: [
            ("gra", [3, 1, 0]), ("grain a", [1, 0]), ("a grain", [0]),
            ("agr grain", []), ("GRAIN AGREEM", [0]), ("elys", [2]), ("nunez s", [2]),
            ("nun s", []), ("", []), ("\" OR *", []), ("grain*", [3, 1, 0]), ("zebra", []),
        ])
    func typed(words: String, expected: [Int]) throws {
        let hits = try store(Self.sentences).sentences(beginning: words)
        #expect(hits.map(\.evidence.sentence) == expected.map { Self.sentences[$0] })
        #expect(try store(Self.sentences).sentences(beginning: words, limit: 1) == Array(hits.prefix(1)))
    }

    @Test("finds what is not among the newest by the index of words")
    func old() throws {
        let sentences = Self.sentences + (0..<1500).map { "Number \($0) of the common ones, agreed." }
        let store = try GraphStore.inMemory()
        let statements = sentences.enumerated().map { number, sentence in
            StoreSamples.statement("Ana Ruiz", "met-with", "Mali", number: number, sentence: sentence)
        }
        try store.add(StoreSamples.document(), statements: statements)
        func found(_ words: String, limit: Int = 5) throws -> [String] {
            try store.sentences(beginning: words, limit: limit).map(\.evidence.sentence)
        }
        #expect(try found("gr").isEmpty)
        #expect(try found("gra") == [sentences[3], sentences[1], sentences[0]])
        #expect(try found("grain a") == [sentences[1], sentences[0]])
        #expect(try found("grain agre") == [sentences[1], sentences[0]])
        #expect(try found("agre", limit: 2000).count == 1502)
        #expect(try found("number 77") == [779, 778, 777, 776, 775].map { "Number \($0) of the common ones, agreed." })
    }

    @Test("takes the first sixteen words of many")
    func many() throws {
        let words = (0..<40).map { "word\($0)" }.joined(separator: " ")
        #expect(try store([words]).sentences(beginning: words).count == 1)
        #expect(try store([words]).sentences(beginning: words + " nothing").count == 1)
    }

    @Test("tells the statements that a sentence is evidence of, in order", arguments: 0..<3)
    func statements(seed: Int) throws {
        var news = RandomNews(seed: seed)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(30))
        let all = try store.statements()
        for hit in try store.search("talks") + store.sentences(beginning: "ta", limit: 50) {
            let expected = all.filter { $0.document == hit.document && $0.evidence == hit.evidence }
            #expect(hit.statements == expected.map(\.id))
            #expect(!hit.statements.isEmpty)
            #expect(try hit.date == store.documentDetails(hit.document)?.date)
        }
        #expect(try !store.search("talks").isEmpty)
        #expect(try !store.sentences(beginning: "ta").isEmpty)
    }

    @Test("of very common words gives the newest, and ranks what is left by other words")
    func common() throws {
        let store = try GraphStore.inMemory()
        let statements = (0..<5100).map { number in
            StoreSamples.statement(
                "Ana Ruiz", "met-with", "Mali", number: number, sentence: number == 40 ? "Common and rare." : "Common words \(number).")
        }
        try store.add(StoreSamples.document(), statements: statements)
        #expect(try store.search("common", limit: 3).map(\.evidence.index) == [5099, 5098, 5097])
        #expect(try store.search("common", limit: 6000).count == 5100)
        #expect(try store.search("common rare").map(\.evidence.index) == [40])
        #expect(try store.search("common", limit: 0).isEmpty)
        #expect(try store.search("common", limit: -1).isEmpty)
    }
}
