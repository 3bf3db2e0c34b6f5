import Foundation
import KnowledgeGraph
import Testing

/// `merge`, `split` and the list of probable duplicates, run as a user runs them.
@Suite("Merging on the command line")
struct MergeCommandTests {
    private static let time = "2031-05-06T07:08:09Z"

    /// Ana Ruiz, with "A. Ruiz" as an actor of its own in a second document.
    private func folder(short: String = "A. Ruiz") throws -> DatabaseFolder {
        let folder = try DatabaseFolder()
        try folder.add(
            "bulletin", on: "2025-06-03",
            [DatabaseFolder.statement("3", short, "met-with", "Cy Ng", on: "2025-06-02", "A. Ruiz met Cy Ng.")])
        return folder
    }

    @Test("has an actor count as another, says so, and splits them again")
    func mergeAndSplit() throws {
        let folder = try folder()
        let before = try ToolRun(["export", folder.database, "--format", "jsonl"]).output
        let merge = try ToolRun(["merge", folder.database, "A. Ruiz", "Ana Ruiz", "--reason", "an initial", "--time", Self.time])
        #expect(merge.status == 0 && merge.output.isEmpty)
        #expect(merge.errors.contains("A. Ruiz (person/a-ruiz) with 1 statement counts as Ana Ruiz (person/ana-ruiz) from now on"))
        #expect(merge.errors.contains("newsgraph split \(folder.database) person/a-ruiz"))

        let who = try ToolRun(["who", folder.database, "a. ruiz"])
        #expect(who.output.contains("“A. Ruiz met Cy Ng.” [bulletin]") && who.output.contains("“Dr Ruiz met Bo Ek.” [briefing]"))
        #expect(who.errors.contains("Ana Ruiz (person/ana-ruiz), also called A. Ruiz, Dr Ruiz; merged into it: person/a-ruiz"))
        let byID = try ToolRun(["who", folder.database, "person/a-ruiz"])
        #expect(byID.errors.contains("person/a-ruiz has been merged into Ana Ruiz"))
        #expect(try ToolRun(["stats", folder.database]).output.contains(/total +merges +1/))

        let split = try ToolRun(["split", folder.database, "A. Ruiz"])
        #expect(split.status == 0 && split.output.isEmpty)
        #expect(split.errors.contains("A. Ruiz (person/a-ruiz) with 1 statement counts no longer as Ana Ruiz (person/ana-ruiz)"))
        #expect(split.errors.contains("merged \(Self.time); reason: an initial"))
        #expect(try ToolRun(["export", folder.database, "--format", "jsonl"]).output == before)
    }

