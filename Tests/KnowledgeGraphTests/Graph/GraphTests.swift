import Testing

@testable import KnowledgeGraph

@Suite("Graph")
struct GraphTests {
    static let filters: [StatementFilter] = [
        .everything, StatementFilter(relations: ["visited"]), StatementFilter(relations: ["unheard-of"]),
        StatementFilter(classes: [.accuse], statuses: [.actual, .planned]),
        StatementFilter(since: CalendarDate(daysSince1970: 4), until: CalendarDate(daysSince1970: 8)),
        StatementFilter(statuses: [.actual], until: CalendarDate(daysSince1970: 3)),
        StatementFilter(since: CalendarDate(daysSince1970: 11)),
    ]

    @Test("agrees with a search of every statement, under every filter", arguments: Array(0..<8) as [UInt64], filters)
    func reference(seed: UInt64, filter: StatementFilter) {
        let statements = StatementSamples.random(count: 24, actors: 9, seed: seed)
        let graph = Graph(statements)
        let reference = ReferenceGraph(statements: statements.filter(filter.matches))
        let ids = (0..<10).map { "a\($0)" }
        for actor in ids {
            #expect(Set(graph.statements(of: actor, where: filter).map(\.id)) == reference.of(actor))
            #expect(graph.neighbours(of: actor, where: filter).map(\.actor.id) == reference.neighbours(of: actor).sorted())
            #expect(graph.degree(of: actor, where: filter).neighbours == reference.neighbours(of: actor).subtracting([actor]).count)
            #expect(graph.degree(of: actor, where: filter).statements == reference.of(actor).count)
            for other in ids {
                #expect(Set(graph.statements(between: actor, and: other, where: filter).map(\.id)) == reference.between(actor, other))
                guard graph.actor(actor) != nil, graph.actor(other) != nil else { continue }
                let paths = graph.shortestPaths(from: actor, to: other, maximumLength: 4, where: filter, limit: 1000)
                #expect(paths.map { $0.actors.map(\.id) } == reference.shortestChains(from: actor, to: other, maximumLength: 4))
                #expect(
                    paths.allSatisfy {
                        $0.steps.allSatisfy { step in !step.statements.isEmpty && step.statements.allSatisfy(filter.matches) }
                    })
            }
        }
    }

    @Test("does not depend on the order of the statements, nor on their repetition", arguments: Array(0..<4) as [UInt64])
    func inputOrder(seed: UInt64) {
        let statements = StatementSamples.random(count: 60, actors: 12, seed: seed)
        let graph = Graph(statements)
        let other = Graph((statements + statements).reversed())
        #expect(graph.statements == other.statements)
        #expect(graph.actors == other.actors)
        #expect(graph.shortestPaths(from: "a0", to: "a1") == other.shortestPaths(from: "a0", to: "a1"))
    }

    @Test("lists statements oldest first, those without a date before all others")
    func order() {
        let graph = Graph([
            StatementSamples.statement("x", "met-with", "y", on: 30), StatementSamples.statement("x", "visited", "y"),
            StatementSamples.statement("y", "met-with", "x", on: -4),
        ])
        #expect(graph.statements(of: "x").map { $0.date?.start.daysSince1970 } == [nil, -4, 30])
    }

    @Test("keeps an actor's commonest name, then its longest")
    func names() {
        func statement(_ id: String, _ name: String) -> Statement {
            var statement = StatementSamples.statement("x", "met-with", "y", id: id)
            statement.subject.actor.name = name
            return statement
        }
        #expect(Graph([statement("1", "Ruiz"), statement("2", "Ana Ruiz")]).actor("x")?.name == "Ana Ruiz")
        #expect(Graph([statement("1", "Ruiz"), statement("2", "Ruiz"), statement("3", "Ana Ruiz")]).actor("x")?.name == "Ruiz")
    }

    @Test("slices by days that a statement touches, and leaves out what has no date")
    func slice() {
        let graph = Graph([
            StatementSamples.statement("x", "met-with", "y", on: 1), StatementSamples.statement("x", "visited", "z", on: 5, until: 20),
            StatementSamples.statement("x", "accused", "w"),
        ])
        func actors(_ since: Int?, _ until: Int?) -> [String] {
            graph.slice(since: since.map(CalendarDate.init), until: until.map(CalendarDate.init)).actors.map(\.id)
        }
        #expect(actors(nil, nil) == ["w", "x", "y", "z"])
        #expect(actors(10, 12) == ["x", "z"])
        #expect(actors(nil, 4) == ["x", "y"])
        #expect(actors(21, nil) == [])
    }

    @Test("finds nothing for actors that nobody named")
    func unknownActors() {
        let graph = Graph([StatementSamples.statement("x", "met-with", "y")])
        for id in ["", "nobody", "X", "\0"] {
            #expect(graph.actor(id) == nil)
            #expect(graph.statements(of: id).isEmpty)
            #expect(graph.neighbours(of: id).isEmpty)
            #expect(graph.shortestPaths(from: "x", to: id).isEmpty)
            #expect(graph.degree(of: id).statements == 0)
        }
        #expect(Graph([]).actors.isEmpty)
    }

    @Test("obeys the filter inside the search: a longer chain of allowed statements is found")
    func filteredPath() {
        let graph = Graph([
            StatementSamples.statement("a", "met-with", "c", status: .denied), StatementSamples.statement("a", "met-with", "b"),
            StatementSamples.statement("c", "met-with", "b"),
        ])
        let path = graph.shortestPaths(from: "a", to: "c", where: StatementFilter(statuses: [.actual]))
        #expect(path.map { $0.actors.map(\.id) } == [["a", "b", "c"]])
        #expect(graph.shortestPaths(from: "a", to: "c").map(\.steps.count) == [1])
        #expect(graph.shortestPaths(from: "a", to: "c", maximumLength: 1, where: StatementFilter(statuses: [.actual])).isEmpty)
    }

    @Test("gives an actor a path of no steps to itself, and counts what it does to itself once")
    func selfLoop() {
        let graph = Graph([StatementSamples.statement("a", "criticised", "a")])
        #expect(graph.shortestPaths(from: "a", to: "a").map(\.steps.count) == [0])
        #expect(graph.statements(of: "a").count == 1)
        #expect(graph.degree(of: "a") == Degree(outgoing: 1, incoming: 0, neighbours: 0))
        #expect(graph.neighbours(of: "a").map(\.actor.id) == ["a"])
    }

    @Test("gives no more paths than asked, the first by their actors' ids")
    func limit() {
        let middle = (0..<50).map { "m\($0 + 100)" }
        let graph = Graph(
            middle.flatMap { [StatementSamples.statement("a", "met-with", $0), StatementSamples.statement($0, "met-with", "z")] })
        let paths = graph.shortestPaths(from: "a", to: "z", limit: 2)
        #expect(paths.map { $0.actors.map(\.id) } == [["a", "m100", "z"], ["a", "m101", "z"]])
    }

    @Test("keeps to an actor's surroundings")
    func surroundings() {
        let graph = Graph(
            zip(["a", "b", "c", "d"], ["b", "c", "d", "a"]).map { StatementSamples.statement($0, "met-with", $1) } + [
                StatementSamples.statement("c", "met-with", "e")
            ])
        #expect(graph.egoNetwork(of: ["a"], hops: 0).statements.isEmpty)
        #expect(graph.egoNetwork(of: ["a"], hops: 1).actors.map(\.id) == ["a", "b", "d"])
        #expect(graph.egoNetwork(of: ["a"], hops: 2).statements.count == 4)
        #expect(graph.egoNetwork(of: ["nobody"], hops: 9).actors.isEmpty)
    }
}
