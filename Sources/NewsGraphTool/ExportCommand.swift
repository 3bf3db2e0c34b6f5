import ArgumentParser
import GraphFormats
import GraphStore

/// `newsgraph export`: writes a database for another tool.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a graph database in a format of another tool.",
        discussion: """
            Examples:

              newsgraph export news.sqlite --format csv -o statements.csv
              newsgraph export news.sqlite --format jsonl --since 2025 | grep ASSAULT

            Formats:
            \(GraphFormats.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Option(
        help: "One of \(GraphFormats.all.map(\.name).joined(separator: ", ")).", completion: .list(GraphFormats.all.map(\.name)),
        transform: ExportCommand.format)
    var format: any GraphFormat

    @OptionGroup var filter: FilterOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func run() throws {
        let store = try GraphStore(path: database, mode: .reading)
        var file = try OutputFile(path: output)
        try store.withContents(where: filter.filter) { try format.write($0, to: &file) }
        try file.close()
    }

    private static func format(named name: String) throws -> any GraphFormat {
        guard let format = GraphFormats.named(name.lowercased()) else {
            throw ValidationError("unknown format \"\(name)\"; choose one of \(GraphFormats.all.map(\.name).joined(separator: ", "))")
        }
        return format
    }
}
