import Testing

@testable import GraphQuery

@Suite("Text of values")
struct ValueTextTests {
    @Test(
        "is what a query could hold",
        arguments: [
            (Value.null, "null"), (.boolean(true), "true"), (.integer(-3), "-3"), (.float(2), "2.0"), (.float(1e300), "1e300"),
            (.float(1e-7), "1e-7"), (.float(-.infinity), "-Infinity"), (.float(.nan), "NaN"), (.string("it's\n\\"), #"'it\'s\n\\'"#),
            (.string("\u{1}"), #"'\u0001'"#), (.list([.integer(1), .list([]), .null]), "[1, [], null]"),
            (.map(["b": .integer(1), "a b": .string("x")]), "{`a b`: 'x', b: 1}"), (.date(LocalDate(daysSince1970: 0)), "'1970-01-01'"),
        ])
    func literals(value: Value, text: String) {
        #expect(value.text { "\($0)" } == text)
    }

    @Test("may be raw for a string by itself")
    func raw() {
        #expect(Value.string("it's").text(strings: .raw) { "\($0)" } == "it's")
        #expect(Value.date(LocalDate(daysSince1970: 0)).text(strings: .raw) { "\($0)" } == "1970-01-01")
        #expect(Value.list([.string("a")]).text(strings: .raw) { "\($0)" } == "['a']")
    }

    @Test("of nodes, relationships and paths comes from the graph")
    func entities() throws {
        let graph = TestGraph()
        let ada = try graph.createNode(labels: ["Person", "My Label"], properties: ["name": .string("Ada")])
        let bo = try graph.createNode(labels: [], properties: [:])
        let met = try graph.createRelationship(type: "MET", from: bo, to: ada, properties: ["in": .integer(2031)])
        #expect(try Evaluation.text(of: .node(ada), in: graph) == "(:Person:`My Label` {name: 'Ada'})")
        #expect(try Evaluation.text(of: .list([.node(bo), .relationship(met)]), in: graph) == "[(), [:MET {in: 2031}]]")
        let path = PathValue(nodes: [ada, bo], relationships: [met])
        #expect(try Evaluation.text(of: .path(path), in: graph) == "<(:Person:`My Label` {name: 'Ada'})<-[:MET {in: 2031}]-()>")
    }
}
