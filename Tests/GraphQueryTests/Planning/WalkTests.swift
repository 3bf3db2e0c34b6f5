import Testing

@testable import GraphQuery

@Suite("Walks and paths")
struct WalkTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "walks of many lengths",
        arguments: [
            (
                "MATCH (a {name: 'Nova'})-[*]->(b) RETURN b.name",
                ["'Kos'", "'Kos'", "'Kos'", "'Kos'", "'Oslo'", "'Oslo'", "'Riga'", "'Vega'"]
            ),
            ("MATCH (a {name: 'Nova'})-[*2]->(b) RETURN b.name", ["'Kos'", "'Oslo'", "'Riga'"]),
            ("MATCH (a {name: 'Nova'})-[*0..1]->(b) RETURN b.name", ["'Nova'", "'Oslo'", "'Vega'"]),
            ("MATCH (a {name: 'Nova'})-[*..2]->(b) RETURN b.name", ["'Kos'", "'Oslo'", "'Oslo'", "'Riga'", "'Vega'"]),
            ("MATCH (a {name: 'Nova'})-[*2..]->(b) RETURN b.name", ["'Kos'", "'Kos'", "'Kos'", "'Kos'", "'Oslo'", "'Riga'"]),
            ("MATCH (a {name: 'Nova'})-[*0]->(b) RETURN b.name", ["'Nova'"]),
            ("MATCH (a {name: 'Nova'})-[*3..1]->(b) RETURN b.name", []),
            ("MATCH (a {name: 'Nova'})-[*5..]->(b) RETURN b.name", []),
            ("MATCH (a {name: 'Riga'})-[*2]-(b) RETURN b.name", ["'Nova'", "'Oslo'"]),
            (
                "MATCH (a {name: 'Nova'})-[rs:CALLS|SISTER*2]->(b) RETURN [r IN rs | type(r)], b.name",
                ["['SISTER', 'CALLS'] | 'Oslo'", "['SISTER', 'CALLS'] | 'Riga'"]
            ),
            ("MATCH (a)-[rs*2]->(b {name: 'Riga'}) RETURN a.name, [r IN rs | type(r)]", ["'Nova' | ['SISTER', 'CALLS']"]),
            ("MATCH (a {name: 'Nova'})-[:SISTER]->(b)-[:CALLS*0..1]->(c) RETURN c.name", ["'Oslo'", "'Riga'", "'Vega'"]),
            ("MATCH (a {name: 'Nova'}), (k {name: 'Kos'}) MATCH (a)-[rs*]->(k) RETURN size(rs)", ["2", "3", "3", "4"]),
            ("MATCH (k:Island)-[rs*1..2]->(k) RETURN size(rs)", ["1"]),
            ("MATCH (a {name: 'Kos'})-[rs*..3]-(a) RETURN size(rs)", ["1"]),
            ("MATCH (a:Ship)-[*2..2]->(b)<-[*1..1]-(c:Port) RETURN a.name, b.name, c.name", []),
        ] as [(String, [String])])
    func walksOfManyLengths(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "conditions on every step",
        arguments: [
            ("MATCH (a {name: 'Oslo'})-[rs:NEAR* {km: 5}]->(b) RETURN size(rs), b.name", ["1 | 'Kos'"]),
            ("MATCH (a {name: 'Vega'})-[rs* {day: a.tons}]->(b) RETURN b", []),
            ("MATCH (a:Ship)-[rs*1 {day: size(b.name) - 3}]->(b:Port) RETURN a.name, b.name", ["'Vega' | 'Oslo'"]),
            ("MATCH (a {name: 'Nova'})-[rs* {day: $null}]->(b) RETURN b", []),
            ("MATCH (a {name: 'Nova'})-[rs*0.. {day: 3}]->(b) RETURN b.name", ["'Nova'", "'Oslo'"]),
            ("MATCH p = (a {name: 'Nova'})-[*]->(b) WHERE all(n IN nodes(p) WHERE n:Ship) RETURN b.name", ["'Vega'"]),
            ("MATCH p = (a {name: 'Nova'})-[*]->(b) WHERE none(r IN relationships(p) WHERE r.day = 3) RETURN b.name", []),
            (
                "MATCH p = (a {name: 'Nova'})-[*]->(b) WHERE none(r IN relationships(p) WHERE coalesce(r.day, 0) = 3) RETURN b.name",
                ["'Kos'", "'Kos'", "'Oslo'", "'Riga'", "'Vega'"]
            ),
            (
                "MATCH (a {name: 'Nova'})-[rs*]->(b) WHERE all(r IN rs WHERE type(r) <> 'NEAR') AND size(rs) > 1 RETURN b.name",
                ["'Oslo'", "'Riga'"]
            ),
            ("MATCH (a {name: 'Nova'})-[rs*]->(b) WHERE any(r IN rs WHERE r.km = 2) RETURN size(rs)", ["3", "4"]),
            ("MATCH (a {name: 'Nova'})-[rs*]->(b) WHERE all(r IN rs WHERE size(rs) = 4) RETURN b.name", ["'Kos'"]),
            ("MATCH p = (a {name: 'Nova'})-[*]->(b) WHERE all(n IN nodes(p) WHERE length(p) = 4) RETURN b.name", ["'Kos'"]),
            (
                "MATCH p = (a {name: 'Nova'})-[*1..2]->(b)-[:NEAR]->(c) WHERE all(r IN relationships(p) WHERE r.km > 4 OR r.day > 0 OR type(r) = 'SISTER') RETURN [n IN nodes(p) | n.name]",
                ["['Nova', 'Oslo', 'Kos']", "['Nova', 'Vega', 'Oslo', 'Kos']"]
            ),
            ("MATCH (r)-[rs*]->(b) WHERE r.name = 'Oslo' AND all(r IN rs WHERE r.km = 5) RETURN b.name", ["'Kos'"]),
            ("MATCH (a {name: 'Oslo'})-[rs*]->(b) WHERE all(r IN rs WHERE size([r IN [r.km] | r]) = 1) RETURN size(rs)", ["1", "2"]),
        ] as [(String, [String])])
    func conditionsOnEveryStep(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "walks along lists that are known",
        arguments: [
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)-[rs*]->(y) RETURN x.name, y.name", ["'Nova' | 'Kos'"]),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)<-[rs*]-(y) RETURN x", []),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)-[rs*]-(y) RETURN x.name, y.name", ["'Nova' | 'Kos'"]),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)-[rs*3]-(y) RETURN x", []),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x:Port)-[rs*]-(y) RETURN x", []),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (a)-[rs*]-(y:Island) RETURN y.name", ["'Kos'"]),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)-[rs* {day: 3}]-(y) RETURN x", []),
            ("MATCH (a {name: 'Nova'})-[rs*2]->(k:Island) MATCH (x)-[rs:CALLS*]-(y) RETURN x", []),
            ("MATCH ()-[rs:NEAR*1]->() MATCH (x)-[rs*]-(x) RETURN x.name", ["'Kos'"]),
            ("MATCH ()-[r:SISTER]->() WITH [r, r] AS rs MATCH (x)-[rs*]-(y) RETURN x", []),
            ("WITH [] AS rs MATCH (x:Ship)-[rs*0..]->(y) RETURN x.name, y.name", ["'Nova' | 'Nova'", "'Vega' | 'Vega'"]),
            ("WITH [] AS rs MATCH (x:Ship)-[rs*]->(y) RETURN x", []),
        ] as [(String, [String])])
    func walksAlongListsThatAreKnown(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "named paths",
        arguments: [
            ("MATCH p = (a:Island) RETURN p", ["<(:Island {name: 'Kos'})>"]),
            ("MATCH (a {name: 'Vega'})-[:CALLS {day: 1}]->(b), p = (c:Island) RETURN b.name, p", ["'Oslo' | <(:Island {name: 'Kos'})>"]),
            (
                "MATCH p = (a:Ship)<-[:SISTER]-(b) RETURN p",
                ["<(:Ship {name: 'Vega', tons: 7})<-[:SISTER]-(:Ferry:Ship {name: 'Nova', tons: 9})>"]
            ),
            ("MATCH p = (a {name: 'Riga'})--()-->(b:Port) RETURN [n IN nodes(p) | n.name]", ["['Riga', 'Vega', 'Oslo']"]),
            (
                "MATCH p = ()-[:SISTER]->()-[:CALLS*1..2]->(b {name: 'Oslo'}) RETURN length(p), [n IN nodes(p) | n.name]",
                ["2 | ['Nova', 'Vega', 'Oslo']"]
            ),
            (
                "MATCH p = (x)-[*2]->(k:Island {name: 'Kos'}) RETURN [n IN nodes(p) | n.name], [r IN relationships(p) | type(r)]",
                [
                    "['Nova', 'Oslo', 'Kos'] | ['CALLS', 'NEAR']", "['Oslo', 'Kos', 'Kos'] | ['NEAR', 'NEAR']",
                    "['Vega', 'Oslo', 'Kos'] | ['CALLS', 'NEAR']",
                ]
            ),
            ("MATCH p = (a {name: 'Kos'})-[*0]-(b) RETURN length(p)", ["0"]),
            ("MATCH p = (a)-[r]-(a) RETURN length(p), [n IN nodes(p) | n.name]", ["1 | ['Kos', 'Kos']"]),
            ("MATCH (a:Port {name: 'Riga'}) OPTIONAL MATCH p = (a)-->(b) RETURN p", ["null"]),
            (
                "MATCH p = (a:Ship)-[:SISTER]->(b), q = (b)-[:CALLS]->(c) RETURN length(p), [n IN nodes(q) | n.name]",
                ["1 | ['Vega', 'Oslo']", "1 | ['Vega', 'Riga']"]
            ),
            ("MATCH (a:Ship)-[r:SISTER]->(b) MATCH p = (b)<-[r]-(a) RETURN [n IN nodes(p) | n.name]", ["['Vega', 'Nova']"]),
            ("MATCH p = (a)-[:SISTER]->(b) WITH p MATCH (c:Island) RETURN length(p), c.name", ["1 | 'Kos'"]),
        ] as [(String, [String])])
    func namedPaths(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
