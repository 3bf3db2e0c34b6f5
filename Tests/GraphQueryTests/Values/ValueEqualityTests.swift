import Testing

@testable import GraphQuery

@Suite("Equality of values")
struct ValueEqualityTests {
    @Test(
        "is ternary",
        arguments: [
            ("1 = 1.0", "true"), ("1 = 1.5", "false"), ("9007199254740993 = 9007199254740992.0", "false"), ("1 = '1'", "false"),
            ("null = null", "null"), ("1 <> null", "null"), ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 <> 1", "true"),
            ("0.0 = -0.0", "true"), ("[1, 2] = [1.0, 2]", "true"), ("[1, null] = [1, 2]", "null"), ("[1, null] = [2, null]", "false"),
            ("[null] = [null, null]", "false"), ("[] = []", "true"), ("{a: 1} = {a: 1}", "true"), ("{a: null} = {a: 1}", "null"),
            ("{a: null, b: 1} = {a: null, b: 2}", "false"), ("{a: 1} = {b: 1}", "false"), ("{a: null} = {}", "false"),
            ("'é' = 'e\u{301}'", "false"), ("date('2031-05-02') = date('2031-05-02')", "true"),
            ("date('2031-05-02') = localdatetime('2031-05-02T00:00')", "false"), ("duration('P1D') = duration('PT24H')", "false"),
            ("true = 1", "false"),
        ])
    func ternary(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("tells nodes, relationships and paths apart by their numbers")
    func entities() {
        let path = PathValue(nodes: [NodeID(0), NodeID(1)], relationships: [RelationshipID(0)])
        #expect(Value.node(NodeID(1)).equals(.node(NodeID(1))) == true)
        #expect(Value.node(NodeID(1)).equals(.node(NodeID(2))) == false)
        #expect(Value.node(NodeID(1)).equals(.relationship(RelationshipID(1))) == false)
        #expect(Value.path(path).equals(.path(path)) == true)
        #expect(Value.path(path).equals(.path(PathValue(nodes: [NodeID(0)], relationships: []))) == false)
    }
}
