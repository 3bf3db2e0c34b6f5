import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Queries")
struct QueryTests {
    private func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (document, statements) in StoreSamples.corpus(6) { try store.add(document, statements: statements) }
        return store
    }

    static let filters: [StatementFilter] = [
        .everything, StatementFilter(relations: ["met-with", "visited"]), StatementFilter(classes: [.consult], statuses: [.denied]),
        StatementFilter(since: CalendarDate(daysSince1970: 20_005)), StatementFilter(until: CalendarDate(daysSince1970: 20_008)),
        StatementFilter(since: CalendarDate(daysSince1970: 20_245), until: CalendarDate(daysSince1970: 20_246)),
        StatementFilter(relations: ["' OR 1=1 --"]),
    ]

    @Test("agree with a look at every statement, newest first", arguments: filters)
    func reference(filter: StatementFilter) throws {
        let store = try store()
        let all = StoreSamples.corpus(6).flatMap(\.statements)
        #expect(try store.statements(where: filter) == all.filter(filter.matches))
        let ids = StoreSamples.people.map { StoreSamples.actor($0).id }
        for actor in ids {
            func concerns(_ statement: Statement) -> Bool { [statement.subject.actor.id, statement.object.actor.id].contains(actor) }
            let expected = all.filter { concerns($0) && filter.matches($0) }
            let found = try store.statements(of: actor, where: filter)
            #expect(Set(found) == Set(expected))
            #expect(found.count == expected.count)
            let days = found.map { $0.date?.start.daysSince1970 ?? Int.min }
            #expect(days == days.sorted(by: >))
            #expect(try store.statements(of: actor, where: filter, limit: 2) == Array(found.prefix(2)))
            for other in ids {
                let between = expected.filter { Set([$0.subject.actor.id, $0.object.actor.id]) == Set([actor, other]) }
                #expect(try Set(store.statements(of: actor, with: other, where: filter)) == Set(between))
            }
        }
    }

    @Test("find the paths that the graph in memory has", arguments: filters)
    func paths(filter: StatementFilter) throws {
        let store = try store()
        let graph = Graph(StoreSamples.corpus(6).flatMap(\.statements))
        for other in ["Mali", "Ana Ruiz", "Nobody"].map({ StoreSamples.actor($0).id }) {
            let paths = try store.shortestPaths(from: "person/ana-ruiz", to: other, where: filter)
            #expect(paths == graph.shortestPaths(from: "person/ana-ruiz", to: other, where: filter))
        }
    }

    @Test("find nothing for an actor that is not there")
    func unknownActor() throws {
        #expect(try store().statements(of: "person/nobody").isEmpty)
        #expect(try store().statements(of: "person/ana-ruiz", with: "person/nobody").isEmpty)
    }

    @Test("count what is there")
    func statistics() throws {
        let all = StoreSamples.corpus(6).flatMap(\.statements)
        let statistics = try store().statistics()
        #expect(statistics.documents == 6)
        #expect(statistics.statements == all.count)
        #expect(statistics.actors == Graph(all).actors.count)
        #expect(statistics.classes == [.init(name: "CONSULT", count: all.count)])
        #expect(statistics.statuses.map(\.name) == ["actual", "denied"])
        #expect(statistics.relations.reduce(0) { $0 + $1.count } == all.count)
        #expect(statistics.actorTypes == [.init(name: "person", count: statistics.actors)])
        #expect(statistics.days?.upperBound == CalendarDate(daysSince1970: 20_250))
        #expect(try GraphStore.inMemory().statistics().days == nil)
    }

    @Test("list actors by what they take part in")
    func actors() throws {
        let graph = Graph(StoreSamples.corpus(6).flatMap(\.statements))
        let actors = try store().actors()
        #expect(Set(actors.map(\.actor)) == Set(graph.actors))
        for summary in actors { #expect(summary.statements == graph.degree(of: summary.actor.id).statements) }
        #expect(actors.map(\.statements) == actors.map(\.statements).sorted(by: >))
        #expect(try store().actors(type: .country).isEmpty)
    }

    @Test(
        "search sentences by words, without case and accents",
        arguments: [("nunez VISITED", true), ("Núñez", true), ("zebra", false), ("", false), ("\" OR *", false)])
    func search(query: String, isFound: Bool) throws {
        let hits = try store().search(query)
        #expect(hits.isEmpty != isFound)
        #expect(hits.allSatisfy { $0.evidence.sentence.contains("Núñez") })
    }

    @Test("run through all statements more than once, and hand on the caller's own error")
    func streaming() throws {
        struct Interruption: Error {}
        let store = try store()
        try store.withStatements { statements in
            #expect(Array(statements) == Array(statements))
        }
        #expect(throws: Interruption.self) { try store.withStatements { _ in throw Interruption() } }
    }
}
