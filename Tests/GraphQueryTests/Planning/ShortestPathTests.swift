import Testing

@testable import GraphQuery

@Suite("Shortest paths")
struct ShortestPathTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "between two nodes",
        arguments: [
            (
                "MATCH p = shortestPath((a {name: 'Riga'})-[*]-(b {name: 'Kos'})) RETURN [n IN nodes(p) | n.name]",
                ["['Riga', 'Vega', 'Oslo', 'Kos']"]
            ),
            ("MATCH p = shortestPath((a {name: 'Riga'})-[*]->(b {name: 'Kos'})) RETURN p", []),
            (
                "MATCH p = shortestPath((a {name: 'Nova'})-[*]->(b {name: 'Riga'})) RETURN [n IN nodes(p) | n.name]",
                ["['Nova', 'Vega', 'Riga']"]
            ),
            (
                "MATCH p = shortestPath((a {name: 'Riga'})<-[*]-(b {name: 'Nova'})) RETURN [n IN nodes(p) | n.name]",
                ["['Riga', 'Vega', 'Nova']"]
            ),
            ("MATCH p = shortestPath((a {name: 'Riga'})-[*..2]-(b {name: 'Kos'})) RETURN p", []),
            ("MATCH p = shortestPath((a {name: 'Riga'})-[:CALLS*]-(b {name: 'Kos'})) RETURN p", []),
            ("MATCH p = shortestPath((a {name: 'Riga'})-[:CALLS|NEAR*]-(b {name: 'Kos'})) RETURN length(p)", ["3"]),
            ("MATCH shortestPath((a {name: 'Riga'})-[rs*]-(b {name: 'Nova'})) RETURN [r IN rs | type(r)]", ["['CALLS', 'SISTER']"]),
            (
                "MATCH p = shortestPath((a:Port)-[*]-(b:Ship)) RETURN a.name, b.name, length(p)",
                ["'Oslo' | 'Nova' | 1", "'Oslo' | 'Vega' | 1", "'Riga' | 'Nova' | 2", "'Riga' | 'Vega' | 1"]
            ),
            ("MATCH p = shortestPath((a {name: 'Nova'})-[*3..1]-(b {name: 'Oslo'})) RETURN p", []),
            ("MATCH (a:Port {name: 'Riga'}), (b:Island) OPTIONAL MATCH p = shortestPath((a)-[*]->(b)) RETURN p", ["null"]),
            ("OPTIONAL MATCH (a:Submarine) MATCH (b:Island) OPTIONAL MATCH p = shortestPath((a)-[*]->(b)) RETURN p", ["null"]),
            (
                "MATCH (a)-[:NEAR]->(k:Island), p = shortestPath((a)-[*..4]-(b {name: 'Riga'})) WHERE a <> k RETURN a.name, length(p)",
                ["'Oslo' | 2"]
            ),
            ("MATCH (a {name: 'Oslo'})-[r:NEAR]->(k), p = shortestPath((a)-[*]-(k)) RETURN p", []),
        ] as [(String, [String])])
    func betweenTwoNodes(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "from a node to itself",
        arguments: [
            ("MATCH (a {name: 'Vega'}) MATCH p = shortestPath((a)-[*0..3]-(a)) RETURN length(p)", ["0"]),
            ("MATCH (a {name: 'Vega'}) MATCH p = shortestPath((a)-[*..3]-(a)) RETURN length(p)", []),
            ("MATCH (a {name: 'Vega'}) MATCH p = allShortestPaths((a)-[*0..]->(a)) WHERE a.tons = 7 RETURN length(p)", ["0"]),
        ] as [(String, [String])])
    func fromANodeToItself(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "with conditions that are obeyed inside the search",
        arguments: [
            (
                "MATCH p = shortestPath((a {name: 'Riga'})-[*]-(b {name: 'Kos'})) WHERE all(r IN relationships(p) WHERE type(r) <> 'NEAR') RETURN p",
                []
            ),
            (
                "MATCH p = shortestPath((a {name: 'Riga'})-[*]-(b {name: 'Oslo'})) WHERE none(r IN relationships(p) WHERE coalesce(r.day, 0) = 1) RETURN [n IN nodes(p) | n.name]",
                ["['Riga', 'Vega', 'Nova', 'Oslo']"]
            ),
            (
                "MATCH p = shortestPath((a {name: 'Riga'})-[rs*]-(b {name: 'Oslo'})) WHERE none(r IN rs WHERE coalesce(r.day, 0) = 1) RETURN size(rs)",
                ["3"]
            ),
            (
                "MATCH p = shortestPath((a {name: 'Nova'})-[*]-(b {name: 'Riga'})) WHERE none(n IN nodes(p) WHERE n.name = 'Vega') RETURN p",
                []
            ),
            (
                "MATCH p = shortestPath((a {name: 'Nova'})-[*]-(b {name: 'Riga'})) WHERE none(n IN nodes(p) WHERE n.name = 'Nova') RETURN p",
                []
            ),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[* {day: 1}]-(b {name: 'Oslo'})) RETURN length(p)", ["1"]),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[* {day: 2}]-(b {name: 'Oslo'})) RETURN p", []),
            (
                "MATCH p = shortestPath((a {name: 'Vega'})-[*]-(b {name: 'Oslo'})) WHERE all(r IN relationships(p) WHERE r.day < a.tons) AND b.name = 'Oslo' RETURN length(p)",
                ["1"]
            ),
        ] as [(String, [String])])
    func withConditionsThatAreObeyedInsideTheSearch(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "with conditions on the whole",
        arguments: [
            (
                "MATCH p = shortestPath((a {name: 'Nova'})-[*]-(b {name: 'Oslo'})) WHERE length(p) > 1 RETURN [n IN nodes(p) | n.name]",
                ["['Nova', 'Vega', 'Oslo']"]
            ),
            (
                "MATCH p = shortestPath((a {name: 'Nova'})-[*2..]-(b {name: 'Oslo'})) RETURN [n IN nodes(p) | n.name]",
                ["['Nova', 'Vega', 'Oslo']"]
            ),
            ("MATCH p = allShortestPaths((a {name: 'Nova'})-[*]-(b {name: 'Oslo'})) WHERE length(p) > 2 RETURN length(p)", []),
            ("MATCH p = shortestPath((a {name: 'Oslo'})-[rs*]-(b {name: 'Kos'})) WHERE size(rs) = 2 RETURN [r IN rs | r.km]", ["[5, 2]"]),
            ("MATCH p = shortestPath((a {name: 'Oslo'})-[rs*..1]-(b {name: 'Kos'})) WHERE size(rs) = 2 RETURN p", []),
            (
                "MATCH p = shortestPath((a {name: 'Oslo'})-[*]-(b {name: 'Kos'})) WHERE any(r IN relationships(p) WHERE r.km = 2) RETURN length(p)",
                ["2"]
            ),
        ] as [(String, [String])])
    func withConditionsOnTheWhole(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "of one relationship",
        arguments: [
            ("MATCH p = shortestPath((a {name: 'Vega'})-[r:CALLS]->(b {name: 'Oslo'})) RETURN type(r), length(p)", ["'CALLS' | 1"]),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[r:CALLS {day: 2}]->(b {name: 'Oslo'})) RETURN r", []),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[r {day: 1}]->(b {name: 'Oslo'})) RETURN r.day", ["1"]),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[r]-(b {name: 'Oslo'})) WHERE r.day = 1 RETURN r.day", ["1"]),
            ("MATCH p = shortestPath((a {name: 'Vega'})-[r]-(b {name: 'Kos'})) RETURN r", []),
        ] as [(String, [String])])
    func ofOneRelationship(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "all of them",
        arguments: [
            ("MATCH p = allShortestPaths((a {name: 'Nova'})-[*]-(b {name: 'Oslo'})) RETURN length(p)", ["1"]),
            ("MATCH p = allShortestPaths((a)-[*]->(b:Island)) WHERE a:Ship RETURN a.name, length(p)", ["'Nova' | 2", "'Vega' | 2"]),
            (
                "MATCH (a:Ship) MATCH p = allShortestPaths((a)-[*]-(b:Port)) RETURN a.name, b.name, length(p)",
                ["'Nova' | 'Oslo' | 1", "'Nova' | 'Riga' | 2", "'Vega' | 'Oslo' | 1", "'Vega' | 'Riga' | 1"]
            ),
        ] as [(String, [String])])
    func allOfThem(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
