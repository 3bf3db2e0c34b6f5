import GRDB
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Merging actors")
struct MergeTests {
    private static let short = "person/v-zelensky"
    private static let long = "person/volodymyr-zelenskyy"

    /// Two actors that are one, in three documents, with others.
    private func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        try store.add(Self.documents)
        return store
    }

    private static let documents: [(document: GraphDocument, statements: [KnowledgeGraph.Statement])] = [
        entry("d1", ("V. Zelensky", "met-with", "Ana Ruiz"), ("V. Zelensky", "visited", "Mali")),
        entry("d2", ("Volodymyr Zelenskyy", "met-with", "Bo Ek")), entry("d3", ("Mali", "accused", "Volodymyr Zelenskyy")),
        entry("d4", ("V. Zelensky", "met-with", "Volodymyr Zelenskyy")),
    ]

    private static func entry(
        _ id: String, _ parts: (String, String, String)...
    ) -> (document: GraphDocument, statements: [KnowledgeGraph.Statement]) {
        let statements = parts.enumerated().map { number, part in
            var statement = StoreSamples.statement(
                part.0, part.1, part.2, document: id, number: number, on: 20_000 + number, mention: part.0 == "Mali" ? nil : "Zelensky")
            for side in [\KnowledgeGraph.Statement.subject.actor, \.object.actor] {
                statement[keyPath: side].id = statement[keyPath: side].id.replacing(".", with: "")
            }
            statement.attribution = .init(name: "V. Zelensky", id: short, verb: "said", span: 0..<1)
            return statement
        }
        return (StoreSamples.document(id), statements)
    }

    @Test("shows one actor, with the id, name and type of the target, wherever it is read")
    func merged() throws {
        let store = try store()
        try store.merge(Self.short, into: Self.long, reason: "initial", time: "2025-06-01T12:00:00Z")
        let target = Actor(id: Self.long, name: "Volodymyr Zelenskyy", type: .person)
        let statements = try store.statements()
        let actors = Set(statements.flatMap { [$0.subject.actor, $0.object.actor] })
        #expect(actors.contains(target) && !actors.contains { $0.id == Self.short })
        #expect(statements.allSatisfy { $0.attribution?.id == Self.long })
        #expect(try store.statements(of: Self.long).count == 5)
        #expect(try store.statements(of: Self.short) == store.statements(of: Self.long))
        #expect(try store.names(of: Self.long) == ["V. Zelensky", "Volodymyr Zelenskyy", "Zelensky"])
        #expect(
            try store.actors().first
                == ActorSummary(
                    actor: target, statements: 5, events: 5, documents: 4,
                    days: CalendarDate(daysSince1970: 20_000)...CalendarDate(daysSince1970: 20_001)))
        #expect(try store.statistics().actors == 4)
        #expect(try store.graph().actors.count == 4)
        for query in [Self.short, Self.long, "V. Zelensky", "volodymyr zelenskyy", "Volodymyr"] {
            #expect(try store.actor(named: query).actor == target)
        }
        #expect(try store.snapshot { try $0.network().topology.actorCount } == 4)
        #expect(
            try store.merges() == [
                ActorMerge(actor: Self.short, target: Self.long, reason: "initial", time: "2025-06-01T12:00:00Z")
            ])
        try store.checkIntegrity()
    }

    @Test("keeps what extraction said: splitting brings everything back")
    func split() throws {
        let store = try store()
        let (before, summaries) = (try store.dump(), try store.actors())
        try store.merge(Self.short, into: Self.long, reason: "", time: "")
        #expect(try store.dump() != before)
        #expect(try store.split(Self.short).map(\.actor) == [Self.short])
        #expect(try store.dump() == before)
        #expect(try store.actors() == summaries)
        // From the other side, too.
        try store.merge(Self.long, into: Self.short, reason: "", time: "")
        #expect(try store.split(Self.short).map(\.actor) == [Self.long])
        #expect(try store.dump() == before)
    }

    @Test("follows chains, and undoes any link of them")
    func chain() throws {
        let store = try store()
        let (first, second, third) = ("person/ana-ruiz", "person/bo-ek", "person/mali")
        try store.merge(first, into: second, reason: "", time: "")
        let firstOnly = try store.contents()
        try store.merge(second, into: third, reason: "", time: "")
        #expect(try store.statements(of: first) == store.statements(of: third))
        #expect(try store.actor(named: "Ana Ruiz").actor.id == third)
        try store.checkIntegrity()
        try store.split(second)
        #expect(try store.contents() == firstOnly)
        try store.merge(second, into: third, reason: "", time: "")
        try store.split(first)
        #expect(try store.actor(named: "Ana Ruiz").actor.id == first)
        #expect(try store.actor(named: "Bo Ek").actor.id == third)
        try store.checkIntegrity()
    }

    @Test("refuses what makes no sense, and changes nothing")
    func refusals() throws {
        let store = try store()
        try store.merge(Self.short, into: Self.long, reason: "", time: "")
        let before = try store.dump()
        func merge(_ actor: String, _ target: String) throws { try store.merge(actor, into: target, reason: "", time: "") }
        #expect(throws: GraphStoreError.unknownActor(name: "person/nobody", near: [])) { try merge("person/nobody", Self.long) }
        #expect(throws: GraphStoreError.unknownActor(name: "", near: [])) { try merge(Self.long, "") }
        #expect(throws: GraphStoreError.alreadyMerged(actor: Self.short, target: Self.long)) { try merge(Self.short, "person/bo-ek") }
        #expect(throws: GraphStoreError.sameActor(actor: Self.long, other: Self.short)) { try merge(Self.long, Self.short) }
        #expect(throws: GraphStoreError.sameActor(actor: "person/bo-ek", other: "person/bo-ek")) {
            try merge("person/bo-ek", "person/bo-ek")
        }
        #expect(throws: GraphStoreError.notMerged(actor: "person/bo-ek")) { try store.split("person/bo-ek") }
        #expect(throws: GraphStoreError.notMerged(actor: "x' OR 1")) { try store.split("x' OR 1") }
        #expect(try store.dump() == before)
    }

    @Test("holds for what is added later and outlives the documents of both")
    func laterDocuments() throws {
        let store = try store()
        try store.merge(Self.short, into: Self.long, reason: "", time: "")
        let merged = try store.contents()
        for (document, _) in Self.documents { try store.remove(document: document.id) }
        #expect(try store.actors().isEmpty)
        #expect(try store.merges().count == 1)
        for (document, statements) in Self.documents.reversed() { try store.add(document, statements: statements) }
        #expect(try store.contents() == merged)
        try store.split(Self.short)
        #expect(try store.contents() == self.store().contents())
    }

    @Test("agrees with a store whose merges came before its documents, after any changes", arguments: 0..<10)
    func randomChanges(seed: Int) throws {
        var news = RandomNews(seed: 400 + seed)
        let ids = RandomNews.ids
        let store = try GraphStore.inMemory()
        var documents: [(document: GraphDocument, statements: [KnowledgeGraph.Statement])] = []
        for step in 0..<60 {
            switch news.next(5) {
            case 0, 1:
                documents.append(news.document("d\(step)"))
                try store.add(documents[documents.count - 1].document, statements: documents[documents.count - 1].statements)
            case 2 where !documents.isEmpty:
                #expect(try store.remove(document: documents.remove(at: news.next(documents.count)).document.id))
            case 3:
                let (actor, target) = (ids[news.next(ids.count)], ids[news.next(ids.count)])
                try? store.merge(actor, into: target, reason: "step \(step)", time: "\(step)")
            default:
                _ = try? store.split(ids[news.next(ids.count)])
            }
            guard step % 10 == 9 else { continue }
            try store.checkIntegrity()
            let fresh = try GraphStore.inMemory()
            let merges = try store.merges()
            try fresh.write { writer in
                for merge in merges {
                    try writer.database.execute(
                        sql: "INSERT INTO merges (actor, target, reason, time) VALUES (?, ?, ?, ?)",
                        arguments: [merge.actor, merge.target, merge.reason, merge.time])
                }
            }
            try fresh.add(documents)
            #expect(try store.contents() == fresh.contents())
            #expect(try Set(store.actors()) == Set(fresh.actors()))
            #expect(try store.statements() == fresh.statements())
        }
    }

    @Test("says so when the merges of a damaged file go round in a circle")
    func circle() throws {
        let store = try store()
        try store.write { writer in
            try writer.database.execute(
                sql: "INSERT INTO merges (actor, target, reason, time) VALUES ('a', 'b', '', ''), ('b', 'a', '', '')")
            writer.changeWhatIsThere()
        }
        var statement = StoreSamples.statement("A", "met-with", "B", document: "d9")
        statement.subject.actor.id = "a"
        let error = #expect(throws: GraphStoreError.self) { try store.add(StoreSamples.document("d9"), statements: [statement]) }
        guard case .corrupt = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
