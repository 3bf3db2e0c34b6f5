import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Merged actors by their names")
struct MergedActorTests {
    /// "A. Ruiz" is merged into "Ana Ruiz", and "Minister Ruiz" into "A. Ruiz"; each has met somebody, and texts call the first "Dr Ruiz".
    private func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (number, name) in ["A Ruiz", "Ana Ruiz", "Minister Ruiz", "Bo Ek"].enumerated() {
            try store.add(
                StoreSamples.document("d\(number)"),
                statements: [
                    StoreSamples.statement(name, "met-with", "Cy Ng", document: "d\(number)", mention: name == "A Ruiz" ? "Dr Ruiz" : nil)
                ])
        }
        try store.merge("person/a-ruiz", into: "person/ana-ruiz", reason: "initial", time: "t")
        try store.merge("person/minister-ruiz", into: "person/a-ruiz", reason: "title", time: "t")
        return store
    }

    @Test("are listed for the actor that all of a chain count as")
    func mergedInto() throws {
        let store = try store()
        #expect(try store.actors(mergedInto: "person/ana-ruiz") == ["person/a-ruiz", "person/minister-ruiz"])
        for id in ["person/a-ruiz", "person/bo-ek", "unheard-of"] { #expect(try store.actors(mergedInto: id).isEmpty) }
    }

    @Test("keep names of their own")
    func ownNames() throws {
        let store = try store()
        #expect(try store.ownNames(of: "person/a-ruiz") == ["A Ruiz", "Dr Ruiz"])
        #expect(try store.ownNames(of: "person/ana-ruiz") == ["Ana Ruiz"])
        #expect(try store.ownNames(of: "person/minister-ruiz") == ["Minister Ruiz"])
        #expect(try store.ownNames(of: "person/bo-ek") == store.names(of: "person/bo-ek"))
        #expect(try store.ownNames(of: "unheard-of").isEmpty)
        try store.remove(document: "d0")
        #expect(try store.ownNames(of: "person/a-ruiz").isEmpty)
    }

    @Test(
        "are found to be split by id, by their own names, and otherwise as any actor is",
        arguments: [
            ("person/a-ruiz", "person/a-ruiz"), ("a. ruiz", "person/a-ruiz"), ("DR RUIZ", "person/a-ruiz"),
            ("Minister Ruiz", "person/minister-ruiz"), ("Ana Ruiz", "person/ana-ruiz"), ("person/ana-ruiz", "person/ana-ruiz"),
            ("bo", "person/bo-ek"),
        ])
    func found(query: String, id: String) throws {
        #expect(try store().mergedActor(named: query) == id)
    }

    @Test("are found by id also when no document has them any more")
    func withoutDocuments() throws {
        let store = try store()
        try store.remove(document: "d0")
        #expect(try store.mergedActor(named: "person/a-ruiz") == "person/a-ruiz")
        #expect(try store.split("person/a-ruiz").count == 1)
    }

    @Test("are not guessed when several have the name")
    func ambiguous() throws {
        let store = try store()
        var statement = StoreSamples.statement("A Ruiz", "visited", "Mali", document: "e")
        statement.subject.actor.id = "group/a-ruiz"
        try store.add(StoreSamples.document("e"), statements: [statement])
        try store.merge("group/a-ruiz", into: "person/bo-ek", reason: "", time: "t")
        #expect(
            throws: GraphStoreError.ambiguousActor(
                name: "A Ruiz",
                candidates: [.init(id: "group/a-ruiz", name: "A Ruiz"), .init(id: "person/a-ruiz", name: "A Ruiz")])
        ) { try store.mergedActor(named: "A Ruiz") }
        #expect(throws: GraphStoreError.self) { try store.mergedActor(named: "Zanzibar") }
    }
}
