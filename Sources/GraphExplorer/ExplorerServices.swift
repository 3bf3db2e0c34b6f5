import GraphDrawing
import GraphStore
import KnowledgeGraph
import RelationExtraction

/// What routes work with: the database, and those who read, write, draw and extract for them.
struct ExplorerServices: Sendable {
    let store: GraphStore
    /// Nil when the database is open for reading only.
    let editing: GraphStore?
    /// Labels of relations by name, for figures and lists.
    let relationLabels: [String: String]
    /// Nil says nothing of the rules that find statements.
    let catalogue: RelationCatalogue?
    let figures: FigureRenderer
    let options: ExplorerOptions
    /// What forms that change something bring along.
    let editToken = EditToken()
    private let extractor: (@Sendable () throws -> Extractor)?
    private let reading = BlockingWork("reading", places: 4, longestLine: 256)
    private let writing = BlockingWork("writing", places: 1, longestLine: 64)
    private let querying = BlockingWork("querying", places: 2, longestLine: 64)
    private let exporting = BlockingWork("exporting", places: 2, longestLine: 16)
    private let extracting = BlockingWork("extracting", places: 1, longestLine: 8)

    init(
        store: GraphStore, editing: GraphStore? = nil, renderer: some Renderer, catalogue: RelationCatalogue? = nil,
        extractor: (@Sendable () throws -> Extractor)? = nil,
        options: ExplorerOptions = ExplorerOptions()
    ) {
        self.store = store
        self.editing = editing
        self.catalogue = catalogue
        relationLabels = catalogue?.labels(in: "en") ?? [:]
        self.extractor = extractor
        self.options = options
        figures = FigureRenderer(renderer)
    }

    /// Asks the database, away from the threads that serve connections.
    func read<Result: Sendable>(_ body: @escaping @Sendable (GraphStore) throws -> Result) async throws -> Result {
        let store = store
        return try await reading.run { try body(store) }
    }

    /// Asks the database what may take as long as it is allowed to, such as queries that others write: the short questions of others pass by.
    func query<Result: Sendable>(_ body: @escaping @Sendable (GraphStore) throws -> Result) async throws -> Result {
        let store = store
        return try await querying.run { try body(store) }
    }

    /// Asks the database for what takes long: exports and reports.
    func export<Result: Sendable>(_ body: @escaping @Sendable (GraphStore) throws -> Result) async throws -> Result {
        let store = store
        return try await exporting.run { try body(store) }
    }

    /// Changes the database. Throws `Problem.notEditable` when it is open for reading only.
    func edit<Result: Sendable>(_ body: @escaping @Sendable (GraphStore) throws -> Result) async throws -> Result {
        guard let editing else { throw Problem.notEditable }
        return try await writing.run { try body(editing) }
    }

    /// Whether articles can be read here.
    var canExtract: Bool { extractor != nil }

    /// Extracts with the language model, which is loaded by the first who asks.
    func extract<Result: Sendable>(_ body: @escaping @Sendable (Extractor) throws -> Result) async throws -> Result {
        guard let extractor else {
            throw Problem(
                status: .notImplemented, kind: "no-extraction", title: "No articles are read here",
                detail: "this server was started without a language model")
        }
        return try await extracting.run { try body(extractor()) }
    }
}
