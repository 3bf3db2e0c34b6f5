@testable import GraphQuery

/// How the tests of this target run queries: the one place that knows how they are prepared and run.
enum QueryUnderTest {
    struct Result {
        var columns: [String]
        var rows: [[Value]]
    }

    /// Runs a query that only reads.
    ///
    /// - Throws: `QueryError`; also when the query has a clause that writes.
    static func read(_ query: String, on graph: any PropertyGraph, parameters: [String: Value] = [:]) throws -> Result {
        try run(query, on: graph, parameters: parameters, allowsWriting: false)
    }

    /// Runs a query that may have CREATE.
    static func write(_ query: String, on graph: any WritablePropertyGraph, parameters: [String: Value] = [:]) throws {
        _ = try run(query, on: graph, parameters: parameters, allowsWriting: true)
    }

    private static func run(
        _ query: String, on graph: any PropertyGraph, parameters: [String: Value], allowsWriting: Bool
    ) throws -> Result {
        let prepared = try PreparedQuery(query, allowsWriting: allowsWriting)
        let result = try prepared.run(on: graph, parameters: parameters)
        return Result(columns: result.columns, rows: result.rows)
    }
}
