import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Looking actors up")
struct ActorLookupTests {
    private func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        try store.add(
            StoreSamples.document(),
            statements: [
                StoreSamples.statement("Ana Ruiz", "met-with", "José Núñez", mention: "The Envoy"),
                StoreSamples.statement("Ana Ruiz", "met-with", "Łukasz Wiśniewski", number: 1, mention: "she"),
                StoreSamples.statement("Ana Ruiz", "visited", "Mali", number: 2, mention: "the minister"),
                StoreSamples.statement("Maria Ruiz", "visited", "Mali", number: 3, mention: "The Envoy's Sister"),
                StoreSamples.statement("Bo Ek", "visited", "U.S. Mission", number: 4, mention: "Ek"),
            ])
        return store
    }

    @Test(
        "takes ids, names, aliases and parts of names, whatever their case, accents and punctuation",
        arguments: [
            ("person/ana-ruiz", "Ana Ruiz", ActorMatch.Reason.id), ("PERSON/ANA-RUIZ", "Ana Ruiz", .id), ("ana ruiz", "Ana Ruiz", .name),
            ("JOSE NUNEZ", "José Núñez", .name), ("lukasz wisniewski", "Łukasz Wiśniewski", .name), ("the envoy", "Ana Ruiz", .alias),
            (" Mali ", "Mali", .name), ("wisniewski", "Łukasz Wiśniewski", .name), ("Nuñez", "José Núñez", .part),
            ("US mission", "U.S. Mission", .name),
            ("EK", "Bo Ek", .alias),
        ])
    func found(query: String, name: String, reason: ActorMatch.Reason) throws {
        let match = try store().actor(named: query)
        #expect(match.actor.name == name)
        #expect(match.reason == reason || reason == .name)
        #expect(match.query == query)
    }

    @Test(
        "proposes near names for one that nobody has",
        arguments: [("Anna Ruis", "Ana Ruiz"), ("Mail", "Mali"), ("Wisnewski", "Łukasz Wiśniewski")])
    func near(query: String, name: String) throws {
        let store = try store()
        let error = try #require(throws: GraphStoreError.self) { try store.actor(named: query) }
        guard case .unknownActor(_, let near) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(near.contains(name))
    }

    @Test(
        "does not find pronouns, descriptions and what nobody is called",
        arguments: ["she", "the minister", "minister", "", "   ", "Zanzibar", "%", "*", "\"", "a' OR 1=1 --"])
    func notFound(query: String) throws {
        let store = try store()
        #expect(throws: GraphStoreError.self) { try store.actor(named: query) }
    }

    @Test("names the candidates when several actors fit")
    func ambiguous() throws {
        let store = try store()
        let error = try #require(throws: GraphStoreError.self) { try store.actor(named: "Ruiz") }
        #expect(
            error
                == .ambiguousActor(
                    name: "Ruiz",
                    candidates: [.init(id: "person/ana-ruiz", name: "Ana Ruiz"), .init(id: "person/maria-ruiz", name: "Maria Ruiz")]))
    }

    @Test("lists what an actor is called, its own names first")
    func names() throws {
        #expect(try store().names(of: "person/ana-ruiz") == ["Ana Ruiz", "The Envoy"])
        #expect(try store().names(of: "person/nobody") == [])
    }

    @Test(
        "folds names",
        arguments: [
            ("  Recep Tayyip ERDOĞAN ", "recep tayyip erdogan"), ("U.S.", "us"), ("O’Neill", "oneill"), ("Straße", "strasse"),
            ("AL-Qaeda", "al qaeda"),
            ("İstanbul", "istanbul"), ("ﬁfth", "fifth"), ("北京", "北京"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("", ""),
        ])
    func folding(name: String, folded: String) {
        #expect(FoldedName.fold(name) == folded)
    }

    @Test(
        "tells names from descriptions",
        arguments: [
            ("Moscow", true), ("the Kremlin", true), ("US", true), ("Us", false), ("He", false), ("he", false), ("the ministry", false),
            ("Bank of America", true),
            ("40 people", false), ("G7", true), ("Its", false), ("al-Shabaab", false), ("", false), ("123", false), ("—", false),
        ])
    func mentionNames(mention: String, isName: Bool) {
        #expect(MentionName.isName(mention) == isName)
    }

    @Test(
        "measures how far names are apart",
        arguments: [("abcd", "abcd", 0), ("abcd", "abdc", 1), ("abcd", "abc", 1), ("abcd", "xbcd", 1), ("kitten", "sitting", 3)])
    func distance(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: 3) == distance)
        #expect(distance == 0 || EditDistance.between(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: distance - 1) == nil)
    }
}
