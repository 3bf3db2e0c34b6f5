import GraphFormats
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Removing documents")
struct RemovalTests {
    @Test("leaves the file as if they had never been added", arguments: 0..<12)
    func exactly(seed: Int) throws {
        var news = RandomNews(seed: 100 + seed)
        let kept = news.documents(15)
        let passing = (0..<6).map { news.document("passing-\($0)") }
        let store = try GraphStore.inMemory()
        try store.add(kept)
        let before = try State(store)
        for (document, statements) in passing { try store.add(document, statements: statements) }
        #expect(try State(store) != before)
        for (document, _) in passing.reversed() { #expect(try store.remove(document: document.id)) }
        #expect(try State(store) == before)
        try store.checkIntegrity()
    }

    @Test("takes out what came before others, too", arguments: 0..<6)
    func whicheverOrder(seed: Int) throws {
        var news = RandomNews(seed: 200 + seed)
        let documents = news.documents(20)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        for number in stride(from: 0, to: 20, by: 3) { try store.remove(document: documents[number].document.id) }
        let never = try GraphStore.inMemory()
        try never.add(documents.enumerated().filter { $0.offset % 3 != 0 }.map(\.element))
        #expect(try store.contents() == never.contents())
        #expect(try State(store).answers == State(never).answers)
        try store.checkIntegrity()
    }

    @Test("leaves nothing once every document is gone")
    func everything() throws {
        var news = RandomNews(seed: 300)
        let store = try GraphStore.inMemory()
        let empty = try store.dump()
        let documents = news.documents(25)
        try store.add(documents)
        for (document, _) in documents { try store.remove(document: document.id) }
        #expect(try store.dump() == empty)
        #expect(try store.search("talks").isEmpty)
        try store.checkIntegrity()
    }

    /// All that a store says.
    private struct State: Equatable {
        var dump: [String]
        var answers: Answers

        struct Answers: Equatable {
            var export: String
            var actors: [ActorSummary]
            var names: [[String]]
            var found: [[SentenceHit]]
            var statistics: GraphStatistics
        }

        init(_ store: GraphStore) throws {
            dump = try store.dump()
            var export = ""
            try store.withContents { JSONLines().write($0, to: &export) }
            let actors = try store.actors()
            answers = Answers(
                export: export, actors: actors, names: try actors.map { try store.names(of: $0.actor.id) },
                found: try ["talks", "grain treaty", "Ruiz", "e"].map { try store.search($0) }, statistics: try store.statistics())
        }
    }
}
