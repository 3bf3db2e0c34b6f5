import Foundation
import Testing

/// The questions in `Docs/Cypher.md`, asked of the example articles.
@Suite("The questions in Docs/Cypher.md")
struct CypherQuestionTests {
    private static let document = ExampleTests.folder.deletingLastPathComponent().appending(path: "Docs/Cypher.md")

    @Test("are answered as printed there; RECORD_GOLDEN=1 prints them anew")
    func answers() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newsgraph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = folder.appending(path: "examples.sqlite").path
        let articles = ExampleTests.articles.map { ExampleTests.folder.appending(path: "articles/\($0).txt").path }
        try #require(try ToolRun(["add", database] + articles).status == 0)

        let text = try String(contentsOf: Self.document, encoding: .utf8)
        var written = ""
        var rest = text[...]
        var count = 0
        while let start = rest.range(of: "```cypher\n"), let end = rest[start.upperBound...].range(of: "```\n") {
            let query = String(rest[start.upperBound..<end.lowerBound])
            let run = try ToolRun(["query", database, query])
            #expect(run.status == 0, "\(query)\(run.errors)")
            #expect(run.output.split(separator: "\n").count > 1, "nothing is found by \(query)")
            written += rest[..<end.upperBound] + "```text\n\(run.output)```\n"
            rest = rest[end.upperBound...]
            // The answer that is printed now.
            if rest.hasPrefix("```text\n"), let last = rest.dropFirst(8).range(of: "```\n") { rest = rest[last.upperBound...] }
            count += 1
        }
        written += rest
        #expect(count == 20)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(written.utf8).write(to: Self.document)
            Issue.record("printed the answers; read them, then run without RECORD_GOLDEN")
            return
        }
        #expect(written == text, "differs from Docs/Cypher.md")
    }
}
