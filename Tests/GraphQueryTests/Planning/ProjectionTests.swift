import Testing

@testable import GraphQuery

@Suite("WITH, RETURN, UNWIND and UNION")
struct ProjectionTests {
    private func check(_ query: String, gives expected: [String]) throws {
        let rows = try Fleet.rows(query)
        #expect(rows.plainly == expected, "\(query)")
        #expect(rows.byIndexes == expected, "by indexes: \(query)")
    }

    @Test(
        "names",
        arguments: [
            ("MATCH (s:Ship) WITH s.name AS s ORDER BY s RETURN s ORDER BY s", ["'Nova'", "'Vega'"]),
            ("MATCH (s:Ship) WITH s.tons AS s ORDER BY s DESC LIMIT 1 RETURN s", ["9"]),
            ("MATCH (a {name: 'Vega'}), (b {name: 'Nova'}) WITH a AS b, b AS a RETURN a.name, b.name", ["'Nova' | 'Vega'"]),
            ("MATCH (a:Ship), (b:Port) WITH a AS b, b AS a ORDER BY a.name, b.name LIMIT 1 RETURN a.name, b.name", ["'Oslo' | 'Nova'"]),
            ("WITH 1 AS x, 2 AS y WITH y AS x, x AS y RETURN x, y", ["2 | 1"]),
            ("WITH 1 AS x WITH x, x + 1 AS y WITH * RETURN x, y", ["1 | 2"]),
            ("MATCH (s:Ship) WITH s.name AS n WHERE s.tons = 7 RETURN n", ["'Vega'"]),
            ("MATCH (s:Ship) WITH s.tons AS tons, s.name AS name ORDER BY tons + size(name) DESC LIMIT 1 RETURN name", ["'Nova'"]),
            ("MATCH (s:Ship) WITH s, s.tons AS t MATCH (s)-[:CALLS]->(p) RETURN t, p.name", ["7 | 'Oslo'", "7 | 'Riga'", "9 | 'Oslo'"]),
            ("MATCH (s:Ship) WITH s.tons AS t, s AS t2 RETURN t, t2.name", ["7 | 'Vega'", "9 | 'Nova'"]),
            ("WITH {a: {b: [1, 2]}} AS m RETURN m.a.b[1] AS x", ["2"]),
        ] as [(String, [String])])
    func names(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "order and windows",
        arguments: [
            ("MATCH (s:Ship) RETURN s.name ORDER BY s.tons DESC", ["'Nova'", "'Vega'"]),
            ("MATCH (s:Ship) WITH s.name AS n ORDER BY s.tons DESC LIMIT 1 RETURN n", ["'Nova'"]),
            ("MATCH (s:Ship) WITH s.name AS n, s.tons AS t ORDER BY t SKIP 1 LIMIT 1 WHERE t > 8 RETURN n", ["'Nova'"]),
            ("MATCH (s:Ship) WITH s.name AS n, s.tons AS t ORDER BY t LIMIT 1 WHERE t > 8 RETURN n", []),
            ("MATCH (s:Ship) RETURN s.name AS n ORDER BY n SKIP 1", ["'Vega'"]),
            ("MATCH (s:Ship) RETURN s.name AS n ORDER BY n SKIP 5", []),
            ("MATCH (s:Ship) RETURN s.name AS n ORDER BY n SKIP 5 LIMIT 3", []),
            ("MATCH (s:Ship) RETURN s.name AS n LIMIT 0", []),
            ("MATCH (s:Ship) RETURN count(s) AS n LIMIT 0", []),
            ("MATCH (s:Ship) WITH s LIMIT 0 RETURN count(s)", ["0"]),
            ("MATCH (s:Ship) WITH s ORDER BY s.tons LIMIT $one RETURN s.name", ["'Vega'"]),
            ("MATCH (s:Ship) WITH s ORDER BY s.tons SKIP $one RETURN s.name", ["'Nova'"]),
            ("MATCH (s:Ship) WITH s ORDER BY s.tons SKIP $zero LIMIT 9223372036854775807 RETURN s.name", ["'Vega'", "'Nova'"]),
            ("UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC LIMIT 2 RETURN collect(x)", ["[3, 2]"]),
            ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x", ["1", "2", "null"]),
            ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC", ["null", "2", "1"]),
            (
                "UNWIND [[2, 'b'], [1, 'b'], [1, 'a'], [2, 'a']] AS x RETURN x[0] AS n, x[1] AS t ORDER BY n DESC, t",
                ["2 | 'a'", "2 | 'b'", "1 | 'a'", "1 | 'b'"]
            ),
            ("UNWIND [1, 2, 3, 4] AS x RETURN x % 2 AS odd, x ORDER BY odd, x DESC LIMIT 3", ["0 | 4", "0 | 2", "1 | 3"]),
            ("UNWIND [3, 1, 2] AS x RETURN x * x AS y ORDER BY x * x", ["1", "4", "9"]),
            ("UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY -x LIMIT 2", ["3", "2"]),
            ("MATCH (p:Port) RETURN p.name AS n ORDER BY size([(p)<--() | 1]) LIMIT 1", ["'Riga'"]),
        ] as [(String, [String])])
    func orderAndWindows(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "groups",
        arguments: [
            ("MATCH (s)-[c:CALLS]->(p) RETURN p.name AS port, count(*) AS n ORDER BY n DESC, port", ["'Oslo' | 2", "'Riga' | 1"]),
            ("MATCH (s)-[c:CALLS]->(p) RETURN p.name, count(*) + 1 AS n ORDER BY count(*) + 1 DESC", ["'Oslo' | 3", "'Riga' | 2"]),
            ("MATCH (s)-[c:CALLS]->(p) RETURN p.name AS port, count(*) + 1 AS n ORDER BY n - 1 DESC, port LIMIT 1", ["'Oslo' | 3"]),
            ("MATCH (s:Ship) RETURN s.tons % 2 AS odd, collect(s.name) AS names", ["1 | ['Vega', 'Nova']"]),
            ("MATCH (x:Submarine) RETURN count(x), sum(x.t), collect(x), min(x.t), avg(x.t)", ["0 | 0 | [] | null | null"]),
            ("MATCH (x:Submarine) RETURN x.name, count(*)", []),
            ("MATCH (x:Submarine) RETURN count(*) + 1 AS n ORDER BY n LIMIT 5", ["1"]),
            ("MATCH (s:Ship) WITH s, count(*) AS c RETURN s.name, s.tons + c AS n ORDER BY n", ["'Vega' | 8", "'Nova' | 10"]),
            ("MATCH (s:Ship) WITH s.tons AS t, count(*) AS n WHERE n = 1 RETURN t ORDER BY t", ["7", "9"]),
            ("MATCH (s)-[:CALLS]->(p) RETURN count(DISTINCT s), count(DISTINCT p), count(p)", ["2 | 2 | 3"]),
            (
                "MATCH (s)-[:CALLS]->(p) WITH s, count(p) AS n ORDER BY n DESC LIMIT 1 MATCH (s)<-[:SISTER]-(t) RETURN s.name, n, t.name",
                ["'Vega' | 2 | 'Nova'"]
            ),
            (
                "MATCH (s)-[c]->(p) RETURN type(c) AS t, max(c.day) - min(c.day) AS span ORDER BY t",
                ["'CALLS' | 2", "'NEAR' | null", "'SISTER' | null"]
            ),
            ("UNWIND [1, 1.0, 1, null, null] AS x RETURN x, count(*) AS n ORDER BY n", ["null | 2", "1 | 3"]),
            ("UNWIND [1, 2, 2] AS x WITH collect(x) AS l, count(*) AS n RETURN [y IN l | y * n]", ["[3, 6, 6]"]),
            ("MATCH (s:Ship) RETURN count(*) AS n, collect(size([(s)-->() | 1])) AS sizes", ["2 | [2, 2]"]),
            (
                "MATCH (a)-[r]-(b) RETURN a.name AS name, count(r) AS degree ORDER BY degree DESC, name LIMIT 2",
                ["'Oslo' | 3", "'Vega' | 3"]
            ),
            ("OPTIONAL MATCH (a:Submarine) RETURN a.name AS name, count(*) AS n ORDER BY n LIMIT 1", ["null | 1"]),
            (
                "MATCH (a:Port) OPTIONAL MATCH (a)-->(b) RETURN b.name AS name, count(*) AS n ORDER BY name LIMIT 5",
                ["'Kos' | 1", "null | 1"]
            ),
        ] as [(String, [String])])
    func groups(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "each row once",
        arguments: [
            ("MATCH (s:Ship)-[:CALLS]->(p) RETURN DISTINCT s.name ORDER BY s.name", ["'Nova'", "'Vega'"]),
            ("MATCH (s)-[:CALLS]->() RETURN DISTINCT s.tons AS t ORDER BY t DESC LIMIT 1", ["9"]),
            ("MATCH (s)-[:CALLS]->() WITH DISTINCT s RETURN s.name ORDER BY s.name", ["'Nova'", "'Vega'"]),
            ("UNWIND [1, 1.0, null, null, [1], [1.0]] AS x RETURN DISTINCT x", ["1", "[1]", "null"]),
            ("MATCH (s)-[:CALLS]->(p) RETURN DISTINCT count(*) AS n", ["3"]),
            ("MATCH (s)-[:CALLS]->(p) WITH p, count(*) AS n RETURN DISTINCT n > 0 AS x", ["true"]),
        ] as [(String, [String])])
    func eachRowOnce(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "lists as rows",
        arguments: [
            ("UNWIND [1, 2, 3] AS x UNWIND [x, x * 10] AS y RETURN sum(y)", ["66"]),
            ("UNWIND null AS x RETURN x", []),
            ("UNWIND [] AS x RETURN x", []),
            ("UNWIND [[1, 2], [], [3]] AS x UNWIND x AS y RETURN y", ["1", "2", "3"]),
            ("WITH [1, 2] AS a, [3] AS b UNWIND a + b AS x RETURN x", ["1", "2", "3"]),
            ("UNWIND range(1, 3) AS x MATCH (s:Ship {tons: x + 6}) RETURN x, s.name", ["1 | 'Vega'", "3 | 'Nova'"]),
            ("UNWIND [{k: 1}, {k: 2}] AS m RETURN m.k", ["1", "2"]),
        ] as [(String, [String])])
    func listsAsRows(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }

