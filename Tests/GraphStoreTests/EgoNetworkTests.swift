import GraphFormats
import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@Suite("An ego network")
struct EgoNetworkTests {
    /// A network with departments inside ministries inside countries, and offices in them.
    private static let statements: [Statement] = {
        var statements = sampleNetwork(statements: 150)
        let people = statements.map(\.subject.actor).filter { $0.type == .person }.prefix(12)
        let ministry = sampleActor("Ministry of Tides", .organization)
        let department = sampleActor("Department of Buoys", .organization)
        func add(_ subject: Actor, _ relation: String, _ object: Actor, status: Status = .actual) {
            statements.append(sampleStatement(subject, relation, .state, object, status: status, index: statements.count))
        }
        for (index, person) in people.enumerated() {
            add(person, ["works-for", "leads", "member-of"][index % 3], index % 2 == 0 ? department : ministry)
        }
        add(department, "part-of", ministry)
        add(ministry, "located-in", sampleActor("Ostmark", .country))
        add(ministry, "located-in", sampleActor("Kestria", .country), status: .planned)
        return statements
    }()

    private static func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        var rest = statements.makeIterator()
        try store.add(file: "sample") { rest.next().map { SourcedStatement($0) } }
        return store
    }

    private static let filters: [StatementFilter] = [
        .everything, StatementFilter(classes: [.consult, .accuse]), StatementFilter(relations: ["works-for", "met-with"]),
        StatementFilter(statuses: [.actual], since: CalendarDate(iso8601: "2031-05-10")), StatementFilter(classes: [.state]),
        StatementFilter(until: CalendarDate(iso8601: "2031-05-04")),
    ]

    @Test("is all that a figure of it needs", arguments: filters, 1...3)
    func figure(filter: StatementFilter, hops: Int) throws {
        let store = try Self.store()
        let all = try store.statements()
        for centre in Set(all.map(\.subject.actor.id)).sorted() where try store.statementCount(of: centre, where: filter) > 0 {
            let options = DiagramOptions(
                around: centre, hops: hops, since: filter.since, until: filter.until,
                classes: filter.classes.sorted { $0.rawValue < $1.rawValue },
                relations: filter.relations.sorted(), statuses: Array(filter.statuses), cluster: .country)
            let near = try store.egoNetwork(of: centre, hops: hops, where: filter, affiliations: Diagram.affiliations)
            #expect(try Diagram(near, options: options).dot() == Diagram(all, options: options).dot())
        }
    }

    @Test("holds nothing else", arguments: filters)
    func little(filter: StatementFilter) throws {
        let store = try Self.store()
        let all = try store.statements()
        let centre = "person/ida-holm"
        let near = try store.egoNetwork(of: centre, hops: 1, where: filter)
        let neighbours = Set(
            all.filter { filter.matches($0) && [$0.subject.actor.id, $0.object.actor.id].contains(centre) }
                .flatMap { [$0.subject.actor.id, $0.object.actor.id] } + [centre])
        let expected = all.filter {
            filter.matches($0) && neighbours.contains($0.subject.actor.id) && neighbours.contains($0.object.actor.id)
        }
        #expect(Set(near.map(\.id)) == Set(expected.map(\.id)) && near.count == expected.count)
        #expect(try store.egoNetwork(of: centre, hops: 0, where: filter).isEmpty)
        #expect(try store.egoNetwork(of: "person/nobody", hops: 2).isEmpty)
    }
}
