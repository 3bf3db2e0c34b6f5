import TextAnalysis

extension Sentence {
    /// A sentence written as `form/lemma/XPOS/head/relation` a word, heads counted from 1 and 0 for the root, with names and roles beside it.
    ///
    /// ```swift
    /// Sentence("Rebels/rebel/NNS/2/nsubj fled/flee/VBD/0/root", roles: ["2 v ARG0=1"])
    /// ```
    init(_ notation: String, names: [String] = [], roles: [String] = []) {
        var offset = 0
        let tokens = notation.split(whereSeparator: \.isWhitespace).enumerated().map { index, word in
            let fields = word.split(separator: "|").map(String.init)
            let parts = fields.count == 5 ? fields : word.split(separator: "/").map(String.init)
            let head = Int(parts[3]) ?? 0
            let start = offset
            offset += parts[0].utf8.count + 1
            return Token(
                form: parts[0], lemma: parts[1], upos: Self.partOfSpeech(parts[2], relation: parts[4]), xpos: parts[2],
                head: head == 0 ? nil : head - 1, relation: DependencyRelation(rawValue: parts[4]), span: start..<offset - 1, surface: index
            )
        }
        let entities = names.compactMap { name -> NamedEntity? in
            let parts = name.split(separator: " ")
            let bounds = parts.dropFirst().compactMap { Int($0) }
            guard let first = bounds.first, let last = bounds.last, let kind = NamedEntity.Kind(rawValue: String(parts[0])) else {
                return nil
            }
            return NamedEntity(kind: kind, tokens: first - 1..<last)
        }
        let predicates = roles.compactMap { line -> Predicate? in
            let parts = line.split(separator: " ")
            guard parts.count >= 2, let token = Int(parts[0]), let kind = Predicate.Kind(rawValue: String(parts[1])) else { return nil }
            return Predicate(
                token: token - 1, kind: kind,
                arguments: parts.dropFirst(2).compactMap { argument in
                    let sides = argument.split(separator: "=")
                    guard sides.count == 2, let word = Int(sides[1]) else { return nil }
                    return .init(token: word - 1, role: SemanticRole(rawValue: String(sides[0])))
                })
        }
        self.init(tokens: tokens, span: 0..<max(0, offset - 1), entities: entities, predicates: predicates)
    }

    private static func partOfSpeech(_ tag: String, relation: String) -> PartOfSpeech {
        switch tag {
        case "NNP", "NNPS": .properNoun
        case "NN", "NNS": .noun
        case "MD": .auxiliary
        case "JJ", "JJR", "JJS": .adjective
        case "RB", "WRB": .adverb
        case "IN": relation == "mark" ? .subordinator : .adposition
        case "RP": .adposition
        case "TO", "POS": .particle
        case "DT": .determiner
        case "CC": .coordinator
        case "CD": .numeral
        case "PRP", "WP", "WDT", "EX": .pronoun
        case "PRP$": .pronoun
        case ",", ".", ":", "HYPH", "``", "''", "-LRB-", "-RRB-": .punctuation
        case _ where tag.hasPrefix("VB"): ["aux", "aux:pass", "cop"].contains(relation) ? .auxiliary : .verb
        default: .other
        }
    }
}
