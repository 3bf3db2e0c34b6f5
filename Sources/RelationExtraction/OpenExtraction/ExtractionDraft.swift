import TextAnalysis

/// An extraction as word numbers, before it is written out.
struct ExtractionDraft {
    /// The construction that an extraction is read from.
    enum Source: String, CaseIterable {
        /// A clause with its own or a conjoined subject.
        case clause
        /// "the army, backed by", "a man carrying", "the divested operations".
        case participle
        /// "came to help", "a plan to attack": an infinitive that is no complement.
        case infinitive
        case relative
        /// "agreed to send": a verb with the words that govern it.
        case chain
        /// "asked her to leave": a complement whose subject is another's object.
        case controlled
        /// "there was a meeting".
        case existential
        case adjective, copula, title, apposition, possessive, noun
    }

    var source: Source
    var relation: [Int]
    /// A relation word that the sentence leaves out: "is" of an apposition, "has" of a possessive.
    var impliedRelation: String?
    var subject: [Int]
    var arguments: [[Int]]

    func written(in sentence: Sentence) -> OpenExtraction {
        let words = sentence.text(of: relation)
        let relation = [impliedRelation, words.isEmpty ? nil : words].compactMap { $0 }.joined(separator: " ")
        return OpenExtraction(
            relation: relation, subject: sentence.text(of: subject),
            arguments: arguments.map { sentence.text(of: $0) }.filter { !$0.isEmpty },
            confidence: confidence(in: sentence))
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
