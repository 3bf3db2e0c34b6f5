import Foundation
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Adding many documents")
struct BulkTests {
    @Test("gives what adding one after the other gives, however many go in a transaction", arguments: [1, 7, 1000])
    func sameAsSingle(limit: Int) throws {
        var news = RandomNews(seed: 1)
        let documents = news.documents(40)
        let (single, bulk) = (try GraphStore.inMemory(), try GraphStore.inMemory())
        for (document, statements) in documents { try single.add(document, statements: statements) }
        #expect(try bulk.add(documents, transactionLimit: limit) == documents.map { _ in .added })
        #expect(try bulk.dump() == single.dump())
        #expect(try bulk.search("talks", limit: 7) == single.search("talks", limit: 7))
        try bulk.checkIntegrity()
    }

    @Test("keeps every field of every statement, to the byte", arguments: 0..<5)
    func roundTrip(seed: Int) throws {
        var news = RandomNews(seed: seed)
        let documents = news.documents(30)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        let read = try store.statements()
        let expected = documents.sorted { $0.document.id < $1.document.id }.flatMap { document in
            var seen: Set<String> = []
            return document.statements.filter { seen.insert($0.id).inserted }
        }
        #expect(read == expected)
        // Strings that look the same are equal; their bytes show in a description of their Unicode scalars.
        #expect(read.map { Array("\($0)".unicodeScalars) } == expected.map { Array("\($0)".unicodeScalars) })
        for statement in expected { #expect(try store.statements(of: statement.subject.actor.id).contains(statement)) }
    }

    @Test("says what became of each document")
    func additions() throws {
        var news = RandomNews(seed: 2)
        let (first, second) = (news.document("a"), news.document("b"))
        var changed = news.document("a")
        changed.document.text += "changed"
        let store = try GraphStore.inMemory()
        #expect(try store.add([first, second, first, changed]) == [.added, .added, .unchanged, .replaced])
        #expect(try store.add([(document: GraphDocument, statements: [Statement])]()).isEmpty)
        let expected = try GraphStore.inMemory()
        try expected.add([second, changed])
        #expect(try store.contents() == expected.contents())
        try store.checkIntegrity()
    }

    @Test("keeps the transactions before the one that fails, and nothing of that one")
    func failure() throws {
        var news = RandomNews(seed: 3)
        let documents = news.documents(6)
        var foreign = news.document("d6")
        foreign.statements = [StoreSamples.statement("New", "met-with", "Mali", document: "elsewhere")]
        let store = try GraphStore.inMemory()
        let limit = documents.prefix(4).reduce(0) { $0 + $1.statements.count + 1 }
        #expect(throws: GraphStoreError.self) { try store.add(documents + [foreign], transactionLimit: limit) }
        let expected = try GraphStore.inMemory()
        try expected.add(Array(documents.prefix(4)))
        #expect(try store.dump() == expected.dump())
        // What the writer knew of the rows that went is forgotten.
        #expect(try store.add(documents) == documents.indices.map { $0 < 4 ? .unchanged : .added })
        try store.checkIntegrity()
    }

    @Test("takes what others have written meanwhile into account")
    func otherWriters() throws {
        let folder = try ScratchFolder()
        var news = RandomNews(seed: 4)
        let documents = news.documents(20)
        let stores = try (0..<2).map { _ in try GraphStore(path: folder.path(), mode: .writing) }
        for (number, entry) in documents.enumerated() {
            try stores[number % 2].add(entry.document, statements: entry.statements)
            if number % 5 == 4 { #expect(try stores[(number + 1) % 2].remove(document: documents[number - 2].document.id)) }
        }
        let expected = try GraphStore.inMemory()
        try expected.add(documents.enumerated().filter { $0.offset % 5 != 2 }.map(\.element))
        #expect(try stores[0].contents() == expected.contents())
        try stores[1].checkIntegrity()
    }
}
