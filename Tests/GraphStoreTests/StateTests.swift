import Foundation
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("The state of a store")
struct StateTests {
    @Test("has another tag after every change, and the same without one")
    func tag() throws {
        let folder = try ScratchFolder()
        let store = try GraphStore(path: folder.path(), mode: .writing)
        let reader = try GraphStore(path: folder.path(), mode: .reading)
        var tags = [try store.stateTag()]
        func changes(_ body: () throws -> Void) throws {
            try body()
            let tag = try store.stateTag()
            #expect(!tags.contains(tag))
            #expect(try reader.stateTag() == tag)
            #expect(tag.wholeMatch(of: /[0-9a-z-]+/) != nil)
            tags.append(tag)
        }
        let statement = StoreSamples.statement("Ana Ruiz", "met-with", "Mali")
        try changes { try store.add(StoreSamples.document(), statements: [statement]) }
        try changes { try store.add(StoreSamples.document(text: "another"), statements: [statement]) }
        try changes { try store.merge("person/ana-ruiz", into: "person/mali", reason: "", time: "") }
        try changes { try store.split("person/ana-ruiz") }
        try changes { try store.keep(positions: ["person/mali": (1, 2)], figure: "main") }
        try changes { try store.removePositions(figure: "main") }
        try changes { try store.remove(document: "d1") }
        try store.add([(document: GraphDocument, statements: [Statement])]())
        try store.removePositions(figure: "main")
        try store.remove(document: "d1")
        try store.compact()
        #expect(try store.stateTag() == tags.last)
    }

    @Test("has counts that are kept as long as it lasts")
    func statistics() throws {
        let store = try GraphStore.inMemory()
        try store.add(news(upTo: 20))
        for number in 20..<26 {
            let counts = try store.statistics()
            #expect(try store.statistics() == counts)
            let actors = try store.actors().map(\.actor)
            #expect(counts.actorTypes == Self.types(actors))
            #expect(counts.actors == actors.count)
            #expect(counts.events == (try store.events().count))
            let copy = try GraphStore.inMemory()
            try copy.add(news(upTo: number))
            #expect(try copy.statistics() == counts)
            let (document, statements) = news(upTo: number + 1)[number]
            try store.add(document, statements: statements)
            #expect(try store.statistics().documents == counts.documents + 1)
        }
        // Statements that a file makes of documents, some of which are there.
        var named = ["d1", "elsewhere", "elsewhere"].enumerated().map { number, document in
            SourcedStatement(StoreSamples.statement("Ana Ruiz", "met-with", "Mali", document: document, number: number))
        }[...]
        let before = try store.statistics()
        try store.add(file: "links") { named.popFirst() }
        #expect(try store.statistics().documents == before.documents + 1)
        #expect(try store.statistics().sentences == before.sentences + 3)
        #expect(try store.statistics().events == store.events().count)
        try store.remove(document: "d1")
        #expect(try store.statistics().statements == store.statements().count)
        #expect(try store.statistics().events == store.events().count)
    }

    private func news(upTo count: Int) -> [(document: GraphDocument, statements: [Statement])] {
        var news = RandomNews(seed: 1)
        return news.documents(count)
    }

    private static func types(_ actors: [Actor]) -> [GraphStatistics.Count] {
        Dictionary(grouping: actors) { $0.type.rawValue }.map { GraphStatistics.Count(name: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    @Test("is seen whole by many readers while one writer adds and removes")
    func readersBesideWriter() async throws {
        let folder = try ScratchFolder()
        let writer = try GraphStore(path: folder.path(), mode: .writing)
        let reader = try GraphStore(path: folder.path(), mode: .reading)
        var news = RandomNews(seed: 5)
        let documents = news.documents(60)
        try writer.add(Array(documents.prefix(20)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<6 {
                group.addTask {
                    for round in 0..<25 {
                        let id = RandomNews.ids[(task + round) % 4]
                        switch (task + round) % 6 {
                        case 0:
                            let profile = try reader.profile(of: id)
                            #expect(profile?.classes.reduce(0) { $0 + $1.count } == profile?.statements)
                            #expect(profile?.counterparts.reduce(0) { $0 + $1.statements } == profile?.statements)
                        case 1:
                            var page = try reader.page(limit: 20)
                            while let next = page.next { page = try reader.page(after: next, limit: 20) }
                        case 2:
                            let statistics = try reader.statistics()
                            #expect(statistics.statuses.reduce(0) { $0 + $1.count } == statistics.statements)
                        case 3:
                            for hit in try reader.sentences(beginning: "ta") + reader.search("talks") { #expect(!hit.statements.isEmpty) }
                            #expect(try !reader.completions(of: "a").isEmpty)
                        case 4:
                            for document in try reader.documentPage(limit: 20).documents {
                                _ = try reader.statements(inDocument: document.id)
                            }
                        default:
                            #expect(try !reader.busiestActors(limit: 3).isEmpty)
                            #expect(try !reader.actorPage(type: .person, limit: 3).actors.isEmpty)
                            #expect(try !reader.stateTag().isEmpty)
                        }
                    }
                }
            }
            group.addTask {
                for (number, entry) in documents.dropFirst(20).enumerated() {
                    try writer.add(entry.document, statements: entry.statements)
                    if number % 3 == 2 { try writer.remove(document: documents[number].document.id) }
                }
            }
            try await group.waitForAll()
        }
        try writer.checkIntegrity()
    }
}
