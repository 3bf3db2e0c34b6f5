import Foundation
import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

/// `newsgraph draw`, run as a user runs it.
@Suite("The command draw")
struct DrawCommandTests {
    private func folder() throws -> (url: URL, database: String) {
        let url = FileManager.default.temporaryDirectory.appending(path: "DrawCommandTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let database = url.appending(path: "news.sqlite").path
        let store = try GraphStore(path: database, mode: .writing)
        let document = GraphDocument(
            id: "harbour-strike", date: CalendarDate(iso8601: "2031-05-03"), title: "The Lindhaven talks", source: "Harbour Gazette",
            text: String(repeating: "An invented article. ", count: 1200))
        try store.add(document, statements: harbourStrike)
        return (url, database)
    }

    @Test(
        "writes the kind of file that its name says",
        arguments: zip(["a.svg", "a.PNG", "a.pdf", "a.dot", "a.gv"], ["<svg ", "\u{89}PNG", "%PDF", "digraph ", "digraph "]))
    func kinds(name: String, start: String) throws {
        let (url, database) = try folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let run = try ToolRun(["draw", database, "-o", url.appending(path: name).path])
        #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
        #expect(try Data(contentsOf: url.appending(path: name)).starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    }

    @Test("takes headline, source and day from the article, and goes to standard output")
    func headline() throws {
        let (url, database) = try folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let run = try ToolRun(["draw", database])
        #expect(run.status == 0)
        #expect(run.output.contains("The Lindhaven talks") && run.output.contains("Harbour Gazette, 3 May 2031"))
    }

    @Test(
        "keeps to what is asked for",
        arguments: [
            (["--around", "Bruno Salvi"], ["Ida Holm", "Ostmark"], ["Juno Reth"]), (["--class", "assault"], ["attacked"], ["Juno Reth"]),
            (["--top", "1"], ["most important of"], ["Juno Reth"]), (["--until", "2031-05-01"], ["attacked"], ["Juno Reth"]),
            (["--title", "<Strike>"], ["&lt;Strike&gt;"], ["The Lindhaven talks"]), (["--theme", "dark"], ["#10161f"], ["#1b2433"]),
        ])
    func options(options: [String], present: [String], absent: [String]) throws {
        let (url, database) = try folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let run = try ToolRun(["draw", database, "--format", "svg"] + options)
        #expect(run.status == 0)
        for text in present { #expect(run.output.contains(text), "\(text)") }
        for text in absent { #expect(!run.output.contains(text), "\(text)") }
    }

    @Test(
        "says what is wrong, and writes nothing",
        arguments: [
            (["--around", "Nobody Atall"], "Nobody Atall"), (["--hops", "0"], "--hops"), (["--top", "0"], "--top"),
            (["-o", "FOLDER/x.jpg"], "does not say what to draw"), (["--format", "bmp"], "bmp"),
            (["--around", "Juno Reth", "--class", "AID"], "nothing about Juno Reth"), (["-o", "FOLDER/no/x.svg"], "cannot be written"),
        ])
    func mistakes(options: [String], message: String) throws {
        let (url, database) = try folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let run = try ToolRun(["draw", database] + options.map { $0.replacing("FOLDER", with: url.path) })
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: url.path).allSatisfy { $0.hasPrefix("news.sqlite") })
    }
}
