import TextAnalysis

extension Sentence {
    /// Rows of figures without a sentence, such as a company's results or a league's standings: "Net 807,000 vs 858,000 Revs 9.6 mln".
    ///
    /// At least six words with digits, three of ten words or more, and no full stop at the end: prose with many figures ends in one,
    /// and a headline has fewer ("5 killed, 12 injured in 3 attacks on 2 cities in 2024").
    var isTableOfFigures: Bool {
        guard let last = tokens.last?.form, ![".", "!", "?", "\"", "”", "'", "’"].contains(last) else { return false }
        var figures = 0
        for token in tokens where token.form.utf8.contains(where: { (48...57).contains($0) }) { figures += 1 }
        return figures >= 6 && figures * 10 >= tokens.count * 3
    }
}
