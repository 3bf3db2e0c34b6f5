import TextAnalysis

/// Which words of a document stand between quotation marks.
///
/// A quotation may run over several sentences, and a paragraph that opens a quotation without closing it goes on in the next.
struct Quotations {
    private let quoted: [[Bool]]

    init(_ trees: [SentenceTree]) {
        var isOpen = false
        quoted = trees.map { tree in
            tree.sentence.tokens.enumerated().map { offset, token in
                switch token.form {
                case "“", "``", "«": isOpen = true
                case "”", "''", "»": isOpen = false
                case "\"": isOpen = offset == 0 ? true : offset == tree.indices.count - 1 ? false : !isOpen
                default: break
                }
                return isOpen
            }
        }
    }

    func isQuoted(sentence: Int, token: Int) -> Bool { quoted[sentence][token] }

    /// Sentences that may name the speaker of what is quoted in this one, the nearest first: itself, those before as long as they end in a quotation
    /// or were its beginning, then the next.
    func neighbours(of sentence: Int) -> [Int] {
        var found = [sentence]
        var before = sentence - 1
        while before >= 0, sentence - before <= 4 {
            found.append(before)
            guard quoted[before].contains(true) else { break }
            before -= 1
        }
        if sentence + 1 < quoted.count { found.append(sentence + 1) }
        return found
    }
}
