import Testing

@Suite("Clauses that write")
struct WriteClausesTests {
    @Test(
        "are seen",
        arguments: [
            ("CREATE (n)", "CREATE"), ("match (n) set n.x = 1", "SET"), ("MATCH (n) DETACH DELETE n", "DELETE"),
            ("MATCH (n)\nREMOVE n:A", "REMOVE"), ("CALL db.labels()", "CALL"), ("MERGE (a:A)", "MERGE"),
            ("RETURN 'a\\'b' MERGE (a)", "MERGE"), ("// why\nCREATE (n)", "CREATE"), ("MATCH (n) WHERE exists { SET n.x = 1 }", "SET"),
        ])
    func found(query: String, keyword: String) {
        #expect(WriteClauses.first(in: query) == keyword)
    }

    @Test(
        "are no names, strings or comments",
        arguments: [
            "RETURN 'CREATE (n)'", "RETURN \"a \\\" SET b\"", "MATCH (n:Set) RETURN n.delete, $merge", "RETURN {set: 1, call : 2}",
            "MATCH (`CREATE`) RETURN 1 AS set", "RETURN 1 // SET n", "RETURN 1 /* MERGE * (n) */", "MATCH ()-[:CREATE]->() RETURN created",
        ])
    func notFound(query: String) {
        #expect(WriteClauses.first(in: query) == nil)
    }

    @Test("may be allowed")
    func allowed() {
        #expect(WriteClauses.first(in: "CREATE (n) CREATE (m)", allowing: ["CREATE"]) == nil)
        #expect(WriteClauses.first(in: "CREATE (n) SET n.x = 1", allowing: ["CREATE"]) == "SET")
    }
}
