/// Windows that are encoded together: word pieces one after the other, without padding.
struct Batch {
    /// A sentence, or a stretch of a very long one with the word pieces around it.
    struct Window {
        /// Index of the sentence.
        var sentence: Int
        /// The sentence's words that this window decides; each word is in one window.
        var words: Range<Int>
        /// Rows of ``Batch/pieces``, from `[CLS]` to `[SEP]`.
        var pieces: Range<Int>
        /// Rows of ``Batch/firstPieces``: the root, then each of `words`.
        var rows: Range<Int>
        var mode: CaseMode
    }

    private(set) var windows: [Window] = []
    private(set) var pieces: [Int32] = []
    private(set) var shapes: [UInt8] = []
    /// For each word, the row of its first piece, which represents it; for a root, the row of `[CLS]`.
    private(set) var firstPieces: [Int] = []

    mutating func removeAll() {
        windows.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        firstPieces.removeAll(keepingCapacity: true)
    }

    /// Adds a stretch of a sentence. `context` are the words to be read along with `words`, which they contain.
    mutating func append(_ sentence: SentencePieces, number: Int, words: Range<Int>, context: Range<Int>, tokenizer: WordPieceTokenizer) {
        let (firstPiece, firstRow) = (pieces.count, firstPieces.count)
        firstPieces.append(firstPiece)
        pieces.append(tokenizer.classPiece)
        shapes.append(0)
        for word in context {
            if words.contains(word) { firstPieces.append(pieces.count) }
            let range = sentence.pieces(of: word)
            pieces.append(contentsOf: sentence.pieces[range])
            shapes.append(contentsOf: repeatElement(sentence.shapeNumber(of: word), count: range.count))
        }
        pieces.append(tokenizer.separatorPiece)
        shapes.append(0)
        windows.append(
            Window(
                sentence: number, words: words, pieces: firstPiece..<pieces.count, rows: firstRow..<firstPieces.count, mode: sentence.mode))
    }
}

/// A sentence cut into word pieces.
struct SentencePieces {
    private(set) var pieces: [Int32] = []
    private var starts: [Int] = []
    private let shapes: [WordShape]
    let mode: CaseMode

    init(_ tokens: [Token], tokenizer: WordPieceTokenizer) {
        starts.reserveCapacity(tokens.count + 1)
        for token in tokens {
            starts.append(pieces.count)
            tokenizer.append(token.form, to: &pieces)
        }
        starts.append(pieces.count)
        shapes = tokens.map { WordShape($0.form) }
        mode = CaseMode(of: shapes)
    }

    var wordCount: Int { starts.count - 1 }

    func pieces(of word: Int) -> Range<Int> {
        starts[word]..<starts[word + 1]
    }

    func count(of words: Range<Int>) -> Int {
        starts[words.upperBound] - starts[words.lowerBound]
    }

    func shapeNumber(of word: Int) -> UInt8 {
        UInt8(shapes[word].number + (word == 0 ? WordShape.count : 0))
    }
}
