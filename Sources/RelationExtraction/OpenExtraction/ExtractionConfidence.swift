import TextAnalysis

extension ExtractionDraft {
    /// What is known of a draft that tells how likely a reader would write it down.
    enum Feature: String, CaseIterable {
        case noArgument, manyArguments, pronounSubject, longSubject, longArgument, longRelation, inverted
    }

    func features(in sentence: Sentence) -> [Feature] {
        Feature.allCases.filter { feature in
            switch feature {
            case .noArgument: arguments.isEmpty
            case .manyArguments: arguments.count > 2
            case .pronounSubject: subject.count == 1 && sentence.tokens[subject[0]].upos == .pronoun
            case .longSubject: subject.count > 10
            case .longArgument: (arguments.first?.count ?? 0) > 12
            case .longRelation: relation.count > 4
            case .inverted: (subject.first ?? 0) > (relation.first ?? Int.max)
            }
        }
    }

    /// The share of its words that a reader would write too, by a logistic model of source and features.
    ///
    /// Weights: ridge regression on the pairing of CaRB's development part (2 548 tuples), 20 parameters. Fitted on one half and scored on
    /// the other, crosswise, F1 is 0.567 where the whole gives 0.570.
    func confidence(in sentence: Sentence) -> Double {
        let sum = features(in: sentence).reduce(source.weight) { $0 + $1.weight }
        return Self.logistic(sum)
    }

    /// 1 / (1 + e⁻ˣ), computed as (1 + tanh(x / 2)) / 2 with a continued fraction: the same on every machine, without a maths library.
    private static func logistic(_ x: Double) -> Double {
        let half = min(max(x / 2, -4), 4)
        let square = half * half
        var fraction = 0.0
        for odd in stride(from: 15.0, through: 1.0, by: -2.0) { fraction = odd + (odd == 15 ? 0 : square / fraction) }
        return (1 + half / fraction) / 2
    }
}

extension ExtractionDraft.Source {
    fileprivate var weight: Double {
        switch self {
        case .clause: 0.88
        case .chain: 0.75
        case .adjective: 0.24
        case .relative: 0.26
        case .copula: 0.20
        case .existential: -0.25
        case .infinitive: -0.30
        case .controlled: -0.38
        case .participle: 0.04
        case .apposition: -0.16
        case .title: -1.05
        case .noun: -0.55
        case .possessive: -1.33
        }
    }
}

extension ExtractionDraft.Feature {
    fileprivate var weight: Double {
        switch self {
        case .noArgument: -2.15
        case .manyArguments: -0.36
        case .pronounSubject: -0.24
        case .longSubject: -0.67
        case .longArgument: -0.28
        case .longRelation: -0.16
        case .inverted: -0.23
        }
    }
}
