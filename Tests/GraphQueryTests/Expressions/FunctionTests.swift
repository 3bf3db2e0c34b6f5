import Foundation
import Testing

@testable import GraphQuery

@Suite("Functions")
struct FunctionTests {
    @Test(
        "of strings",
        arguments: [
            ("left('abc', 2)", "'ab'"), ("left('abc', 9)", "'abc'"), ("right('abc', 2)", "'bc'"), ("substring('abc', 1)", "'bc'"),
            ("substring('abc', 0, 1)", "'a'"), ("substring('abc', 9)", "''"), ("substring('aéb', 1, 1)", "'é'"), ("toUpper('aé')", "'AÉ'"),
            ("toLower('AÉ')", "'aé'"), ("trim(' a b ')", "'a b'"), ("lTrim(' a ')", "'a '"), ("rTrim(' a ')", "' a'"),
            ("replace('aXbX', 'X', '--')", "'a--b--'"), ("replace('abc', '', 'x')", "'abc'"), ("replace('aaa', 'aa', 'b')", "'ba'"),
            ("split('a,b,,c', ',')", "['a', 'b', '', 'c']"), ("split('', ',')", "['']"), ("split('ab', '')", "['a', 'b']"),
            ("reverse('abc')", "'cba'"), ("size('aé😀')", "3"), ("toUpper(null)", "null"), ("split(null, ',')", "null"),
            ("left('a', null)", "null"),
            ("isEmpty('')", "true"), ("TOUPPER('a')", "'A'"),
        ])
    func strings(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test(
        "of lists",
        arguments: [
            ("head([1, 2])", "1"), ("head([])", "null"), ("last([1, 2])", "2"), ("tail([1, 2, 3])", "[2, 3]"), ("tail([])", "[]"),
            ("size([1, null])", "2"), ("reverse([1, 2])", "[2, 1]"), ("range(1, 3)", "[1, 2, 3]"), ("range(5, 1, -2)", "[5, 3, 1]"),
            ("range(1, 0)", "[]"), ("range(9223372036854775806, 9223372036854775807)", "[9223372036854775806, 9223372036854775807]"),
            ("range(-9223372036854775808, 9223372036854775807, 9223372036854775807)", "[-9223372036854775808, -1, 9223372036854775806]"),
            ("keys({b: 1, a: null})", "['a', 'b']"), ("isEmpty([])", "true"), ("isEmpty({a: 1})", "false"), ("size(null)", "null"),
            ("coalesce(null, 2, 1 / 0)", "2"), ("coalesce(null)", "null"), ("exists({a: 1}.a)", "true"), ("exists({a: 1}.b)", "false"),
            ("properties({a: 1})", "{a: 1}"),
        ])
    func lists(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test(
        "of numbers",
        arguments: [
            ("abs(-3)", "3"), ("abs(-3.5)", "3.5"), ("ceil(1.2)", "2.0"), ("floor(-1.2)", "-2.0"), ("round(2.5)", "3.0"),
            ("round(-2.5)", "-2.0"),
            ("round(0.49999999999999994)", "0.0"), ("round(3.14159, 2)", "3.14"), ("round(5)", "5.0"), ("sign(-2.5)", "-1"),
            ("sign(0)", "0"),
            ("sqrt(16)", "4.0"), ("sqrt(-1)", "NaN"), ("exp(0)", "1.0"), ("log(1)", "0.0"), ("log10(1000)", "3.0"), ("sin(0)", "0.0"),
            ("cos(0)", "1.0"), ("tan(0)", "0.0"), ("atan2(0, 1)", "0.0"), ("degrees(pi())", "180.0"), ("haversin(0)", "0.0"),
            ("abs(null)", "null"), ("atan2(null, 1)", "null"), ("e() > 2.71 AND e() < 2.72", "true"), ("0 <= rand() < 1", "true"),
        ])
    func numbers(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test(
        "of conversion",
        arguments: [
            ("toInteger('42')", "42"), ("toInteger(' 42 ')", "42"), ("toInteger('4.9')", "4"), ("toInteger(-4.9)", "-4"),
            ("toInteger('4x')", "null"),
            ("toInteger('0x10')", "null"), ("toInteger('')", "null"), ("toFloat('1e3')", "1000.0"), ("toFloat('nan')", "null"),
            ("toFloat(1)", "1.0"),
            ("toFloat('1_000')", "null"), ("toString(1.0)", "'1.0'"), ("toString(true)", "'true'"),
            ("toString(date('2031-05-02'))", "'2031-05-02'"),
            ("toBoolean('TRUE')", "true"), ("toBoolean('yes')", "null"), ("toBoolean(false)", "false"), ("toInteger(null)", "null"),
        ])
    func conversions(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("of nodes, relationships and paths")
    func entities() throws {
        let graph = TestGraph()
        let ada = try graph.createNode(labels: ["A"], properties: ["x": .integer(1)])
        let bo = try graph.createNode(labels: [], properties: [:])
        let met = try graph.createRelationship(type: "MET", from: ada, to: bo, properties: ["y": .integer(2)])
        let variables: [String: Value] = [
            "a": .node(ada), "r": .relationship(met), "p": .path(PathValue(nodes: [bo, ada], relationships: [met])),
        ]
        #expect(
            try Evaluation.text(
                "[labels(a), type(r), id(a), keys(r), properties(a), startNode(r), endNode(r), length(p), size(nodes(p)), relationships(p)]",
                variables: variables, graph: graph)
                == "[['A'], 'MET', 0, ['y'], {x: 1}, (:A {x: 1}), (), 1, 2, [[:MET {y: 2}]]]")
        for function in ["labels", "type", "id", "keys", "properties", "startNode", "endNode", "length", "nodes", "relationships"] {
            #expect(try Evaluation.text("\(function)(null)") == "null")
            #expect(try Evaluation.error("\(function)(x)", variables: ["x": .integer(1)]) == "TypeError InvalidArgumentValue")
        }
    }

    @Test("timestamp() is the query's time")
    func timestamp() throws {
        #expect(try Evaluation.text("timestamp()") == "999996400250")
    }

    @Test(
        "refuse what they cannot take",
        arguments: [
            ("range(0, 1, 0)", "ArgumentError NumberOutOfRange"), ("range(0, 1.0)", "ArgumentError InvalidArgumentType"),
            ("range(null, 1)", "ArgumentError InvalidArgumentType"), ("substring('abc', -1)", "ArgumentError NumberOutOfRange"),
            ("left('abc', -1)", "ArgumentError NumberOutOfRange"), ("right('abc', -1)", "ArgumentError NumberOutOfRange"),
            ("left(1, 1)", "TypeError InvalidArgumentValue"), ("toUpper(1)", "TypeError InvalidArgumentValue"),
            ("replace('a', 1, 'b')", "TypeError InvalidArgumentValue"), ("split('a', 1)", "TypeError InvalidArgumentValue"),
            ("size(1)", "TypeError InvalidArgumentValue"), ("reverse({})", "TypeError InvalidArgumentValue"),
            ("abs('a')", "TypeError InvalidArgumentValue"),
            ("sqrt('a')", "TypeError InvalidArgumentValue"), ("toInteger(true)", "TypeError InvalidArgumentValue"),
            ("toFloat([])", "TypeError InvalidArgumentValue"), ("toBoolean(1.0)", "TypeError InvalidArgumentValue"),
            ("toString({})", "TypeError InvalidArgumentValue"), ("toInteger(1e30)", "ArithmeticError IntegerOverflow"),
            ("abs(-9223372036854775808)", "ArithmeticError IntegerOverflow"), ("round(1.5, -1)", "ArgumentError NumberOutOfRange"),
            ("nothing(1)", "SyntaxError UnknownFunction"), ("size()", "SyntaxError InvalidNumberOfArguments"),
            ("substring('a')", "SyntaxError InvalidNumberOfArguments"), ("coalesce()", "SyntaxError InvalidNumberOfArguments"),
            ("count(1)", "SyntaxError InvalidAggregation"), ("$missing", "ParameterMissing MissingParameter"),
            ("unknown", "SyntaxError UndefinedVariable"),
        ])
    func refusals(expression: String, error: String) throws {
        #expect(try Evaluation.error(expression) == error)
    }
}
