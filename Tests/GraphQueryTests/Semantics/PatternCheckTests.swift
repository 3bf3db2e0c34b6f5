import Testing

@testable import GraphQuery

@Suite("Patterns, checked")
struct PatternCheckTests {
    @Test("a parameter cannot stand for all properties", arguments: ["(a $p)", "()-[r $p]-()"])
    func parameter(pattern: String) throws {
        #expect(try ParsedQuery.detail("MATCH \(pattern) RETURN 1") == "InvalidParameterUse")
        #expect(try ParsedQuery.error("CREATE (a $p)-[:R $p]->()") == nil)
    }

    @Test(
        "patterns are conditions, not values",
        arguments: [
            "RETURN (a)-->()", "WITH (a)-->() AS x RETURN x", "RETURN size((a)-->())", "RETURN [(a)-->()]", "RETURN (a)-->() = true",
            "RETURN 1 ORDER BY (a)--()",
        ])
    func misplaced(clause: String) throws {
        #expect(try ParsedQuery.detail("MATCH (a) \(clause)") == "UnexpectedSyntax")
    }

    @Test(
        "patterns stand wherever a condition does",
        arguments: [
            "RETURN NOT (a)-->()", "RETURN exists((a)-->())", "RETURN CASE WHEN (a)-->() THEN 1 END",
            "RETURN [x IN [1] WHERE (a)-->() | x]",
            "WITH a WHERE (a)-->() XOR (a)<--() RETURN a",
        ])
    func conditions(clause: String) throws {
        #expect(try ParsedQuery.error("MATCH (a) \(clause)") == nil)
    }

    @Test("a shortest path goes along one relationship")
    func shortestPath() throws {
        #expect(try ParsedQuery.error("MATCH p = shortestPath((a)-[:R*]-(b)) RETURN p") == nil)
        #expect(try ParsedQuery.detail("MATCH p = shortestPath((a)--()-[*]-(b)) RETURN p") == "InvalidRelationshipPattern")
        #expect(try ParsedQuery.detail("MATCH p = allShortestPaths((a)) RETURN p") == "InvalidRelationshipPattern")
    }

    @Test(
        "what is created is new, and whole",
        arguments: [
            ("CREATE (a), (a)-[:R]->(b)", "valid"), ("MATCH (a) CREATE (a)-[:R]->(b) RETURN b", "valid"),
            ("MATCH (a) CREATE (a)", "VariableAlreadyBound"),
            ("CREATE (a), (a:B)-[:R]->()", "VariableAlreadyBound"), ("MATCH ()-[r]-() CREATE ()-[r:R]->()", "VariableAlreadyBound"),
            ("CREATE ()-->()", "NoSingleRelationshipType"), ("CREATE ()-[:R|S]->()", "NoSingleRelationshipType"),
            ("CREATE ()-[:R]-()", "RequiresDirectedRelationship"), ("CREATE ()-[:R*2]->()", "CreatingVarLength"),
            ("CREATE ({x: y})", "UndefinedVariable"),
        ])
    func create(query: String, detail: String) throws {
        #expect(try ParsedQuery.detail(query) == detail)
    }
}
