import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Probable duplicates")
struct DuplicateTests {
    private typealias Reason = ProbableDuplicate.Reason

    /// A store in which each name is an actor of its own, that has met somebody of its own.
    private func store(_ names: [(String, ActorType)], aliases: [String: String] = [:]) throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (number, (name, type)) in names.enumerated() {
            var statement = StoreSamples.statement(name, "met-with", "Else \(number)", document: "d\(number)", mention: aliases[name])
            statement.subject.actor = Actor(id: "\(type.rawValue)/\(number)", name: name, type: type)
            try store.add(StoreSamples.document("d\(number)"), statements: [statement])
        }
        return store
    }

    @Test(
        "are told by their names",
        arguments: [
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", .spelling), ("Volodymyr Zelensky", "Volodymyr Zelenskiy", .spelling),
            ("Mohammed Amin", "Muhammad Ameen", .spelling), ("Yevgeny Prigozhin", "Evgenii Prigozhin", .spelling),
            ("Alexander Petrov", "Aleksandr Petrov", .spelling), ("Sergei Ivanov", "Sergey Ivanov", .spelling),
            ("V. Zelensky", "Volodymyr Zelensky", .initial), ("George W. Bush", "George Walker Bush", .initial),
            ("George Bush", "George W. Bush", .missingMiddleName), ("Ana Ruiz", "Ana Maria Ruiz", .missingMiddleName),
            ("ANA RUIZ", "Ana Ruiz", .sameName), ("José Núñez", "Jose Nunez", .sameName),
        ] as [(String, String, ProbableDuplicate.Reason)])
    func persons(one: String, other: String, reason: ProbableDuplicate.Reason) throws {
        let pairs = try store([(one, .person), (other, .person), ("Bo Ek", .person)]).probableDuplicates()
        #expect(pairs.count == 1)
        #expect(pairs.first?.reasons.contains(reason) == true)
        #expect(pairs.first?.mayBeHomonyms == false)
    }

    @Test(
        "are told by acronyms and aliases",
        arguments: [
            ("UN", "United Nations", .acronym), ("U.N.", "United Nations", .acronym),
            ("IAEA", "International Atomic Energy Agency", .acronym), ("BOE", "Bank of England", .acronym),
            ("BE", "Bank of England", .acronym), ("Kiev", "Kyiv", .spelling),
        ] as [(String, String, ProbableDuplicate.Reason)])
    func organizations(one: String, other: String, reason: ProbableDuplicate.Reason) throws {
        let pairs = try store([(one, .organization), (other, .organization)]).probableDuplicates()
        #expect(pairs.map(\.reasons) == [[reason]])
    }

    @Test("are told by what texts call them, but not by a surname that both have")
    func aliases() throws {
        let named = try store([("Acme", .organization), ("Apex Mills", .organization)], aliases: ["Apex Mills": "ACME"])
        #expect(try named.probableDuplicates().map(\.reasons) == [[.aliasIsName]])
        let shared = try store(
            [("Ana Ruiz", .person), ("Bo Ek", .person), ("Maria Ruiz", .person), ("Cy Ng", .person)],
            aliases: ["Ana Ruiz": "The Envoy", "Bo Ek": "THE ENVOY", "Maria Ruiz": "Ruiz", "Cy Ng": "Ng"])
        #expect(try shared.probableDuplicates().map(\.reasons) == [[.sharedAlias]])
        let relatives = try store([("Ana Ruiz", .person), ("Maria Ruiz", .person)], aliases: ["Ana Ruiz": "Ruiz", "Maria Ruiz": "Ruiz"])
        #expect(try relatives.probableDuplicates().isEmpty)
    }

    @Test(
        "are not seen in names that differ",
        arguments: [
            ("George Bush", "Laura Bush"), ("George H. Bush", "George W. Bush"), ("Ana Ruiz", "Ana Roig"), ("Xi Jinping", "Li Keqiang"),
            ("Martin Luther King", "Martin Luther King Jr"), ("Bush", "George Bush"), ("A. Ruiz", "Maria Ruiz"), ("Kim", "Kam"),
        ])
    func different(one: String, other: String) throws {
        #expect(try store([(one, .person), (other, .person)]).probableDuplicates().isEmpty)
    }

    @Test("lists namesakes with what speaks against them, last, and merges none")
    func homonyms() throws {
        let store = try store([
            ("John Smith", .person), ("john smith", .group), ("Ana Ruiz", .person), ("ANA RUIZ", .person), ("Bo Ek", .person),
            ("bo ek", .person), ("Cy Ng", .person), ("CY NG", .person),
        ])
        func add(_ subject: (id: String, name: String), _ relation: String, _ object: String, _ relationClass: RelationClass) throws {
            let document = "\(subject.id) \(object)"
            var statement = StoreSamples.statement(subject.name, relation, object, document: document, class: relationClass)
            statement.subject.actor.id = subject.id
            if object.hasPrefix("person/") { statement.object.actor.id = object }
            try store.add(StoreSamples.document(document), statements: [statement])
        }
        // Offices in two countries; one that deals with the other.
        try add(("person/2", "Ana Ruiz"), "holds-office", "Mali", .state)
        try add(("person/3", "ANA RUIZ"), "holds-office", "Chad", .state)
        try add(("person/4", "Bo Ek"), "met-with", "person/5", .consult)
        let before = try store.dump()
        let pairs = try store.probableDuplicates()
        #expect(
            Set(pairs.filter(\.mayBeHomonyms).map { Set([$0.actor.id, $0.target.id]) }) == [
                ["person/0", "group/1"], ["person/2", "person/3"], ["person/4", "person/5"],
            ])
        #expect(pairs.first.map { Set([$0.actor.id, $0.target.id]) } == ["person/6", "person/7"])
        #expect(pairs.allSatisfy { $0.score > 0 && $0.score < 1 })
        #expect(try store.dump() == before)
        #expect(try store.probableDuplicates(limit: 1) == Array(pairs.prefix(1)))
        #expect(try store.probableDuplicates(limit: 0).isEmpty)
    }

    @Test("propose the actor with more statements as the one to stay, and are gone once merged")
    func target() throws {
        let store = try store([("V. Zelensky", .person), ("Volodymyr Zelensky", .person)])
        var more = StoreSamples.statement("Volodymyr Zelensky", "met-with", "Mali", document: "more")
        more.subject.actor.id = "person/1"
        try store.add(StoreSamples.document("more"), statements: [more])
        let pair = try #require(try store.probableDuplicates().first)
        #expect((pair.actor.id, pair.target.id) == ("person/0", "person/1"))
        try store.merge(pair.actor.id, into: pair.target.id, reason: "\(pair.reasons)", time: "")
        #expect(try store.probableDuplicates().isEmpty)
    }

    @Test("take no time that grows with the pairs when everybody has one name", .timeLimit(.minutes(1)))
    func crowd() throws {
        let store = try GraphStore.inMemory()
        let statements = (0..<3000).map { number in
            var statement = StoreSamples.statement("John Smith", "met-with", "Mali", number: number, mention: "The Envoy")
            statement.subject.actor.id = "person/\(number)"
            return statement
        }
        try store.add(StoreSamples.document(), statements: statements)
        #expect(try store.probableDuplicates().count == 100)
    }

    @Test(
        "fold spellings",
        arguments: [
            ("zelensky", "zelenskij", true), ("khamenei", "hamenei", true), ("qatar", "katar", true), ("tchaikovsky", "chaikovskiy", true),
            ("yusuf", "youssouf", true), ("osama", "usama", true), ("shoigu", "shoygu", true), ("ruiz", "roig", false),
            ("bush", "bash", false), ("putin", "patin", false), ("kim", "kam", false), ("", "", true),
        ])
    func spelling(one: String, other: String, isSame: Bool) {
        #expect(NameSpelling(one).resembles(NameSpelling(other)) == isSame)
    }
}
