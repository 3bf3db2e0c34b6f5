import GraphFormats
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Files of statements")
struct StatementFileTests {
    @Test("that an export wrote give an equal export", arguments: 0..<8)
    func roundTrip(seed: Int) throws {
        var news = RandomNews(seed: 400 + seed)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(12))
        try store.merge("person/bo-ek", into: "person/ana-ruiz", reason: "a test", time: "2025-06-01")
        try store.add(file: "links", Self.links(of: "d3", "d5", "links"))
        let export = try store.export()
        let copy = try GraphStore.inMemory()
        #expect(try copy.add(export: export, as: "export").addition == .added)
        #expect(try copy.export() == export)
        #expect(try copy.graph().statements.count == store.graph().statements.count)
        try copy.checkIntegrity()
    }

    @Test("that an export wrote change nothing in the database that they came from")
    func exportIntoItsOrigin() throws {
        let store = try Self.filled()
        let before = try store.dump()
        let export = try store.export()
        let addition = try store.add(export: export, as: "export")
        #expect(addition == .init(addition: .unchanged, statements: 0, known: export.utf8.count { $0 == 10 }))
        #expect(try store.dump() == before)
        // Nor do they when they are called as one of its files is.
        try store.add(export: export, as: "links")
        #expect(try store.export() == export)
        #expect(try store.remove(document: "links"))
        #expect(try store.statements().allSatisfy { $0.rule != "import/links.csv" })
    }

    @Test("are harmless when they are added again")
    func repetition() throws {
        let store = try Self.filled()
        let before = try store.dump()
        #expect(try store.add(file: "links", Self.links(of: "d3", "links", "d3")).addition == .unchanged)
        #expect(try store.dump() == before)
    }

    @Test("are taken out with exactly what they have contributed")
    func removal() throws {
        var news = RandomNews(seed: 500)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(10))
        let (before, answers) = (try store.dump(), try store.answers())
        try store.add(file: "links", Self.links(of: "d3", "links", "elsewhere", "d3"))
        #expect(try store.answers() != answers)
        #expect(try store.remove(document: "links"))
        #expect(try store.dump() == before)
        #expect(try store.answers() == answers)
        #expect(try store.remove(document: "links") == false)
        try store.checkIntegrity()
    }

    @Test("take the place of what they said before, and of nothing else")
    func replacement() throws {
        let store = try Self.filled()
        let changed = Array(Self.links(of: "d3", "new").dropFirst())
        #expect(try store.add(file: "links", changed) == .init(addition: .replaced, statements: changed.count, known: 0))
        let fresh = try GraphStore.inMemory()
        var news = RandomNews(seed: 600)
        try fresh.add(news.documents(8))
        try fresh.add(file: "links", changed)
        #expect(try store.contents() == fresh.contents())
        #expect(try store.export() == fresh.export())
        try store.checkIntegrity()
    }

    @Test("leave parts of which nothing has changed as they are, and keep the order of the file")
    func longFile() throws {
        let all = (0..<12_100).map { Self.link("links", $0) }
        let store = try GraphStore.inMemory()
        #expect(try store.add(file: "links", all).statements == 12_100)
        #expect(try store.statements() == all.map(\.statement))
        let changed = [Self.link("links", -1)] + all.dropFirst()
        #expect(try store.add(file: "links", changed).statements == StatementFileInsertion.partLimit)
        #expect(try store.statements() == changed.map(\.statement))
        #expect(try store.add(file: "links", changed.dropLast(3000)).statements == 12_100 - 3_000 - StatementFileInsertion.partLimit)
        #expect(try store.statements() == changed.dropLast(3000).map(\.statement))
        try store.checkIntegrity()
    }

    @Test("keep what they say of a document apart: reading or removing it neither loses nor doubles that")
    func additions() throws {
        var news = RandomNews(seed: 700)
        let (document, statements) = try #require(news.documents(9).first { $0.statements.count > 3 })
        let own = Self.links(of: document.id)
        let store = try GraphStore.inMemory()
        // The file knows one statement of the text, and says others of its own.
        let file = [SourcedStatement(statements[1])] + own
        #expect(try store.add(file: "links", file).statements == file.count)
        try store.add(document, statements: statements)
        #expect(try store.statements() == statements + own.map(\.statement))
        try store.checkIntegrity()

        // What the text says is the text's: the file is as if it had been added later.
        let later = try GraphStore.inMemory()
        try later.add(document, statements: statements)
        #expect(try later.add(file: "links", file) == .init(addition: .added, statements: own.count, known: 1))
        #expect(try later.answers() == store.answers())
        try store.add(file: "links", file)
        #expect(try store.contents() == later.contents())
        #expect(try store.add(file: "links", file).addition == .unchanged)

        // Read again with other text and other statements.
        var changed = document
        changed.text += " More."
        #expect(try store.add(changed, statements: statements.dropLast()) == .replaced)
        #expect(try store.statements() == statements.dropLast() + own.map(\.statement))
        #expect(try store.remove(document: document.id))
        #expect(try store.statements() == own.map(\.statement))
        #expect(try store.remove(document: document.id) == false)
        // Now the file says it again.
        try store.add(file: "links", file)
        #expect(try store.statements() == file.map(\.statement))
        #expect(try store.remove(document: "links"))
        #expect(try store.contents() == GraphStore.inMemory().contents())
        try store.checkIntegrity()
    }

    @Test(
        "give up to a text whatever it says, too, at whichever place", arguments: [[0], [5], [0, 1, 4, 5], [2, 3], [0, 1, 2, 3, 4, 5]])
    func takenOver(places: [Int]) throws {
        let file = (0..<6).map { Self.link("d", $0) }
        let store = try GraphStore.inMemory()
        try store.add(file: "links", file)
        let text = GraphDocument(id: "d", text: "read")
        try store.add(text, statements: places.map { file[$0].statement })
        let rest = file.indices.filter { !places.contains($0) }.map { file[$0].statement }
        #expect(try store.statements() == places.map { file[$0].statement } + rest)
        try store.checkIntegrity()
        // Keys that have become free are given to others, and must not count for the file.
        try store.remove(document: "d")
        try store.add(GraphDocument(id: "e", text: "other"), statements: [StoreSamples.statement("Bo Ek", "left", "Mali", document: "e")])
        #expect(try store.statements().map(\.document) == rest.map(\.document) + ["e"])
        try store.checkIntegrity()
        try store.remove(document: "links")
        try store.remove(document: "e")
        #expect(try store.contents() == GraphStore.inMemory().contents())
    }

    @Test("of two names say a statement once")
    func twoFiles() throws {
        let store = try GraphStore.inMemory()
        let file = Self.links(of: "d3")
        try store.add(file: "one", file)
        #expect(try store.add(file: "two", file) == .init(addition: .unchanged, statements: 0, known: file.count))
        #expect(try store.statements().count == file.count)
    }

    @Test("say of documents what is known of them, a text of the same id before all")
    func details() throws {
        let store = try GraphStore.inMemory()
        var named = Self.links(of: "d", "d", "e").map { $0 }
        named[0].document.title = "From the file"
        named[named.count - 1].document.url = "https://example.org/e"
        try store.add(file: "links", named)
        #expect(try store.documentDetails("d")?.title == "From the file")
        try store.add(GraphDocument(id: "d", date: CalendarDate(daysSince1970: 20_000), text: "text"), statements: [])
        let details = try store.documentDetails()
        #expect(details.map(\.id) == ["d", "e"])
        #expect(details[0] == DocumentDetails(id: "d", date: CalendarDate(daysSince1970: 20_000), title: "From the file"))
        #expect(details[1].url == "https://example.org/e")
        #expect(try store.documents().map(\.id) == ["d"])
        #expect(try store.files(naming: "e") == ["links"])
        #expect(try store.files(naming: "links").isEmpty)
        #expect(try store.statistics().documents == 2)
        #expect(try store.withContents { $0.documents.count } == 2)
        #expect(try store.actors().first { $0.actor.id == "person/ana-ruiz" }?.documents == 2)
    }

    @Test("that cannot be read to the end leave the database as it was, and the error as it is")
    func failure() throws {
        struct Broken: Error {}
        let store = try Self.filled()
        let before = try store.dump()
        var rest = Self.links(of: "d9", "links", "links")[...]
        #expect(throws: Broken.self) {
            try store.add(file: "links") {
                guard let next = rest.popFirst() else { throw Broken() }
                return next
            }
        }
        #expect(try store.dump() == before)
        let invalid = Self.link("links", 0, confidence: .nan)
        #expect(throws: GraphStoreError.self) { try store.add(file: "links", [invalid]) }
        #expect(try store.dump() == before)
        // And it can be written again.
        try store.add(file: "more", Self.links(of: "d9"))
        try store.checkIntegrity()
    }

    @Test("are found by their words, and by actors' names")
    func found() throws {
        let store = try GraphStore.inMemory()
        try store.add(file: "links", Self.links(of: "d3"))
        #expect(try store.search("remarkable ferry").first?.document == "d3")
        #expect(try store.actor(named: "the office").actor.id == "organization/harbour-office-0")
        #expect(try store.statements(of: "person/ana-ruiz").count == Self.links(of: "d3").count)
        #expect(try store.graph().statements.count == Self.links(of: "d3").count)
    }

    // MARK: - Samples

    /// Documents, and a file with statements of one of them, of its own, and of the first again.
    private static func filled() throws -> GraphStore {
        var news = RandomNews(seed: 600)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(8))
        try store.add(file: "links", links(of: "d3", "links", "d3"))
        return store
    }

    /// Four statements of each document, one run after the other.
    private static func links(of documents: String...) -> [SourcedStatement] {
        documents.enumerated().flatMap { run, document in (0..<4).map { link(document, run * 10 + $0) } }
    }

    private static func link(_ document: String, _ number: Int, confidence: Double = 1) -> SourcedStatement {
        let sentence = number % 3 == 0 ? "" : "A remarkable ferry, number \(number / 2)."
        return SourcedStatement(
            Statement(
                id: number % 2 == 0 ? "000000000000\(1000 + number)" : "made by hand \(number)", document: document,
                subject: Participant(actor: Actor(id: "person/ana-ruiz", name: "Ana Ruiz", type: .person)), relation: "knows",
                relationClass: .other,
                object: Participant(
                    actor: Actor(id: "organization/harbour-office-\(number % 5)", name: "Harbour Office", type: .organization),
                    mention: number % 4 == 0 ? TextSpan(text: "The Office", span: 3..<13) : nil),
                isSymmetric: false, status: .actual, predicate: .init(text: "knows", lemma: "know", span: 0..<0),
                quantities: number % 5 == 1 ? [.init(value: 2, unit: "ships", text: "two ships", span: 0..<9)] : [],
                evidence: Evidence(sentence: sentence, index: 0, span: 0..<sentence.utf8.count), confidence: confidence,
                rule: "import/links.csv"))
    }
}

extension GraphStore {
    @discardableResult
    fileprivate func add(file id: String, _ statements: some Collection<SourcedStatement>) throws -> FileAddition {
        var rest = statements.makeIterator()
        return try add(file: id) { rest.next() }
    }

    @discardableResult
    fileprivate func add(export: String, as id: String) throws -> FileAddition {
        var piece: ArraySlice<UInt8>? = ArraySlice(Array(export.utf8))
        var reader = StatementFile(name: "\(id).jsonl", format: .statements).statements {
            defer { piece = nil }
            return piece
        }
        return try add(file: id) { try reader.next()?.get() }
    }

    fileprivate func export() throws -> String {
        var export = ""
        try withContents { try JSONLines().write($0, to: &export) }
        return export
    }

    /// What it says, whatever its rows are.
    fileprivate func answers() throws -> [String] {
        let actors = try actors()
        return try [export(), "\(statistics())", "\(actors)", "\(actors.map { try names(of: $0.actor.id) })", "\(search("ferry"))"]
    }
}
