import Foundation
import GRDB
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Adding and removing documents")
struct DocumentTests {
    @Test("keeps every field of a statement, in the order of the document")
    func roundTrip() throws {
        let folder = try ScratchFolder()
        let statements = [
            StoreSamples.full(), StoreSamples.statement("Bo Ek", "met-with", "Mali"), StoreSamples.statement("Mali", "visited", "Mali"),
        ]
        #expect(try GraphStore(path: folder.path(), mode: .writing).add(StoreSamples.document(), statements: statements) == .added)
        let store = try GraphStore(path: folder.path(), mode: .reading)
        #expect(try store.statements() == statements)
        #expect(try store.documents() == [StoreSamples.document()])
        #expect(try store.graph().statements.count == 3)
    }

    static let hostile = [
        "", " ", "Robert'); DROP TABLE statements; --", "\"quoted\" \\ % _ * ?", "nul \0 inside", "\0", "👩‍👩‍👧 🇹🇷", "e\u{301}", "\u{202E}evil",
        "NEAR(a b) OR * AND \"", "line\nbreak\u{2028}", "\u{FEFF}\u{FFFF}\u{10FFFF}",
    ]

    @Test("keeps hostile text byte for byte, finds it again and takes it out", arguments: hostile)
    func hostileText(text: String) throws {
        let store = try GraphStore.inMemory()
        let before = try store.dump()
        var statement = StoreSamples.full(document: text, text: text)
        statement.subject.actor = Actor(id: "person/\(text)", name: text, type: .person)
        statement.relation = text
        statement.rule = text
        try store.add(GraphDocument(id: text, title: text, source: text, url: text, text: text), statements: [statement])
        let read = try #require(try store.statements().first)
        #expect(read == statement)
        #expect(Array(read.evidence.sentence.utf8) == Array(text.utf8))
        #expect(try store.actor(named: "person/\(text)").actor.name == text)
        #expect(try store.statements(of: "person/\(text)", where: StatementFilter(relations: [text])).count == 1)
        _ = try store.search(text)
        #expect(try store.remove(document: text))
        #expect(try store.dump() == before)
    }

    @Test("keeps a name of a hundred thousand characters")
    func longName() throws {
        let store = try GraphStore.inMemory()
        let name = String(repeating: "Ananas ", count: 15_000)
        try store.add(StoreSamples.document(), statements: [StoreSamples.statement(name, "met-with", "Mali")])
        #expect(try store.statements().first?.subject.actor.name == name)
        #expect(try store.actor(named: name).actor.name == name)
        #expect(throws: GraphStoreError.self) { try store.actor(named: String(repeating: "Zebra ", count: 20_000)) }
    }

    @Test("changes nothing when a document is added again")
    func repeatedAdd() throws {
        let store = try filled()
        let before = try store.dump()
        for (document, statements) in StoreSamples.corpus() {
            #expect(try store.contains(document))
            #expect(try store.add(document, statements: statements) == .unchanged)
        }
        #expect(try store.dump() == before)
    }

    @Test("replaces a document whose content has changed")
    func replacedDocument() throws {
        let store = try filled()
        let changed = StoreSamples.document("d2", text: "other text")
        #expect(try !store.contains(changed))
        let statement = StoreSamples.statement("New Person", "met-with", "Mali", document: "d2")
        #expect(try store.add(changed, statements: [statement]) == .replaced)
        #expect(try store.statements().filter { $0.document == "d2" } == [statement])
        var expected = StoreSamples.corpus()
        expected[1] = (changed, [statement])
        #expect(try store.statements() == expected.flatMap(\.statements))
    }

