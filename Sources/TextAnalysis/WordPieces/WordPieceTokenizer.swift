/// Cuts words into the pieces of BERT's uncased vocabulary: lower case, no accents, punctuation and Chinese characters apart,
/// then the longest known piece from the left (Devlin et al. 2019; the same pieces as the `tokenizers` library gives).
struct WordPieceTokenizer {
    let vocabulary: Vocabulary
    let classPiece: Int32
    let separatorPiece: Int32
    private let unknownPiece: Int32
    private let maximumPieces: Int
    /// A run of more characters without punctuation is unknown as a whole.
    private static let maximumRun = 100

    /// Nil if the vocabulary lacks one of `[CLS]`, `[SEP]` and `[UNK]`.
    init?(_ vocabulary: Vocabulary, maximumPieces: Int) {
        guard let classPiece = vocabulary.number(of: "[CLS]"), let separatorPiece = vocabulary.number(of: "[SEP]"),
            let unknownPiece = vocabulary.number(of: "[UNK]")
        else { return nil }
        self.vocabulary = vocabulary
        self.classPiece = classPiece
        self.separatorPiece = separatorPiece
        self.unknownPiece = unknownPiece
        self.maximumPieces = maximumPieces
    }

    /// Appends the pieces of a word: at least one, at most `maximumPieces`.
    func append(_ word: String, to pieces: inout [Int32]) {
        let start = pieces.count
        var word = word
        let isDone = word.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            appendASCII(bytes, from: start, to: &pieces)
            return true
        }
        if !isDone {
            var normalized = TextNormalization.spaced(word, limit: maximumPieces * Self.maximumRun)
            normalized.withUTF8 { appendRuns(of: $0, from: start, to: &pieces) }
        }
        if pieces.count == start { pieces.append(unknownPiece) }
        if pieces.count > start + maximumPieces { pieces.removeLast(pieces.count - start - maximumPieces) }
    }

    private func appendASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to pieces: inout [Int32]) {
        // Each byte may become three: a space, the byte, a space.
        let count = min(bytes.count, maximumPieces * (Self.maximumRun + 1))
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * 3) { buffer in
            var length = 0
            for index in 0..<count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    buffer[length] = byte
                    length += 1
                case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    buffer[length] = byte | 0x20
                    length += 1
                case 0x21...0x7E:
                    buffer[length] = space
                    buffer[length + 1] = byte
                    buffer[length + 2] = space
                    length += 3
                case space, 0x09, 0x0A, 0x0D:
                    buffer[length] = space
                    length += 1
                default: break
                }
            }
            appendRuns(of: UnsafeBufferPointer(rebasing: buffer[..<length]), from: start, to: &pieces)
        }
    }

    /// Cuts each run between spaces, until there are enough pieces.
    private func appendRuns(of text: UnsafeBufferPointer<UInt8>, from start: Int, to pieces: inout [Int32]) {
        var position = 0
        while position < text.count, pieces.count - start < maximumPieces {
            if text[position] == space {
                position += 1
                continue
            }
            var end = position
            while end < text.count, text[end] != space { end += 1 }
            appendRun(UnsafeBufferPointer(rebasing: text[position..<end]), to: &pieces)
            position = end
        }
    }

    private func appendRun(_ run: UnsafeBufferPointer<UInt8>, to pieces: inout [Int32]) {
        let first = pieces.count
        var characters = 0
        for byte in run where byte & 0xC0 != 0x80 { characters += 1 }
        var position = characters > Self.maximumRun ? -1 : 0
        while position >= 0, position < run.count {
            if let (piece, length) = longestPiece(of: run, at: position) {
                pieces.append(piece)
                position += length
            } else {
                position = -1
            }
        }
        if position < 0 {
            pieces.removeLast(pieces.count - first)
            pieces.append(unknownPiece)
        }
    }

    private func longestPiece(of run: UnsafeBufferPointer<UInt8>, at position: Int) -> (Int32, Int)? {
        let limit = min(run.count - position, vocabulary.longest)
        return withUnsafeTemporaryAllocation(of: PieceHash.self, capacity: limit) { hashes in
            var hash = position == 0 ? PieceHash() : .continuing
            for offset in 0..<limit {
                hash.add(run[position + offset])
                hashes[offset] = hash
            }
            for length in stride(from: limit, to: 0, by: -1) {
                let bytes = run[position..<position + length]
                if let piece = vocabulary.number(of: bytes, hash: hashes[length - 1], continuing: position > 0) { return (piece, length) }
            }
            return nil
        }
    }
}

private let space = UInt8(ascii: " ")
