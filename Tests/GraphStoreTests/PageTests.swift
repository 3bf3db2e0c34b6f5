import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Pages")
struct PageTests {
    private func news(_ seed: Int, _ count: Int = 60) -> [(document: GraphDocument, statements: [Statement])] {
        var news = RandomNews(seed: seed)
        return news.documents(count)
    }

    /// All that a cursor leads through.
    private func pages(
        _ store: GraphStore, of actor: String? = nil, with other: String? = nil, where filter: StatementFilter = .everything, limit: Int
    ) throws -> [Statement] {
        var page = try store.page(of: actor, with: other, where: filter, limit: limit)
        var all = page.statements
        while let next = page.next {
            #expect(page.statements.count == limit)
            let cursor = try #require(PageCursor(next.text))
            #expect(cursor == next)
            page = try store.page(of: actor, with: other, where: filter, after: cursor, limit: limit)
            #expect(!page.statements.isEmpty)
            all += page.statements
        }
        return all
    }

    /// In the order of keys, which is that of adding, sorted by day.
    private func expected(_ documents: [(document: GraphDocument, statements: [Statement])]) -> [Statement] {
        let all = documents.flatMap { entry in
            var seen: Set<String> = []
            return entry.statements.filter { seen.insert($0.id).inserted }
        }
        return all.enumerated().sorted { left, right in
            let days = [left, right].map { $0.element.date?.start.daysSince1970 ?? Int.min }
            return days[0] == days[1] ? left.offset < right.offset : days[0] > days[1]
        }.map(\.element)
    }

    @Test("have every statement once, newest first, those without a date last", arguments: [1, 7, 1000])
    func everything(limit: Int) throws {
        let documents = news(1)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        let all = expected(documents)
        #expect(try pages(store, limit: limit) == all)
        for filter in [
            StatementFilter(relations: ["accused"]), StatementFilter(classes: [.consult], statuses: [.denied, .planned]),
            StatementFilter(since: CalendarDate(daysSince1970: 20_020)), StatementFilter(until: CalendarDate(daysSince1970: 20_008)),
            StatementFilter(since: CalendarDate(daysSince1970: 20_012), until: CalendarDate(daysSince1970: 20_018)),
            StatementFilter(since: CalendarDate(daysSince1970: 20_018), until: CalendarDate(daysSince1970: 20_012)),
            StatementFilter(classes: [.accuse], since: CalendarDate(daysSince1970: 20_040)), StatementFilter(relations: ["' OR 1=1 --"]),
        ] {
            #expect(try pages(store, where: filter, limit: limit) == all.filter(filter.matches))
            for actor in RandomNews.ids.prefix(3) {
                let its = all.filter { [$0.subject.actor.id, $0.object.actor.id].contains(actor) && filter.matches($0) }
                #expect(try pages(store, of: actor, where: filter, limit: limit) == its)
                #expect(try pages(store, with: actor, where: filter, limit: limit) == its)
                let other = RandomNews.ids[3]
                let between = its.filter { Set([$0.subject.actor.id, $0.object.actor.id]) == [actor, other] }
                #expect(try pages(store, of: actor, with: other, where: filter, limit: limit) == between)
                let own = its.filter { $0.subject.actor.id == $0.object.actor.id }
                #expect(try pages(store, of: actor, with: actor, where: filter, limit: limit) == own)
            }
        }
    }

    @Test("stay in step though documents come and go between them")
    func stable() throws {
        let documents = news(2, 60)
        let store = try GraphStore.inMemory()
        try store.add(Array(documents.prefix(40)))
        var page = try store.page(limit: 5)
        var all = page.statements
        for (number, entry) in documents.suffix(20).enumerated() {
            try store.add(entry.document, statements: entry.statements)
            if number == 3 { try store.remove(document: all[all.count - 1].document) }
            guard let next = page.next else { break }
            page = try store.page(after: next, limit: 5)
            all += page.statements
        }
        #expect(Set(all.map { "\($0.document) \($0.id)" }).count == all.count)
        let days = all.map { $0.date?.start.daysSince1970 ?? Int.min }
        #expect(days == days.sorted(by: >))
    }

    @Test("end at once where there is nothing")
    func nothing() throws {
        let store = try GraphStore.inMemory()
        #expect(try store.page() == StatementPage(statements: [], next: nil))
        #expect(try store.documentPage() == DocumentPage(documents: [], next: nil))
        #expect(try store.actorPage() == ActorPage(actors: [], next: nil))
        try store.add(news(3))
        #expect(try store.page(of: "person/nobody").statements.isEmpty)
        #expect(try store.page(of: RandomNews.ids[0], with: "person/nobody").statements.isEmpty)
        for limit in [0, -1, Int.min] {
            #expect(try store.page(limit: limit).statements.isEmpty)
            #expect(try store.documentPage(limit: limit).documents.isEmpty)
            #expect(try store.actorPage(limit: limit).actors.isEmpty)
            #expect(try store.busiestActors(limit: limit).isEmpty)
        }
        #expect(try store.page(limit: Int.max).next == nil)
        #expect(try store.documentPage(limit: Int.max).next == nil)
        #expect(try store.actorPage(limit: Int.max).next == nil)
        #expect(try !store.busiestActors(limit: Int.max).isEmpty)
    }

