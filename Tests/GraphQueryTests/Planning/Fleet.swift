@testable import GraphQuery

/// Two ships, two ports and an island, small enough to know every answer by looking at it.
enum Fleet {
    /// Nova is Vega's sister; Vega calls at Oslo and Riga, Nova at Oslo; Kos is near Oslo, and near itself.
    private static let creation = """
        CREATE (v:Ship {name: 'Vega', tons: 7}), (n:Ship:Ferry {name: 'Nova', tons: 9}), (o:Port {name: 'Oslo'}), (r:Port {name: 'Riga'}),
            (k:Island {name: 'Kos'}), (v)-[:CALLS {day: 1}]->(o), (v)-[:CALLS {day: 2}]->(r), (n)-[:CALLS {day: 3}]->(o),
            (o)-[:NEAR {km: 5}]->(k), (k)-[:NEAR {km: 2}]->(k), (n)-[:SISTER]->(v)
        """

    private static let parameters: [String: Value] = [
        "null": .null, "one": .integer(1), "zero": .integer(0), "name": .string("Vega"), "names": .list([.string("Vega"), .null]),
        "ship": .map(["name": .string("Nova"), "tons": .integer(9)]),
    ]

    /// The rows of a query as text, columns apart by ` | `; in the order of the alphabet unless the query has ORDER BY.
    ///
    /// Asked twice: of a graph that looks at no condition itself, and of one that has an index for everything.
    static func rows(_ query: String) throws -> (plainly: [String], byIndexes: [String]) {
        (try rows(query, on: TestGraph()), try rows(query, on: TestGraph(hasIndexes: true)))
    }

    private static func rows(_ query: String, on graph: TestGraph) throws -> [String] {
        _ = try PreparedQuery(creation, allowsWriting: true).run(on: graph)
        let rows = try PreparedQuery(query).run(on: graph, parameters: parameters).rows.map { row in
            try row.map { try ComparableValue($0, in: graph).description }.joined(separator: " | ")
        }
        return query.contains("ORDER BY") ? rows : rows.sorted()
    }

    /// The lines of EXPLAIN.
    static func plan(_ query: String, hasIndexes: Bool = true) throws -> [String] {
        let graph = TestGraph(hasIndexes: hasIndexes)
        _ = try PreparedQuery(creation, allowsWriting: true).run(on: graph)
        return try PreparedQuery("EXPLAIN " + query).run(on: graph, parameters: parameters).rows.compactMap { row in
            if case .string(let line) = row[0] { line } else { nil }
        }
    }
}