    @Test(
        "one query and another",
        arguments: [
            ("RETURN 1 AS x, 2 AS y UNION RETURN 3 AS y, 4 AS x", ["1 | 2", "4 | 3"]),
            ("UNWIND [1, 1] AS x RETURN x UNION ALL UNWIND [1] AS x RETURN x", ["1", "1", "1"]),
            ("UNWIND [1, 1] AS x RETURN x UNION UNWIND [1] AS x RETURN x", ["1"]),
            ("RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x", ["1", "2"]),
            ("MATCH (s:Ship) RETURN s.name AS n UNION MATCH (p:Port) RETURN p.name AS n", ["'Nova'", "'Oslo'", "'Riga'", "'Vega'"]),
            ("UNWIND [1, 2] AS x RETURN x LIMIT 1 UNION ALL UNWIND [3, 4] AS x RETURN x LIMIT 1", ["1", "3"]),
            ("MATCH (s:Submarine) RETURN s AS x UNION ALL RETURN null AS x", ["null"]),
            (
                "MATCH (s:Ship) RETURN s UNION MATCH (s:Ferry) RETURN s",
                ["(:Ferry:Ship {name: 'Nova', tons: 9})", "(:Ship {name: 'Vega', tons: 7})"]
            ),
        ] as [(String, [String])])
    func oneQueryAndAnother(query: String, expected: [String]) throws {
        try check(query, gives: expected)
    }
}
