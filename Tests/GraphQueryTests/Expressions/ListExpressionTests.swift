import Testing

@testable import GraphQuery

@Suite("Lists in expressions")
struct ListExpressionTests {
    @Test(
        "IN knows three values",
        arguments: [
            ("2 IN [1, 2.0]", "true"), ("3 IN [1, 2]", "false"), ("3 IN [1, null]", "null"), ("1 IN [1, null]", "true"),
            ("null IN []", "false"),
            ("null IN [1]", "null"), ("1 IN null", "null"), ("[1] IN [[1], 2]", "true"), ("[null] IN [[1]]", "null"),
            ("'c' IN ['a', 'b', 'c', 'd', 'e']", "true"), ("'x' IN ['a', 'b', 'c', 'd', 'e']", "false"),
            ("2.0 IN [1, 2, 3, 4, 5, 6]", "true"),
            ("2 IN ['a', 'b', 'c', 'd', 2]", "true"), ("null IN [1, 2, 3, 4, 5, 6]", "null"),
        ])
    func membership(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("IN looks a parameter's list up as it goes through any other")
    func parameters() throws {
        let names: [Value] = (0..<100).map { .string("name \($0)") }
        #expect(
            try Evaluation.text("['name 7' IN $p, 'x' IN $p, 1 IN $p, null IN $p]", parameters: ["p": .list(names)])
                == "[true, false, false, null]")
        #expect(try Evaluation.text("'x' IN $p", parameters: ["p": .list(names + [.null])]) == "null")
    }

    @Test(
        "comprehensions",
        arguments: [
            ("[x IN [1, 2, 3] WHERE x > 1 | x * 10]", "[20, 30]"), ("[x IN [1, null] WHERE x = 1]", "[1]"), ("[x IN null | x]", "null"),
            ("[x IN [1, 2] | [y IN [x] | x + y]]", "[[2], [4]]"), ("[x IN [[1], [2]] | x[0]]", "[1, 2]"),
            ("reduce(s = 0, x IN [1, 2, 3] | s + x)", "6"), ("reduce(s = '', x IN ['a', 'b'] | x + s)", "'ba'"),
            ("reduce(s = 1, x IN null | s + x)", "null"), ("reduce(s = 1, x IN [] | s + x)", "1"),
        ])
    func comprehensions(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test(
        "quantifiers know three values",
        arguments: [
            ("[]", "true", "false", "true", "false"), ("[1]", "true", "true", "false", "true"),
            ("[1, 1]", "true", "true", "false", "false"),
            ("[1, 2]", "false", "true", "false", "true"), ("[2]", "false", "false", "true", "false"),
            ("[null]", "null", "null", "null", "null"),
            ("[1, null]", "null", "true", "false", "null"), ("[2, null]", "false", "null", "null", "null"),
            ("[1, 1, null]", "null", "true", "false", "false"), ("null", "null", "null", "null", "null"),
        ])
    func quantifiers(list: String, all: String, any: String, none: String, single: String) throws {
        #expect(try Evaluation.text("all(x IN \(list) WHERE x = 1)") == all)
        #expect(try Evaluation.text("any(x IN \(list) WHERE x = 1)") == any)
        #expect(try Evaluation.text("none(x IN \(list) WHERE x = 1)") == none)
        #expect(try Evaluation.text("single(x IN \(list) WHERE x = 1)") == single)
    }

    @Test(
        "take lists only",
        arguments: ["1 IN x", "[y IN x | y]", "all(y IN x WHERE y)", "reduce(s = 0, y IN x | s)", "head(x)", "tail(x)", "last(x)"])
    func nonLists(expression: String) throws {
        for value in [Value.integer(1), .string("abc"), .map([:])] {
            #expect(try Evaluation.error(expression, variables: ["x": value])?.hasPrefix("TypeError") == true)
        }
    }
}
