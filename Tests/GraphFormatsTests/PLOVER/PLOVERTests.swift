import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("PLOVER")
struct PLOVERTests {
    private func record(_ statement: Statement, in document: DocumentDetails? = nil) throws -> [String: Any]? {
        guard let line = PLOVER.line(of: statement, in: document) else { return nil }
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func statement(
        _ relation: String, _ relationClass: RelationClass, status: Status = .actual, object: ActorType = .country, symmetric: Bool = false
    ) -> Statement {
        sampleStatement(
            sampleActor("A", .country), relation, relationClass, sampleActor("B", object), symmetric: symmetric, status: status)
    }

    @Test(
        "codes events as the codebook does",
        arguments: [
            ("attacked", RelationClass.assault, Status.actual, "ASSAULT", nil as String?, "M-CONF"),
            ("attacked", .assault, .planned, "THREATEN", "violence", "V-CONF"),
            ("visited", .consult, .actual, "CONSULT", "visit", "V-COOP"),
            ("visited", .consult, .planned, "AGREE", nil, "V-COOP"), ("met-with", .consult, .requested, "REQUEST", "meet", "V-CONF"),
            ("aided", .aid, .requested, "REQUEST", "assist", "V-CONF"), ("released", .retreat, .actual, "RETREAT", "release", "M-COOP"),
            ("criticised", .accuse, .planned, "ACCUSE", "disapprove", "V-CONF"),
        ])
    func coding(relation: String, relationClass: RelationClass, status: Status, type: String, mode: String?, quad: String) throws {
        let record = try #require(try record(statement(relation, relationClass, status: status)))
        #expect(record["event_type"] as? String == type && record["event_mode"] as? String == mode)
        #expect(record["quad_code"] as? String == quad && record["status"] as? String == status.rawValue)
    }

    @Test("has no record of what did not take place or may not have", arguments: [Status.denied, .possible])
    func notEvents(status: Status) throws {
        #expect(try record(statement("attacked", .assault, status: status)) == nil)
    }

    @Test("has no record of a class that it does not know", arguments: [RelationClass.state, .business, .speech, .other])
    func foreignClasses(relationClass: RelationClass) throws {
        #expect(try record(statement("works-for", relationClass)) == nil)
    }

    private func names(_ record: [String: Any]?, _ side: String) -> [String] {
        (record?[side] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    }

    @Test("has the parties to a meeting as co-actors, a visitor as actor and a host as recipient")
    func sides() throws {
        let meeting = try record(statement("met-with", .consult, symmetric: true))
        #expect(names(meeting, "actor") == ["A", "B"] && names(meeting, "recipient") == [])
        let visit = try record(statement("hosted", .consult))
        #expect(names(visit, "actor") == ["B"] && names(visit, "recipient") == ["A"])
        let summit = try record(statement("hosted", .consult, object: .event))
        #expect(names(summit, "actor") == ["A"] && summit?["event_mode"] as? String == "multilateral")
    }

    @Test("takes the day of the document where the text gives none")
    func dates() throws {
        let day = try #require(CalendarDate(iso8601: "2031-05-04"))
        let document = DocumentDetails(id: "sample", date: day, title: "T", source: "S", url: "javascript:alert(1)")
        let record = try #require(try record(statement("attacked", .assault), in: document))
        #expect(record["date"] as? String == "2031-05-04")
        #expect(record["headline"] as? String == "T" && record["publication"] as? String == "S")
        #expect(record["url"] is NSNull)
    }
}
