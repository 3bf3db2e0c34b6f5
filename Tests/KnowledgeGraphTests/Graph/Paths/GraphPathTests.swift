import Testing

@testable import KnowledgeGraph

@Suite("Paths of a graph")
struct GraphPathTests {
    /// a meets b three times and c once; both meet d.
    static let graph: Graph = {
        func statement(_ subject: String, _ object: String, on day: Int, confidence: Double, symmetric: Bool = false) -> Statement {
            var statement = StatementSamples.statement(subject, "met-with", object, on: day)
            statement.confidence = confidence
            statement.isSymmetric = symmetric
            return statement
        }
        return Graph([
            statement("a", "b", on: 1, confidence: 0.2), statement("a", "b", on: 2, confidence: 0.5),
            statement("b", "a", on: 3, confidence: 0.1), statement("b", "d", on: 4, confidence: .nan),
            statement("a", "c", on: 5, confidence: 0.9), statement("d", "c", on: 6, confidence: 7, symmetric: true),
        ])
    }()

    private func ids(_ path: Path?) -> [String]? { path?.actors.map(\.id) }

    @Test("weigh what the caller says a step weighs")
    func weights() {
        func lightest(_ weight: StepWeight, where filter: StatementFilter = .everything) -> WeightedPath? {
            Self.graph.lightestPaths(from: "a", to: "d", weight: weight, where: filter).first
        }
        #expect(ids(lightest(.reciprocalOfStatements)?.path) == ["a", "b", "d"])
        #expect(lightest(.reciprocalOfStatements)?.weight == 1.0 / 3 + 1)
        #expect(ids(lightest(.doubt)?.path) == ["a", "c", "d"])
        #expect(lightest(.doubt)?.weight.isAbout(0.1) == true)
        #expect(ids(lightest(.custom { $0.object.actor.id == "c" ? .infinity : 1 })?.path) == ["a", "b", "d"])
        #expect(lightest(.custom { _ in .infinity }) == nil)
        let early = StatementFilter(until: CalendarDate(daysSince1970: 4))
        #expect(lightest(.doubt, where: early)?.weight == 1.5)
        #expect(lightest(.doubt, where: early)?.path.steps.map(\.statements.count) == [3, 1])
    }

    @Test("come shortest first, as many as asked")
    func simple() {
        let paths = Self.graph.paths(from: "a", to: "b")
        #expect(paths.map { ids($0) } == [["a", "b"], ["a", "c", "d", "b"]])
        #expect(paths[0].steps[0].statements.count == 3)
        #expect(Self.graph.paths(from: "a", to: "b", maximumLength: 2).count == 1)
        #expect(Self.graph.paths(from: "a", to: "b", limit: 1).count == 1)
        #expect(Self.graph.paths(from: "a", to: "nobody").isEmpty && Self.graph.paths(from: "a", to: "b", limit: 0).isEmpty)
    }

    @Test("go from subject to object when asked, and both ways through symmetric statements")
    func directed() {
        #expect(Self.graph.shortestPaths(from: "a", to: "d", directed: true).map { ids($0) } == [["a", "b", "d"], ["a", "c", "d"]])
        #expect(Self.graph.shortestPaths(from: "d", to: "a", directed: true).isEmpty)
        #expect(ids(Self.graph.paths(from: "d", to: "c", directed: true).first) == ["d", "c"])
        let step = Self.graph.paths(from: "a", to: "b", directed: true)[0].steps[0]
        #expect(step.statements.allSatisfy { $0.subject.actor.id == "a" })
        #expect(Self.graph.lightestPaths(from: "b", to: "a", weight: .reciprocalOfStatements, directed: true)[0].weight == 1)
    }
}
