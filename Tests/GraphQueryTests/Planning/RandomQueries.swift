@testable import GraphQuery

/// Small graphs and queries over them, the same for the same seed.
struct RandomQueries {
    private var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(state: seed)
    }

    struct Query {
        var text: String
        /// Its two patterns the other way round, its conditions in a WITH behind them.
        var rearranged: String
    }

    /// One graph twice, the second time with indexes.
    mutating func graphs() throws -> (TestGraph, TestGraph) {
        let graphs = (TestGraph(), TestGraph(hasIndexes: true))
        let nodes = (0..<5).map { _ in (labels: pick([["A"], ["B"], ["A", "B"]]), x: pick(Self.values), y: pick(Self.values)) }
        let edges = (0..<8).map { _ in (type: pick(["T", "U"]), ends: (index(5), index(5)), x: pick(Self.values), z: pick(Self.values)) }
        for graph in [graphs.0, graphs.1] {
            let ids = try nodes.map { try graph.createNode(labels: $0.labels, properties: ["x": $0.x, "y": $0.y]) }
            for edge in edges {
                _ = try graph.createRelationship(
                    type: edge.type, from: ids[edge.ends.0], to: ids[edge.ends.1], properties: ["x": edge.x, "z": edge.z])
            }
        }
        return graphs
    }

    mutating func query() -> Query {
        let isOptional = index(4) == 0
        let match = isOptional ? "OPTIONAL MATCH" : "MATCH"
        let first = "p = \(node("a"))\(relationship(pick(["r", "rs"])))\(node("b"))"
        let second = "\(node(pick(["a", "b", "c"])))\(relationship("s"))\(node("c"))"
        let conditions =
            index(3) == 0 ? "" : " WHERE " + (0...index(2)).map { _ in condition() }.joined(separator: pick([" AND ", " OR "]))
        var rest = ""
        if index(3) == 0 { rest += " \(pick(["OPTIONAL MATCH", "MATCH"])) \(node(pick(["a", "b", "d"])))\(relationship("t"))\(node("d"))" }
        rest +=
            " RETURN "
            + pick(["a, b, c", "p, c", "DISTINCT b, c", "a.x AS x, count(*) AS n", "[(a)-[:T]->(e) WHERE e.x = b.x | e.y] AS l"])
        // After OPTIONAL MATCH, a WITH would drop the row of nulls.
        let last = isOptional ? conditions : " WITH *\(conditions)"
        return Query(text: "\(match) \(first), \(second)\(conditions)\(rest)", rearranged: "\(match) \(second), \(first)\(last)\(rest)")
    }

    private mutating func node(_ name: String) -> String {
        "(\(name)\(pick(["", "", "", ":A", ":B", ":A:B"]))\(pick(["", "", "", "", "", " {x: \(value())}"])))"
    }

    /// A walk of several relationships has the variable `rs`, or none.
    private mutating func relationship(_ name: String) -> String {
        let length = name == "rs" ? pick(["*", "*1..2", "*0..2", "*2"]) : ""
        let body = "[\(name)\(pick(["", ":T", ":U", ":T|U"]))\(length)\(pick(["", "", "", "", " {x: \(value())}"]))]"
        return pick(["-\(body)->", "<-\(body)-", "-\(body)-"])
    }

    private mutating func condition() -> String {
        let property = pick(["a.x", "b.x", "a.y", "b.y", "s.x", "s.z", "c.x"])
        let other = index(2) == 0 ? value() : pick(["a.x", "b.y", "s.x", "c.x"])
        let condition = pick([
            "\(property) = \(other)", "\(property) <> \(other)", "\(property) < \(other)", "\(other) >= \(property)",
            "\(property) IN [\(other), \(value())]", "\(property) IS NULL", "\(property) CONTAINS \(other)", "a:B",
            "1 < \(property) <= 2", "(a)-[:T]->()", "NOT (b)--({x: \(other)})", "EXISTS { (a)-[q]->(d) WHERE q.x = \(other) }",
            "all(v IN relationships(p) WHERE v.x = \(other))", "none(v IN nodes(p) WHERE v.x = \(other))", "length(p) > 1",
        ])
        return index(5) == 0 ? "NOT (\(condition))" : condition
    }

    private mutating func value() -> String {
        pick(["1", "1", "2", "'a'", "null", "[1]", "1 + 1"])
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[index(elements.count)]
    }

    private mutating func index(_ bound: Int) -> Int {
        Int(generator.next() % UInt64(bound))
    }

    private static let values: [Value] = [.integer(1), .integer(1), .integer(2), .string("a"), .list([.integer(1)]), .null]
}
