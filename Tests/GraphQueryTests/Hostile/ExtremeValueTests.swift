import Testing

@testable import GraphQuery

/// Values at the ends of their types, or of a type that nobody expects: an error or a value, never a crash.
@Suite("Hostile queries: values")
struct ExtremeValueTests {
    /// Runs a query that the parser takes: whatever it is refused for must be its values.
    private func run(_ query: String, on graph: TestGraph = TestGraph(), parameters: [String: Value] = [:]) throws {
        let error = try HostileQuery.ending(of: query, on: graph, parameters: parameters)
        #expect(error?.detail != "UnexpectedSyntax" && error?.detail != "UnknownFunction", "\(query): \(error?.message ?? "")")
    }

    @Test(
        "arithmetic at its ends is an error or a value, never a crash",
        arguments: [
            "9223372036854775807 + 1", "-9223372036854775808 - 1", "9223372036854775807 * 2", "-9223372036854775808 / -1",
            "-9223372036854775808 % -1", "1 / 0", "1 % 0", "1.0 / 0", "0.0 / 0.0", "- -9223372036854775808", "-(-9223372036854775808)",
            "abs(-9223372036854775808)", "toInteger(1e300)", "toInteger(-1e300)", "toInteger(0.0 / 0.0)",
            "toInteger('9223372036854775808')", "round(1e308 * 10)", "ceil(0.0 / 0)", "sign(0.0 / 0)",
            "9223372036854775807 ^ 9223372036854775807", "sqrt(-1)", "log(0)", "log(-1)", "[1, 2, 3][9223372036854775807]",
            "[1, 2, 3][-9223372036854775808]", "[1, 2, 3][-9223372036854775808..9223372036854775807]",
            "[1, 2, 3][9223372036854775807..-9223372036854775808]", "substring('abc', 0, 9223372036854775807)",
            "substring('abc', 9223372036854775807, 9223372036854775807)", "substring('abc', -9223372036854775808)",
            "left('abc', 9223372036854775807)", "right('abc', 9223372036854775807)", "left('abc', -9223372036854775808)",
            "range(9223372036854775806, 9223372036854775807)", "range(-9223372036854775807, -9223372036854775808, -1)",
            "range(0, 9223372036854775807, 9223372036854775807)", "range(0, 1, 0)",
            "range(-9223372036854775808, 9223372036854775807, 9223372036854775807)", "range(0, 1, -9223372036854775808)",
            "date({year: 9223372036854775807})", "date({year: 1, month: 9223372036854775807})",
            "date({year: 2020, day: -9223372036854775808})", "date('9999999999-01-01')", "date('+999999999-12-31') + duration({days: 1})",
            "date({year: 999999999}) + duration({years: 999999999})", "date() + duration({months: 9223372036854775807})",
            "date() - duration({days: -9223372036854775808})", "date() + duration({days: 9223372036854775807})",
            "datetime() + duration({seconds: 9223372036854775807})", "localtime() + duration({hours: 9223372036854775807})",
            "time({hour: 9223372036854775807})", "localtime({nanosecond: -1})",
            "duration({years: 9223372036854775807, months: 9223372036854775807})", "duration({weeks: 9223372036854775807})",
            "duration({hours: 9223372036854775807})", "duration({seconds: 9223372036854775807, nanoseconds: 9223372036854775807})",
            "duration({days: 9223372036854775807}) * 2", "duration({days: 1}) * 9223372036854775807", "duration({days: 1}) / 0",
            "duration({days: 1}) * 1e300", "duration({days: -9223372036854775808}) * -1", "duration({days: 1}) * (0.0 / 0)",
            "duration('P9223372036854775807Y')", "duration('P99999999999999999999D')", "duration('PT1e400S')", "duration({days: 1e300})",
            "duration({seconds: 9223372036854775807}) + duration({seconds: 1})",
            "duration.between(date({year: -999999999}), date({year: 999999999}))",
            "duration.inSeconds(datetime({year: -999999999}), datetime({year: 999999999}))",
            "datetime({epochSeconds: 9223372036854775807})", "datetime({epochMillis: -9223372036854775808})",
            "datetime({year: 2020, timezone: '+99:99'})", "datetime({year: 2020, timezone: '../../etc/passwd'})",
            "datetime({year: 2020, timezone: ''})", "date.truncate('millennium', date({year: -999999999}))",
            "date.truncate('week', date({year: -999999999}))", "percentileCont(1, 9223372036854775807)", "percentileDisc(1, -0.5)",
            "toString(-9223372036854775808)", "-0x8000000000000000", "0xFFFFFFFFFFFFFFFFF", "reverse('')", "split('', '')",
            "replace('abc', '', 'x')", "size(split('aaaa', ''))", "head([])", "'a' =~ '['", "'a' =~ '(?<'", "'a' =~ '\\\\'",
            "[1] + null + [[]]", "{a: 1}['b']", "null[null]",
        ])
    func edgesOfArithmetic(expression: String) throws {
        try run("RETURN \(expression) AS x")
        // Not folded when the query is prepared.
        try run("UNWIND [1] AS one WITH one WHERE one = 1 RETURN \(expression) AS x ORDER BY x")
    }

