import Testing

@testable import KnowledgeGraph

@Suite("Parts of a graph")
struct GraphPartTests {
    @Test("have the statements that pass, and the actors' names of the whole", arguments: GraphTests.filters)
    func filtered(filter: StatementFilter) {
        let statements = StatementSamples.random(count: 60, actors: 9, seed: 5)
        let graph = Graph(statements)
        let part = graph.filtered(where: filter)
        #expect(part.statements == graph.statements.filter(filter.matches))
        #expect(part.topology == Graph(statements.filter(filter.matches)).topology)
        #expect(part.actors == graph.actors.filter { !part.statements(of: $0.id).isEmpty })
    }

    @Test("around an actor keep every statement among those reached", arguments: Array(0..<5) as [UInt64], 0...3)
    func egoNetwork(seed: UInt64, hops: Int) {
        let graph = Graph(StatementSamples.random(count: 20, actors: 14, seed: seed))
        for filter in GraphTests.filters {
            let allowed = graph.statements.filter(filter.matches)
            var reached: Set<String> = ["a1", "a2"]
            for _ in 0..<hops {
                for pair in allowed.map({ [$0.subject.actor.id, $0.object.actor.id] }) {
                    if pair.contains(where: reached.contains) { reached.formUnion(pair.map { "+" + $0 }) }
                }
                reached = Set(reached.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 })
            }
            let expected = allowed.filter { reached.contains($0.subject.actor.id) && reached.contains($0.object.actor.id) }
            #expect(graph.egoNetwork(of: "a1", "a2", hops: hops, where: filter).statements == expected)
        }
    }

    @Test("around an actor end where the graph ends, however many hops are asked")
    func farHops() {
        let graph = Graph([StatementSamples.statement("a", "met-with", "b"), StatementSamples.statement("c", "met-with", "d")])
        #expect(graph.egoNetwork(of: "a", hops: .max).actors.map(\.id) == ["a", "b"])
        #expect(graph.egoNetwork(of: "a", hops: -1).statements.isEmpty)
    }

    @Test("by period have every dated statement once", arguments: CalendarPeriod.allCases)
    func slices(period: CalendarPeriod) {
        var generator = SplitMix64(state: 3)
        let days = (0..<80).map { _ in Int.random(in: -900..<900, using: &generator) }
        let statements = days.map { StatementSamples.statement("a", "met-with", "b", on: $0, until: $0 + 40) }
        let graph = Graph(statements + [StatementSamples.statement("a", "met-with", "c")])
        let slices = graph.slices(by: period)
        #expect(slices.flatMap { $0.graph.statements } == graph.statements.filter { $0.date != nil })
        for slice in slices {
            #expect(!slice.graph.statements.isEmpty)
            #expect(slice.graph.statements.allSatisfy { slice.days.contains($0.date!.start) })
        }
        #expect(zip(slices, slices.dropFirst()).allSatisfy { $0.days.upperBound < $1.days.lowerBound })
    }
}

@Suite("Calendar periods")
struct CalendarPeriodTests {
    @Test(
        "have the days of the calendar",
        arguments: [
            (.day, "2024-02-29", "2024-02-29", "2024-02-29"), (.week, "2025-06-01", "2025-05-26", "2025-06-01"),
            (.week, "2024-12-30", "2024-12-30", "2025-01-05"), (.month, "2024-02-10", "2024-02-01", "2024-02-29"),
            (.quarter, "2025-05-31", "2025-04-01", "2025-06-30"), (.quarter, "1969-12-31", "1969-10-01", "1969-12-31"),
            (.year, "2023-07-04", "2023-01-01", "2023-12-31"),
        ] as [(CalendarPeriod, String, String, String)])
    func days(period: CalendarPeriod, day: String, first: String, last: String) {
        let days = period.days(around: CalendarDate(iso8601: day)!)
        #expect(days.lowerBound.description == first)
        #expect(days.upperBound.description == last)
    }
}
