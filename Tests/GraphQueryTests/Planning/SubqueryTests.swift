import Testing

@testable import GraphQuery

@Suite("Patterns and queries inside expressions")
struct SubqueryTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "EXISTS and COUNT",
        arguments: [
            ("MATCH (p) WHERE EXISTS { (p)<-[:CALLS]-() } RETURN p.name", ["'Oslo'", "'Riga'"]),
            ("MATCH (p:Port) WHERE NOT EXISTS { MATCH (p)<-[c:CALLS]-(s) WHERE s.tons = 9 } RETURN p.name", ["'Riga'"]),
            (
                "MATCH (s:Ship) WHERE EXISTS { MATCH (s)-[:CALLS]->(p) WHERE EXISTS { (p)-[:NEAR]->(i) WHERE i.name STARTS WITH 'K' } RETURN p } RETURN s.name",
                ["'Nova'", "'Vega'"]
            ),
            ("MATCH (s:Ship) WHERE EXISTS { MATCH (s)-[:CALLS]->(p) WITH count(p) AS n WHERE n > 1 RETURN n } RETURN s.name", ["'Vega'"]),
            (
                "MATCH (s:Ship) WHERE EXISTS { MATCH (s)-[:SISTER]->(x) RETURN x UNION MATCH (s)-[:CALLS {day: 2}]->(x) RETURN x } RETURN s.name",
                ["'Nova'", "'Vega'"]
            ),
            ("MATCH (s:Ship) WHERE EXISTS { UNWIND [s.tons, 1] AS t MATCH (x:Ship {tons: t + 2}) RETURN x } RETURN s.name", ["'Vega'"]),
            ("MATCH (s:Ship) WHERE EXISTS { MATCH (s)-[:CALLS]->(p) RETURN p LIMIT 0 } RETURN s", []),
            ("MATCH (s:Ship) WHERE EXISTS { MATCH (s)-[:CALLS]->(p) RETURN p SKIP 1 } RETURN s.name", ["'Vega'"]),
            (
                "MATCH (s:Ship) RETURN s.name, COUNT { (s)-->() } AS n, COUNT { MATCH (s)-[:CALLS]->(p) RETURN DISTINCT s } AS m",
                ["'Nova' | 2 | 1", "'Vega' | 2 | 1"]
            ),
            ("MATCH (s:Ship) RETURN s.name, EXISTS { (s)-[:SISTER]->() } AS e ORDER BY s.name", ["'Nova' | true", "'Vega' | false"]),
            ("MATCH (s:Ship) WITH s WHERE COUNT { (s)-[:CALLS]->() } > 1 RETURN s.name", ["'Vega'"]),
            ("MATCH (a), (b:Island) WHERE EXISTS { (a)-[:NEAR]->(b) } AND a <> b RETURN a.name", ["'Oslo'"]),
            ("MATCH (s:Ship) WHERE EXISTS { (s)-[:CALLS]->(p:Port) WHERE p.name = 'Riga' OR (p)<--(:Island) } RETURN s.name", ["'Vega'"]),
            ("OPTIONAL MATCH (s:Submarine) RETURN EXISTS { (s)-->() } AS e, COUNT { (s)-->() } AS n", ["false | 0"]),
        ] as [(String, [String])])
    func existsAndCount(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "patterns as conditions",
        arguments: [
            ("MATCH (s:Ship) WHERE (s)-[:SISTER]-() AND NOT (s)-[:SISTER]->() RETURN s.name", ["'Vega'"]),
            ("MATCH (a), (b:Island) WHERE (a)-->(b) RETURN a.name", ["'Kos'", "'Oslo'"]),
            ("MATCH (a:Port) WHERE (a)-[:NEAR*2]->() RETURN a.name", ["'Oslo'"]),
            ("MATCH (a:Port) WHERE (a)<-[:CALLS]-({tons: 9}) OR (a)-->() RETURN a.name", ["'Oslo'"]),
            ("MATCH (a:Ship)-[r]->(b) WHERE NOT (b)-->() RETURN b.name", ["'Riga'"]),
            ("MATCH (a:Ship), (b:Ship) WHERE a <> b AND NOT (a)-->(b) RETURN a.name, b.name", ["'Vega' | 'Nova'"]),
            ("MATCH (n:Ship) WITH n, exists((n)-[:SISTER]->()) AS e RETURN n.name, e", ["'Nova' | true", "'Vega' | false"]),
        ] as [(String, [String])])
    func patternsAsConditions(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "pattern comprehensions",
        arguments: [
            (
                "MATCH (s:Ship) RETURN s.name, [(s)-[c:CALLS]->(p) WHERE c.day < s.tons | p.name + c.day] AS ports",
                ["'Nova' | ['Oslo3']", "'Vega' | ['Oslo1', 'Riga2']"]
            ),
            ("MATCH (s:Ship {name: 'Nova'}) RETURN [p = (s)-->() | length(p)] AS l", ["[1, 1]"]),
            ("MATCH (s:Ship {name: 'Nova'}) RETURN [(s)-[:SISTER]->(t) | [(t)-[:CALLS]->(p) | p.name]] AS x", ["[['Oslo', 'Riga']]"]),
            ("MATCH (s:Ship) WHERE size([(s)-->(x) | x]) = size([(s)-[:CALLS]->(x) | x]) RETURN s.name", ["'Vega'"]),
            (
                "MATCH (s:Ship) WITH s, [(s)-[:CALLS]->(p) | p] AS ps UNWIND ps AS p RETURN s.name, p.name",
                ["'Nova' | 'Oslo'", "'Vega' | 'Oslo'", "'Vega' | 'Riga'"]
            ),
            ("MATCH (s:Ship {name: 'Vega'}) RETURN [(s)-[:CALLS]->(p {name: 'Riga'}) | p.name] AS l", ["['Riga']"]),
            ("MATCH (s:Ship {name: 'Vega'}) RETURN [(s)-[:SISTER*0..1]-(p) | p.name] AS l", ["['Vega', 'Nova']"]),
            ("MATCH (k:Island) RETURN [(k)-->(k) | k.name] AS l", ["['Kos']"]),
            ("MATCH (a:Ship {name: 'Vega'}), (b:Port) RETURN b.name, [(a)-[c]->(b) | c.day] AS days", ["'Oslo' | [1]", "'Riga' | [2]"]),
            (
                "MATCH (a:Port) RETURN a.name, [x IN [(a)<-[:CALLS]-(s) | s.tons] WHERE x > 7 | x + 1] AS l",
                ["'Oslo' | [10]", "'Riga' | []"]
            ),
            ("MATCH (p:Port) RETURN sum(size([(p)<--() | 1])) AS n", ["3"]),
            ("OPTIONAL MATCH (s:Submarine) RETURN [(s)-->(x) | x] AS l", ["[]"]),
            ("MATCH (s:Ship) WHERE any(p IN [(s)-[:CALLS]->(x) | x] WHERE (p)-[:NEAR]->()) RETURN s.name", ["'Nova'", "'Vega'"]),
        ] as [(String, [String])])
    func patternComprehensions(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
