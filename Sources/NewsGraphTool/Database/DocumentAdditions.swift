import GraphFormats
import GraphStore
import KnowledgeGraph
import NewsText
import RelationExtraction

/// Documents on their way into a database, and what became of them.
///
/// They are written several at a time, each whole: often enough that little is lost when the program stops, and seldom enough that the
/// disk is not what it waits for.
struct DocumentAdditions {
    private let path: String
    /// Made with the first document, so that input of which nothing can be read leaves no empty database.
    private var store: GraphStore?
    private var counts: [GraphStore.Addition: Int] = [:]
    private var statements = 0
    /// Statements of files that the database has from elsewhere.
    private var known = 0
    /// Ids of this run's documents.
    private var seen: Set<String> = []
    /// Not yet written.
    private var waiting: [(document: GraphDocument, statements: [Statement])] = []
    private var waitingStatements = 0
    private var waitingSince = ContinuousClock.now

    private static let documentLimit = 100
    private static let statementLimit = 10_000
    private static let longestWait = Duration.seconds(2)

    init(path: String) {
        self.path = path
    }

    /// Adds to a store that is open.
    init(store: GraphStore) {
        path = store.path
        self.store = store
    }

    /// Opens the database if it is there, so that one that cannot be used is reported before any work is done.
    mutating func openExisting() throws {
        do {
            _ = try GraphStore(path: path, mode: .reading)
        } catch GraphStoreError.missing, GraphStoreError.empty {
            return
        }
        store = try GraphStore(path: path, mode: .writing)
    }

    /// Whether the article is there as it is; then it is counted, and there is no need to extract from it.
    mutating func contains(_ article: Article) throws -> Bool {
        guard let store, try store.contains(GraphDocument(article)) else { return false }
        seen.insert(article.id)
        counts[.unchanged, default: 0] += 1
        return true
    }

    /// Takes a document on, and writes those that wait when they are many or have waited long.
    mutating func add(_ document: ExtractionDocument) throws {
        if waiting.isEmpty { waitingSince = .now }
        waiting.append((GraphDocument(document.article), document.statements))
        waitingStatements += document.statements.count
        if waiting.count >= Self.documentLimit || waitingStatements >= Self.statementLimit || .now - waitingSince >= Self.longestWait {
            try finish()
        }
    }

    /// Writes what waits; to be called after the last document.
    mutating func finish() throws {
        guard !waiting.isEmpty else { return }
        let documents = waiting
        // Those that cannot be written now are not tried again.
        waiting.removeAll()
        waitingStatements = 0
        let store = try store ?? GraphStore(path: path, mode: .writing)
        self.store = store
        for ((document, statements), addition) in zip(documents, try store.add(documents)) {
            count(document, statements, addition)
        }
    }

    /// Adds a file of statements; what of it cannot be read is reported on standard error, and the rest is done.
    ///
    /// Throws what the database throws.
    mutating func add(_ file: StatementFile, from stream: ByteStream) throws -> ArticlePipeline.Outcome {
        try finish()
        var statements = StatementImport(file, from: stream)
        do {
            // Read before there is a database, so that a file of which nothing can be read leaves no empty one.
            var first = try statements.next()
            if first == nil, store == nil { return statements.outcome }
            let store = try store ?? GraphStore(path: path, mode: .writing)
            self.store = store
            let added = try store.add(file: file.document) {
                defer { first = nil }
                return try first ?? statements.next()
            }
            count(added)
        } catch let error as GraphStoreError {
            throw error
        } catch {
            statements.fail(error)
        }
        return statements.outcome
    }

    private mutating func count(_ file: GraphStore.FileAddition) {
        counts[file.addition, default: 0] += 1
        statements += file.statements
        known += file.known
    }

    private mutating func count(_ document: GraphDocument, _ statements: [Statement], _ addition: GraphStore.Addition) {
        counts[addition, default: 0] += 1
        if addition != .unchanged { self.statements += statements.count }
        if !seen.insert(document.id).inserted, addition == .replaced {
            StandardError.write(
                "newsgraph: two documents are called \(TerminalText.safe(document.id)): only the later one is kept; rename its file")
        }
    }

    var isEmpty: Bool { counts.isEmpty }

    var summary: String {
        let parts = [(GraphStore.Addition.added, "added"), (.replaced, "replaced"), (.unchanged, "unchanged")]
            .compactMap { addition, word in counts[addition].map { "\($0) \(word)" } }
        return "\(path): \(parts.isEmpty ? "no documents" : parts.joined(separator: ", ")); \(statements) new statements"
            + (known == 0 ? "" : ", \(known) known from elsewhere")
    }
}

extension GraphDocument {
    /// What the database keeps of an article.
    init(_ article: Article) {
        let date = article.date.flatMap { date -> CalendarDate? in
            guard let year = date.year, let month = date.month, let day = date.day else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
        self.init(id: article.id, date: date, title: article.title, source: article.source, url: article.url, text: article.text)
    }
}
