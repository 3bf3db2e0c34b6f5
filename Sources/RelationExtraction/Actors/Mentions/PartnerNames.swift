import TextAnalysis

/// Firms that are named for two: "Vik and Orr Co", which a recogniser of names cuts into "Vik" and "Orr Co".
///
/// Two names are those of one firm where the word of a firm follows them or angle brackets hold them, and the text has them together more than
/// once and never the first without the second: not in "Acme and Vik Corp merged", when Acme is also spoken of by itself.
struct PartnerNames {
    private let pairs: Set<[String]>

    init(_ sentences: [Sentence]) {
        var counts: [[String]: Int] = [:]
        var firms: Set<[String]> = []
        var alone: Set<String> = []
        for sentence in sentences {
            let tokens = sentence.tokens
            for index in tokens.indices where tokens[index].upos == .properNoun {
                guard let pair = Self.pair(at: index, in: tokens) else {
                    if index < 2 || Self.pair(at: index - 2, in: tokens) == nil { alone.insert(tokens[index].form) }
                    continue
                }
                counts[pair, default: 0] += 1
                if Self.isFirm(index, tokens) { firms.insert(pair) }
            }
        }
        pairs = firms.filter { counts[$0, default: 0] > 1 && !alone.contains($0[0]) }
    }

    /// The sentence with each such name as one entity.
    func joined(in sentence: Sentence) -> [NamedEntity] {
        guard !pairs.isEmpty else { return sentence.entities }
        let tokens = sentence.tokens
        return tokens.indices.reduce(into: sentence.entities) { entities, index in
            guard let pair = Self.pair(at: index, in: tokens), pairs.contains(pair) else { return }
            let first = entities.first { $0.tokens.contains(index) }?.tokens ?? index..<index + 1
            let second = entities.first { $0.tokens.contains(index + 2) }?.tokens ?? index + 2..<index + 3
            guard first == index..<index + 1, second.lowerBound == index + 2 else { return }
            entities.removeAll { $0.tokens == first || $0.tokens == second }
            let name = NamedEntity(kind: .organization, tokens: first.lowerBound..<second.upperBound)
            entities.insert(name, at: entities.firstIndex { $0.tokens.lowerBound > index } ?? entities.endIndex)
        }
    }

    /// "Vik and Orr".
    private static func pair(at index: Int, in tokens: [Token]) -> [String]? {
        guard index + 2 < tokens.count, tokens[index].upos == .properNoun, tokens[index + 2].upos == .properNoun,
            ["and", "&", "'n", "'n'"].contains(tokens[index + 1].form.lowercased())
        else { return nil }
        return [tokens[index].form, tokens[index + 2].form]
    }

    private static func isFirm(_ index: Int, _ tokens: [Token]) -> Bool {
        guard index + 3 < tokens.count else { return false }
        return FirmNames.forms.contains(tokens[index + 3].form.replacing(".", with: "").lowercased())
            || index > 0 && tokens[index - 1].form == "<" && tokens[index + 3].form == ">"
    }
}
