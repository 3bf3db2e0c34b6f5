import Testing

@testable import GraphQuery

/// Names and parameters that look like syntax, and clauses that write.
@Suite("Hostile queries: injection")
struct InjectionTests {
    @Test(
        "what a parameter holds is a value, whatever it looks like",
        arguments: [
            "' OR true OR '", "x' RETURN 1 //", "'}) DETACH DELETE (n", "\\", "\\'", "`) MATCH (m", "$other",
            "'; DROP TABLE statement; --", "\0", "\u{202E}", "\" UNION RETURN 1 AS n //", "%", "*", "NEAR(a b)",
        ])
    func injectedParameters(text: String) throws {
        let graph = TestGraph()
        _ = try graph.createNode(labels: ["A"], properties: ["name": .string("harmless")])
        let before = try GraphSnapshot(of: graph)
        let parameters: [String: Value] = ["text": .string(text), "other": .string("harmless")]
        #expect(try HostileQuery.rows("MATCH (n {name: $text}) RETURN n", on: graph, parameters: parameters) == [])
        #expect(try HostileQuery.rows("MATCH (n) WHERE n.name = $text OR n[$text] = 1 RETURN n", on: graph, parameters: parameters) == [])
        #expect(try HostileQuery.rows("RETURN $text AS x", on: graph, parameters: parameters) == [[.string(text)]])
        #expect(
            try HostileQuery.rows("WITH $text AS x RETURN x = $text, size([x])", on: graph, parameters: parameters) == [
                [.boolean(true), .integer(1)]
            ])
        #expect(try GraphSnapshot(of: graph) == before)
    }

    @Test(
        "a parameter cannot be a name or a piece of syntax",
        arguments: [
            "MATCH (n:$x) RETURN n", "MATCH ()-[:$x]->() RETURN 1", "MATCH (n) RETURN n.$x", "MATCH ($x) RETURN 1", "RETURN 1 AS $x",
            "MATCH (n) RETURN n ORDER BY n.x $x", "MATCH ()-[*1..$x]-() RETURN 1", "$x", "MATCH (n) $x RETURN n", "RETURN $x(1)",
        ])
    func parametersAsSyntax(query: String) throws {
        let error = try HostileQuery.ending(of: query, parameters: ["x": .string("A")])
        #expect(error?.kind == .syntaxError)
    }

    @Test(
        "names in backticks are names, whatever they look like",
        arguments: [
            "a b", "MATCH (n) DELETE n", "'", "\"", "``", "n)--(m", "\\u0041", "//", "/*", "$x", "é😀", "1", "return",
        ])
    func quotedNames(name: String) throws {
        let graph = TestGraph()
        let written = name == "``" ? "`" : name
        _ = try graph.createNode(labels: [written], properties: [written: .integer(1)])
        let query = "MATCH (`\(name)`:`\(name)` {`\(name)`: 1}) RETURN `\(name)`.`\(name)` AS `\(name)`"
        let result = try PreparedQuery(query).run(on: graph)
        #expect(result.columns == [written])
        #expect(result.rows.count == 1)
    }

    @Test(
        "clauses that write are refused, wherever they stand",
        arguments: [
            "CREATE (n)", "MATCH (n) CREATE (m)", "MATCH (n) DELETE n", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.x = 1",
            "MATCH (n) SET n:A", "MATCH (n) REMOVE n.x", "MERGE (n)", "CALL db.labels()", "CALL db.labels() YIELD label RETURN label",
            "UNWIND [1] AS x CREATE ()", "RETURN 1 AS x UNION CREATE (n) RETURN n AS x",
            "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 RETURN n } RETURN n", "MATCH (n) WHERE EXISTS { CREATE (n) } RETURN n",
            "RETURN COUNT { CREATE (n) RETURN n }", "EXPLAIN CREATE (n)", "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
            "FOREACH (x IN [1] | CREATE ())", "DROP INDEX i", "CREATE INDEX FOR (n:A) ON (n.x)",
        ])
    func writing(query: String) throws {
        let graph = TestGraph()
        _ = try graph.createNode(labels: ["A"], properties: ["name": .string("harmless")])
        let before = try GraphSnapshot(of: graph)
        let error = try HostileQuery.ending(of: query, on: graph)
        #expect(error?.phase == .compileTime)
        #expect(try GraphSnapshot(of: graph) == before)
    }
}
