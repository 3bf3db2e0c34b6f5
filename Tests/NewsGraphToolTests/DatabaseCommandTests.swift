import Foundation
import Testing

/// The commands that ask and change a database, run as a user runs them.
@Suite("Database commands")
struct DatabaseCommandTests {
    @Test("answer who, newest first, with the sentence, and say which name was followed")
    func who() throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["who", folder.database, "ana ruiz"])
        #expect(run.status == 0)
        #expect(run.output.contains("2025-06-01"))
        #expect(run.output.contains("“Dr Ruiz met Bo Ek.” [briefing]"))
        let days = run.output.matches(of: /(?m)^2025-\d\d-\d\d/).map { String($0.output) }
        #expect(days == days.sorted(by: >))
        #expect(run.errors.contains("also called Dr Ruiz"))
    }

    @Test(
        "keep to the options",
        arguments: [
            (["--relation", "met-with"], ["met with"], ["accused"]), (["--class", "accuse"], ["accused"], ["met with"]),
            (["--status", "denied"], ["accused"], ["met with"]), (["--with", "Bo Ek"], ["met with"], ["accused"]),
            (["--since", "2025-06"], ["met with"], ["accused"]), (["--until", "2025-05"], ["accused"], ["met with"]),
            (["--top", "1"], ["met with"], ["accused"]),
        ])
    func options(options: [String], present: [String], absent: [String]) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["who", folder.database, "Ana Ruiz"] + options)
        #expect(run.status == 0)
        for text in present { #expect(run.output.contains(text)) }
        for text in absent { #expect(!run.output.contains(text)) }
    }

    @Test("give JSON that others can read, and CSV")
    func formats() throws {
        let folder = try DatabaseFolder()
        let json = try ToolRun(["who", folder.database, "Ana Ruiz", "--format", "json"])
        let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(list.map { $0["relation"] as? String } == ["met-with", "accused"])
        for command in ["actors", "stats"] {
            let run = try ToolRun([command, folder.database, "--format", "json"])
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
            let csv = try ToolRun([command, folder.database, "--format", "csv"])
            #expect(csv.status == 0 && csv.output.split(separator: "\r\n").count > 2)
        }
        let none = try ToolRun(["who", folder.database, "Ana Ruiz", "--relation", "killed", "--format", "json"])
        #expect(none.output == "[]\n" && none.status == 0)
    }

    @Test("never send a terminal anything to obey")
    func terminalInjection() throws {
        let folder = try DatabaseFolder(name: "Eve \u{1B}[2J\u{9B}31m\u{202E}\u{7}\r\nfake")
        for arguments in [
            ["who", folder.database, "bo ek"], ["actors", folder.database], ["path", folder.database, "bo ek", "person/ana-ruiz"],
        ] {
            let run = try ToolRun(arguments)
            #expect(run.status == 0)
            #expect(!run.hasControls)
            #expect(run.output.contains("Eve ␛[2J"))
        }
    }

    @Test("never send a terminal anything to obey in an error either")
    func terminalInjectionInErrors() throws {
        let folder = try DatabaseFolder(name: "Zelda\u{1B}[2J\u{9B}31m\u{202E}")
        let run = try ToolRun(["who", folder.database, "Zeldo"])
        #expect(run.status == 2)
        #expect(run.errors.contains("Zelda"))
        #expect(!run.hasControls)
    }

    @Test("show chains step by step")
    func path() throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["path", folder.database, "Bo Ek", "Acme"])
        #expect(run.status == 0)
        #expect(run.output.contains("1. Bo Ek – Ana Ruiz – Acme"))
        #expect(run.output.contains("“Dr Ruiz accused Acme.”"))
        let none = try ToolRun(["path", folder.database, "Bo Ek", "Acme", "--status", "actual"])
        #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("no chain"))
        #expect(try ToolRun(["path", folder.database, "Bo Ek", "bo ek"]).status == 2)
        let json = try ToolRun(["path", folder.database, "Bo Ek", "Acme", "--format", "json"])
        let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(list.first?["actors"] as? [String] == ["person/bo-ek", "person/ana-ruiz", "person/acme"])
    }

    @Test("export what was added, and take it out again")
    func exportAndRemove() throws {
        let folder = try DatabaseFolder()
        let exported = try ToolRun(["export", folder.database, "--format", "jsonl"])
        #expect(exported.status == 0 && exported.output.split(separator: "\n").count == 2)
        #expect(try ToolRun(["export", folder.database, "--format", "csv", "-o", folder.path("out.csv")]).output.isEmpty)
        #expect(try String(contentsOfFile: folder.path("out.csv"), encoding: .utf8).contains("accused"))
        #expect(try ToolRun(["remove", folder.database, "texts/briefing.txt", "unheard-of"]).status == 0)
        #expect(try ToolRun(["export", folder.database, "--format", "jsonl"]).output.isEmpty)
        #expect(try ToolRun(["remove", folder.database, "briefing"]).status == 0)
    }

    @Test(
        "refuse what they cannot do with exit status 2 and nothing on standard output",
        arguments: [
            ["who", "DB", "Zanzibar"], ["who", "DB"], ["who", "none.sqlite", "Ana Ruiz"], ["who", "DB", "Ana Ruiz", "--class", "NONSENSE"],
            ["who", "DB", "Ana Ruiz", "--since", "yesterday"], ["who", "DB", "Ana Ruiz", "--since", "2025-02-30"],
            ["who", "DB", "Ana Ruiz", "--since", "2025", "--until", "2024"], ["who", "DB", "Ana Ruiz", "--top", "0"],
            ["export", "DB", "--format", "visio"], ["export", "none.sqlite", "--format", "csv"], ["stats", "none.sqlite"],
            ["actors", "TEXT"],
            ["stats", "TEXT"], ["remove", "none.sqlite", "x"], ["remove", "TEXT", "x"], ["path", "DB", "Ana Ruiz"], ["nonsense"],
            ["stats", "/"], ["actors", "DB", "--duplicates", "--type", "person"], ["actors", "DB", "--duplicates", "--top", "0"],
        ])
    func refusals(arguments: [String]) throws {
        let folder = try DatabaseFolder()
        try "Just a text.".write(toFile: folder.path("text"), atomically: true, encoding: .utf8)
        let places = ["DB": folder.database, "TEXT": folder.path("text"), "none.sqlite": folder.path("none.sqlite")]
        let run = try ToolRun(arguments.map { places[$0] ?? $0 })
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
        #expect(try String(contentsOfFile: folder.path("text"), encoding: .utf8) == "Just a text.")
    }

    @Test("propose near names for an actor that is not there")
    func nearNames() throws {
        let folder = try DatabaseFolder()
        #expect(try ToolRun(["who", folder.database, "Anna Ruis"]).errors.contains("\"Ana Ruiz\""))
    }

    @Test("list the relations and show one by the rule of a statement")
    func relations() throws {
        let list = try ToolRun(["relations"])
        #expect(list.status == 0 && list.output.contains("met-with") && list.output.contains("ASSAULT"))
        let some = try ToolRun(["relations", "--class", "assault", "--format", "csv"])
        #expect(some.output.contains("attacked,ASSAULT") && !some.output.contains("met-with"))
        let shown = try ToolRun(["relations", "--show", "ASSAULT/attacked#bomb"])
        #expect(shown.status == 0 && shown.output.contains("* verbs: ") && shown.output.contains("“"))
        #expect(try ToolRun(["relations", "--show", "ASSAULT/flew-over"]).status == 2)
    }

    @Test(
        "show examples in their help",
        arguments: ["remove", "who", "path", "query", "export", "actors", "merge", "split", "stats", "relations"])
    func help(command: String) throws {
        let run = try ToolRun(["help", command])
        #expect(run.status == 0)
        #expect(run.output.contains("newsgraph \(command) "))
        #expect(run.output.contains("Examples:"))
    }
}