    @Test("takes out exactly what a document contributed, whatever came before and after it")
    func removal() throws {
        let corpus = StoreSamples.corpus()
        for removed in corpus.indices {
            let store = try filled()
            #expect(try store.remove(document: corpus[removed].document.id))
            #expect(try store.remove(document: corpus[removed].document.id) == false)
            let never = try GraphStore.inMemory()
            for (index, entry) in corpus.enumerated() where index != removed { try never.add(entry.document, statements: entry.statements) }
            #expect(try store.statements() == never.statements())
            #expect(try store.actors() == never.actors())
            #expect(try store.statistics() == never.statistics())
            for actor in try never.actors() { #expect(try store.names(of: actor.actor.id) == never.names(of: actor.actor.id)) }
            #expect(try store.search("visited") == never.search("visited"))
            try store.checkIntegrity()
        }
    }

    @Test("leaves the tables empty once every document is gone")
    func removeAll() throws {
        let store = try GraphStore.inMemory()
        let before = try store.dump()
        for (document, statements) in StoreSamples.corpus() { try store.add(document, statements: statements) }
        for (document, _) in StoreSamples.corpus() { try store.remove(document: document.id) }
        #expect(try store.dump() == before)
    }

    @Test("gives the same statements whatever order documents were added in")
    func order() throws {
        let store = try GraphStore.inMemory()
        for (document, statements) in StoreSamples.corpus().reversed() { try store.add(document, statements: statements) }
        #expect(try store.statements() == filled().statements())
        #expect(try store.actors() == filled().actors())
    }

    @Test("keeps nothing of an addition that fails in the middle")
    func failureInTheMiddle() throws {
        let store = try filled()
        let before = try store.dump()
        let foreign = [
            StoreSamples.statement("New", "met-with", "Mali", document: "d2"),
            StoreSamples.statement("New", "met-with", "Mali", document: "d9"),
        ]
        #expect(throws: GraphStoreError.foreignStatement(id: foreign[1].id, document: "d2")) {
            try store.add(StoreSamples.document("d2", text: "changed"), statements: foreign)
        }
        #expect(try store.dump() == before)
    }

    @Test("refuses statements that it could not give back, and keeps nothing of their document")
    func unreadableStatements() throws {
        var statements = (0..<4).map { _ in StoreSamples.full() }
        statements[0].confidence = .nan
        statements[1].quantities[0].value = .infinity
        statements[2].date?.end = CalendarDate(daysSince1970: 0)
        statements[3].date?.end = CalendarDate(daysSince1970: .max)
        let store = try GraphStore.inMemory()
        for statement in statements {
            let error = #expect(throws: GraphStoreError.self) { try store.add(StoreSamples.document(), statements: [statement]) }
            guard case .invalidStatement(statement.id, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(try store.documents().isEmpty && store.actors().isEmpty)
    }

    @Test("reports a full disk and keeps nothing of that document")
    func fullDisk() throws {
        let folder = try ScratchFolder()
        let store = try GraphStore(path: folder.path(), mode: .writing)
        try store.add(StoreSamples.document(), statements: [StoreSamples.full()])
        let before = try store.dump()
        _ = try store.write { try Int.fetchOne($0.database, sql: "PRAGMA max_page_count = 60") }
        let text = String(repeating: "much text ", count: 100_000)
        #expect(throws: GraphStoreError.diskFull(path: folder.path())) {
            try store.add(StoreSamples.document("d2", text: text), statements: [StoreSamples.full(document: "d2")])
        }
        #expect(try store.dump() == before)
    }

    @Test("keeps a statement that comes twice once")
    func duplicate() throws {
        let store = try GraphStore.inMemory()
        try store.add(StoreSamples.document(), statements: [StoreSamples.full(), StoreSamples.full()])
        #expect(try store.statements().count == 1)
    }

    @Test(
        "tells contents apart that differ in one field",
        arguments: [
            GraphDocument(id: "d", text: "a"), GraphDocument(id: "d", title: "a", text: ""), GraphDocument(id: "d", source: "a", text: ""),
            GraphDocument(id: "d", title: "", text: "a"), GraphDocument(id: "d", date: CalendarDate(daysSince1970: 0), text: "a"),
        ])
    func contentHash(document: GraphDocument) {
        let others = [GraphDocument(id: "d", text: ""), GraphDocument(id: "d", text: "b"), GraphDocument(id: "d", url: "a", text: "")]
        #expect(others.allSatisfy { $0.contentHash != document.contentHash })
        var renamed = document
        renamed.id = "e"
        #expect(renamed.contentHash == document.contentHash)
        #expect(document.contentHash.count == 32)
    }

    @Test("hashes as FNV-1a with 128 bits does")
    func knownHash() {
        // FNV-1a 128 of the bytes "a" FE is what combining the one field "a" gives.
        var hash = ContentHash()
        #expect(hash.hexDigits == "6c62272e07bb014262b821756295c58d")
        hash.combine("")
        let one = hash.hexDigits
        hash.combine(nil)
        #expect(hash.hexDigits != one)
    }

    private func filled() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (document, statements) in StoreSamples.corpus() { try store.add(document, statements: statements) }
        return store
    }

    @Test("are given one by one, as they were added")
    func oneDocument() throws {
        let store = try GraphStore.inMemory()
        let document = GraphDocument(
            id: "d", date: CalendarDate(daysSince1970: 20_000), title: "A title", source: "Agency", url: "https://example.org",
            text: "Ł\0ódź")
        try store.add(document, statements: [])
        #expect(try store.document("d") == document)
        #expect(try store.document("D") == nil)
    }
}
