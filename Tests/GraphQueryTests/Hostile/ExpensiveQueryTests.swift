import Testing

@testable import GraphQuery

/// Queries that would take all the time or memory there is: each is stopped by a limit.
@Suite("Hostile queries: time and memory")
struct ExpensiveQueryTests {
    @Test(
        "patterns with too many matches are stopped",
        arguments: [
            "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g)--(h) RETURN count(*)",
            "MATCH (a)-->(b), (c)-->(d), (e)-->(f), (g)-->(h) RETURN count(*)",
            "MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)",
            "MATCH p = (a)-[*]->(b) RETURN count(p)",
            "MATCH (a {number: 0})-[*]-(b {number: 1}) RETURN count(*)",
            "MATCH (a)-[*10..12]-(b) RETURN count(*)",
            "MATCH (a) WHERE all(x IN [(a)-[*6]-(b) | b.number] WHERE x >= 0) RETURN count(*)",
            "MATCH (a) RETURN size([(a)--()--()--()--()--() | 1])",
            "MATCH (a) WHERE EXISTS { MATCH (a)-[*8]-(b) WHERE b.number < 0 RETURN b } RETURN a",
            "MATCH (a) WHERE NOT (a)-[*8]-({number: -1}) RETURN a",
            "MATCH p = allShortestPaths((a {number: 0})-[*]-(b {number: 1})) WHERE length(p) > 9 RETURN p",
            "MATCH (a) MATCH (b) MATCH (c) MATCH (d) MATCH (e) RETURN a.number + b.number + c.number AS s, count(*) ORDER BY s",
            "MATCH (a), (b), (c), (d), (e) RETURN collect([a, b, c, d, e])",
            "MATCH (a), (b), (c), (d), (e) RETURN DISTINCT a, b, c, d, e",
            "MATCH (a), (b), (c), (d), (e) RETURN a, b, c, d, e ORDER BY a.number",
            "MATCH (a), (b), (c), (d), (e) RETURN *",
            "MATCH (a), (b), (c), (d), (e) OPTIONAL MATCH (a)--(f)--(g) RETURN count(DISTINCT [a, b, c, d, e, f, g])",
        ])
    func exponentialPatterns(query: String) throws {
        let error = try HostileQuery.ending(of: query, on: try TestGraph.clique(of: 40))
        #expect(error?.kind == .limitReached)
    }

    @Test(
        "loops over too much are stopped",
        arguments: [
            "RETURN range(1, 9223372036854775807)",
            "RETURN size(range(-9223372036854775808, 9223372036854775807))",
            "RETURN size(range(9223372036854775807, -9223372036854775808, -1))",
            "UNWIND range(1, 9223372036854775807) AS x RETURN count(x)",
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)",
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN max(a * b)",
            "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a < 0 RETURN a",
            "RETURN [a IN range(1, 10000) | [b IN range(1, 10000) | a * b]]",
            "RETURN size([a IN range(1, 100000) WHERE any(b IN range(1, 100000) WHERE b = -a)])",
            "RETURN all(a IN range(1, 100000) WHERE none(b IN range(1, 100000) WHERE b = -a))",
            "RETURN reduce(s = 0, a IN range(1, 100000) | reduce(t = s, b IN range(1, 100000) | t + b))",
            "RETURN reduce(s = 'ab', a IN range(1, 60) | s + s)",
            "RETURN reduce(s = [1, 2], a IN range(1, 60) | s + s)",
            "RETURN reduce(s = [1], a IN range(1, 60) | [s, s])",
            "RETURN reduce(s = {a: 1}, a IN range(1, 60) | {a: s, b: s})",
            "RETURN reduce(s = [], a IN range(1, 100000) | [s])",
            "RETURN size(reduce(s = {}, a IN range(1, 100000) | {a: s}))",
            "RETURN size(reduce(s = 'ab', a IN range(1, 60) | replace(s, 'a', 'aaaaaaaaab')))",
            "UNWIND range(1, 1000) AS a WITH collect(a) AS l UNWIND l AS b UNWIND l AS c WITH collect([l, l, l]) AS m RETURN size(m)",
            "WITH range(1, 1000) AS l UNWIND l AS a UNWIND l AS b UNWIND l AS c RETURN collect(a + b + c)",
        ])
    func hugeLoops(query: String) throws {
        let error = try HostileQuery.ending(of: query)
        #expect(error?.kind == .limitReached || error?.detail == "NumberOutOfRange")
    }

    @Test("a regular expression that backtracks without end is stopped")
    func catastrophicRegularExpression() throws {
        let text = String(repeating: "a", count: 40) + "b"
        for pattern in ["(a+)+c", "(a|aa)+$", "(a*)*c", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)c"] {
            let error = try HostileQuery.ending(
                of: "RETURN $text =~ $pattern", parameters: ["text": .string(text), "pattern": .string(pattern)])
            #expect(error == nil || error?.kind == .limitReached)
        }
    }
}
