import Foundation
import GraphStore
import KnowledgeGraph
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
            for text in [run.output, run.errors] {
                #expect(
                    !text.unicodeScalars.contains {
                        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
                    })
            }
            #expect(run.output.contains("Eve ␛[2J"))
        }
    }

    @Test("never send a terminal anything to obey in an error either")
    func terminalInjectionInErrors() throws {
        let folder = try DatabaseFolder(name: "Zelda\u{1B}[2J\u{9B}31m\u{202E}")
        let run = try ToolRun(["who", folder.database, "Zeldo"])
        #expect(run.status == 2)
        #expect(run.errors.contains("Zelda"))
        let obeyed = run.errors.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{202E}"
        }
        #expect(obeyed.isEmpty)
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
            ["stats", "/"],
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

    @Test("show examples in their help", arguments: ["remove", "who", "path", "export", "actors", "stats", "relations"])
    func help(command: String) throws {
        let run = try ToolRun(["help", command])
        #expect(run.status == 0)
        #expect(run.output.contains("newsgraph \(command) "))
        #expect(run.output.contains("Examples:"))
    }
}

/// A folder with a small database of invented statements, removed afterwards.
private final class DatabaseFolder {
    let url: URL

    init(name: String = "Ana Ruiz") throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("NewsGraphToolTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let ruiz = Participant(
            actor: Actor(id: "person/ana-ruiz", name: name, type: .person), mention: TextSpan(text: "Dr Ruiz", span: 0..<7))
        let store = try GraphStore(path: database, mode: .writing)
        try store.add(
            GraphDocument(id: "briefing", text: "Dr Ruiz met Bo Ek. Dr Ruiz accused Acme."),
            statements: [
                statement("1", ruiz, "met-with", .consult, "Bo Ek", .actual, on: "2025-06-01", "Dr Ruiz met Bo Ek."),
                statement("2", ruiz, "accused", .accuse, "Acme", .denied, on: "2025-05-20", "Dr Ruiz accused Acme."),
            ])
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var database: String { path("news.sqlite") }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    private func statement(
        _ id: String, _ subject: Participant, _ relation: String, _ relationClass: RelationClass, _ object: String, _ status: Status,
        on day: String, _ sentence: String
    ) throws -> Statement {
        let day = try #require(CalendarDate(iso8601: day))
        let object = Actor(id: "person/\(object.lowercased().replacingOccurrences(of: " ", with: "-"))", name: object, type: .person)
        return Statement(
            id: id, document: "briefing", subject: subject, relation: relation, relationClass: relationClass,
            object: Participant(actor: object), isSymmetric: false, status: status,
            predicate: .init(text: relation, lemma: relation, span: 8..<11),
            date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document),
            evidence: Evidence(sentence: sentence, index: 0, span: 0..<18), confidence: 1, rule: "test")
    }
}
