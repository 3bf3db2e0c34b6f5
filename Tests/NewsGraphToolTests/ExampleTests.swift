import Foundation
import KnowledgeGraph
import Testing

/// What stands in `Examples/`, run as its readers would.
@Suite("The examples")
struct ExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples").standardizedFileURL
    static let articles =
        ((try? FileManager.default.contentsOfDirectory(at: folder.appending(path: "articles"), includingPropertiesForKeys: nil)) ?? [])
        .filter { $0.pathExtension == "txt" }.map { $0.deletingPathExtension().lastPathComponent }.sorted()

    @Test("have the diagrams that are made of them; RECORD_GOLDEN=1 draws them", arguments: articles)
    func diagram(name: String) throws {
        let article = Self.folder.appending(path: "articles/\(name).txt").path
        let run = try ToolRun(["draw", article, "--format", "dot"])
        try #require(run.status == 0, "\(run.errors)")
        let golden = Self.folder.appending(path: "diagrams/\(name).dot")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(run.output.utf8).write(to: golden)
            #expect(try ToolRun(["draw", article, "-o", golden.deletingPathExtension().path + ".svg"]).status == 0)
            Issue.record("drew \(name); look at the picture, then run without RECORD_GOLDEN")
            return
        }
        #expect(run.output == (try String(contentsOf: golden, encoding: .utf8)), "differs from Examples/diagrams/\(name).dot")
    }

    @Test("exercise every class of relations")
    func classes() throws {
        let articles = Self.articles.map { Self.folder.appending(path: "articles/\($0).txt").path }
        let run = try ToolRun(["extract"] + articles)
        // What is only said, and no more, is no statement.
        for relationClass in RelationClass.allCases where relationClass != .speech {
            #expect(run.output.contains("\"class\":\"\(relationClass.rawValue)\""), "\(relationClass)")
        }
    }

    @Test("have a program that says who met whom")
    func whoMetWhom() throws {
        let run = try ToolRun([], program: "WhoMetWhom")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Anwar Sadat met-with Menachem Begin"))
        #expect(run.output.contains("Menachem Begin holds-office Israel Prime Minister"))
    }

    @Test("have a program that asks the graph")
    func askTheGraph() throws {
        let run = try ToolRun([], program: "AskTheGraph")
        #expect(run.status == 0, "\(run.errors)")
        for line in [
            "1977-12-16 Jimmy Carter – Menachem Begin", "met-with actual according to Egypt",
            "1977-11-20 Menachem Begin Anwar Sadat reports: 2", "Anwar Sadat – Menachem Begin – Jimmy Carter – Hussein",
            "tehran: King Hussein accused Israel of breaking a ceasefire.", "Jimmy Carter, United States, ['Menachem Begin', 'Hussein']",
            "1:11: unexpected `RETRUN`",
        ] { #expect(run.output.contains(line), "\(line) is not in\n\(run.output)") }
    }
}

/// The samples of the documentation.
@Suite("The samples of the documentation")
struct DocumentationTests {
    private static let folder = ExampleTests.folder.deletingLastPathComponent()
    private static let catalogue = folder.appending(path: "Sources/NewsGraph/NewsGraph.docc")
    private static let articles =
        ((try? FileManager.default.contentsOfDirectory(at: catalogue, includingPropertiesForKeys: nil)) ?? [])
        .filter { $0.pathExtension == "md" }.map(\.lastPathComponent).sorted()

    @Test("are parts of example programs, which compile and run", arguments: articles + ["README.md"])
    func samples(article: String) throws {
        let file = article == "README.md" ? Self.folder.appending(path: article) : Self.catalogue.appending(path: article)
        let text = try String(contentsOf: file, encoding: .utf8)
        let programs = try ["AskTheGraph", "WhoMetWhom"].map {
            try String(contentsOf: ExampleTests.folder.appending(path: "\($0)/main.swift"), encoding: .utf8)
        }
        for sample in text.components(separatedBy: "```swift\n").dropFirst() {
            let code = String(sample.prefix(upTo: try #require(sample.range(of: "```")).lowerBound))
            #expect(programs.contains { $0.contains(code) }, "not in an example program:\n\(code)")
        }
    }

    @Test("are there")
    func presence() throws {
        #expect(Self.articles.contains("AskingTheGraph.md") && Self.articles.contains("NewsGraph.md"))
    }
}
