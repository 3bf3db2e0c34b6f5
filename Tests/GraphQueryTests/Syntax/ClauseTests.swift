import Testing

@testable import GraphQuery

@Suite("Clauses")
struct ClauseTests {
    @Test("clauses come in the order they were written")
    func order() throws {
        let clauses = try ParsedQuery.clauses(
            "OPTIONAL MATCH (a), (b) WHERE a.x UNWIND [1] AS c WITH DISTINCT *, c AS d ORDER BY d DESC SKIP 1 LIMIT 2 WHERE d > 1 RETURN d")
        #expect(clauses.map { Mirror(reflecting: $0).children.first?.label } == ["match", "unwind", "with", "return_"])
        guard case .match(let match) = clauses[0], case .with(let with) = clauses[2] else { throw ParsedQuery.NotAsExpected() }
        #expect(match.isOptional && match.patterns.count == 2 && match.condition != nil)
        #expect(with.isDistinct && with.includesAll && with.items.count == 1)
        #expect(with.order.map(\.isAscending) == [false])
        #expect(with.skip != nil && with.limit != nil && with.condition != nil)
    }

    @Test("ORDER BY goes up unless it is said otherwise")
    func directions() throws {
        let order = try ParsedQuery.projection("RETURN 1 ORDER BY a, b ASC, c ASCENDING, d DESC, e DESCENDING").order
        #expect(order.map(\.isAscending) == [true, true, true, false, false])
    }

    @Test("queries are joined by UNION and UNION ALL, and explained")
    func unions() throws {
        let query = try Query(parsing: "explain RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a")
        #expect(query.isExplained)
        #expect(query.parts.count == 3)
        #expect(query.unions.map(\.isAll) == [false, true])
        #expect(query.unions.map(\.location.offset) == [22, 42])
    }

    @Test(
        "clauses that write are known by their keyword, and what follows is not read",
        arguments: ["MERGE", "SET", "DELETE", "DETACH", "REMOVE", "CALL", "FOREACH", "LOAD"])
    func writing(keyword: String) throws {
        let clauses = try ParsedQuery.clauses("MATCH (n) \(keyword.lowercased()) whatever [ } follows")
        guard case .unsupported(keyword, SourceLocation(offset: 10)) = clauses[1] else { throw ParsedQuery.NotAsExpected() }
        #expect(clauses.count == 2)
    }

    @Test("CREATE has patterns; of indexes and constraints it is not read")
    func create() throws {
        guard case .create(let patterns, _) = try ParsedQuery.clauses("CREATE (a {x: 1})-[:R]->(b), p = (c)")[0] else {
            throw ParsedQuery.NotAsExpected()
        }
        #expect(patterns.count == 2)
        guard case .unsupported("CREATE", _) = try ParsedQuery.clauses("CREATE INDEX FOR (n:X) ON (n.y)")[0] else {
            throw ParsedQuery.NotAsExpected()
        }
    }

    @Test(
        "what is no query is refused",
        arguments: [
            "", " ", "// only this", "EXPLAIN", ";", "RETURN", "RETURN 1;;", "RETURN 1; RETURN 2", "RETURN 1 RETURN", "MATCH RETURN 1",
            "OPTIONAL (n) RETURN n", "UNWIND [1] RETURN 1", "UNWIND [1] AS RETURN 1", "RETURN 1 ORDER 1", "RETURN 1 LIMIT",
            "RETURN 1 LIMIT 1 SKIP 1",
            "RETURN 1 AS", "RETURN 1 AS 2", "RETURN 1,", "RETURN *,", "RETURN DISTINCT", "WITH 1 AS a WHERE RETURN a",
            "WHERE true RETURN 1",
            "RETURN 1 UNION", "UNION RETURN 1", "PROFILE RETURN 1", "RETURN 1 /*", "MATCH (n) WHERE n.x n.y RETURN n", "RETURN 1)",
            "RETURN (1]",
            "RETURN 1 == 1", "RETURN 1 != 1", "RETURN true && true", "RETURN true || true", "RETURN !true", "RETURN #", "RETURN \0",
            "RETURN \u{7}",
        ])
    func refused(query: String) throws {
        let error = try #require(try ParsedQuery.syntaxError(query))
        #expect(error.detail == "UnexpectedSyntax")
        #expect(error.location != nil)
    }
}
