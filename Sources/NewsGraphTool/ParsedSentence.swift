import TextAnalysis

/// A line of `newsgraph parse --format json`. Words are counted from 1; the root's head is 0.
struct ParsedSentence: Encodable {
    struct Word: Encodable {
        var form: String
        var lemma: String
        var upos: String
        var xpos: String
        var feats: String
        var head: Int
        var deprel: String
        var span: [Int]
    }

    struct Entity: Encodable {
        var type: String
        /// First and last word.
        var start: Int
        var end: Int
    }

    struct Role: Encodable {
        var role: String
        var token: Int
    }

    struct Frame: Encodable {
        var token: Int
        /// `v` verb, `n` noun, `j` adjective, `l` light verb, `c` copula.
        var kind: String
        var arguments: [Role]
    }

    var id: String?
    var span: [Int]
    var tokens: [Word]
    var entities: [Entity]
    var predicates: [Frame]

    init(_ sentence: Sentence, comments: [String]) {
        let mark = "# sent_id = "
        id = comments.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
        span = [sentence.span.lowerBound, sentence.span.upperBound]
        tokens = sentence.tokens.map {
            Word(
                form: $0.form, lemma: $0.lemma, upos: $0.upos.rawValue, xpos: $0.xpos, feats: $0.features,
                head: $0.head.map { $0 + 1 } ?? 0,
                deprel: $0.relation.rawValue, span: [$0.span.lowerBound, $0.span.upperBound])
        }
        entities = sentence.entities.map { Entity(type: $0.kind.rawValue, start: $0.tokens.lowerBound + 1, end: $0.tokens.upperBound) }
        predicates = sentence.predicates.map { predicate in
            Frame(
                token: predicate.token + 1, kind: predicate.kind.rawValue,
                arguments: predicate.arguments.map { Role(role: $0.role.rawValue, token: $0.token + 1) })
        }
    }
}
