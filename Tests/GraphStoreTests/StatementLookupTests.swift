import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Statements by their ids")
struct StatementLookupTests {
    @Test("are found, the one that was added first where several have an id", arguments: 0..<3)
    func found(seed: Int) throws {
        var news = RandomNews(seed: seed)
        let documents = news.documents(60)
        let store = try GraphStore.inMemory()
        try store.add(documents)
        var first: [String: Statement] = [:]
        for statement in documents.flatMap(\.statements) where first[statement.id] == nil { first[statement.id] = statement }
        for (id, statement) in first { #expect(try store.statement(id) == statement) }
        let ids = first.keys.sorted()
        #expect(try store.statements(ids) == ids.compactMap { first[$0] })
    }

    @Test("come in the order given, and those that are not there do not")
    func order() throws {
        let store = try GraphStore.inMemory()
        let statements = StoreSamples.corpus(2).flatMap(\.statements)
        for (document, statements) in StoreSamples.corpus(2) { try store.add(document, statements: statements) }
        let (first, last) = (statements[0], statements[statements.count - 1])
        #expect(try store.statements([last.id, "nobody", first.id, last.id]) == [last, first, last])
        #expect(try store.statements([]).isEmpty)
    }

    @Test("are nothing but texts", arguments: ["", "' OR 1=1 --", "0", "7F3A9C1E52D0B8AA", "nul\0", "%", "\u{10FFFF}"])
    func hostile(id: String) throws {
        let store = try GraphStore.inMemory()
        var statement = StoreSamples.statement("Ana Ruiz", "met-with", "Mali")
        try store.add(StoreSamples.document(), statements: [statement])
        #expect(try store.statement(id) == nil)
        statement.id = id
        try store.add(StoreSamples.document(text: "another"), statements: [statement])
        #expect(try store.statement(id) == statement)
    }

    @Test("are gone with their document")
    func removed() throws {
        let store = try GraphStore.inMemory()
        for (document, statements) in StoreSamples.corpus(2) { try store.add(document, statements: statements) }
        let id = try store.statements()[0].id
        try store.remove(document: "d1")
        #expect(try store.statement(id) == nil)
        try store.checkIntegrity()
    }
}
