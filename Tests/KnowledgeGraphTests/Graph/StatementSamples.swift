@testable import KnowledgeGraph

/// Small invented statements.
enum StatementSamples {
    static func statement(
        _ subject: String, _ relation: String, _ object: String, class relationClass: RelationClass = .consult, status: Status = .actual,
        on day: Int? = nil, until lastDay: Int? = nil, id: String? = nil, document: String = "d"
    ) -> Statement {
        let id = id ?? "\(subject)-\(relation)-\(object)-\(day.map(String.init) ?? "")-\(status.rawValue)"
        return Statement(
            id: id, document: document, subject: participant(subject), relation: relation, relationClass: relationClass,
            object: participant(object), isSymmetric: false, status: status,
            predicate: .init(text: relation, lemma: relation, span: 2..<5),
            date: day.map {
                StatementDate(
                    start: CalendarDate(daysSince1970: $0), end: CalendarDate(daysSince1970: lastDay ?? $0),
                    precision: lastDay == nil ? .day : .range, text: nil, source: .document)
            },
            evidence: Evidence(sentence: "\(subject) \(relation) \(object).", index: 0, span: 0..<9), confidence: 1, rule: "test")
    }

    static func participant(_ name: String) -> Participant {
        Participant(actor: Actor(id: name, name: name.uppercased(), type: .person))
    }

    /// Statements among a few actors, drawn with a fixed seed.
    static func random(count: Int, actors: Int, seed: UInt64) -> [Statement] {
        var generator = SplitMix64(state: seed)
        return (0..<count).map { index in
            let day = Int.random(in: 0..<12, using: &generator)
            return statement(
                "a\(Int.random(in: 0..<actors, using: &generator))",
                ["met-with", "visited", "accused"].randomElement(using: &generator) ?? "met-with",
                "a\(Int.random(in: 0..<actors, using: &generator))",
                class: [.consult, .accuse].randomElement(using: &generator) ?? .consult,
                status: [.actual, .denied, .planned].randomElement(using: &generator) ?? .actual, on: day == 0 ? nil : day,
                until: day == 0 ? nil : day + Int.random(in: 0..<3, using: &generator), id: "s\(index)")
        }
    }
}
