import KnowledgeGraph

@testable import GraphStore

/// Invented documents whose actors, names, words and sentences overlap in every way; the same for the same seed.
struct RandomNews {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// Documents "d0", "d1" and so on.
    mutating func documents(_ count: Int) -> [(document: GraphDocument, statements: [Statement])] {
        (0..<count).map { document("d\($0)") }
    }

    mutating func document(_ id: String) -> (document: GraphDocument, statements: [Statement]) {
        let sentences = (0..<next(6)).map { _ in sentence() }
        var text = next(3) == 0 ? "Headline\n" : ""
        var statements: [Statement] = []
        for (index, sentence) in sentences.enumerated() {
            let start = text.utf8.count
            text += sentence + " "
            let evidence = Evidence(
                sentence: next(5) == 0 ? sentence.uppercased() : sentence, index: index, span: start..<start + sentence.utf8.count)
            for _ in 0..<next(4) { statements.append(statement(document: id, number: statements.count, evidence)) }
        }
        let document = GraphDocument(
            id: id, date: next(2) == 0 ? nil : CalendarDate(daysSince1970: 20_000 + next(50)), title: maybe(pick(Self.words)),
            source: maybe("Agency"), url: nil, text: text)
        return (document, statements)
    }

    private mutating func statement(document: String, number: Int, _ evidence: Evidence) -> Statement {
        let relation = pick(Self.relations)
        var statement = Statement(
            id: next(4) == 0 ? "\(document)/\(number)" : "0123456789ab" + String(0x1000 + next(0xEFFF), radix: 16), document: document,
            subject: participant(evidence), relation: relation.name, relationClass: relation.class, mode: maybe("phone"),
            object: participant(evidence), isSymmetric: relation.isSymmetric, status: pick(Status.allCases),
            predicate: .init(text: pick(Self.words), lemma: pick(Self.words), span: span(evidence)),
            date: nil, place: maybe(pick(Self.words)), topic: maybe(pick(Self.words)), evidence: evidence,
            confidence: next(2) == 0 ? Double(next(101)) / 100 : Double(next(1000)) / 999, rule: "rule/\(relation.name)",
            detail: maybe(pick(Self.words)))
        if next(3) > 0 {
            let day = 20_000 + next(30)
            statement.date = StatementDate(
                start: CalendarDate(daysSince1970: day), end: CalendarDate(daysSince1970: day + next(2) * next(40)),
                precision: pick(StatementDate.Precision.allCases), text: maybe("on Sunday"), source: pick(StatementDate.Source.allCases))
        }
        if next(3) == 0 {
            statement.attribution = .init(name: pick(Self.names), id: maybe("person/ana-ruiz"), verb: "said", span: span(evidence))
        }
        for _ in 0..<next(8) / 5 {
            statement.quantities.append(.init(value: Double(next(9)), unit: "tonne", text: pick(Self.words), span: span(evidence)))
        }
        return statement
    }

    private mutating func participant(_ evidence: Evidence) -> Participant {
        let number = next(Self.ids.count)
        let actor = Actor(
            id: Self.ids[number], name: Self.names[(number + next(3)) % Self.names.count], type: next(6) == 0 ? .group : .person)
        guard next(4) > 0 else { return Participant(actor: actor) }
        return Participant(actor: actor, mention: TextSpan(text: pick(Self.mentions), span: span(evidence)))
    }

    /// Words of the sentence, or any.
    private mutating func span(_ evidence: Evidence) -> Range<Int> {
        let start = evidence.span.lowerBound + next(max(1, evidence.span.count))
        return start..<start + next(9)
    }

    private mutating func sentence() -> String {
        (0..<1 + next(9)).map { _ in pick(Self.words) }.joined(separator: " ")
    }

    private mutating func maybe(_ text: String) -> String? { next(2) == 0 ? text : nil }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[next(list.count)] }

    /// Knuth's MMIX generator.
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    static let ids = [
        "person/ana-ruiz", "person/bo-ek", "country/mali", "person/jose", "group/e", "group/\u{E9}", "group/e\u{301}", "thing/x",
    ]
    private static let names = ["Ana Ruiz", "Bo Ek", "Mali", "José Núñez", "É", "E\u{301}", "Ruiz", "Acme Corp."]
    private static let mentions = ["Ruiz", "he", "The Envoy", "Mali", "the ministry", "É", "E\u{301}", "Bo Ek", "a\0b"]
    private static let words = [
        "talks", "signed", "Mali", "Ruiz", "treaty", "grain", "é", "e\u{301}", "nul\0", "“quoted”", "x y", "met", "the", "of", "",
    ]
    private static let relations: [(name: String, class: RelationClass, isSymmetric: Bool)] = [
        ("met-with", .consult, true), ("met-with", .consult, false), ("accused", .accuse, false), ("visited", .consult, false),
        ("other", .other, false),
    ]
}
