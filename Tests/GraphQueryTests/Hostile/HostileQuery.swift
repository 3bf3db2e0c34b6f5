import Testing

@testable import GraphQuery

/// A query that means harm, and what it gets.
enum HostileQuery {
    /// Runs the query, or fails the test when that takes too much processor time.
    ///
    /// - Returns: the error, if one came.
    @discardableResult static func ending(
        of query: String, on graph: TestGraph = TestGraph(), parameters: [String: Value] = [:],
        limits: QueryLimits = QueryLimits(rows: 10_000, elements: 1_000_000, time: .milliseconds(200)), within seconds: Double = 5
    ) throws -> QueryError? {
        let start = processorTime()
        defer { #expect(processorTime() - start < seconds, "\(query.prefix(200))") }
        do {
            _ = try PreparedQuery(query).run(on: graph, parameters: parameters, limits: limits)
            return nil
        } catch let error as QueryError {
            return error
        }
    }

    static func rows(
        _ query: String, on graph: TestGraph = TestGraph(), parameters: [String: Value] = [:]
    ) throws -> [[ComparableValue]] {
        let result = try PreparedQuery(query).run(on: graph, parameters: parameters)
        return try result.rows.map { try $0.map { try ComparableValue($0, in: graph) } }
    }
}

extension TestGraph {
    /// The graph in which everybody knows everybody, both ways round.
    static func clique(of size: Int) throws -> TestGraph {
        let graph = TestGraph()
        let nodes = try (0..<size).map { try graph.createNode(labels: ["Person"], properties: ["number": .integer($0)]) }
        for start in nodes {
            for end in nodes where start != end {
                _ = try graph.createRelationship(type: "KNOWS", from: start, to: end, properties: [:])
            }
        }
        return graph
    }
}
