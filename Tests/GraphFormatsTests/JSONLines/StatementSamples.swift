import KnowledgeGraph

/// Invented statements that use every field.
enum StatementSamples {
    static let full = statement(
        id: "7f3a9c1e52d0b8aa", mode: "phone", mention: TextSpan(text: "Ruiz", span: 3..<7),
        attribution: .init(name: "Ministry of Health", id: "organization/ministry-of-health", verb: "said", span: 60..<83),
        date: StatementDate(
            start: CalendarDate(daysSince1970: 20_240), end: CalendarDate(daysSince1970: 20_241), precision: .range, text: "on Sunday",
            source: .text),
        place: "Lima", topic: "vaccines",
        quantities: [
            .init(value: 41, unit: "trucks", text: "41 trucks", span: 30..<39),
            .init(value: 2.5, unit: "tonne", text: "2.5 tonnes", span: 41..<51),
        ], sentence: "Dr Ruiz spoke with Acme.", detail: "Director")

    static let sparse = statement(id: "00", sentence: "Ruiz spoke with Acme.")

    static func statement(
        id: String, mode: String? = nil, mention: TextSpan? = nil, attribution: Statement.Attribution? = nil, date: StatementDate? = nil,
        place: String? = nil, topic: String? = nil, quantities: [Statement.Quantity] = [], sentence: String, name: String = "Ana Ruiz",
        detail: String? = nil
    ) -> Statement {
        Statement(
            id: id, document: "briefing",
            subject: Participant(actor: Actor(id: "person/ana-ruiz", name: name, type: .person), mention: mention),
            relation: "spoke-with", relationClass: .consult, mode: mode,
            object: Participant(actor: Actor(id: "organization/acme", name: "Acme", type: .organization)), isSymmetric: true,
            status: .actual, predicate: .init(text: "spoke with", lemma: "speak", span: 8..<18), attribution: attribution, date: date,
            place: place, topic: topic, quantities: quantities,
            evidence: Evidence(sentence: sentence, index: 0, span: 0..<sentence.utf8.count), confidence: 0.94,
            rule: "CONSULT/spoke-with#speak-with", detail: detail)
    }
}
