import Testing

@testable import GraphQuery

/// Small queries made at random, from a fixed seed: however a query is planned, it has the same rows.
@Suite("Plans agree")
struct PlanAgreementTests {
    @Test("with indexes, with the patterns the other way round, and with the conditions looked at last", arguments: 1...8)
    func agreement(seed: UInt64) throws {
        var random = RandomQueries(seed: seed)
        for _ in 0..<10 {
            let (graph, indexed) = try random.graphs()
            for _ in 0..<40 { try compare(random.query(), on: graph, indexed) }
        }
    }

    private func compare(_ query: RandomQueries.Query, on graph: TestGraph, _ indexed: TestGraph) throws {
        guard let expected = try rows(query.text, on: graph) else { return }
        for other in [try rows(query.text, on: indexed), try rows(query.rearranged, on: graph)] where other != nil {
            #expect(other == expected, "\(query.text)\n\(query.rearranged)")
        }
    }

    /// The rows in an order of their own; nil when an expression met a type that it does not take, which depends on what is looked at first.
    private func rows(_ query: String, on graph: TestGraph) throws -> [String]? {
        do {
            let result = try PreparedQuery(query).run(on: graph)
            return try result.rows.map { row in try row.map { try ComparableValue($0, in: graph).description }.joined(separator: " | ") }
                .sorted()
        } catch let error as QueryError where error.kind == .typeError || error.detail == "InvalidArgumentType" {
            return nil
        }
    }
}
