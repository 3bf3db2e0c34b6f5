import Foundation
import GraphStore
import KnowledgeGraph
import Testing

/// Events apart from their reports, as `who`, `actors` and `stats` count them.
@Suite("Events on the command line")
struct EventCommandTests {
    /// The meeting of the briefing, reported by two more documents, of which the one added last is the oldest.
    private func folder() throws -> DatabaseFolder {
        let folder = try DatabaseFolder()
        for (document, day, speaker) in [("newest", "2025-06-09", "Cy Ng"), ("archive", "2025-06-01", nil)] {
            var report = try DatabaseFolder.statement(
                document, "Ana Ruiz", "met-with", "Bo Ek", on: "2025-06-01", "They met, says \(document).")
            report.attribution = speaker.map { .init(name: $0, id: nil, verb: "said", span: 0..<1) }
            try folder.add(document, on: day, [report])
        }
        return folder
    }

    @Test("are shown once each, with the number of reports, the speakers and the newest sentence")
    func table() throws {
        let folder = try folder()
        let run = try ToolRun(["who", folder.database, "Ana Ruiz", "--events"])
        #expect(run.status == 0)
        #expect(run.output.contains(/2025-06-01 +Ana Ruiz +met with +Bo Ek +actual +3 +Cy Ng/))
        #expect(run.output.contains("“They met, says newest.” [newest]") && !run.output.contains("archive"))
        #expect(run.output.contains(/2025-05-20 +Ana Ruiz +accused +Acme +denied +1/))
        #expect(run.output.split(separator: "\n").count { $0.hasPrefix("2025") } == 2)
    }

    @Test(
        "keep to the options",
        arguments: [
            (["--with", "Acme"], 1), (["--with", "Cy Ng"], 0), (["--status", "actual"], 1), (["--top", "1"], 1),
            (["--since", "2025-05"], 2),
        ])
    func options(options: [String], count: Int) throws {
        let folder = try folder()
        try folder.add("other", on: "2025-06-01", [DatabaseFolder.statement("o", "Cy Ng", "accused", "Acme", on: "2025-06-01", "…")])
        let run = try ToolRun(["who", folder.database, "Ana Ruiz", "--events", "--format", "json"] + options)
        #expect(run.status == 0)
        let events = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(events.count == count)
    }

    @Test("are given with all their reports as JSON, and one a row as CSV")
    func formats() throws {
        let folder = try folder()
        let json = try ToolRun(["who", folder.database, "Ana Ruiz", "--events", "--top", "1", "--format", "json"]).output
        let events = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        let reports = try #require(events.first?["reports"] as? [[String: Any]])
        #expect(reports.map { $0["document"] as? String } == ["archive", "briefing", "newest"])
        #expect(events.first?["documents"] as? Int == 3 && events.first?["day"] as? String == "2025-06-01")
        let csv = try ToolRun(["who", folder.database, "Ana Ruiz", "--events", "--format", "csv"]).output.split(separator: "\r\n")
        #expect(
            csv[1]
                == "2025-06-01,person/ana-ruiz,Ana Ruiz,met-with,CONSULT,person/bo-ek,Bo Ek,actual,3,3,Cy Ng,\"They met, says newest.\",newest"
        )
        #expect(csv.count == 3)
    }

    @Test("are counted apart from reports")
    func counts() throws {
        let folder = try folder()
        let stats = try ToolRun(["stats", folder.database]).output
        #expect(stats.contains(/total +statements +4\n/) && stats.contains(/total +events +2\n/))
        let json = try ToolRun(["stats", folder.database, "--format", "json"]).output
        let counts = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(counts["statements"] as? Int == 4 && counts["events"] as? Int == 2 && counts["merges"] as? Int == 0)
        let actors = try ToolRun(["actors", folder.database, "--format", "csv"]).output.split(separator: "\r\n")
        #expect(actors[0].hasPrefix("statements,events,documents") && actors[1].hasPrefix("4,2,3,person,Ana Ruiz"))
    }
}
