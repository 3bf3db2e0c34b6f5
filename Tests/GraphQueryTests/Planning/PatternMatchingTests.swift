import Testing

@testable import GraphQuery

@Suite("Patterns")
struct PatternMatchingTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "nodes and relationships",
        arguments: [
            ("MATCH (x:Submarine) RETURN x", []),
            ("MATCH (x) RETURN x.name", ["'Kos'", "'Nova'", "'Oslo'", "'Riga'", "'Vega'"]),
            ("MATCH (x:Ship:Ferry) RETURN x.name", ["'Nova'"]),
            ("MATCH (x:Ship) WHERE x:Ferry RETURN x.name", ["'Nova'"]),
            ("MATCH (x:Ship {tons: 7}) RETURN x.name", ["'Vega'"]),
            ("MATCH (x {name: $null}) RETURN x", []),
            ("MATCH ()-[r:SINKS]->() RETURN r", []),
            ("MATCH (a)-[r]-(b:Island) RETURN a.name, r.km", ["'Kos' | 2", "'Oslo' | 5"]),
            ("MATCH (a)-[r:NEAR]->(b) RETURN a.name, r.km", ["'Kos' | 2", "'Oslo' | 5"]),
            ("MATCH (a)<-[r:NEAR]-(b) RETURN a.name, b.name", ["'Kos' | 'Kos'", "'Kos' | 'Oslo'"]),
            ("MATCH (a)-[r:NEAR]-(a) RETURN a.name, r.km", ["'Kos' | 2"]),
            ("MATCH (a)-[r:CALLS {day: 2}]->(b) RETURN a.name, b.name", ["'Vega' | 'Riga'"]),
            ("MATCH (a)-[r:NEAR|SISTER]->(b) RETURN type(r), b.name", ["'NEAR' | 'Kos'", "'NEAR' | 'Kos'", "'SISTER' | 'Vega'"]),
            ("MATCH (a {name: 'Kos'})--(b) RETURN b.name", ["'Kos'", "'Oslo'"]),
            ("MATCH (a {name: b.name}), (b:Port) RETURN a.name", ["'Oslo'", "'Riga'"]),
            ("MATCH (s:Ship {tons: size([(q)-[:CALLS]->(p) | p]) + 4}) RETURN s.name", ["'Vega'"]),
        ] as [(String, [String])])
    func nodesAndRelationships(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "a relationship stands for one step of a MATCH",
        arguments: [
            (
                "MATCH (a:Ship)-->(p:Port)<--(b:Ship) RETURN a.name, p.name, b.name",
                ["'Nova' | 'Oslo' | 'Vega'", "'Vega' | 'Oslo' | 'Nova'"]
            ),
            (
                "MATCH (a:Ship)-->(p:Port) MATCH (p)<--(b:Ship) RETURN a.name, p.name, b.name",
                [
                    "'Nova' | 'Oslo' | 'Nova'", "'Nova' | 'Oslo' | 'Vega'", "'Vega' | 'Oslo' | 'Nova'", "'Vega' | 'Oslo' | 'Vega'",
                    "'Vega' | 'Riga' | 'Vega'",
                ]
            ),
            ("MATCH (a)-->(b), (b)-->(b) RETURN a.name", ["'Oslo'"]),
            ("MATCH (a {name: 'Riga'})--(b)--(c) RETURN b.name, c.name", ["'Vega' | 'Nova'", "'Vega' | 'Oslo'"]),
            ("MATCH (a {name: 'Kos'})--(b)--(c) RETURN b.name, c.name", ["'Kos' | 'Oslo'", "'Oslo' | 'Nova'", "'Oslo' | 'Vega'"]),
            ("MATCH (a {name: 'Nova'})-[r]->(b), (a)-[rs*1]->(c) RETURN b.name, c.name", ["'Oslo' | 'Vega'", "'Vega' | 'Oslo'"]),
            ("MATCH ()-[r:SISTER]->() MATCH (a {name: 'Nova'})-[q]->(b), (c)-[r]->(d) RETURN type(q), b.name", ["'CALLS' | 'Oslo'"]),
            ("MATCH ()-[rs:SISTER*1]->() MATCH (a {name: 'Nova'})-[q]->(b), (c)-[rs*]->(d) RETURN type(q), b.name", ["'CALLS' | 'Oslo'"]),
        ] as [(String, [String])])
    func aRelationshipStandsForOneStepOfAMatch(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "parts that share nodes, and parts that share none",
        arguments: [
            ("MATCH (a:Port), (b:Island) RETURN a.name, b.name", ["'Oslo' | 'Kos'", "'Riga' | 'Kos'"]),
            (
                "MATCH (a:Port) MATCH (b:Port) RETURN a.name, b.name",
                ["'Oslo' | 'Oslo'", "'Oslo' | 'Riga'", "'Riga' | 'Oslo'", "'Riga' | 'Riga'"]
            ),
            ("MATCH (a:Port), (b:Port) WHERE a.name < b.name RETURN a.name, b.name", ["'Oslo' | 'Riga'"]),
            ("MATCH (n)-[:SISTER]->(v)-[:CALLS]->(o)<-[:CALLS]-(n) RETURN n.name, v.name, o.name", ["'Nova' | 'Vega' | 'Oslo'"]),
            ("MATCH (a:Island), (b)-[:SISTER]->(c) RETURN a.name, b.name, c.name", ["'Kos' | 'Nova' | 'Vega'"]),
            ("MATCH (a {name: 'Vega'})-->(x), (b {name: 'Nova'})-->(x) RETURN x.name", ["'Oslo'"]),
            ("MATCH (a:Ship) WHERE a.tons > 7 MATCH (a)-[:CALLS]->(p) RETURN p.name", ["'Oslo'"]),
            ("MATCH (a:Ship), (b:Ship) WHERE a.tons + 2 = b.tons RETURN a.name, b.name", ["'Vega' | 'Nova'"]),
            ("MATCH (a), (b) WHERE a.name = 'Vega' AND b.name IN ['Oslo', 'Kos', null] RETURN b.name", ["'Kos'", "'Oslo'"]),
            ("MATCH (a), (a) RETURN count(*)", ["5"]),
        ] as [(String, [String])])
    func partsThatShareNodesAndPartsThatShareNone(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "what is known before",
        arguments: [
            ("MATCH (a)-[r:CALLS]->(b) MATCH (a)-[r:NEAR]->(b) RETURN r", []),
            (
                "MATCH (a:Ship)-[r]->(b) MATCH (a)-[r]->(b:Port) RETURN a.name, b.name",
                ["'Nova' | 'Oslo'", "'Vega' | 'Oslo'", "'Vega' | 'Riga'"]
            ),
            ("MATCH ()-[r:CALLS {day: 2}]->() MATCH (a)-[r]-(b) RETURN a.name, b.name", ["'Riga' | 'Vega'", "'Vega' | 'Riga'"]),
            ("MATCH ()-[r:CALLS {day: 2}]->() MATCH (a)<-[r]-(b) RETURN a.name, b.name", ["'Riga' | 'Vega'"]),
            ("MATCH ()-[r:CALLS]->(p) MATCH (a:Ship)-[r {day: 3}]->(b) RETURN a.name, b.name", ["'Nova' | 'Oslo'"]),
            ("MATCH ()-[r:NEAR]->() MATCH (x)-[r]->(x) RETURN x.name", ["'Kos'"]),
            ("MATCH ()-[r:NEAR]->() MATCH (x)-[r]-(x) RETURN x.name", ["'Kos'"]),
            ("MATCH ()-[r:CALLS]->() MATCH (x)-[r]-(x) RETURN x", []),
            ("MATCH (k:Island)-[r]->(k) MATCH (x:Port)-[r]->(x) RETURN x", []),
            ("MATCH ()-[r:SISTER]->() MATCH (a)-[r]->(b)-[q]->(c) RETURN c.name, type(q)", ["'Oslo' | 'CALLS'", "'Riga' | 'CALLS'"]),
            ("OPTIONAL MATCH (a:Submarine) MATCH (a)-->(b) RETURN b", []),
            ("OPTIONAL MATCH (a:Submarine) MATCH (a) RETURN a", []),
            ("OPTIONAL MATCH (a:Submarine) MATCH (b:Island), (a) RETURN b", []),
            ("OPTIONAL MATCH (a:Submarine) OPTIONAL MATCH (a) RETURN a", ["null"]),
            ("OPTIONAL MATCH ()-[r:SINKS]->() MATCH (x)-[r]->(y) RETURN x", []),
            ("OPTIONAL MATCH ()-[r:SINKS]->() OPTIONAL MATCH (x)-[r]->(y) RETURN x, y", ["null | null"]),
            ("MATCH (a:Island) WITH a AS b MATCH (b)<-[:NEAR]-(c:Port) RETURN c.name", ["'Oslo'"]),
            (
                "MATCH (s:Ship) WITH collect(s) AS ships UNWIND ships AS t MATCH (t)-[:CALLS]->(p) RETURN t.name, p.name",
                ["'Nova' | 'Oslo'", "'Vega' | 'Oslo'", "'Vega' | 'Riga'"]
            ),
            ("UNWIND ['Vega', 'Kos', 'Vega', null] AS name MATCH (a {name: name}) RETURN name", ["'Kos'", "'Vega'", "'Vega'"]),
            ("WITH ['Vega', 'Kos', 'Vega', null] AS names MATCH (a) WHERE a.name IN names RETURN a.name", ["'Kos'", "'Vega'"]),
            ("MATCH (a {name: $name}), (b {name: $ship.name}) RETURN a.tons, b.tons", ["7 | 9"]),
            ("MATCH (a) WHERE a.name IN $names RETURN a.tons", ["7"]),
        ] as [(String, [String])])
    func whatIsKnownBefore(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