    @Test(
        "the ends of integers reach functions through variables too",
        arguments: [
            "a + b", "a - b", "a * b", "a / b", "a % b", "-a", "abs(a)", "range(a, b)[0]", "range(a, b, b)[0]", "[1, 2][a]",
            "[1, 2][a..b]", "substring('abc', a, b)", "left('abc', a)", "right('abc', a)", "duration({months: a, days: b})",
            "duration({seconds: a, nanoseconds: b})", "duration({days: a}) * b", "date({year: a, month: b})",
            "date({year: 2020}) + duration({days: a})", "localtime() + duration({seconds: a})",
            "datetime() + duration({seconds: a, days: b})", "datetime({epochSeconds: a, nanosecond: b})",
            "date({ordinalDay: a, year: b})", "date({week: a, year: b})", "date({quarter: a, year: b})", "time({hour: a, minute: b})",
            "toFloat(a) = b", "a < toFloat(b)", "a = b * 1.0", "[a] < [b]", "toInteger(toFloat(a))", "a ^ b", "percentileCont(a, b)",
        ])
    func edgesThroughVariables(expression: String) throws {
        let extremes = "[-9223372036854775808, -9223372036854775807, -1, 0, 1, 9223372036854775806, 9223372036854775807]"
        for left in 0..<7 {
            for right in 0..<7 {
                try run("WITH \(extremes) AS l WITH l[\(left)] AS a, l[\(right)] AS b RETURN \(expression) AS x")
            }
        }
    }

    @Test("SKIP and LIMIT take the largest integer")
    func hugeSkip() throws {
        #expect(try HostileQuery.rows("UNWIND [1, 2] AS x RETURN x LIMIT 9223372036854775807") == [[.integer(1)], [.integer(2)]])
        #expect(try HostileQuery.rows("UNWIND [1, 2] AS x RETURN x SKIP 9223372036854775807 LIMIT 9223372036854775807") == [])
        #expect(
            try HostileQuery.rows("UNWIND [2, 1] AS x RETURN x ORDER BY x SKIP 1 LIMIT 9223372036854775807") == [[.integer(2)]])
    }

    @Test(
        "hostile values in every place",
        arguments: [
            "null", "true", "1", "-1.5", "'x'", "[]", "[null, [1]]", "{}", "{a: {b: null}}", "date('2020-01-01')", "duration('P1D')", "n",
            "r", "p",
        ])
    func wrongTypes(value: String) throws {
        let graph = try TestGraph.clique(of: 3)
        let places = [
            "x + 1", "1 + x", "x - x", "x * x", "x / 2", "x % 2", "x ^ 2", "-x", "NOT x", "x AND true", "x OR x", "x XOR x", "x < 1",
            "x = x", "x <> null", "x IN x", "x IN [x]", "1 IN x", "x[0]", "x['a']", "x[x]", "x[0..1]", "x.a", "x.year", "x STARTS WITH x",
            "x CONTAINS 'a'", "x =~ x", "x:Person", "size(x)", "length(x)", "keys(x)", "labels(x)", "type(x)", "nodes(x)",
            "relationships(x)", "properties(x)", "startNode(x)", "endNode(x)", "id(x)", "head(x)", "last(x)", "tail(x)", "reverse(x)",
            "toString(x)", "toInteger(x)", "toFloat(x)", "toBoolean(x)", "abs(x)", "sqrt(x)", "split(x, x)", "replace(x, x, x)",
            "substring(x, 0)", "range(0, x)", "coalesce(x)", "date(x)", "duration(x)", "datetime(x)", "localtime(x)",
            "duration.between(x, x)", "date.truncate(x, x)", "sum(x)", "avg(x)", "min(x)", "collect(x)", "count(DISTINCT x)", "stDev(x)",
            "percentileCont(x, 0.5)", "CASE x WHEN x THEN 1 END", "CASE WHEN x THEN 1 END", "[y IN x | y]", "all(y IN x WHERE y)",
            "reduce(a = x, y IN x | a + y)", "EXISTS { (x)--() }", "[(x)-->(y) | y]", "exists(x.a)", "{a: x}.a.b",
        ]
        // What comes out of a list has no type that is known before.
        let start = "MATCH p = (n)-[r]->() WITH [\(value), 1][0] AS x LIMIT 2"
        for place in places {
            try run("\(start) RETURN \(place) AS y ORDER BY y", on: graph)
            try run("WITH $x AS x RETURN \(place) AS y", parameters: ["x": .list([.null, .float(.nan)])])
        }
        for clause in [
            "UNWIND x AS y", "MATCH (x)", "MATCH ()-[x]-()", "MATCH (n2 {number: x})", "MATCH p2 = (x)-[*]-()", "WITH x WHERE (x)--()",
        ] {
            try run("\(start) \(clause) RETURN x", on: graph)
        }
        try run("MATCH p = (n)-[r]->() RETURN 1 SKIP \(value) LIMIT \(value)", on: graph)
    }
}
