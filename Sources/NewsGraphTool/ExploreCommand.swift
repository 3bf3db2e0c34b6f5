import ArgumentParser
import GraphDrawing
import GraphExplorer
import GraphStore
import RelationExtraction

/// `newsgraph explore`: the graph in a browser.
struct ExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Show a graph database in a browser: search, figures, paths, the sentence behind every line.",
        discussion: """
            Examples:

              newsgraph explore news.sqlite                 # then open the address that it prints
              newsgraph explore news.sqlite --edit          # merge and split actors, add articles
              newsgraph explore news.sqlite --host 0.0.0.0 --allow-host news.example --port 8080   # for others, who need its token

            It listens to this machine alone, asks no other for anything, and changes nothing without --edit. Ctrl-C stops it. \
            Programs ask /api/v1 (described by /api/v1/openapi.json); /healthz and /metrics tell how it is. LOG_LEVEL=info logs each request \
            as a line of JSON on standard error.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Flag(help: "Let pages change the database: merge and split actors, add articles.")
    var edit = false

    @Option(help: "The port; 0 takes a free one.")
    var port = 8642

    @Option(help: "The address to listen at; with one that others can reach, every request needs the token.")
    var host = "127.0.0.1"

    @Option(
        name: .customLong("allow-host"),
        help: ArgumentHelp("Another name that this server is called by; may be repeated.", valueName: "name"))
    var allowedHosts: [String] = []

    @Option(help: "What requests must show; made up and printed when --host is an address that others can reach.")
    var token: String?

    @Option(help: "Seconds that a query may take.")
    var timeout = ExplorerOptions.Limits().querySeconds

    @OptionGroup(title: "Options for articles") var extraction: ExtractionOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
        guard timeout >= 1 else { throw ValidationError("--timeout must be 1 or more") }
        if let token, token.utf8.count < 16 { throw ValidationError("--token must have 16 characters or more, so that nobody guesses it") }
    }

    func run() async throws {
        let store = try GraphStore(path: database, mode: .reading)
        let editing = edit ? try GraphStore.existing(database) : nil
        let catalogue = try RelationCatalogue.standard(adding: extraction.relationFiles)
        var limits = ExplorerOptions.Limits()
        limits.querySeconds = timeout
        let options = ExplorerOptions(
            host: host, port: port, allowedHosts: allowedHosts, token: token ?? (isReachable ? ExplorerOptions.randomToken() : nil),
            title: database.split(separator: "/").last.map(String.init) ?? database, limits: limits)
        let explorer = Explorer(
            store: store, editing: editing, renderer: RenderWorkers(count: limits.renderers), catalogue: catalogue,
            extractor: try extraction.pipeline().extractor.extractor, options: options)
        DescriptorLimit.raise()
        try await explorer.run { address in
            let query = options.token.map { "?token=\($0)" } ?? ""
            StandardError.write("newsgraph: \(TerminalText.safe(database)) can be explored at \(address)\(query) (Ctrl-C stops it)")
        }
    }

    private var isReachable: Bool { !["127.0.0.1", "localhost", "::1"].contains(host) }
}