    @Test(
        "are asked for by texts that a page gave, and no others",
        arguments: [
            "", "_", "20240", "20240_", "_x", "20240_-1", "+20240_1", "020240_1", "20240_01", "20240_1_2", " 20240_1", "20240_1 ",
            "99999999_1", "20240_9223372036854775808", "20240_\u{661}", "20240_1\0", "20240_1' OR 1=1 --", "-_1", "--1_1",
            String(repeating: "1", count: 100),
        ])
    func hostile(text: String) {
        #expect(PageCursor(text) == nil)
    }

    @Test(
        "take a cursor to a place that is not there for what it says",
        arguments: ["20010_9223372036854775807", "_0", "-5_0", "2932896_0"])
    func elsewhere(text: String) throws {
        let documents = news(4)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        let cursor = try #require(PageCursor(text))
        #expect(cursor.text == text)
        let day = cursor.place.day ?? Int.min
        let later = expected(documents).filter { $0.date.map { $0.start.daysSince1970 < day } ?? true }
        #expect(try store.page(after: cursor, limit: 10_000).statements == later)
    }

    @Test("of documents have each once, newest first, also those that only files name", arguments: [1, 7, 1000])
    func documents(limit: Int) throws {
        let documents = news(5)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        let named = (0..<4).map { number in
            let document = number < 2 ? "d1" : "only-\(number)"
            let statement = StoreSamples.statement("Ana Ruiz", "met-with", "Mali", document: document, number: number)
            let date = number == 3 ? CalendarDate(daysSince1970: 20_030) : nil
            return SourcedStatement(statement, document: DocumentDetails(id: statement.document, date: date, title: "T"))
        }
        var next = named[...]
        try store.add(file: "links") { next.popFirst() }
        var page = try store.documentPage(limit: limit)
        var all = page.documents
        while let next = page.next {
            page = try store.documentPage(after: #require(PageCursor(next.text)), limit: limit)
            all += page.documents
        }
        #expect(try all.sorted { $0.id < $1.id } == store.documentDetails())
        let days = all.filter { $0.id != "d1" }.map { $0.date?.daysSince1970 ?? Int.min }
        #expect(days == days.sorted(by: >))
        #expect(all.contains { $0.id == "only-3" && $0.date == CalendarDate(daysSince1970: 20_030) })
    }

    @Test("of a document's statements are in the order of mention, then what files say of it")
    func statementsInDocument() throws {
        let documents = news(6)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        let statement = StoreSamples.statement("Ana Ruiz", "met-with", "Mali", document: "d3")
        var next = [SourcedStatement(statement)][...]
        try store.add(file: "links") { next.popFirst() }
        for (document, _) in documents {
            let found = try store.statements(inDocument: document.id)
            #expect(try found == store.statements().filter { $0.document == document.id })
            for limit in [-1, 0, 2] {
                #expect(try store.statements(inDocument: document.id, limit: limit) == Array(found.prefix(max(0, limit))))
            }
        }
        #expect(try store.statements(inDocument: "d3").last == statement)
        #expect(try store.statements(inDocument: "links").isEmpty)
        #expect(try store.statements(inDocument: "' OR 1=1 --").isEmpty)
    }

    @Test("of actors have each once, by id", arguments: [1, 3, 1000])
    func actors(limit: Int) throws {
        let store = try GraphStore.inMemory()
        try store.add(news(7))
        try store.merge("person/bo-ek", into: "person/jose", reason: "a test", time: "2026-11-28")
        for type in [nil] + ActorType.allCases.map(Optional.some) {
            var page = try store.actorPage(type: type, limit: limit)
            var all = page.actors
            while let next = page.next {
                page = try store.actorPage(type: type, after: next, limit: limit)
                all += page.actors
            }
            let expected = try store.actors(type: type).map(\.actor).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            #expect(all == expected)
        }
        #expect(try store.actorPage(after: "person/zzz", limit: 1).actors.map(\.id) == ["thing/x"])
        #expect(try store.actorPage(after: "nul\0' OR 1=1").next == nil)
    }

    @Test("begin with the busiest actors")
    func busiest() throws {
        let store = try GraphStore.inMemory()
        try store.add(news(8))
        try store.merge("person/bo-ek", into: "person/jose", reason: "a test", time: "2026-11-28")
        var uses: [ByteText: Int] = [:]
        for statement in try store.statements() {
            for side in [statement.subject, statement.object] { uses[ByteText(side.actor.id), default: 0] += 1 }
        }
        let expected = uses.sorted { BusiestFirst.areInOrder(($0.value, $0.key.text), ($1.value, $1.key.text)) }
        let found = try store.busiestActors(limit: 5)
        #expect(found.map { ByteText($0.actor.id) } == expected.prefix(5).map(\.key))
        #expect(found.map(\.uses) == expected.prefix(5).map(\.value))
    }
}
