import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("An actor's profile")
struct ProfileTests {
    @Test(
        "counts what a look at its statements counts",
        arguments: [
            StatementFilter.everything, StatementFilter(classes: [.consult]), StatementFilter(since: CalendarDate(daysSince1970: 20_015)),
            StatementFilter(relations: ["nothing"]),
        ])
    func reference(filter: StatementFilter) throws {
        var news = RandomNews(seed: 1)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(60))
        try store.merge("person/bo-ek", into: "person/jose", reason: "a test", time: "2026-11-28")
        for id in RandomNews.ids {
            let profile = try #require(try store.profile(of: id, where: filter, counterparts: 3))
            let root = id == "person/bo-ek" ? "person/jose" : id
            #expect(try profile.actor == store.actor(named: root).actor)
            let its = try store.statements(of: root, where: filter)
            #expect(profile.statements == its.count)
            #expect(profile.classes == counts(its.map(\.relationClass.rawValue)))
            #expect(profile.relations == counts(its.map(\.relation)))
            #expect(profile.statuses == counts(its.map(\.status.rawValue)))
            #expect(profile.days == days(its))
            let others = Dictionary(grouping: its) { statement in
                ByteText(statement.subject.actor.id.hasBytes(of: root) ? statement.object.actor.id : statement.subject.actor.id)
            }
            let busiest = others.sorted { BusiestFirst.areInOrder(($0.value.count, $0.key.text), ($1.value.count, $1.key.text)) }
            #expect(profile.counterpartCount == others.count)
            #expect(profile.counterparts.map { ByteText($0.actor.id) } == busiest.prefix(3).map(\.key))
            for (counterpart, expected) in zip(profile.counterparts, busiest) {
                #expect(counterpart.statements == expected.value.count)
                #expect(counterpart.classes == counts(expected.value.map(\.relationClass.rawValue)))
                #expect(counterpart.days == days(expected.value))
            }
            let months = Dictionary(grouping: its.filter { $0.date != nil }) { String("\($0.date?.start.description ?? "")".prefix(7)) }
            #expect(profile.months.map { "\($0.start)" } == months.keys.sorted().map { "\($0)-01" })
            for month in profile.months {
                let expected = months[String("\(month.start)".prefix(7))] ?? []
                #expect(month.statements == expected.count)
                #expect(month.classes == counts(expected.map(\.relationClass.rawValue)))
            }
        }
    }

    @Test("is not there for an actor that is not, and gives no more counterparts than are asked for")
    func limits() throws {
        let store = try GraphStore.inMemory()
        for (document, statements) in StoreSamples.corpus(3) { try store.add(document, statements: statements) }
        #expect(try store.profile(of: "person/nobody") == nil)
        #expect(try store.profile(of: "' OR 1=1 --") == nil)
        for limit in [-1, 0, 1] {
            let profile = try #require(try store.profile(of: "person/mali", counterparts: limit))
            #expect(profile.counterparts.count == max(0, limit))
            #expect(profile.counterpartCount > 1)
        }
    }

    private func counts(_ names: [String]) -> [GraphStatistics.Count] {
        Dictionary(grouping: names) { $0 }.map { GraphStatistics.Count(name: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private func days(_ statements: [Statement]) -> ClosedRange<CalendarDate>? {
        let dates = statements.compactMap(\.date)
        guard let first = dates.map(\.start).min(), let last = dates.map(\.end).max() else { return nil }
        return first...last
    }
}
