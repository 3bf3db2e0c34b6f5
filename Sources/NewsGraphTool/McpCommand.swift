import ArgumentParser
import Foundation
import GraphExplorer
import GraphStore
import RelationExtraction

/// `newsgraph mcp`: the graph for assistants.
struct McpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Serve a graph database to an assistant, on standard input and output (Model Context Protocol).",
        discussion: """
            Example, in an assistant's configuration:

              {"mcpServers": {"news": {"command": "newsgraph", "args": ["mcp", "/data/news.sqlite"]}}}

            Tools: search_actors, who, path, query, evidence, extract. Every answer has the sentences that it rests on. The database is only \
            read. It ends when standard input does. Docs/API.md says more.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Option(help: "Seconds that a query may take.")
    var timeout = ExplorerOptions.Limits().querySeconds

    @OptionGroup(title: "Options for articles") var extraction: ExtractionOptions

    func validate() throws {
        guard timeout >= 1 else { throw ValidationError("--timeout must be 1 or more") }
    }

    func run() async throws {
        let store = try GraphStore(path: database, mode: .reading)
        let catalogue = try RelationCatalogue.standard(adding: extraction.relationFiles)
        var limits = ExplorerOptions.Limits()
        limits.querySeconds = timeout
        let server = ModelContextServer(
            store: store, catalogue: catalogue, extractor: try extraction.pipeline().extractor.extractor, limits: limits)
        StandardError.write("newsgraph: \(TerminalText.safe(database)) is served on standard input and output")
        let output = MessageOutput()
        await server.run(MessageLine.lines(fromDescriptor: STDIN_FILENO), write: output.write)
    }
}

/// Standard output, a line at a time. A class: tasks share the lock.
private final class MessageOutput: Sendable {
    private let lock = NSLock()

    @Sendable func write(_ line: String) {
        lock.withLock {
            do {
                try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
            } catch {
                // The client is gone: its end of standard input comes next.
                StandardError.write("newsgraph: an answer cannot be written: \(error.localizedDescription)")
            }
        }
    }
}
