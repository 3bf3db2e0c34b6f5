import ArgumentParser
import Foundation
import GraphFormats
import GraphStore

/// `newsgraph export`: writes a database for another tool.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a graph database in a format of another tool.",
        discussion: """
            Examples:

              newsgraph export news.sqlite --format graphml -o news.graphml
              newsgraph export news.sqlite --format csv -o tables/
              newsgraph export news.sqlite --format jsonl --since 2025 | grep ASSAULT

            Formats:
            \(GraphFormats.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

            A format of several files goes into the folder OUT; or the first goes to OUT and the others beside it, such as \
            news.csv and news-nodes.csv.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Option(
        help: "One of \(GraphFormats.all.map(\.name).joined(separator: ", ")).", completion: .list(GraphFormats.all.map(\.name)),
        transform: ExportCommand.format)
    var format: any GraphFormat

    @OptionGroup var filter: FilterOptions

    @Option(name: [.short, .long], help: "The file or folder to write; standard output when there is none.", completion: .file())
    var output: String?

    func run() throws {
        let store = try GraphStore(path: database, mode: .reading)
        try store.withContents(where: filter.filter) { contents in
            guard let format = format as? any FileSetFormat else {
                return try write(to: output) { try format.write(contents, to: &$0) }
            }
            for file in try destinations(of: format) {
                try write(to: file.path) { try format.write(file: file.name, of: contents, to: &$0) }
            }
        }
    }

    private func write(to path: String?, _ body: (inout OutputFile) throws -> Void) throws {
        var file = try OutputFile(path: path)
        try body(&file)
        try file.close()
    }

    /// Where the files of a format go: into a folder, or the first to the very path and the others beside it.
    private func destinations(of format: any FileSetFormat) throws -> [(name: String, path: String?)] {
        guard let output, output != "-" else {
            let others = format.files.dropFirst().joined(separator: ", ")
            StandardError.write("newsgraph: only \(format.files[0]) goes to standard output; name a folder with -o to have \(others) too")
            return [(format.files[0], nil)]
        }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        if output.hasSuffix("/") || (exists && isFolder.boolValue) || (!exists && folder.pathExtension.isEmpty) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return format.files.map { ($0, folder.appendingPathComponent($0).path) }
        }
        let stem = URL(fileURLWithPath: output).deletingPathExtension().path
        return format.files.enumerated().map { index, name in (name, index == 0 ? output : "\(stem)-\(name)") }
    }

    private static func format(named name: String) throws -> any GraphFormat {
        guard let format = GraphFormats.named(name.lowercased()) else {
            throw ValidationError("unknown format \"\(name)\"; choose one of \(GraphFormats.all.map(\.name).joined(separator: ", "))")
        }
        return format
    }
}
