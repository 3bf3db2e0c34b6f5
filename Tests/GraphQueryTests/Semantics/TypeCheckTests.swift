import Testing

@testable import GraphQuery

@Suite("Types that can never fit")
struct TypeCheckTests {
    @Test(
        "operators refuse what they can never take",
        arguments: [
            "NOT 1", "NOT 'true'", "1 AND true", "true OR []", "null XOR {}", "true AND n", "-'a'", "+true", "1 - 'a'", "[1] * 2",
            "true / 2", "'a' % 2", "{} ^ 2",
            "1 + true", "n + 1", "1 IN 2", "1 IN 'a'", "1 IN {a: 1}", "1:A", "p:A", "n.x AND 1", "CASE WHEN 1 THEN 2 END",
            "[x IN [1] WHERE x]",
            "[x IN 1 | x]", "all(x IN ['a'] WHERE x % 2 = 0)", "single(x IN [true] WHERE x - 1)", "none(x IN 'a' WHERE x)",
            "reduce(s = 0, x IN 5 | s)", "p.x",
            "[1, 2][0] AND true",
        ])
    func operators(text: String) throws {
        let error = try #require(try ParsedQuery.error("MATCH p = (n)-[r]->() RETURN \(text) AS x"))
        #expect(error.detail == "InvalidArgumentType")
        #expect(error.kind == .syntaxError && error.phase == .compileTime)
    }

    @Test("conditions are booleans", arguments: ["n", "1", "'a'", "[]", "size('a')", "p"])
    func conditions(text: String) throws {
        #expect(try ParsedQuery.detail("MATCH p = (n) WHERE \(text) RETURN n") == "InvalidArgumentType")
        #expect(try ParsedQuery.detail("MATCH p = (n) WITH n, p WHERE \(text) RETURN n") == "InvalidArgumentType")
    }

    @Test(
        "functions refuse what they can never take",
        arguments: [
            "labels(r)", "labels(p)", "type(n)", "type('a')", "length(n)", "length(r)", "length([1])", "size(p)", "size(1)", "size(n)",
            "nodes(n)",
            "relationships(r)", "startNode(n)", "endNode(p)", "id(p)", "keys(1)", "keys(p)", "properties('a')", "properties([n])",
            "head('a')", "tail(1)",
            "reverse(n)",
        ])
    func functions(text: String) throws {
        #expect(try ParsedQuery.detail("MATCH p = (n)-[r]->() RETURN \(text)") == "InvalidArgumentType")
    }

    @Test("values without properties have none", arguments: ["1", "1.5", "true", "'a'", "[1]"])
    func properties(value: String) throws {
        let error = try #require(try ParsedQuery.error("WITH \(value) AS x RETURN x.y"))
        #expect(error.kind == .typeError && error.detail == "InvalidArgumentType" && error.phase == .compileTime)
    }

    @Test(
        "what may fit is left to the run of the query",
        arguments: [
            "NOT null", "null AND true", "n.x AND n.y", "$a OR false", "n.x - n.y", "-n.x", "1 + 'a'", "'a' + true", "[1] + 2", "[1] + 'a'",
            "n.x + {}", "1 IN n.x",
            "1 IN $a", "1 IN null", "labels(n.x)", "labels(null)", "labels([n, 1][1])", "type([r, 1][0])", "size(n.x)", "length($a)",
            "1 < 'a'", "1 = 'a'",
            "1 STARTS WITH 'a'", "1 =~ 2", "n.x.y", "{a: 1}.b", "date('2024-01-01').year", "date('2024-01-01') + duration('P1D')",
            "duration('P1D') * 2",
            "-duration('P1D')", "[1, 'a'][0] % 2", "head([])[0]", "range(true, 'a')", "toInteger([])", "toBoolean(1.5)", "1[0]", "'a'['b']",
            "n['x']", "r:T", "n:A:B",
            "CASE n.x WHEN 1 THEN true END AND true", "coalesce(n.x, 1) AND true", "all(x IN [1, 'a'] WHERE x % 2 = 0)",
            "sum(n.x) / count(*)", "max(n.x) AND true",
        ])
    func mayFit(text: String) throws {
        #expect(try ParsedQuery.error("MATCH p = (n)-[r]->() RETURN \(text) AS x") == nil)
    }

    @Test(
        "functions are known, and take so many arguments",
        arguments: [
            ("toUpperr('a')", "UnknownFunction"), ("nodes.of(1)", "UnknownFunction"), ("toUpper()", "InvalidNumberOfArguments"),
            ("toUpper('a', 'b')", "InvalidNumberOfArguments"), ("count()", "InvalidNumberOfArguments"),
            ("count(1, 2)", "InvalidNumberOfArguments"),
            ("coalesce()", "InvalidNumberOfArguments"), ("percentileCont(1)", "InvalidNumberOfArguments"),
            ("range(1)", "InvalidNumberOfArguments"),
            ("substring('a', 1, 2, 3)", "InvalidNumberOfArguments"), ("rand(1)", "InvalidNumberOfArguments"),
            ("date(1, 2)", "InvalidNumberOfArguments"),
            ("TOUPPER('a')", "valid"), ("coalesce(1, 2, 3, 4)", "valid"), ("Date.Truncate('day', date())", "valid"), ("pi()", "valid"),
            ("round(1.5)", "valid"),
        ])
    func arities(call: String, detail: String) throws {
        #expect(try ParsedQuery.detail("RETURN \(call)") == detail)
    }

    @Test("an unknown function gets the one that was meant")
    func suggestion() throws {
        #expect(try ParsedQuery.error("RETURN toUper('a')")?.message == "there is no function `toUper`; did you mean `toUpper`?")
    }
}
