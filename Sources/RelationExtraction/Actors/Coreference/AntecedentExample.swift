/// What the ranker of antecedents saw at one pronoun, for `Training/coreference.py` to learn its weights from.
package struct AntecedentExample: Sendable, Encodable {
    /// A cluster that agrees with the pronoun.
    package struct Candidate: Sendable, Encodable {
        /// Sentence and head of the mention that the features are of.
        var at: [Int]
        /// Sentence and head of every mention of the cluster so far.
        var mentions: [[Int]]
        var features: [Double]
    }

    /// `it`, `they` or `person`.
    var kind: String
    /// Sentence and head of the pronoun.
    var at: [Int]
    /// Nearest first.
    var candidates: [Candidate]
    /// Features of having no antecedent.
    var none: [Double]

    /// Names of the features of a candidate and of having none, in order.
    package static let featureNames = AntecedentFeatures.Name.allCases.map { "\($0)" }
    package static let expletiveNames = ExpletiveFeatures.Name.allCases.map { "no-\($0)" }
}

extension PronounResolution {
    func example(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> AntecedentExample {
        func place(_ mention: Int) -> [Int] { [document.mentions[mention].sentence, document.mentions[mention].head] }
        let candidates = candidates(of: index, document, clusters)
        return AntecedentExample(
            kind: "\(AntecedentWeights.Kind(document.mentions[index]))", at: place(index),
            candidates: candidates.map { candidate in
                AntecedentExample.Candidate(
                    at: place(candidate.mention), mentions: clusters[candidate.cluster].mentions.filter { $0 < index }.map(place),
                    features: candidate.features.values)
            }, none: ExpletiveFeatures(pronoun: index, document, candidates: candidates.count).values)
    }
}
