import KnowledgeGraph
import Testing

@testable import RelationExtraction

@Suite("Facts told twice")
struct DeduplicationTests {
    private func statement(
        _ subject: String, _ relation: String, _ object: String, symmetric: Bool = false, status: Status = .actual,
        relationClass: RelationClass = .consult, day: String? = nil, at offset: Int = 0
    ) -> Statement {
        func side(_ name: String) -> Participant { Participant(actor: Actor(id: "person/\(name)", name: name, type: .person)) }
        let date = day.flatMap { CalendarDate(iso8601: $0) }.map {
            StatementDate(start: $0, end: $0, precision: .day, text: "then", source: .text)
        }
        return Statement(
            id: StatementIdentity.id(
                document: "d", relation: relation, status: status, spans: [offset..<offset + 1],
                actors: [side(subject).actor, side(object).actor]), document: "d",
            subject: side(subject), relation: relation, relationClass: relationClass, object: side(object), isSymmetric: symmetric,
            status: status, predicate: .init(text: "met", lemma: "meet", span: 0..<3), date: date,
            evidence: Evidence(sentence: "…", index: 0, span: 0..<3), confidence: 0.9, rule: "r")
    }

    @Test("are one statement, the first")
    func repeated() {
        let kept = Deduplication.distinct([
            statement("a", "met-with", "b", symmetric: true), statement("b", "met-with", "a", symmetric: true, at: 9),
        ])
        #expect(kept.map(\.subject.actor.name) == ["a"])
    }

    @Test("are two when the direction, status or day differs")
    func different() {
        let kept = Deduplication.distinct([
            statement("a", "visited", "b"), statement("b", "visited", "a"), statement("a", "visited", "b", status: .planned),
            statement("a", "visited", "b", day: "2024-05-01"),
        ])
        #expect(kept.count == 4)
    }

    @Test("have an id that depends on the document, relation, status and spans alone")
    func identity() {
        let id = StatementIdentity.id(document: "d", relation: "met-with", status: .actual, spans: [0..<1, 2..<3], actors: [])
        #expect(
            id == StatementIdentity.id(document: "d", relation: "met-with", status: .actual, spans: [0..<1, 2..<3], actors: []))
        #expect(id.count == 16 && id.allSatisfy(\.isHexDigit))
        let others = [
            StatementIdentity.id(document: "e", relation: "met-with", status: .actual, spans: [0..<1, 2..<3], actors: []),
            StatementIdentity.id(document: "d", relation: "met-with", status: .denied, spans: [0..<1, 2..<3], actors: []),
            StatementIdentity.id(document: "d", relation: "met-with", status: .actual, spans: [0..<1, 2..<4], actors: []),
        ]
        #expect(Set(others + [id]).count == 4)
    }
}
