import Foundation
import Testing

/// `add` and what reads documents in place of a database: with the real model, where there is one.
@Suite("Adding documents", .enabled(if: LanguageModel.isThere, "needs the language model; see Training/README.md"))
struct AddCommandTests {
    @Test("reads what it can, says what it cannot, and gives exit status 1")
    func partlyReadable() throws {
        let folder = try TextFolder(["one.txt": "Ana Ruiz met Bo Ek in Lima.", "two.txt": "Mali accused Acme of fraud."])
        let run = try ToolRun(["add", folder.database, folder.path("one.txt"), folder.path("missing.txt"), folder.path("two.txt")])
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("missing.txt") && run.errors.contains("2 added"))
        #expect(try folder.stats()["documents"] as? Int == 2)
    }

    @Test("is harmless when it is repeated, and replaces what has changed")
    func repetition() throws {
        let folder = try TextFolder(["one.txt": "Ana Ruiz met Bo Ek in Lima."])
        let arguments = ["add", folder.database, folder.path("one.txt")]
        #expect(try ToolRun(arguments).errors.contains("1 added"))
        let before = try ToolRun(["export", folder.database, "--format", "jsonl"]).output
        let again = try ToolRun(arguments)
        #expect(again.status == 0 && again.errors.contains("1 unchanged; 0 new statements"))
        #expect(try ToolRun(["export", folder.database, "--format", "jsonl"]).output == before)
        try folder.write("Bo Ek visited Mali.", to: "one.txt")
        #expect(try ToolRun(arguments).errors.contains("1 replaced"))
        #expect(try folder.stats()["documents"] as? Int == 1)
        #expect(try ToolRun(["remove", folder.database, "one"]).status == 0)
        #expect(try folder.stats()["actors"] as? Int == 0)
    }

    @Test("makes no database when nothing could be read")
    func nothingRead() throws {
        let folder = try TextFolder([:])
        #expect(try ToolRun(["add", folder.database, folder.path("missing.txt")]).status == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.database))
    }

    @Test("warns when two files have the same id")
    func sameID() throws {
        let folder = try TextFolder(["one.txt": "Ana Ruiz met Bo Ek.", "one.md": "Mali accused Acme."])
        let run = try ToolRun(["add", folder.database, folder.path("one.txt"), folder.path("one.md")])
        #expect(run.status == 0)
        #expect(run.errors.contains("two documents are called one"))
    }

    @Test("keeps in the database what extract prints")
    func sameAsExtract() throws {
        let folder = try TextFolder(["one.txt": "Ana Ruiz met Bo Ek in Lima on Monday.\n\nMali did not attack Norway, Ruiz said."])
        let extracted = try ToolRun(["extract", folder.path("one.txt")])
        #expect(extracted.status == 0)
        #expect(try ToolRun(["add", folder.database, folder.path("one.txt")]).status == 0)
        #expect(try ToolRun(["export", folder.database, "--format", "jsonl"]).output == extracted.output)
    }

    @Test("who reads documents without keeping anything")
    func whoInMemory() throws {
        let folder = try TextFolder(["one.txt": "Ana Ruiz met Bo Ek in Lima."])
        let run = try ToolRun(["who", folder.path("one.txt"), "nobody of this name"])
        #expect(run.status == 2 && run.errors.contains("no actor is called"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["one.txt"])
    }
}

/// Refusals that come before the model is looked for.
@Suite("Adding to what is no graph database")
struct AddRefusalTests {
    @Test("is refused, and the file is left as it is")
    func notADatabase() throws {
        let folder = try TextFolder(["news.sqlite": "Just a text.", "one.txt": "Ana Ruiz met Bo Ek."])
        let run = try ToolRun(["add", folder.database, folder.path("one.txt")])
        #expect(run.status == 2)
        #expect(run.errors.contains("is not a newsgraph database"))
        #expect(try String(contentsOfFile: folder.database, encoding: .utf8) == "Just a text.")
    }
}

/// Whether the command finds a language model.
enum LanguageModel {
    static let isThere: Bool = {
        guard let run = try? ToolRun(["extract", "-"], input: "Ana Ruiz met Bo Ek.") else { return false }
        return run.status == 0
    }()
}

/// A folder with texts, removed afterwards.
private final class TextFolder {
    let url: URL

    init(_ texts: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("AddCommandTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in texts { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var database: String { path("news.sqlite") }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    func stats() throws -> [String: Any] {
        let run = try ToolRun(["stats", database, "--format", "json"])
        return try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
    }
}
