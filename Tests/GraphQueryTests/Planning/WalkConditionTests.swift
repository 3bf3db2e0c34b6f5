import Testing

@testable import GraphQuery

@Suite("Conditions on walks")
struct WalkConditionTests {
    /// `(:A)-[{k: 1}]->(:B {k: 2})-[{k: 1}]->(:C {k: 1})`, with or without indexes.
    private static func chain(hasIndexes: Bool) throws -> TestGraph {
        let graph = TestGraph(hasIndexes: hasIndexes)
        let nodes = try [("A", 0), ("B", 2), ("C", 1)].map { try graph.createNode(labels: [$0], properties: ["k": .integer($1)]) }
        for (start, end) in zip(nodes, nodes.dropFirst()) {
            _ = try graph.createRelationship(type: "T", from: start, to: end, properties: ["k": .integer(1)])
        }
        return graph
    }

    @Test(
        "may read the end of the walk, which is not known on the way",
        arguments: [
            ("MATCH (a:A)-[r*]->(b) WHERE all(x IN r WHERE x.k = b.k) RETURN labels(b)", ["['C']"]),
            ("MATCH (a:A)-[r*]->(b) WHERE none(x IN r WHERE x.k <> b.k) RETURN labels(b)", ["['C']"]),
            ("MATCH p = (a:A)-[*]->(b) WHERE all(x IN nodes(p) WHERE x.k <= b.k) RETURN labels(b)", ["['B']"]),
            ("MATCH (a:A)-[r* {k: b.k}]->(b) RETURN labels(b)", ["['C']"]),
            ("MATCH (b)-[r*]->(c:C) WHERE all(x IN r WHERE x.k > b.k) RETURN labels(b)", ["['A']"]),
            ("MATCH (a)-[r]->(b) WHERE r.k = b.k RETURN labels(b)", ["['C']"]),
            ("MATCH (a)-[r]->(b) WHERE r.k IN [a.k, b.k] RETURN labels(b)", ["['C']"]),
            ("MATCH (a)-[r {k: b.k - 1}]->(b) RETURN labels(b)", ["['B']"]),
        ])
    func endOfWalk(query: String, expected: [String]) throws {
        for hasIndexes in [false, true] {
            let graph = try Self.chain(hasIndexes: hasIndexes)
            #expect(try HostileQuery.rows(query, on: graph).map(\.[0].description) == expected)
        }
    }

    @Test("hold for walks that were found before")
    func boundWalk() throws {
        let graph = try Self.chain(hasIndexes: false)
        let start = "MATCH ()-[first]->()-[second]->() WITH [first, second] AS rs"
        #expect(try HostileQuery.rows("\(start) MATCH (a)-[rs* {k: 1}]->(b) RETURN a", on: graph).count == 1)
        #expect(try HostileQuery.rows("\(start) MATCH (a)-[rs* {k: 5}]->(b) RETURN a", on: graph).count == 0)
    }

    @Test(
        "see a single relationship where the shortest path has no length",
        arguments: [
            ("shortestPath((a:A)-[r {k: 1}]->(b:B))", 1), ("shortestPath((a:A)-[r {k: 2}]->(b:B))", 0),
            ("shortestPath((a:A)-[r]->(b:B)) WHERE r.k = 1", 1), ("shortestPath((a:A)-[r]->(b:B)) WHERE r.k > 1", 0),
        ])
    func singleRelationship(pattern: String, count: Int) throws {
        let graph = try Self.chain(hasIndexes: false)
        #expect(try HostileQuery.rows("MATCH p = \(pattern) RETURN r.k", on: graph).count == count)
    }
}
