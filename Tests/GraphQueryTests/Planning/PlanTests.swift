import Testing

@testable import GraphQuery

@Suite("Plans")
struct PlanTests {
    @Test(
        "start where the fewest rows are",
        arguments: [
            // An index before all nodes, the known node before the others.
            ("MATCH (a)-[r]->(b {name: 'Oslo'}) RETURN a", ["Expand (a)-[r]->(b) from the right", "Nodes b by name (1)", "Start"]),
            ("MATCH (a:Ship {name: $name}) RETURN a", ["Nodes a by name (1)", "Start"]),
            ("MATCH (a) WHERE a.name IN $names RETURN a", ["Nodes a by name (1)", "Start"]),
            ("MATCH (a:Ship) RETURN a", ["Nodes a :Ship (at most 2)", "Start"]),
            ("MATCH (a:Ship:Ferry) RETURN a", ["Filter on a", "Nodes a :Ferry (at most 1)", "Start"]),
            ("MATCH (a) WHERE a:Ferry AND a:Ship RETURN a", ["Filter on a", "Nodes a :Ferry (at most 1)", "Start"]),
            ("MATCH (a) RETURN a", ["Nodes a all (at most 5)", "Start"]),
            // Fewer relationships than nodes with all their relationships.
            ("MATCH (a)-[r]->(b) RETURN r", ["Relationships (a)-[r]->(b) (at most 6)", "Start"]),
            ("MATCH (a:Island)-[r]->(b) RETURN r", ["Expand (a)-[r]->(b)", "Nodes a :Island (at most 1)", "Start"]),
            // With one node at each end, the step only has to lead from one to the other.
            (
                "MATCH (a {name: 'Vega'})-[r]->(b {name: 'Oslo'}) RETURN r",
                ["Expand (a)-[r]->(b)", "Nodes b by name (1)", "Nodes a by name (1)", "Start"]
            ),
            (
                "MATCH (a {name: 'Vega'})-[r]->(b) WHERE b.name IN ['Oslo', 'Riga'] RETURN r",
                ["Only nodes b by name (2)", "Expand (a)-[r]->(b)", "Nodes a by name (1)", "Start"]
            ),
            // A list or value that rows change.
            (
                "UNWIND ['Oslo'] AS n MATCH (a {name: n}) RETURN a", ["Nodes a by name, for each row", "Unwind as n", "Start"]
            ),
            (
                "WITH [$name] AS ns MATCH (a:Ship) WHERE a.name IN ns RETURN a",
                ["Nodes a by name, for each row", "Project ns", "Start"]
            ),
        ])
    func starts(query: String, expected: [String]) throws {
        let plan = try Fleet.plan(query)
        #expect(plan == expected)
    }

    @Test(
        "look at conditions as soon as they can",
        arguments: [
            (
                "MATCH (a:Ship)-[r]->(b)-[q]->(c) WHERE c.km = 1 AND a.tons > b.tons AND $one = 1 RETURN c",
                [
                    "Filter on a, b (2)", "Expand (a)-[r]->(b) from the right", "Expand (b)-[q]->(c) from the right", "Nodes c by km (0)",
                    "Filter", "Start",
                ]
            ),
            (
                "MATCH (a:Ship), (b:Port) WHERE a.tons + size(b.name) > 3 AND size(a.name) > 2 RETURN b",
                ["Filter on a, b", "Nodes b :Port (at most 2)", "Filter on a", "Nodes a :Ship (at most 2)", "Start"]
            ),
            (
                "MATCH (a:Island)-[r]-(b)-[q]-(c) WHERE q.km > r.km RETURN c",
                ["Filter on q, r", "Expand (b)-[q]-(c)", "Expand (a)-[r]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
            (
                "MATCH (a:Island)-[rs*..2]-(b) WHERE all(r IN rs WHERE r.km > a.km) RETURN b",
                ["Walk (a)-[rs*1..2]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
            (
                "MATCH (a:Island)-[rs*..2]-(b) WHERE any(r IN rs WHERE r.km > 3) RETURN b",
                ["Filter on rs", "Walk (a)-[rs*1..2]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
            (
                "MATCH p = shortestPath((a {name: 'Vega'})-[*]-(b {name: 'Kos'})) WHERE length(p) > 1 AND a.tons > 1 RETURN p",
                ["Shortest path (a)-[*1..]-(b)", "Nodes b by name (1)", "Filter on a", "Nodes a by name (1)", "Start"]
            ),
        ])
    func conditions(query: String, expected: [String]) throws {
        let plan = try Fleet.plan(query)
        #expect(plan == expected)
    }

    @Test(
        "leave to the graph what it looks at itself",
        arguments: [
            (
                "MATCH (a:Island)-[r {km: 2}]-(b) WHERE r.km < 9 AND r.km IN [1, 2] AND 1 <= r.km <= $one + 5 RETURN b",
                ["Expand (a)-[r]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
            (
                "MATCH (a:Island)-[r]-(b) WHERE r.km <> 2 AND r.km + 1 = 3 RETURN b",
                ["Filter on r (2)", "Expand (a)-[r]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
            (
                "MATCH p = (a:Island)-[rs*..2 {km: 2}]-(b) WHERE all(r IN relationships(p) WHERE r.km > 1) RETURN b",
                ["Path p", "Walk (a)-[rs*1..2]-(b)", "Nodes a :Island (at most 1)", "Start"]
            ),
        ])
    func left(query: String, expected: [String]) throws {
        let plan = try Fleet.plan(query)
        #expect(plan == expected)
    }

    @Test(
        "show what runs for each row further in",
        arguments: [
            (
                "MATCH (a:Island) OPTIONAL MATCH (a)-[r]->(b:Port) RETURN b ORDER BY b.name SKIP 1 LIMIT 2",
                [
                    "Window skip 1 limit 2", "Sort first 2", "Optional", "    Filter on b", "    Expand (a)-[r]->(b)", "    Start",
                    "Nodes a :Island (at most 1)", "Start",
                ]
            ),
            (
                "RETURN 1 AS x UNION RETURN 2 AS x",
                ["Distinct", "Union", "    Project x", "    Start", "    Project x", "    Start"]
            ),
        ])
    func inner(query: String, expected: [String]) throws {
        let plan = try Fleet.plan(query)
        #expect(plan == expected)
    }
}
