import ArgumentParser
import GraphStore

/// `newsgraph remove`: takes documents out of a database.
struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take documents out of a graph database, with exactly what they contributed.",
        discussion: """
            Examples:

              newsgraph remove news.sqlite briefing             # by id: a file's name without folder and extension
              newsgraph remove news.sqlite reports/briefing.txt # the file that was added does as well
              newsgraph remove news.sqlite links.csv            # what a file of statements has contributed

            A document that is not there is mentioned and otherwise no error, so that repeating is harmless.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "Ids of documents, or the files they came from.")
    var documents: [String]

    func run() throws {
        let store = try GraphStore.existing(database)
        var removed = 0
        for document in documents {
            if try store.remove(document: document) || store.remove(document: baseName(document)) {
                removed += 1
            } else {
                let files = try store.files(naming: document)
                StandardError.write(
                    "newsgraph: no document \"\(document)\" in \(database): nothing to remove"
                        + (files.isEmpty ? "" : "; files of statements that name it: \(files.joined(separator: ", "))"))
            }
        }
        StandardError.write("\(removed) of \(documents.count) documents removed from \(database)")
    }

    private func baseName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
