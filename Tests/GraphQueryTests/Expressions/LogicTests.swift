import Testing

@testable import GraphQuery

@Suite("Logic")
struct LogicTests {
    private static let truths = ["true", "false", "null"]

    @Test("AND, OR, XOR and NOT know three values")
    func tables() throws {
        let and = ["true", "false", "null", "false", "false", "false", "null", "false", "null"]
        let or = ["true", "true", "true", "true", "false", "null", "true", "null", "null"]
        let xor = ["false", "true", "null", "true", "false", "null", "null", "null", "null"]
        for (index, result) in and.enumerated() {
            let (left, right) = (Self.truths[index / 3], Self.truths[index % 3])
            #expect(try Evaluation.text("\(left) AND \(right)") == result)
            #expect(try Evaluation.text("\(left) OR \(right)") == or[index])
            #expect(try Evaluation.text("\(left) XOR \(right)") == xor[index])
            #expect(try Evaluation.text("\(left) AND true AND \(right)") == result)
            #expect(try Evaluation.text("\(left) OR false OR \(right)") == or[index])
        }
        #expect(try Evaluation.text("[NOT true, NOT false, NOT null]") == "[false, true, null]")
    }

    @Test("long chains are no deep recursion")
    func longChain() throws {
        let chain = Array(repeating: "true", count: 150).joined(separator: " AND ")
        #expect(try Evaluation.text(chain) == "true")
        #expect(try Evaluation.text("\(chain) AND null AND \(chain)") == "null")
    }

    @Test(
        "only booleans are true or false",
        arguments: ["x AND true", "true AND x", "x OR false", "NOT x", "x XOR true", "CASE WHEN x THEN 1 END"])
    func nonBooleans(expression: String) throws {
        for value in [Value.integer(1), .string("true"), .list([])] {
            #expect(try Evaluation.error(expression, variables: ["x": value]) == "TypeError InvalidArgumentType")
        }
    }

    @Test("what cannot change the result is not looked at", arguments: ["false AND x", "true OR x"])
    func shortCircuit(expression: String) throws {
        #expect(try Evaluation.error(expression, variables: ["x": .integer(1)]) == nil)
    }

    @Test(
        "CASE takes the first branch",
        arguments: [
            ("CASE 2 WHEN 1 THEN 'a' WHEN 2.0 THEN 'b' ELSE 'c' END", "'b'"), ("CASE 3 WHEN 1 THEN 'a' END", "null"),
            ("CASE null WHEN null THEN 'a' ELSE 'b' END", "'b'"), ("CASE WHEN null THEN 1 WHEN 1 < 2 THEN 2 ELSE 1 / 0 END", "2"),
            ("CASE WHEN false THEN 1 END", "null"),
        ])
    func cases(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("IS NULL and labels")
    func predicates() throws {
        let graph = TestGraph()
        let node = try graph.createNode(labels: ["A", "B"], properties: [:])
        let relationship = try graph.createRelationship(type: "T", from: node, to: node, properties: [:])
        let variables: [String: Value] = ["n": .node(node), "r": .relationship(relationship)]
        #expect(
            try Evaluation.text(
                "[n:A, n:A:B, n:A:C, n.x IS NULL, n IS NOT NULL, r:T, r:U, null:A]", variables: variables, graph: graph)
                == "[true, true, false, true, true, true, false, null]")
        #expect(try Evaluation.error("x:A", variables: ["x": .integer(1)]) == "TypeError InvalidArgumentType")
    }
}
