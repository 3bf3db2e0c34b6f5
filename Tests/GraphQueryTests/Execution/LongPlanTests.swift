import Foundation
import Synchronization
import Testing

@testable import GraphQuery

/// Rows are pushed from step to step, each a few frames higher on the stack: the longest plans must fit where threads have little of it.
@Suite("Long plans")
struct LongPlanTests {
    /// As many as the parser lets through, about.
    private static func chain(_ start: String, _ link: String, _ count: Int, _ end: String) -> String {
        start + (0..<count).map { link.replacing("#", with: "\($0)") }.joined() + end
    }

    @Test(
        "run on a stack of 512 KB",
        arguments: [
            chain("UNWIND [1] AS x", " UNWIND [x] AS y# WITH y# AS x", 74, " RETURN x"),
            chain("WITH 1 AS x", " WITH x + 0 AS x WHERE x > 0", 147, " RETURN x"),
            chain("WITH 1 AS x", " WITH DISTINCT x, count(*) AS n ORDER BY n SKIP 0 LIMIT 5 WHERE x = 1", 80, " RETURN x"),
            chain("WITH 1 AS x", " WITH x + 0 AS x ORDER BY x LIMIT 2 WHERE x > 0", 95, " RETURN x"),
            chain("MATCH (a {number: 0})", " MATCH (a) MATCH (b# {number: 0})", 35, " RETURN 1 AS x"),
            chain("MATCH (a {number: 0})", "-->(a# {number: # + 1})", 72, " RETURN 1 AS x"),
            chain("MATCH p = (a {number: 0})", "-[*1..1]->(a#)", 72, " WHERE length(p) > 1 RETURN 1 AS x"),
            chain("MATCH (a {number: 0})", " OPTIONAL MATCH (a)-->(b#)", 35, " RETURN 1 AS x"),
            chain("MATCH (a {number: 0})", " OPTIONAL MATCH (a)-->(b# {number: 7})", 35, " RETURN 1 AS x"),
            chain("MATCH (a {number: 0})", ", (b# {number: 1})", 140, " RETURN 1 AS x"),
            chain("MATCH (a {number: 0}), (b {number: 1})", " MATCH p# = shortestPath((a)-[*]-(b))", 35, " RETURN 1 AS x"),
            chain(
                "MATCH (a {number: 0}) WHERE ", "EXISTS { MATCH (a)-->(b#) WHERE ", 8,
                "true" + String(repeating: " RETURN 1 AS one }", count: 8) + " RETURN 1 AS x"),
            chain("MATCH (a {number: 0}) RETURN ", "[(a)-->(b#) | ", 12, "1" + String(repeating: "]", count: 12) + " AS x"),
            chain("MATCH (a0 {number: 0})", " MATCH (a0)-->(a1) WITH collect(a1) AS l UNWIND l AS a0", 24, " RETURN 1 AS x"),
        ])
    func smallStack(query: String) throws {
        let graph = try TestGraph.ring(of: 80)
        let answer = Answer()
        let thread = Thread {
            do {
                answer.set("\(try PreparedQuery(query).run(on: graph).rows.count) rows")
            } catch let error as QueryError {
                answer.set(error.detail)
            } catch {
                answer.set("\(error)")
            }
        }
        thread.stackSize = 512 << 10
        thread.start()
        #expect(answer.wait() == "1 rows", "\(query.prefix(120))")
    }

    @Test("that would not are refused")
    func tooLong() throws {
        let query = Self.chain("WITH 1 AS x", " WITH DISTINCT x, count(*) AS n ORDER BY n SKIP 0 LIMIT 5 WHERE x = 1", 120, " RETURN x")
        let error = #expect(throws: QueryError.self) { try PreparedQuery(query).run(on: TestGraph()) }
        #expect(error?.detail == "QueryTooLarge")
        #expect(error?.phase == .compileTime)
    }

    /// A class: the thread and the test share it.
    private final class Answer: Sendable {
        private let text = Mutex<String?>(nil)

        func set(_ new: String) {
            text.withLock { $0 = new }
        }

        func wait() -> String {
            while true {
                if let text = text.withLock({ $0 }) { return text }
                Thread.sleep(forTimeInterval: 0.001)
            }
        }
    }
}

extension TestGraph {
    /// Nodes in a circle, each with a relationship to the next.
    static func ring(of size: Int) throws -> TestGraph {
        let graph = TestGraph()
        let nodes = try (0..<size).map { try graph.createNode(labels: ["Place"], properties: ["number": .integer($0)]) }
        for (index, node) in nodes.enumerated() {
            _ = try graph.createRelationship(
                type: "NEXT", from: node, to: nodes[(index + 1) % size], properties: ["number": .integer(index)])
        }
        return graph
    }
}
