import Testing

@testable import GraphQuery

@Suite("Aggregation")
struct AggregationCheckTests {
    @Test(
        "there are no groups in these places",
        arguments: [
            "MATCH (n) WHERE count(n) > 1 RETURN n", "MATCH (n) WITH n WHERE count(*) > 1 RETURN n", "MATCH (n {x: count(*)}) RETURN n",
            "UNWIND collect(1) AS x RETURN x", "RETURN [x IN [1] | count(x)]", "RETURN [x IN [1] WHERE sum(x) > 1 | x]",
            "RETURN all(x IN [1] WHERE max(x) = 1)",
            "RETURN reduce(s = 0, x IN [1] | s + sum(x))", "MATCH (n) RETURN [(n)-->(m) | count(m)]", "MATCH (n) RETURN n LIMIT count(*)",
            "MATCH (n) RETURN n.x ORDER BY count(*)", "MATCH (n) RETURN DISTINCT n.x ORDER BY max(n.x)",
            "MATCH (n) RETURN n.x AS x, count(*) ORDER BY max(x)",
            "RETURN toUpper(DISTINCT 'a')",
        ])
    func misplaced(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "InvalidAggregation")
    }

    @Test("aggregations do not nest", arguments: ["count(count(*))", "sum(1 + max(n.x))", "collect([x IN [1] | count(x)])"])
    func nested(call: String) throws {
        #expect(try ParsedQuery.detail("MATCH (n) RETURN \(call)") == "NestedAggregation")
    }

    @Test("aggregations do not depend on chance")
    func random() throws {
        #expect(try ParsedQuery.detail("RETURN count(DISTINCT 1 + rand())") == "NonConstantExpression")
    }

    @Test(
        "beside an aggregation stands only what is the same throughout the group",
        arguments: [
            "RETURN n.x + count(*)", "RETURN n.x + m.x, n.x + m.x + count(*)", "RETURN n.x AS x, n.y + count(*)",
            "RETURN toUpper(n.x), toUpper(n.x) + count(*)",
            "WITH n.x + 1 AS x, sum(m.x) + n.x AS y RETURN x", "RETURN [x IN collect(m) | x.y + n.y]",
            "RETURN size([(n)-->() | 1]) + count(*)",
            "RETURN count(*) > 1 AND EXISTS { (n)-->() }", "RETURN n AS k, count(*) > 1 AND EXISTS { (n)-->() }",
            "RETURN m, all(x IN collect(m) WHERE x.y = n.y)",
            "RETURN n.x + m.x AS s, count(*) AS c ORDER BY n.x + m.x + count(*)",
        ])
    func ambiguous(clause: String) throws {
        #expect(try ParsedQuery.detail("MATCH (n)--(m) \(clause)") == "AmbiguousAggregationExpression")
    }

    @Test(
        "columns that do not aggregate may be used beside an aggregation",
        arguments: [
            "RETURN count(*)", "RETURN count(*) + 1 + $p", "RETURN n.x, n.x + count(*)", "RETURN n, n.x + count(m)",
            "RETURN *, n.x + m.y + count(*)",
            "RETURN n.x AS x, [y IN collect(m) | y.z + n.x]", "RETURN n, size([(n)-->(k) | k]) + count(*)",
            "RETURN n, count(*) > 1 AND EXISTS { (n)-->() }",
            "RETURN n.x AS x, count(*) AS c ORDER BY c, n.x, x, n.x + count(*), -count(*)", "RETURN n, count(*) AS c ORDER BY n.y",
            "RETURN n.x + m.x AS s, count(*) AS c ORDER BY n.x + m.x, c", "RETURN DISTINCT n.x ORDER BY n.x + 1",
            "RETURN max(n.x) AS x, collect(DISTINCT m) AS l ORDER BY size(l), max(n.x) - 1", "RETURN {a: count(*), b: avg(n.x)} AS m",
            "RETURN CASE WHEN count(*) > 1 THEN 'many' ELSE 'one' END", "RETURN [x IN collect(n.x) WHERE x > 1]",
            "RETURN reduce(s = 0, x IN collect(n.x) | s + x)",
            "WITH n.x AS x, count(*) AS c WHERE c > x RETURN x",
        ])
    func allowed(clause: String) throws {
        #expect(try ParsedQuery.error("MATCH (n)--(m) \(clause)") == nil)
    }

    @Test(
        "ORDER BY cannot see behind an aggregation",
        arguments: [
            "RETURN count(m.x) AS c ORDER BY n.x + count(m.x)", "RETURN n.x % 3 AS k, min(m.x) AS l ORDER BY sum(n.x)",
            "RETURN n.x, count(*) ORDER BY n.y",
        ])
    func hidden(clause: String) throws {
        #expect(try ParsedQuery.detail("MATCH (n)--(m) \(clause)") == "UndefinedVariable")
    }
}
