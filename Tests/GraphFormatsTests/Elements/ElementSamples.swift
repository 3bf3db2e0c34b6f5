import GraphFormats
import KnowledgeGraph
import SampleGraphs

/// Graphs that every format with nodes and edges must get right.
enum ElementSamples {
    /// One statement with everything, one with nothing that may be left out, and what is known of their document.
    static var full: StatementList {
        StatementList(
            [StatementSamples.full, StatementSamples.sparse],
            documents: [
                DocumentDetails(
                    id: "briefing", date: CalendarDate(iso8601: "2025-06-02"), title: "Health & trade", source: "Lima Wire",
                    url: "https://example.org/briefing?a=1&b=2")
            ])
    }

    /// The text in every field that can hold text.
    static func hostile(_ text: String) -> StatementList {
        StatementList([hostileStatement(text)], documents: [DocumentDetails(id: text, title: text, source: text, url: text)])
    }

    private static func hostileStatement(_ text: String) -> Statement {
        let mention = TextSpan(text: text, span: 0..<1)
        return Statement(
            id: text, document: text, subject: Participant(actor: Actor(id: "s" + text, name: text, type: .person), mention: mention),
            relation: text, relationClass: .other, mode: text,
            object: Participant(actor: Actor(id: "o" + text, name: text, type: .thing), mention: mention), isSymmetric: false,
            status: .actual, predicate: .init(text: text, lemma: text, span: 0..<1),
            attribution: .init(name: text, id: text, verb: text, span: 0..<1),
            date: StatementDate(
                start: CalendarDate(daysSince1970: 1), end: CalendarDate(daysSince1970: 0), precision: .range, text: text, source: .text),
            place: text, topic: text, quantities: [.init(value: .nan, unit: text, text: text, span: 0..<1)],
            evidence: Evidence(sentence: text, index: 0, span: 0..<1), confidence: .infinity, rule: text, detail: text)
    }

    /// Ids that are equal as Swift's strings and differ in bytes, as two imports may have them.
    static let twins = [
        sampleStatement(Actor(id: "person/é", name: "é", type: .person), "met-with", .consult, sampleActor("B", .person)),
        sampleStatement(Actor(id: "person/e\u{301}", name: "é", type: .person), "met-with", .consult, sampleActor("B", .person), index: 1),
    ]
}

extension GraphFormat {
    func text(_ graph: some GraphContents) throws -> String {
        var text = ""
        try write(graph, to: &text)
        return text
    }

    func text(_ statements: [Statement]) throws -> String { try text(StatementList(statements)) }
}

extension FileSetFormat {
    func text(_ file: String, of graph: some GraphContents) throws -> String {
        var text = ""
        try write(file: file, of: graph, to: &text)
        return text
    }
}
