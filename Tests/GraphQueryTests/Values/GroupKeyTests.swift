import Testing

@testable import GraphQuery

@Suite("Keys of groups")
struct GroupKeyTests {
    @Test(
        "are the same for equivalent values",
        arguments: [
            (Value.null, Value.null), (.float(.nan), .float(-.nan)), (.integer(1), .float(1)), (.float(0), .float(-0.0)),
            (.list([.null, .integer(2)]), .list([.null, .float(2)])),
            (.map(["a": .null, "b": .integer(1)]), .map(["b": .float(1), "a": .null])), (.node(NodeID(3)), .node(NodeID(3))),
            (.string("é"), .string("é")),
        ])
    func equivalent(left: Value, right: Value) {
        #expect(GroupKey(left) == GroupKey(right))
        #expect(GroupKey(left).hashValue == GroupKey(right).hashValue)
        #expect(GroupKey([left, .integer(1)]) == GroupKey([right, .integer(1)]))
        #expect(GroupKey([left, .integer(1)]).hashValue == GroupKey([right, .integer(1)]).hashValue)
    }

    @Test(
        "differ for other values",
        arguments: [
            (Value.null, Value.boolean(false)), (.integer(1), .string("1")), (.integer(1), .float(1.5)),
            (.string("é"), .string("e\u{301}")),
            (.list([]), .map([:])), (.list([.null]), .list([])), (.map(["a": .null]), .map([:])),
            (.node(NodeID(1)), .relationship(RelationshipID(1))), (.integer(9_007_199_254_740_993), .float(9_007_199_254_740_992)),
        ])
    func different(left: Value, right: Value) {
        #expect(GroupKey(left) != GroupKey(right))
        #expect(GroupKey([left, .null]) != GroupKey([right, .null]))
    }

    @Test("of one value are those of a list of one column")
    func single() {
        #expect(GroupKey([.integer(7)]) == GroupKey(.integer(7)))
        #expect(GroupKey([.integer(7)]) != GroupKey(.list([.integer(7)])))
    }
}
