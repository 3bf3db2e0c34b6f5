@testable import GraphQuery

/// How the tests of the openCypher TCK run queries: the one place that knows how they are prepared and run.
enum QueryUnderTest {
    /// No scenario needs more; one that hangs must not keep the others waiting.
    private static let limits = QueryLimits(time: .seconds(10))

    /// Runs a query that only reads.
    ///
    /// - Throws: `QueryError`; also when the query has a clause that writes.
    static func read(_ query: String, on graph: any PropertyGraph, parameters: [String: Value] = [:]) throws -> QueryResult {
        try PreparedQuery(query).run(on: graph, parameters: parameters, limits: limits)
    }

    /// Runs a query that may have CREATE.
    static func write(_ query: String, on graph: any WritablePropertyGraph, parameters: [String: Value] = [:]) throws {
        _ = try PreparedQuery(query, allowsWriting: true).run(on: graph, parameters: parameters, limits: limits)
    }
}
