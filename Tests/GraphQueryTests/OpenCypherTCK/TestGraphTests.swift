import Testing

@testable import GraphQuery

@Suite("Graph of the tests")
struct TestGraphTests {
    private let graph = TestGraph()

    private func relationships(of node: NodeID, _ direction: Direction, _ filter: RelationshipFilter = .everything) throws -> [Adjacent] {
        var found: [Adjacent] = []
        try graph.forEachRelationship(of: node, direction, where: filter) {
            found.append($0)
            return true
        }
        return found
    }

    @Test("nodes are found by label, in order of creation")
    func nodes() throws {
        let first = try graph.createNode(labels: ["A", "B", "A"], properties: ["x": .integer(1), "y": .null])
        let second = try graph.createNode(labels: [], properties: [:])
        let third = try graph.createNode(labels: ["A"], properties: [:])
        #expect(graph.nodes(label: nil) == [first, second, third])
        #expect(graph.nodes(label: "A") == [first, third])
        #expect(graph.nodes(label: "C") == [])
        #expect(try graph.labels(of: first) == ["A", "B"])
        #expect(try graph.properties(of: first).keys.sorted() == ["x"])
    }

    @Test("relationships are seen from both ends, a loop once")
    func relationships() throws {
        let left = try graph.createNode(labels: [], properties: [:])
        let right = try graph.createNode(labels: [], properties: [:])
        let there = try graph.createRelationship(type: "T", from: left, to: right, properties: [:])
        let loop = try graph.createRelationship(type: "U", from: left, to: left, properties: [:])
        let back = try graph.createRelationship(type: "T", from: right, to: left, properties: [:])
        #expect(try relationships(of: left, .outgoing).map(\.relationship) == [there, loop])
        #expect(try relationships(of: left, .incoming).map(\.relationship) == [loop, back])
        #expect(try relationships(of: left, .either).map(\.relationship) == [there, loop, back])
        #expect(try relationships(of: left, .either).map(\.neighbour) == [right, left, right])
        #expect(try relationships(of: left, .either, RelationshipFilter(types: ["U"])).map(\.relationship) == [loop])
        #expect(try graph.ends(of: back) == (right, left))
    }

    @Test("a relationship needs both its nodes")
    func missingNode() throws {
        let node = try graph.createNode(labels: [], properties: [:])
        #expect(throws: QueryError.self) { try graph.createRelationship(type: "T", from: node, to: NodeID(9), properties: [:]) }
        #expect(graph.relationshipCount == 0)
    }

    @Test("with indexes, nodes are found by property, and conditions on relationships are met")
    func indexes() throws {
        let graph = TestGraph(hasIndexes: true)
        let nodes = try [Value.integer(1), .float(1), .null, .string("1")].map { try graph.createNode(labels: [], properties: ["x": $0]) }
        for number in 1...3 {
            _ = try graph.createRelationship(type: "T", from: nodes[0], to: nodes[1], properties: ["x": .integer(number)])
        }
        _ = try graph.createRelationship(type: "T", from: nodes[0], to: nodes[1], properties: [:])
        #expect(try graph.nodes(whereProperty: "x", equals: .integer(1), label: nil) == [nodes[0], nodes[1]])
        #expect(try graph.nodes(whereProperty: "x", equals: .null, label: nil) == [])
        #expect(try TestGraph().nodes(whereProperty: "x", equals: .null, label: nil) == nil)
        let filter = RelationshipFilter(conditions: [RelationshipFilter.Condition(property: "x", comparison: .less, value: .float(2.5))])
        var found: [Int] = []
        try graph.traversal(where: filter).forEach {
            found.append($0.relationship.number)
            return true
        }
        #expect(found == [0, 1])
    }

    @Test("changes are counted as the TCK counts them")
    func changes() throws {
        let first = try graph.createNode(labels: ["A"], properties: ["x": .integer(1)])
        let before = try GraphSnapshot(of: graph)
        #expect(try GraphSnapshot(of: graph).changes(since: before) == [:])
        let second = try graph.createNode(labels: ["A", "B", "C"], properties: ["x": .integer(1), "y": .float(1)])
        _ = try graph.createRelationship(type: "T", from: first, to: second, properties: ["z": .string("a")])
        let after = try GraphSnapshot(of: graph)
        #expect(after.changes(since: before) == ["+nodes": 1, "+relationships": 1, "+labels": 2, "+properties": 3])
        #expect(before.changes(since: after) == ["-nodes": 1, "-relationships": 1, "-labels": 2, "-properties": 3])
    }
}
