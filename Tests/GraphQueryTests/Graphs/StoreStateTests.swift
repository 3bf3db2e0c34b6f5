import GraphStore
import KnowledgeGraph
import Testing

@testable import GraphQuery

/// What a store remembers of its last state must not be told from what a new reader of the same file sees.
@Suite("Queries on a store that changes")
struct StoreStateTests {
    private static let queries = [
        "MATCH (a)-[r]->(b) RETURN a.id, r.id, r.since, r.reports, r.sentence, b.id ORDER BY r.id",
        "MATCH (a:Person)-[r:OTHER|SPOKE_WITH]-(b) WHERE r.since >= date('2031-05-04') RETURN a.id, r.id, b.id ORDER BY r.id, a.id",
        "MATCH (a) RETURN a.id, a.name, a.aliases ORDER BY a.id",
        "MATCH (a)-[r]-() RETURN a.id AS id, count(r) AS degree ORDER BY degree DESC, id LIMIT 5",
        "MATCH p = shortestPath((a {id: 'person/actor-0'})-[*]-(b {id: 'event/actor-6'})) RETURN length(p)",
        "MATCH ()-[r]->() WHERE r.sentence CONTAINS 'grain' RETURN r.id ORDER BY r.id",
        "MATCH ()-[r]->() WHERE r.status IN ['planned', 'denied'] RETURN r.class, count(*) AS n ORDER BY n DESC, r.class",
    ]

    /// Rows as text; first by the file's indexes, then by the network, which is kept for the next state.
    private func answers(_ store: GraphStore) throws -> [[String]] {
        func ask() throws -> [[String]] {
            try Self.queries.map { query in
                let result = try PreparedQuery(query).run(on: store)
                return result.rows.map { row in row.map { result.text(of: $0) }.joined(separator: " | ") }
            }
        }
        let byIndexes = try ask()
        try store.snapshot { _ = try $0.network() }
        let byNetwork = try ask()
        #expect(byIndexes == byNetwork)
        return byNetwork
    }

    private func store(_ documents: some Sequence<(document: GraphDocument, statements: [Statement])>) throws -> GraphStore {
        let store = try GraphStore.inMemory()
        try store.add(documents)
        return store
    }

    @Test("documents that come and go", arguments: [1, 2, 3] as [UInt64])
    func additionsAndRemovals(seed: UInt64) throws {
        let news = InventedNews(seed: seed, documents: 7)
        let changing = try store(news.documents.prefix(3))
        _ = try answers(changing)
        // Additions alone: the network grows.
        for count in 4...6 {
            try changing.add(news.documents[count - 1].document, statements: news.documents[count - 1].statements)
            #expect(try answers(changing) == answers(store(news.documents.prefix(count))))
        }
        // A removal: it is read anew, also when an addition comes right after it.
        try changing.remove(document: "news-1")
        var left = Array(news.documents.prefix(6))
        left.remove(at: 1)
        #expect(try answers(changing) == answers(store(left)))
        try changing.remove(document: "news-4")
        try changing.add(news.documents[6].document, statements: news.documents[6].statements)
        left.remove(at: 3)
        left.append(news.documents[6])
        #expect(try answers(changing) == answers(store(left)))
        // What was removed comes back, with other keys.
        try changing.add(news.documents[1].document, statements: news.documents[1].statements)
        #expect(try answers(changing) == answers(store(left + [news.documents[1]])))
    }

    @Test("actors that are merged, and split again")
    func merges() throws {
        let store = try store(InventedNews(seed: 4, documents: 5).documents)
        let before = try answers(store)
        try store.merge("thing/actor-7", into: "event/actor-6", reason: "the same name", time: "2031-06-01T00:00:00Z")
        let merged = try answers(store)
        #expect(merged != before)
        #expect(try PreparedQuery("MATCH (a {id: 'thing/actor-7'}) RETURN a").run(on: store).rows.isEmpty)
        #expect(!merged[0].contains { $0.contains("thing/actor-7") })
        _ = try store.split("thing/actor-7")
        #expect(try answers(store) == before)
    }

    @Test("a query sees one state from its beginning to its end")
    func oneState() throws {
        let news = InventedNews(seed: 5, documents: 2)
        let store = try store(news.documents.prefix(1))
        let count = try PreparedQuery("MATCH ()-[r]->() RETURN count(r) AS n")
        #expect(try count.run(on: store).text == "n\n12")
        try store.add(news.documents[1].document, statements: news.documents[1].statements)
        #expect(try count.run(on: store).text == "n\n24")
    }
}

extension QueryResult {
    /// Columns, then rows, one a line.
    fileprivate var text: String {
        ([columns] + rows.map { row in row.map { text(of: $0) } }).map { $0.joined(separator: " | ") }.joined(separator: "\n")
    }
}
