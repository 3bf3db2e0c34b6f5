import Testing

@testable import GraphQuery

@Suite("Limits of a run")
struct LimitTests {
    private func run(_ query: String, on graph: TestGraph, _ limits: QueryLimits) throws -> QueryResult {
        try PreparedQuery(query).run(on: graph, limits: limits)
    }

    private func detail(_ query: String, on graph: TestGraph, _ limits: QueryLimits) throws -> String? {
        do {
            _ = try run(query, on: graph, limits)
            return nil
        } catch let error as QueryError {
            return error.detail
        }
    }

    @Test(
        "what a step has kept is given back with its last row",
        arguments: [
            // Each inner plan holds some 20 values, and there are 400 of them.
            "UNWIND range(1, 400) AS i WITH i, COUNT { UNWIND range(1, 20) AS x RETURN x ORDER BY x } AS n RETURN sum(n)",
            "UNWIND range(1, 400) AS i WITH i, COUNT { UNWIND range(1, 20) AS x RETURN DISTINCT x } AS n RETURN sum(n)",
            "UNWIND range(1, 400) AS i WITH i, COUNT { UNWIND range(1, 20) AS x RETURN x, collect(x) } AS n RETURN sum(n)",
            "UNWIND range(1, 400) AS i WITH i, COUNT { UNWIND range(1, 20) AS x RETURN collect(x) } AS n RETURN sum(n)",
            "UNWIND range(1, 400) AS i MATCH (a {number: 0})-[*20]-(b) RETURN count(b)",
            "UNWIND range(1, 400) AS i MATCH (a {number: 0}), (b {number: 15}) MATCH p = shortestPath((a)-[*]->(b)) RETURN count(p)",
            "UNWIND range(1, 400) AS i MATCH (a {number: 0}), (b {number: 15}) MATCH p = allShortestPaths((a)-[*]-(b)) RETURN count(p)",
            "UNWIND range(1, 400) AS i MATCH (a {number: 0}), (b {number: 9}) MATCH p = shortestPath((a)-[*]->(b)) WHERE length(p) > 2 RETURN count(p)",
            "UNWIND range(1, 3000) AS i RETURN i ORDER BY -i LIMIT 2",
            "UNWIND range(1, 3000) AS i WITH [i, i, i] AS l RETURN count(l)",
        ])
    func memoryGivenBack(query: String) throws {
        let ring = try TestGraph.ring(of: 40)
        #expect(try detail(query, on: ring, QueryLimits(rows: 10, elements: 7000)) == nil)
    }

    @Test(
        "what is kept counts",
        arguments: [
            "UNWIND range(1, 3000) AS i RETURN i ORDER BY -i", "UNWIND range(1, 3000) AS i RETURN DISTINCT -i AS x",
            "UNWIND range(1, 3000) AS i RETURN -i AS x, count(*)", "UNWIND range(1, 3000) AS i RETURN collect(-i)",
            "UNWIND range(1, 3000) AS i RETURN count(DISTINCT -i)", "UNWIND range(1, 3000) AS i RETURN percentileDisc(i, 0.5)",
            "MATCH (a {number: 0})-[rs*]-(b {number: -1}) RETURN rs",
            "MATCH p = shortestPath((a {number: 0})-[*]-(b {number: 300})) RETURN p",
            "MATCH p = shortestPath((a {number: 0})-[*]-(b {number: 300})) WHERE length(p) > 400 RETURN p",
        ])
    func memoryKept(query: String) throws {
        let ring = try TestGraph.ring(of: 600)
        #expect(try detail(query, on: ring, QueryLimits(rows: 100, elements: query.hasPrefix("MATCH") ? 500 : 3100)) == "MemoryLimit")
    }

    @Test("rows of the result")
    func rows() throws {
        let graph = TestGraph()
        #expect(try run("UNWIND range(1, 10) AS x RETURN x", on: graph, QueryLimits(rows: 10)).rows.count == 10)
        #expect(try detail("UNWIND range(1, 11) AS x RETURN x", on: graph, QueryLimits(rows: 10)) == "RowLimit")
        #expect(try detail("UNWIND range(1, 11) AS x RETURN count(x)", on: graph, QueryLimits(rows: 10)) == nil)
    }

    @Test(
        "a query that gives no rows for long is stopped in time",
        arguments: [
            "MATCH (a)-[*]-(b {number: -1}) RETURN b", "MATCH (a)--(b)--(c)--(d)--(e)--(f {number: -1}) RETURN f",
            "MATCH (a), (b), (c), (d), (e {number: -1}) RETURN e", "MATCH (a) WHERE (a)-[*9]-({number: -1}) RETURN a",
            "MATCH (a) RETURN size([(a)-[*9]-(b {number: -1}) | b]) AS n",
            "MATCH (a) OPTIONAL MATCH (a)-[*9]-(b {number: -1}) RETURN count(b)",
            "MATCH (a)-[rs*9]-(b) WHERE all(r IN rs WHERE type(r) = 'KNOWS') AND size(rs) = 8 RETURN b",
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a",
        ])
    func time(query: String) throws {
        let graph = try TestGraph.clique(of: 30)
        let start = processorTime()
        #expect(try detail(query, on: graph, QueryLimits(time: .milliseconds(50))) == "TimeLimit")
        #expect(processorTime() - start < 3)
    }

    @Test("a task that is cancelled ends its query")
    func cancellation() async throws {
        let graph = try TestGraph.clique(of: 30)
        let task = Task {
            try PreparedQuery("MATCH (a)-[*]-(b {number: -1}) RETURN b").run(on: graph, limits: QueryLimits(time: .seconds(60)))
        }
        task.cancel()
        let error = await #expect(throws: QueryError.self) { _ = try await task.value }
        #expect(error?.detail == "Cancelled")
    }
}
