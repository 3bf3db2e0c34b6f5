import Foundation
import GraphStore
import KnowledgeGraph

/// The files of `graph/generate.py` as values of ours.
struct InventedNews {
    typealias Entry = (document: GraphDocument, statements: [Statement])

    private let folder: URL
    private let actors: [String: Actor]

    init(folder: String) throws {
        self.folder = URL(fileURLWithPath: folder)
        var actors: [String: Actor] = [:]
        for row in try TabSeparatedRows(self.folder.appendingPathComponent("actors.tsv")) {
            actors[row[0]] = try Self.actor(row)
        }
        self.actors = actors
    }

    /// All documents in the order of the file, each made when it is asked for.
    func documents() throws -> some Sequence<Entry> {
        var rows = try TabSeparatedRows(folder.appendingPathComponent("statements.tsv"))
        var pending = rows.next()
        var reader = StatementReader(actors: actors)
        let documents = try TabSeparatedRows(folder.appendingPathComponent("documents.tsv"))
        return documents.lazy.map { document in
            var found: [[String]] = []
            while let row = pending, row[StatementColumn.document] == document[0] {
                found.append(row)
                pending = rows.next()
            }
            return reader.entry(document, found)
        }
    }

    /// The documents that are committed one by one.
    func commits() throws -> [Entry] {
        let data = try Data(contentsOf: folder.appendingPathComponent("commits.json"))
        return try JSONDecoder().decode([Commit].self, from: data).map { commit in
            var actors = actors
            for actor in commit.actors { actors[actor[0]] = try Self.actor(actor) }
            var reader = StatementReader(actors: actors)
            return reader.entry(commit.document, commit.statements)
        }
    }

    private struct Commit: Decodable {
        var document: [String]
        var actors: [[String]]
        var statements: [[String]]
    }

    private static func actor(_ row: [String]) throws -> Actor {
        guard let type = ActorType(rawValue: row[2]) else { throw BenchmarkError("\(row[2]) is no type of actors") }
        return Actor(id: row[0], name: row[1], type: type)
    }
}

/// What the benchmark's own files lack.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
