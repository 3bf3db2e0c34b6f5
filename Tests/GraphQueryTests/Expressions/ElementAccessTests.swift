import Testing

@testable import GraphQuery

@Suite("Properties and elements")
struct ElementAccessTests {
    @Test(
        "of lists and maps",
        arguments: [
            ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][3]", "null"), ("[1, 2, 3][-4]", "null"), ("[1][null]", "null"),
            ("null[0]", "null"), ("[1, 2, 3][1..]", "[2, 3]"), ("[1, 2, 3][..-1]", "[1, 2]"), ("[1, 2, 3][-2..2]", "[2]"),
            ("[1, 2, 3][2..1]", "[]"), ("[1, 2, 3][-9..9]", "[1, 2, 3]"), ("[1][null..]", "null"), ("null[..1]", "null"),
            ("{a: 1}.a", "1"), ("{a: 1}.b", "null"), ("{a: 1}['a']", "1"), ("{a: 1}[null]", "null"), ("null.a", "null"),
            ("{a: {b: [1, {c: 2}]}}.a.b[1].c", "2"), ("date('2031-05-02').month", "5"), ("date('2031-05-02')['day']", "2"),
        ])
    func elements(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("of nodes and relationships")
    func entities() throws {
        let graph = TestGraph()
        let node = try graph.createNode(labels: [], properties: ["a": .integer(1)])
        let relationship = try graph.createRelationship(type: "T", from: node, to: node, properties: ["b": .integer(2)])
        let variables: [String: Value] = ["n": .node(node), "r": .relationship(relationship)]
        #expect(
            try Evaluation.text("[n.a, n['a'], n.b, r.b, r['b'], [n][0].a, [r][0].b]", variables: variables, graph: graph)
                == "[1, 1, null, 2, 2, 1, 2]")
        #expect(try Evaluation.error("n[0]", variables: variables, graph: graph) == "TypeError MapElementAccessByNonString")
    }

    @Test(
        "of anything else are an error",
        arguments: [
            ("[1]['a']", "TypeError ListElementAccessByNonInteger"), ("[1][1.0]", "TypeError ListElementAccessByNonInteger"),
            ("[1]['a'..]", "TypeError ListElementAccessByNonInteger"), ("{a: 1}[0]", "TypeError MapElementAccessByNonString"),
            ("1[0]", "TypeError InvalidArgumentType"), ("'abc'[0]", "TypeError InvalidArgumentType"),
            ("'abc'[0..1]", "TypeError InvalidArgumentType"), ("1.5.a", "TypeError InvalidArgumentType"),
            ("true.a", "TypeError InvalidArgumentType"), ("[1].a", "TypeError InvalidArgumentType"),
            ("date('2031-05-02').hour", "TypeError InvalidArgumentType"),
        ])
    func failures(expression: String, error: String) throws {
        #expect(try Evaluation.error("x\(expression.drop { $0 != "[" && $0 != "." })", variables: [:]) != nil)
        #expect(try Evaluation.error(expression) == error)
    }
}
