import TextAnalysis

extension SentenceTree {
    /// Bytes from the first to the last of these words.
    func span(of words: Range<Int>) -> Range<Int> {
        let words = words.clamped(to: indices)
        guard let first = words.first, let last = words.last else { return sentence.span.lowerBound..<sentence.span.lowerBound }
        return self[first].span.lowerBound..<self[last].span.upperBound
    }

    /// The words with the spaces that the text has between them; a gap is one space.
    func text(of words: [Int]) -> String {
        var text = ""
        for (offset, word) in words.enumerated() {
            text += self[word].form
            guard offset + 1 < words.count else { break }
            if words[offset + 1] != word + 1 || self[word].isFollowedBySpace { text += " " }
        }
        return text
    }
}
