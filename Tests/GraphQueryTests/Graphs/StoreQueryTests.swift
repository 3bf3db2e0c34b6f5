import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphQuery

@Suite("Queries on a store")
struct StoreQueryTests {
    private let graph = Graph(harbourStrike)
    private let store: GraphStore

    init() throws {
        store = try GraphStore.inMemory()
        try store.add(GraphDocument(id: "harbour-strike", text: ""), statements: harbourStrike)
    }

    @Test(
        "fail with the error that they fail with in memory",
        arguments: [
            ("MATCH (a) RETURN a.name - 1", .typeError), ("RETURN $missing", .parameterMissing), ("RETURN 1 / 0", .arithmeticError),
            ("UNWIND range(1, 1000) AS x RETURN x", .limitReached),
        ] as [(String, QueryError.Kind)])
    func errors(query: String, kind: QueryError.Kind) throws {
        let prepared = try PreparedQuery(query)
        let limits = QueryLimits(rows: 100)
        let stored = #expect(throws: QueryError.self) { try prepared.run(on: store, limits: limits) }
        let inMemory = #expect(throws: QueryError.self) { try prepared.run(on: graph, limits: limits) }
        #expect(stored == inMemory && stored?.kind == kind)
    }

    @Test("are written with all properties, or with those that are wanted")
    func text() throws {
        let result = try PreparedQuery("MATCH p = (a {name: 'Ida Holm'})-[r:HOLDS_OFFICE]->() RETURN a, r, p, [a]").run(on: store)
        let all = result.rows[0].map { result.text(of: $0) }
        #expect(all[0] == "(:Person {aliases: [], id: 'person/ida-holm', name: 'Ida Holm', type: 'person'})")
        #expect(all[1].contains("sentence: "))
        let some = result.rows[0].map { result.text(of: $0, showing: ["name"]) }
        #expect(
            some == [
                "(:Person {name: 'Ida Holm'})", "[:HOLDS_OFFICE]",
                "<(:Person {name: 'Ida Holm'})-[:HOLDS_OFFICE]->(:Country {name: 'Ostmark'})>", "[(:Person {name: 'Ida Holm'})]",
            ])
        #expect(result.text(of: result.rows[0][0], showing: []) == "(:Person)")
    }
}
