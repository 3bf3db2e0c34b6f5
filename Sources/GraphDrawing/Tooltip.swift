import GraphFormats
import KnowledgeGraph

/// What a reader sees when pointing at a line or a box: in words, with date, speaker and sentence.
enum Tooltip {
    private static let mostStatements = 6
    private static let longestSentence = 300

    /// One paragraph a statement:
    /// `Ida Holm met with Port Authority — 3 May 2025, according to the Gazette: “…”`
    static func text(_ edge: Diagram.Edge) -> String {
        var paragraphs = edge.statements.prefix(mostStatements).map(text)
        let more = edge.statements.count - paragraphs.count
        if more > 0 { paragraphs.append("… and \(more) more") }
        return paragraphs.joined(separator: "\n")
    }

    static func text(_ node: Diagram.Node) -> String {
        [node.actor.name, node.secondLine].compactMap(\.self).joined(separator: "\n")
    }

    private static func text(_ statement: Statement) -> String {
        var text = "\(statement.subject.actor.name) – \(words(statement)) – \(statement.object.actor.name)"
        var remarks: [String] = []
        switch statement.status {
        case .actual: break
        case .denied: remarks.append("did not happen")
        case .planned, .requested, .possible: remarks.append(statement.status.rawValue)
        }
        if let date = statement.date { remarks.append(dateText(date)) }
        if let speaker = statement.attribution?.name { remarks.append("according to \(speaker)") }
        if !remarks.isEmpty { text += " (\(remarks.joined(separator: ", ")))" }
        let sentence = statement.evidence.sentence
        if sentence.isEmpty { return text }
        let shown = sentence.count > longestSentence ? sentence.prefix(longestSentence) + "…" : sentence[...]
        return text + ": “\(shown)”"
    }

    private static func words(_ statement: Statement) -> String {
        let relation =
            statement.relationClass == .other ? statement.predicate.text : statement.relation.replacing("-", with: " ")
        return statement.detail.map { "\(relation) (\($0))" } ?? relation
    }

    private static func dateText(_ date: StatementDate) -> String {
        let days = date.start == date.end ? "\(date.start)" : "\(date.start) to \(date.end)"
        return date.source == .document ? "reported \(days)" : days
    }
}
