import Foundation
import KnowledgeGraph

@testable import GraphStore

/// Invented documents and statements, and a folder to keep their databases in.
enum StoreSamples {
    static let people = ["Ana Ruiz", "José Núñez", "Łukasz Wiśniewski", "Mali", "Acme Corp", "Bo Ek"]

    static func actor(_ name: String, _ type: ActorType = .person) -> Actor {
        Actor(id: "\(type.rawValue)/\(name.lowercased().replacingOccurrences(of: " ", with: "-"))", name: name, type: type)
    }

    static func statement(
        _ subject: String, _ relation: String, _ object: String, document: String = "d1", number: Int = 0, on day: Int? = nil,
        class relationClass: RelationClass = .consult, status: Status = .actual, mention: String? = nil, sentence: String? = nil
    ) -> Statement {
        let sentence = sentence ?? "\(subject) \(relation) \(object)."
        return Statement(
            id: "\(document)-\(number)-\(subject)-\(relation)-\(object)-\(status.rawValue)", document: document,
            subject: Participant(actor: actor(subject), mention: mention.map { TextSpan(text: $0, span: 0..<$0.utf8.count) }),
            relation: relation, relationClass: relationClass, object: Participant(actor: actor(object)), isSymmetric: false, status: status,
            predicate: .init(text: relation, lemma: relation, span: 1..<4),
            date: day.map {
                StatementDate(
                    start: CalendarDate(daysSince1970: $0), end: CalendarDate(daysSince1970: $0), precision: .day, text: nil,
                    source: .document)
            },
            evidence: Evidence(sentence: sentence, index: number, span: 0..<sentence.utf8.count), confidence: 0.5, rule: "test")
    }

    /// Uses every field.
    static func full(document: String = "d1", text: String = "Ruiz") -> Statement {
        var statement = statement(
            "Ana Ruiz", "spoke-with", "Mali", document: document, number: 7, on: 20_240, mention: text, sentence: text)
        statement.mode = "phone"
        statement.object.mention = TextSpan(text: "Bamako", span: 9..<15)
        statement.attribution = .init(name: text, id: nil, verb: "said", span: 3..<9)
        statement.date?.end = CalendarDate(daysSince1970: 20_250)
        statement.date?.precision = .range
        statement.date?.text = text
        statement.date?.source = .text
        statement.place = text
        statement.topic = text
        statement.quantities = [
            .init(value: 2.5, unit: "tonne", text: "2.5 t", span: 1..<6), .init(value: 41, unit: text, text: "", span: 4..<4),
        ]
        statement.detail = text
        statement.confidence = 0.875
        return statement
    }

    static func document(_ id: String = "d1", text: String = "text") -> GraphDocument {
        GraphDocument(
            id: id, date: CalendarDate(daysSince1970: 20_241), title: "Title", source: nil, url: "https://example.org", text: text)
    }

    /// Several documents whose actors and names overlap.
    static func corpus(_ count: Int = 4) -> [(document: GraphDocument, statements: [Statement])] {
        (1...count).map { number in
            let id = "d\(number)"
            let statements = (0..<6).map { index in
                statement(
                    people[(index + number) % people.count], ["met-with", "visited", "accused"][index % 3],
                    people[(index * number + 1) % people.count], document: id, number: index,
                    on: index == 0 ? nil : 20_000 + number * index,
                    status: index == 4 ? .denied : .actual, mention: ["Ruiz", "he", "The Leader"][index % 3])
            }
            return (document(id), statements + [full(document: id)])
        }
    }
}

/// A folder of its own for each test, removed afterwards.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("GraphStoreTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String = "news.sqlite") -> String { url.appendingPathComponent(name).path }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }
}
