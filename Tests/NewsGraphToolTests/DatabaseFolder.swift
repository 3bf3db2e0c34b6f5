import Foundation
import GraphStore
import KnowledgeGraph
import Testing

/// A folder with a small database of invented statements, removed afterwards.
final class DatabaseFolder {
    // A class: it owns the folder.
    let url: URL

    /// - Parameter name: of an actor `person/ana-ruiz`, who has met one and, in a denied statement, accused another.
    init(name: String = "Ana Ruiz") throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("NewsGraphToolTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try add(
            "briefing", on: "2025-06-02", text: "Dr Ruiz met Bo Ek. Dr Ruiz accused Acme.",
            [
                Self.statement("1", "Ana Ruiz", "met-with", "Bo Ek", .actual, on: "2025-06-01", "Dr Ruiz met Bo Ek."),
                Self.statement("2", "Ana Ruiz", "accused", "Acme", .denied, on: "2025-05-20", "Dr Ruiz accused Acme."),
            ].map { statement in
                var statement = statement
                statement.subject = Participant(
                    actor: Actor(id: "person/ana-ruiz", name: name, type: .person), mention: TextSpan(text: "Dr Ruiz", span: 0..<7))
                return statement
            })
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var database: String { path("news.sqlite") }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Adds a document of this date with its statements.
    func add(_ document: String, on day: String, text: String = "", _ statements: [Statement]) throws {
        let store = try GraphStore(path: database, mode: .writing)
        let statements = statements.map { statement in
            var statement = statement
            statement.document = document
            return statement
        }
        try store.add(GraphDocument(id: document, date: CalendarDate(iso8601: day), text: text), statements: statements)
    }

    /// What somebody does to somebody; their ids are `person/` with their names in lower case.
    static func statement(
        _ id: String, _ subject: String, _ relation: String, _ object: String, _ status: Status = .actual, on day: String,
        _ sentence: String
    ) throws -> Statement {
        let day = try #require(CalendarDate(iso8601: day))
        func participant(_ name: String) -> Participant {
            let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
            return Participant(actor: Actor(id: "person/\(words.joined(separator: "-"))", name: name, type: .person))
        }
        return Statement(
            id: id, document: "briefing", subject: participant(subject), relation: relation,
            relationClass: relation == "accused" ? .accuse : .consult, object: participant(object), isSymmetric: false, status: status,
            predicate: .init(text: relation, lemma: relation, span: 8..<11),
            date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document),
            evidence: Evidence(sentence: sentence, index: 0, span: 0..<18), confidence: 1, rule: "test")
    }
}
