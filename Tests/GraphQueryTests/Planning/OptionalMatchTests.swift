import Testing

@testable import GraphQuery

@Suite("OPTIONAL MATCH")
struct OptionalMatchTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "rows without a match have nulls",
        arguments: [
            ("OPTIONAL MATCH (a:Submarine) RETURN a", ["null"]),
            (
                "MATCH (p:Port) OPTIONAL MATCH (p)<-[:CALLS]-(s) RETURN p.name, s.name",
                ["'Oslo' | 'Nova'", "'Oslo' | 'Vega'", "'Riga' | 'Vega'"]
            ),
            (
                "MATCH (p:Ship) OPTIONAL MATCH (p)-[r:SISTER]->(q) RETURN p.name, type(r), q.name",
                ["'Nova' | 'SISTER' | 'Vega'", "'Vega' | null | null"]
            ),
            (
                "MATCH (s:Ship) OPTIONAL MATCH (s)-[:SISTER]->(t) OPTIONAL MATCH (t)-[:CALLS]->(p) RETURN s.name, t.name, p.name",
                ["'Nova' | 'Vega' | 'Oslo'", "'Nova' | 'Vega' | 'Riga'", "'Vega' | null | null"]
            ),
            ("MATCH (a:Port), (b:Island) OPTIONAL MATCH (a)-[r]->(b) RETURN a.name, type(r)", ["'Oslo' | 'NEAR'", "'Riga' | null"]),
            ("MATCH (a:Port {name: 'Riga'}) OPTIONAL MATCH (a)-->(b), (b)-->(c) RETURN a.name, b, c", ["'Riga' | null | null"]),
            (
                "MATCH (a:Port) OPTIONAL MATCH (a)-->(b)-->(c) RETURN a.name, b.name, c.name",
                ["'Oslo' | 'Kos' | 'Kos'", "'Riga' | null | null"]
            ),
            ("OPTIONAL MATCH (a:Submarine) WITH a OPTIONAL MATCH (a)-->(b) RETURN a, b", ["null | null"]),
            ("MATCH (a:Island) OPTIONAL MATCH (a)-[:SISTER*0..1]->(b) RETURN b.name", ["'Kos'"]),
            ("MATCH (a:Island) OPTIONAL MATCH (a)-[rs:SISTER*]->(b) RETURN rs, b", ["null | null"]),
            (
                "MATCH (a:Ship) OPTIONAL MATCH (a)-[r:NEAR]->() WITH a, r MATCH (a)-->(p:Port) RETURN a.name, r, count(p)",
                ["'Nova' | null | 1", "'Vega' | null | 2"]
            ),
            ("OPTIONAL MATCH (a:Ship) RETURN count(a)", ["2"]),
            ("OPTIONAL MATCH (a:Submarine) RETURN count(a), count(*)", ["0 | 1"]),
            (
                "MATCH (a:Port {name: 'Oslo'}) OPTIONAL MATCH (a)-[:NEAR]->(b:Port) OPTIONAL MATCH (a)-[:NEAR]->(c:Ship) WITH coalesce(b, c) AS x MATCH (x)-->(d) RETURN d",
                []
            ),
        ] as [(String, [String])])
    func rowsWithoutAMatchHaveNulls(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "WHERE belongs to the match",
        arguments: [
            (
                "MATCH (p:Port) OPTIONAL MATCH (p)<-[c:CALLS]-(s) WHERE c.day > 2 RETURN p.name, s.name",
                ["'Oslo' | 'Nova'", "'Riga' | null"]
            ),
            ("MATCH (p:Port) OPTIONAL MATCH (p)<--(s) WHERE p.name = 'Riga' RETURN p.name, s.name", ["'Oslo' | null", "'Riga' | 'Vega'"]),
            ("MATCH (p:Port) OPTIONAL MATCH (p)<--(s) WHERE false RETURN p.name, s", ["'Oslo' | null", "'Riga' | null"]),
            ("MATCH (p:Port) OPTIONAL MATCH (p)<--(s:Ferry) RETURN p.name, s.name", ["'Oslo' | 'Nova'", "'Riga' | null"]),
            ("MATCH (p:Port) OPTIONAL MATCH (p)<--(s) WITH p, s WHERE s.tons = 9 RETURN p.name", ["'Oslo'"]),
            ("OPTIONAL MATCH (a:Submarine) WITH a WHERE a.x = 1 RETURN a", []),
            ("OPTIONAL MATCH (a:Submarine) WITH a WHERE a IS NULL RETURN a", ["null"]),
        ] as [(String, [String])])
    func whereBelongsToTheMatch(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