    @Test("lists the merges with reason and time")
    func list() throws {
        let folder = try folder()
        let empty = try ToolRun(["merge", folder.database, "--list"])
        #expect(empty.status == 0 && empty.output.isEmpty && empty.errors.contains("nobody has been merged"))
        #expect(try ToolRun(["merge", folder.database, "--list", "--format", "json"]).output == "[]\n")
        try #require(
            try ToolRun(["merge", folder.database, "A. Ruiz", "Ana Ruiz", "--reason", "=an initial", "--time", Self.time]).status == 0)
        let table = try ToolRun(["merge", folder.database, "--list"]).output
        #expect(table.contains(/2031-05-06T07:08:09Z +A. Ruiz \(person\/a-ruiz\) +Ana Ruiz \(person\/ana-ruiz\) +=an initial/))
        #expect(
            try ToolRun(["merge", folder.database, "--list", "--format", "csv"]).output
                == "time,actor,target,reason\r\n\(Self.time),person/a-ruiz,person/ana-ruiz,'=an initial\r\n")
        let json = try ToolRun(["merge", folder.database, "--list", "--format", "json"]).output
        let merges = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
        #expect(
            merges == [["actor": "person/a-ruiz", "target": "person/ana-ruiz", "reason": "=an initial", "time": Self.time]])
    }

    @Test("takes the time of the moment and gives no reason of its own")
    func defaults() throws {
        let folder = try folder()
        let before = Date.now.addingTimeInterval(-1)
        try #require(try ToolRun(["merge", folder.database, "A. Ruiz", "Ana Ruiz"]).status == 0)
        let line = try #require(
            try ToolRun(["merge", folder.database, "--list", "--format", "csv"]).output.split(separator: "\r\n").last)
        #expect(line.hasSuffix(",none given"))
        let time = try Date(String(line.prefix { $0 != "," }), strategy: .iso8601)
        #expect((before...Date.now).contains(time))
    }

    @Test("keeps times in UTC", arguments: [("2031-05-06T09:08:09+02:00", time), (time, time)])
    func utc(given: String, kept: String) throws {
        let folder = try folder()
        try #require(try ToolRun(["merge", folder.database, "A. Ruiz", "Ana Ruiz", "--time", given]).status == 0)
        #expect(try ToolRun(["merge", folder.database, "--list"]).output.contains(kept))
    }

    @Test("makes chains, and parts an actor from all that were merged into it")
    func chain() throws {
        let folder = try folder()
        try folder.add(
            "third", on: "2025-06-04", [DatabaseFolder.statement("4", "Minister Ruiz", "accused", "Cy Ng", on: "2025-06-02", "…")])
        try #require(try ToolRun(["merge", folder.database, "A. Ruiz", "Minister Ruiz"]).status == 0)
        try #require(try ToolRun(["merge", folder.database, "Minister Ruiz", "Ana Ruiz"]).status == 0)
        #expect(try ToolRun(["who", folder.database, "person/a-ruiz", "--format", "csv"]).output.split(separator: "\r\n").count == 5)
        // Not the two that count as one already, and nobody twice.
        for pair in [["person/a-ruiz", "person/ana-ruiz"], ["person/a-ruiz", "Cy Ng"], ["Ana Ruiz", "A. Ruiz"]] {
            let run = try ToolRun(["merge", folder.database] + pair)
            #expect(run.status == 2 && run.output.isEmpty)
        }
        #expect(try ToolRun(["split", folder.database, "person/minister-ruiz"]).status == 0)
        #expect(try ToolRun(["who", folder.database, "A. Ruiz"]).errors.contains("Minister Ruiz (person/minister-ruiz)"))
        let all = try ToolRun(["split", folder.database, "person/minister-ruiz"])
        #expect(all.status == 0 && all.errors.contains("A. Ruiz (person/a-ruiz)"))
        #expect(try ToolRun(["split", folder.database, "person/minister-ruiz"]).status == 2)
    }

    @Test(
        "refuses what makes no sense, and changes nothing",
        arguments: [
            ["merge", "DB", "Ana Ruiz", "ana ruiz"], ["merge", "DB", "Ana Ruiz", "Zanzibar"], ["merge", "DB", "Ana Ruiz"], ["merge", "DB"],
            ["merge", "DB", "A. Ruiz", "Ana Ruiz", "--time", "yesterday"], ["merge", "DB", "A. Ruiz", "Ana Ruiz", "--list"],
            ["merge", "DB", "A. Ruiz", "Ana Ruiz", "--format", "csv"], ["merge", "none.sqlite", "A", "B"],
            ["merge", "none.sqlite", "--list"],
            ["split", "DB", "Ana Ruiz"], ["split", "DB", "Zanzibar"], ["split", "none.sqlite", "A"],
        ])
    func refusals(arguments: [String]) throws {
        let folder = try folder()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        let places = ["DB": folder.database, "none.sqlite": folder.path("none.sqlite")]
        let run = try ToolRun(arguments.map { places[$0] ?? $0 })
        #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
    }

    @Test("lists who may be one, with the command that merges them")
    func duplicates() throws {
        let folder = try folder()
        let table = try ToolRun(["actors", folder.database, "--duplicates"])
        #expect(table.status == 0)
        #expect(table.output.contains(/0\.\d\d +A\. Ruiz \(person\/a-ruiz\) +Ana Ruiz \(person\/ana-ruiz\) +an initial for a name/))
        let json = try ToolRun(["actors", folder.database, "--duplicates", "--format", "json"]).output
        let pairs = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(pairs.count == 1 && pairs[0]["mayBeHomonyms"] as? Bool == false)
        let csv = try ToolRun(["actors", folder.database, "--duplicates", "--format", "csv"]).output
        #expect(csv.contains(",person/a-ruiz,A. Ruiz,person/ana-ruiz,Ana Ruiz,an initial for a name,false\r\n"))

        let command = try #require(pairs[0]["command"] as? String)
        #expect(table.output.contains(command))
        #expect(try shell(command).status == 0)
        let none = try ToolRun(["actors", folder.database, "--duplicates"])
        #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("no two actors look like one"))
    }

    @Test("quotes the command so that a shell takes hostile ids as they are")
    func quoting() throws {
        let folder = try folder()
        let file = folder.path("it's \"here\"; $(touch pwned) `touch pwned`\n.sqlite")
        try FileManager.default.copyItem(atPath: folder.database, toPath: file)
        let json = try ToolRun(["actors", file, "--duplicates", "--format", "json"]).output
        let pairs = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        let run = try shell(try #require(pairs.first?["command"] as? String), in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try ToolRun(["merge", file, "--list"]).output.contains("an initial for a name"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("pwned")))
    }

    @Test("lists no more pairs than wanted")
    func top() throws {
        let folder = try folder()
        try folder.add(
            "third", on: "2025-06-04", [DatabaseFolder.statement("4", "Ana M. Ruiz", "accused", "Cy Ng", on: "2025-06-02", "…")])
        #expect(
            try ToolRun(["actors", folder.database, "--duplicates", "--top", "1", "--format", "csv"]).output.split(separator: "\r\n").count
                == 2)
        #expect(try ToolRun(["actors", folder.database, "--duplicates", "--format", "csv"]).output.split(separator: "\r\n").count > 2)
    }

    @Test("never sends a terminal anything to obey")
    func terminalInjection() throws {
        let folder = try folder(short: "A. \u{1B}[2J Ruiz\u{202E}")
        let reason = ["--reason", "be\u{7}cause\u{9B}31m"]
        let runs = [
            try ToolRun(["merge", folder.database, "person/a-2j-ruiz", "Ana Ruiz"] + reason),
            try ToolRun(["merge", folder.database, "--list"]), try ToolRun(["who", folder.database, "Ana Ruiz"]),
            try ToolRun(["split", folder.database, "person/a-2j-ruiz"]), try ToolRun(["actors", folder.database, "--duplicates"]),
        ]
        for run in runs {
            #expect(run.status == 0, "\(run.errors)")
            #expect(!run.hasControls)
        }
    }

    private func shell(_ command: String, in folder: URL? = nil) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        let tools = try ToolRun.executable().deletingLastPathComponent().path
        process.environment = ProcessInfo.processInfo.environment.merging(["PATH": "\(tools):/usr/bin:/bin"]) { $1 }
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
