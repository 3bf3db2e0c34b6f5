import TextAnalysis

/// An extraction as word numbers, before it is written out.
struct ExtractionDraft {
    /// What kind of construction it is from, for its confidence.
    enum Source: String {
        case clause, participle, relative, complement, adjective, copula, title, apposition, possessive, noun
    }

    var source: Source
    var relation: [Int]
    /// A relation word that the sentence leaves out: "is" of an apposition, "has" of a possessive.
    var impliedRelation: String?
    var subject: [Int]
    var arguments: [[Int]]
    var confidence: Double

    func written(in sentence: Sentence) -> OpenExtraction {
        let words = sentence.text(of: relation)
        let relation = [impliedRelation, words.isEmpty ? nil : words].compactMap { $0 }.joined(separator: " ")
        return OpenExtraction(
            relation: relation, subject: sentence.text(of: subject),
            arguments: arguments.map { sentence.text(of: $0) }.filter { !$0.isEmpty },
            confidence: confidence)
    }
}

extension Sentence {
    /// The words as the sentence writes them: neighbours without white space between them stay joined.
    func text(of words: [Int]) -> String {
        var text = ""
        for (offset, word) in words.enumerated() {
            if offset > 0, words[offset - 1] != word - 1 || tokens[word - 1].isFollowedBySpace { text += " " }
            text += tokens[word].form
        }
        return text
    }
}
