import Foundation
import Testing

/// `add` and what reads files in place of a database, with statements made elsewhere: without a language model.
@Suite("Files of statements on the command line")
struct StatementFileCommandTests {
    private static let links = """
        subject,subject_type,relation,object,date,sentence
        Ana Ruiz,person,met with,Bo Ek,2025-06-03,They met again.
        Bo Ek,person,owns shares of,Acme,2025,
        """

    private func folder(_ files: [String: String] = ["links.csv": links]) throws -> DatabaseFolder {
        let folder = try DatabaseFolder()
        for (name, text) in files { try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8) }
        return folder
    }

    private func export(_ database: String) throws -> String {
        let run = try ToolRun(["export", database, "--format", "jsonl"])
        #expect(run.status == 0)
        return run.output
    }

    @Test("are added, are harmless when repeated, and are removed by their name")
    func addAndRemove() throws {
        let folder = try folder()
        let before = try export(folder.database)
        let run = try ToolRun(["add", folder.database, folder.path("links.csv")])
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(run.errors.contains("1 added; 2 new statements"))
        let who = try ToolRun(["who", folder.database, "Ana Ruiz"])
        #expect(who.output.contains("“They met again.” [links]") && who.output.contains("“Dr Ruiz met Bo Ek.” [briefing]"))
        let added = try export(folder.database)
        #expect(
            added.contains(#""relation":"met-with","class":"CONSULT""#) && added.contains(#""relation":"owns shares of","class":"OTHER""#))
        #expect(try ToolRun(["add", folder.database, folder.path("links.csv")]).errors.contains("1 unchanged; 0 new statements"))
        #expect(try export(folder.database) == added)
        #expect(try ToolRun(["remove", folder.database, "links"]).status == 0)
        #expect(try export(folder.database) == before)
    }

    @Test("that an export wrote give an equal graph, from a file or from standard input, and change nothing where they came from")
    func roundTrip() throws {
        let folder = try folder()
        #expect(try ToolRun(["add", folder.database, folder.path("links.csv")]).status == 0)
        let exported = try export(folder.database)
        try exported.write(toFile: folder.path("export.jsonl"), atomically: true, encoding: .utf8)
        #expect(try ToolRun(["add", folder.path("copy.sqlite"), folder.path("export.jsonl")]).status == 0)
        #expect(try export(folder.path("copy.sqlite")) == exported)
        #expect(try ToolRun(["add", folder.path("piped.sqlite"), "-"], input: exported).status == 0)
        #expect(try export(folder.path("piped.sqlite")) == exported)
        let again = try ToolRun(["add", folder.database, folder.path("export.jsonl")])
        #expect(again.status == 0 && again.errors.contains("1 unchanged; 0 new statements, 4 known from elsewhere"))
        #expect(try export(folder.database) == exported)
    }

    @Test("report bad lines with their numbers, keep the rest, and end with status 1")
    func badLines() throws {
        let folder = try folder(["links.csv": Self.links + "\nA,thing,b,C,2025-13-01,\n,,,,,\u{1B}[31m\nD,thing,b,\u{1B}[31mE,,\n"])
        let run = try ToolRun(["add", folder.database, folder.path("links.csv")])
        #expect(run.status == 1)
        #expect(run.errors.contains("links.csv:4: date \"2025-13-01\": no such day; write YYYY-MM-DD, YYYY-MM or YYYY"))
        #expect(run.errors.contains("links.csv:5: relation: is missing"))
        #expect(run.errors.contains("3 new statements"))
        #expect(!run.hasControls)
    }

    @Test("of which no line can be read change nothing and make no database")
    func nothingReadable() throws {
        let folder = try folder(["links.csv": Self.links])
        #expect(try ToolRun(["add", folder.database, folder.path("links.csv")]).status == 0)
        let before = try export(folder.database)
        for text in ["subject;object\nA;B\n", "subject,relation,object\n,,x\n"] {
            try text.write(toFile: folder.path("links.csv"), atomically: true, encoding: .utf8)
            #expect(try ToolRun(["add", folder.database, folder.path("links.csv")]).status == 2)
            #expect(try export(folder.database) == before)
            #expect(try ToolRun(["add", folder.path("new.sqlite"), folder.path("links.csv")]).status == 2)
            #expect(!FileManager.default.fileExists(atPath: folder.path("new.sqlite")))
        }
    }

    @Test("many bad lines are counted, not shown one by one")
    func manyBadLines() throws {
        let folder = try folder(["links.csv": Self.links + "\n" + String(repeating: ",,,,,x\n", count: 100)])
        let run = try ToolRun(["add", folder.database, folder.path("links.csv")])
        #expect(run.status == 1)
        #expect(run.errors.split(separator: "\n").count < 25)
        #expect(run.errors.contains("links.csv: 80 more lines could not be read"))
    }

    @Test("are read in place of a database", arguments: ["who", "draw", "report"])
    func inMemory(command: String) throws {
        let folder = try folder()
        let run = try ToolRun(
            [command, folder.path("links.csv")] + (command == "who" ? ["person/bo-ek"] : command == "draw" ? ["--format", "dot"] : []))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Bo Ek"))
    }

    @Test("may have any name when the format is given")
    func format() throws {
        let folder = try folder(["links.txt": Self.links, "more.txt": #"{"subject":"Ana Ruiz","relation":"left","object":"Lima"}"#])
        #expect(
            try ToolRun(["add", folder.database, folder.path("links.txt"), "--input-format", "csv"]).errors.contains("2 new statements"))
        #expect(
            try ToolRun(["add", folder.database, folder.path("more.txt"), "--input-format", "statements"]).errors.contains(
                "1 new statements"))
        let wrong = try ToolRun(["add", folder.database, folder.path("more.txt"), "--input-format", "tables"])
        #expect(wrong.status == 2 && wrong.errors.contains("statements, csv"))
    }

    @Test("say which columns are not read")
    func unreadColumns() throws {
        let folder = try folder(["edges.csv": "Source,Target,Label,Weight\nAna Ruiz,Bo Ek,knows,3\n"])
        let run = try ToolRun(["add", folder.database, folder.path("edges.csv")])
        #expect(run.status == 0 && run.errors.contains("edges.csv: statements have no place for \"Weight\"; not read"))
    }

    @Test("of which a document is asked to be removed are named")
    func removeNamedDocument() throws {
        let folder = try folder(["links.csv": "subject,relation,object,document\nA,b,C,story-1\n"])
        #expect(try ToolRun(["add", folder.database, folder.path("links.csv")]).status == 0)
        let run = try ToolRun(["remove", folder.database, "story-1"])
        #expect(run.errors.contains("\"story-1\"") && run.errors.contains("links"))
    }
}
