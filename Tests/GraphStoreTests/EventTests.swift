import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Events and their reports")
struct EventTests {
    /// A statement of its own document.
    private func report(
        _ document: String, _ subject: String = "Ana Ruiz", _ relation: String = "met-with", _ object: String = "Bo Ek",
        on day: Int? = 20_000,
        until: Int? = nil, status: Status = .actual, symmetric: Bool = true
    ) -> KnowledgeGraph.Statement {
        var statement = StoreSamples.statement(subject, relation, object, document: document, on: day, status: status)
        statement.isSymmetric = symmetric
        if let until { statement.date?.end = CalendarDate(daysSince1970: until) }
        return statement
    }

    private func store(_ statements: [KnowledgeGraph.Statement]) throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for statement in statements { try store.add(StoreSamples.document(statement.document), statements: [statement]) }
        return store
    }

    @Test("are one for all reports of the same, whichever way round a symmetric relation is said")
    func oneEvent() throws {
        let reports = [report("c"), report("a", until: 20_003), report("b", "Bo Ek", "met-with", "Ana Ruiz")]
        let store = try store(reports)
        let event = Event(reports: [reports[1], reports[2], reports[0]])
        #expect(try store.events() == [event])
        #expect(try store.events(of: "person/bo-ek") == [event])
        #expect(event.documentCount == 3)
        #expect(try store.statistics().events == 1)
        #expect(try store.statistics().statements == 3)
        #expect(try store.actors().map(\.events) == [1, 1])
        #expect(try store.actors().map(\.statements) == [3, 3])
    }

    @Test("are told apart by actor, relation, direction, status and day; without a day each report is its own")
    func differentEvents() throws {
        let reports = [
            report("a"), report("b", "Ana Ruiz", "met-with", "Mali"), report("c", "Ana Ruiz", "visited"), report("d", on: 20_001),
            report("e", status: .planned), report("f", status: .denied), report("g", on: nil), report("h", on: nil),
            report("i", "Ana Ruiz", "accused", "Bo Ek", symmetric: false), report("j", "Bo Ek", "accused", "Ana Ruiz", symmetric: false),
            report("k", symmetric: false),
        ]
        let store = try store(reports)
        let events = try store.events()
        #expect(events.count == reports.count)
        #expect(events.first?.reports == [reports[3]])
        #expect(events.suffix(2).map(\.reports) == [[reports[6]], [reports[7]]])
        #expect(try store.statistics().events == reports.count)
    }

    @Test("agree with the graph in memory, and keep to filter and limit", arguments: 0..<6)
    func reference(seed: Int) throws {
        var news = RandomNews(seed: 500 + seed)
        let documents = news.documents(40)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        for filter in QueryTests.filters + [StatementFilter(classes: [.consult]), StatementFilter(statuses: [.actual, .denied])] {
            let events = try store.events(where: filter)
            // Ids that look the same are one actor in memory and two in a file, whose bytes differ.
            let plain = { (event: Event) in event.subject.id.utf8.allSatisfy { $0 < 128 } && event.object.id.utf8.allSatisfy { $0 < 128 } }
            let expected = try store.graph(where: filter).events().map { Set($0.reports) }
            #expect(Set(events.filter(plain).map { Set($0.reports) }).isSubset(of: Set(expected)))
            #expect(events.reduce(0) { $0 + $1.reports.count } == (try store.statements(where: filter).count))
            #expect(try store.events(where: filter, limit: 3) == Array(events.prefix(3)))
            let days = events.map { $0.day?.daysSince1970 ?? Int.min }
            #expect(days == days.sorted(by: >))
            let actor = RandomNews.ids[seed % 4]
            let own = events.filter { $0.subject.id == actor || $0.object.id == actor }
            #expect(try store.events(of: actor, where: filter) == own)
        }
        #expect(try store.statistics().events == store.events().count)
        #expect(try store.events(limit: 0).isEmpty && store.events(of: "person/nobody").isEmpty)
    }

    @Test("see merged actors as one")
    func merged() throws {
        let store = try store([report("a"), report("b", "Ana M. Ruiz")])
        #expect(try store.events().count == 2)
        try store.merge("person/ana-m.-ruiz", into: "person/ana-ruiz", reason: "", time: "")
        #expect(try store.events().map(\.reports.count) == [2])
        #expect(try store.actors().map(\.events) == [1, 1])
    }

    @Test("are those with one other actor on the other side, if that is asked for")
    func withOther() throws {
        let store = try store([
            report("a"), report("b"), report("c", "Ana Ruiz", "visited", "Mali"), report("d", "Bo Ek", "visited", "Mali"),
        ])
        #expect(try store.events(of: "person/ana-ruiz", with: "person/bo-ek").map(\.reports.count) == [2])
        #expect(try store.events(of: "person/mali", with: "person/bo-ek").map(\.reports[0].document) == ["d"])
        #expect(try store.events(of: "person/ana-ruiz", with: "unheard-of").isEmpty)
        #expect(try store.statementCount(of: "person/ana-ruiz") == 3)
        #expect(try store.statementCount(of: "person/ana-ruiz", where: StatementFilter(relations: ["visited"])) == 1)
        #expect(try store.statementCount(of: "unheard-of") == 0)
    }
}
