package import KnowledgeGraph

/// The sentence behind a statement, cut where subject, predicate, object and speaker stand.
///
/// A span counts only when its bytes are the words that the statement has for it: a mark never stands on other words.
package struct MarkedSentence: Hashable {
    package enum Role: String, Hashable { case subject, predicate, object, speaker }

    package struct Part: Hashable {
        package var text: String
        package var role: Role?
    }

    package private(set) var parts: [Part] = []

    package init(_ statement: Statement) {
        let bytes = Array(statement.evidence.sentence.utf8)
        let start = statement.evidence.span.lowerBound
        var marks: [(range: Range<Int>, role: Role)] = []
        func mark(_ span: Range<Int>, _ words: String, _ role: Role) {
            let range = (span.lowerBound - start)..<(span.upperBound - start)
            guard range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty, bytes[range].elementsEqual(words.utf8),
                !marks.contains(where: { $0.range.overlaps(range) })
            else { return }
            marks.append((range, role))
        }
        if let mention = statement.subject.mention { mark(mention.span, mention.text, .subject) }
        if let mention = statement.object.mention { mark(mention.span, mention.text, .object) }
        mark(statement.predicate.span, statement.predicate.text, .predicate)
        if let attribution = statement.attribution { mark(attribution.span, attribution.name, .speaker) }

        var position = 0
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for (range, role) in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if position < range.lowerBound { parts.append(Part(text: text(position..<range.lowerBound), role: nil)) }
            parts.append(Part(text: text(range), role: role))
            position = range.upperBound
        }
        if position < bytes.count { parts.append(Part(text: text(position..<bytes.count), role: nil)) }
    }
}
