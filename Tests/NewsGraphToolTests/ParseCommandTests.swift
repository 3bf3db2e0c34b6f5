import Foundation
import Testing

/// `newsgraph parse`, run as a user runs it.
@Suite("The command parse")
struct ParseCommandTests {
    /// Beside the sources, where the build takes it from.
    static let modelIsThere = FileManager.default.fileExists(
        atPath: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/TextAnalysis/Resources/newsgraph-en.model").path)

    @Test("refuses a model that is none, and names it")
    func noModel() throws {
        let run = try ToolRun(["parse", "--model", "/nowhere/else.model"], input: "Hello.")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("/nowhere/else.model"))
        let text = try ToolRun(["parse", "--model", #filePath], input: "Hello.")
        #expect(text.status == 2 && text.errors.contains("NGMODEL1"))
    }

    @Test("prints ten columns for each word", .enabled(if: modelIsThere, "needs newsgraph-en.model"))
    func columns() throws {
        let run = try ToolRun(["parse"], input: "The ferry didn't leave Oslo. It waited.")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
        #expect(lines.contains { $0.hasPrefix("3-4\tdidn't\t") })
    }

    @Test("keeps the words of CoNLL-U and its comments", .enabled(if: modelIsThere, "needs newsgraph-en.model"))
    func pretokenized() throws {
        let columns = String(repeating: "\t_", count: 8)
        let run = try ToolRun(["parse", "--pretokenized"], input: "# sent_id = a\n1\tNew York\(columns)\n2\twaits\(columns)\n\n")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("# sent_id = a\n1\tNew York\t"))
    }

    @Test("goes on after a file that it cannot read", .enabled(if: modelIsThere, "needs newsgraph-en.model"))
    func incomplete() throws {
        let run = try ToolRun(["parse", "/nowhere.txt", "-"], input: "It waited.")
        #expect(run.status == 1 && run.output.contains("waited") && run.errors.contains("/nowhere.txt"))
        let bad = try ToolRun(["parse", "--pretokenized"], input: "plain text\n")
        #expect(bad.status == 2 && bad.errors.contains("-:1: "))
    }

    @Test("gives JSON with roles and spans", .enabled(if: modelIsThere, "needs newsgraph-en.model"))
    func json() throws {
        let run = try ToolRun(["parse", "--format", "json"], input: "Åse met Bo.")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect((object["tokens"] as? [[String: Any]])?.first?["span"] as? [Int] == [0, 4])
        #expect((object["predicates"] as? [[String: Any]])?.first?["token"] as? Int == 2)
    }
}
