import TextAnalysis

extension ExtractionDraft {
    /// What is known of a draft that tells how likely a reader would write it down, by name.
    func features(in sentence: Sentence) -> [String: Double] {
        var features: [String: Double] = [source.rawValue: 1]
        if arguments.isEmpty { features["no argument"] = 1 }
        if arguments.count > 2 { features["many arguments"] = 1 }
        if subject.count == 1, sentence.tokens[subject[0]].upos == .pronoun { features["pronoun"] = 1 }
        if subject.count > 10 { features["long subject"] = 1 }
        if (arguments.first?.count ?? 0) > 12 { features["long argument"] = 1 }
        if relation.count > 4 { features["long relation"] = 1 }
        if let first = subject.first, let word = relation.first, first > word { features["inverted"] = 1 }
        return features
    }

    /// A logistic model of `features(in:)`.
    func confidence(in sentence: Sentence) -> Double {
        switch source {
        case .clause: arguments.isEmpty ? 0.5 : 0.9
        case .copula: 0.85
        case .chain, .relative: 0.8
        case .adjective: 0.7
        case .participle, .infinitive, .controlled: 0.6
        case .apposition: 0.55
        case .title: 0.5
        case .possessive: 0.3
        case .noun: 0.2
        case .existential: 0.25
        }
    }
}
