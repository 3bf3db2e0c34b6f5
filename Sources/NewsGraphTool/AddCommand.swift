import ArgumentParser
import GraphStore
import KnowledgeGraph
import NewsText
import RelationExtraction

/// `newsgraph add`: documents into a database.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read documents into a graph database; makes the database when there is none.",
        discussion: """
            Examples:

              newsgraph add news.sqlite camp-david.txt pages/*.html
              newsgraph add news.sqlite stories.jsonl --threads 2
              curl -s https://example.org/story.html | newsgraph add news.sqlite - --input-format html

            Repeating is harmless: a document that is there with the same content is passed over, and one whose content has changed takes \
            the place of the old one. A document's id is that of its JSON line, or its file's name without folder and extension. Every \
            document is kept whole or not at all, also when the program or the machine stops in the middle.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "Text, Markdown, HTML, feed or JSON Lines files; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var options: ExtractionOptions

    func run() throws {
        var additions = DocumentAdditions(path: database)
        try additions.openExisting()
        let pipeline = try Failure.reported { try options.pipeline() }
        let outcome: ArticlePipeline.Outcome
        do {
            outcome = try pipeline.run(files, skip: { try additions.contains($0) }) { try additions.add($0) }
        } catch {
            // A full disk, say: what was added before is kept.
            StandardError.write("newsgraph: \(TerminalText.safe(String(describing: error)))")
            StandardError.write(additions.summary)
            throw additions.isEmpty ? ExitCode.wrongUsage : .incomplete
        }
        StandardError.write(additions.summary)
        try outcome.check()
    }
}

/// Documents on their way into a database, and what became of them.
struct DocumentAdditions {
    private let path: String
    /// Made with the first document, so that input of which nothing can be read leaves no empty database.
    private var store: GraphStore?
    private var counts: [GraphStore.Addition: Int] = [:]
    private var statements = 0
    /// Ids of this run's documents.
    private var seen: Set<String> = []

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

    mutating func add(_ document: ExtractionDocument) throws {
        let store = try store ?? GraphStore(path: path, mode: .writing)
        self.store = store
        let addition = try store.add(GraphDocument(document.article), statements: document.statements)
        counts[addition, default: 0] += 1
        if addition != .unchanged { statements += document.statements.count }
        if !seen.insert(document.article.id).inserted, addition == .replaced {
            StandardError.write(
                "newsgraph: two documents are called \(TerminalText.safe(document.article.id)): only the later one is kept; rename its file"
            )
        }
    }

    var isEmpty: Bool { counts.isEmpty }

    var summary: String {
        let parts = [(GraphStore.Addition.added, "added"), (.replaced, "replaced"), (.unchanged, "unchanged")]
            .compactMap { addition, word in counts[addition].map { "\($0) \(word)" } }
        return "\(path): \(parts.isEmpty ? "no documents" : parts.joined(separator: ", ")); \(statements) new statements"
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
