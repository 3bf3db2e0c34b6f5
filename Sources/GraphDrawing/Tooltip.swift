import GraphFormats
import KnowledgeGraph

/// What a reader sees when pointing at a line or a box: in words, with date, speaker and sentence.
struct Tooltip {
    private let labels: [String: String]
    private let language: FigureLanguage
    private static let mostStatements = 6
    private static let longestSentence = 300

    init(_ diagram: Diagram) {
        (labels, language) = (diagram.relationLabels, diagram.language)
    }

    /// One paragraph a statement:
    /// `Ida Holm – met with – Port Authority (3 May 2025, according to the Gazette): “…”`
    func text(_ edge: Diagram.Edge) -> String {
        var paragraphs = edge.statements.prefix(Self.mostStatements).map(text)
        let more = edge.statements.count - paragraphs.count
        if more > 0 { paragraphs.append("… \(language.words.andMore(more))") }
        return paragraphs.joined(separator: "\n")
    }

    func text(_ node: Diagram.Node) -> String {
        [node.actor.name, node.secondLine].compactMap(\.self).joined(separator: "\n")
    }

    private func text(_ statement: Statement) -> String {
        var text = "\(statement.subject.actor.name) – \(words(statement)) – \(statement.object.actor.name)"
        let remarks = [
            language.words.word(for: statement.status), statement.date.map(dateText),
            statement.attribution.map { language.words.accordingTo($0.name) },
        ].compactMap(\.self)
        if !remarks.isEmpty { text += " (\(remarks.joined(separator: ", ")))" }
        let sentence = statement.evidence.sentence
        if sentence.isEmpty { return text }
        let shown = sentence.count > Self.longestSentence ? sentence.prefix(Self.longestSentence) + "…" : sentence[...]
        return text + ": “\(shown)”"
    }

    private func words(_ statement: Statement) -> String {
        let relation =
            statement.relationClass == .other
            ? statement.predicate.text : labels[statement.relation] ?? statement.relation.replacing("-", with: " ")
        return statement.detail.map { "\(relation) (\($0))" } ?? relation
    }

    private func dateText(_ date: StatementDate) -> String {
        let days = language.text(for: date.start, to: date.end)
        return date.source == .document ? language.words.reported(days) : days
    }
}
