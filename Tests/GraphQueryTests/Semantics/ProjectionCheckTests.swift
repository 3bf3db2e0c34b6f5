import Testing

@testable import GraphQuery

@Suite("WITH, RETURN and how clauses come together")
struct ProjectionCheckTests {
    @Test(
        "columns have names of their own",
        arguments: [
            ("RETURN 1 AS a, 2 AS a", "ColumnNameConflict"), ("RETURN 1 + 1, 1 + 1", "ColumnNameConflict"),
            ("WITH 1 AS a, 2 AS a RETURN a", "ColumnNameConflict"),
            ("MATCH (n) RETURN *, n", "ColumnNameConflict"), ("MATCH (n) WITH n.x RETURN 1", "NoExpressionAlias"),
            ("WITH count(*) RETURN 1", "NoExpressionAlias"),
            ("MATCH (n) WITH n, n.x AS x RETURN n.x, x", "valid"), ("RETURN 1 + 1, 1+1", "valid"), ("RETURN *", "NoVariablesInScope"),
            ("MATCH ()--() RETURN *", "NoVariablesInScope"), ("MATCH (n) RETURN *, 1", "valid"),
        ])
    func columns(query: String, detail: String) throws {
        #expect(try ParsedQuery.detail(query) == detail)
    }

    @Test("an alias is asked for with the text to write")
    func alias() throws {
        #expect(try ParsedQuery.error("MATCH (n) WITH n.x  RETURN 1")?.message == "WITH needs a name for `n.x`; write n.x AS name")
    }

    @Test(
        "SKIP and LIMIT are numbers that no row changes",
        arguments: [
            ("0", "valid"), ("$n", "valid"), ("toInteger(2.5)", "valid"), ("1 + 2", "valid"), ("n.x", "NonConstantExpression"),
            ("size([n])", "NonConstantExpression"),
            ("COUNT { (m) }", "NonConstantExpression"), ("-1", "NegativeIntegerArgument"), ("1.5", "InvalidArgumentType"),
            ("'1'", "InvalidArgumentType"),
            ("[1]", "InvalidArgumentType"), ("true", "InvalidArgumentType"), ("count(*)", "InvalidAggregation"),
        ])
    func window(count: String, detail: String) throws {
        #expect(try ParsedQuery.detail("MATCH (n) RETURN n SKIP \(count)") == detail)
        #expect(try ParsedQuery.detail("MATCH (n) WITH n LIMIT \(count) RETURN n") == detail)
    }

    @Test(
        "clauses come in an order that gives something",
        arguments: [
            "MATCH (n)", "UNWIND [1] AS x", "WITH 1 AS x", "RETURN 1 MATCH (n) RETURN n", "RETURN 1 AS x RETURN x",
            "RETURN 1 AS a UNION MATCH (n)",
            "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n",
            "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n", "RETURN COUNT { MATCH (n) RETURN n MATCH (m) }",
        ])
    func composition(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "InvalidClauseComposition")
    }

    @Test(
        "both sides of UNION have the same columns",
        arguments: [
            ("RETURN 1 AS a UNION RETURN 2 AS b", "DifferentColumnsInUnion"),
            ("RETURN 1 AS a UNION ALL RETURN 1 AS a, 2 AS b", "DifferentColumnsInUnion"),
            ("MATCH (a) RETURN * UNION MATCH (b) RETURN *", "DifferentColumnsInUnion"),
            ("RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a", "valid"),
            ("MATCH (a) RETURN * UNION ALL UNWIND [1] AS a RETURN a", "valid"),
        ])
    func unions(query: String, detail: String) throws {
        #expect(try ParsedQuery.detail(query) == detail)
    }

    @Test("a subquery needs no RETURN, and clauses that write are left to others")
    func left() throws {
        #expect(try ParsedQuery.error("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x } RETURN n") == nil)
        #expect(try ParsedQuery.error("MATCH (n) SET n.x = 1") == nil)
    }
}
