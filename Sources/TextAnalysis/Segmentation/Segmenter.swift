/// Splits text into sentences and words.
///
/// ```swift
/// let text = "Lavrov didn't call. He wrote."
/// Segmenter().sentences(in: text).map { $0.tokens.map(\.form) }
/// // [["Lavrov", "did", "n't", "call", "."], ["He", "wrote", "."]]
/// ```
/// Tokens follow UD English EWT and GUM: clitics are words of their own that share the `surface` number of their token, hyphens stand
/// alone except after prefixes. Spans count UTF-8 bytes of the whole text. The cost is linear in the text, whatever it holds.
public struct Segmenter: Sendable {
    /// Where sentences may end.
    public enum Mode: Sendable, Hashable {
        /// Within and at the end of blocks.
        case automatic
        /// At the end of blocks only: one sentence a line.
        case oneSentencePerBlock
    }

    public var mode: Mode

    public init(mode: Mode = .automatic) {
        self.mode = mode
    }

    /// The sentences of the whole text as one block.
    public func sentences(in text: String) -> [Sentence] {
        sentences(in: text, blocks: [0..<text.utf8.count])
    }

    /// The sentences of the blocks, in order. No sentence crosses the end of a block; ranges are UTF-8 bytes of `text`.
    public func sentences(in text: String, blocks: [Range<Int>]) -> [Sentence] {
        var text = text
        return text.withUTF8 { bytes in
            var sentences: [Sentence] = []
            for block in blocks {
                let range = block.clamped(to: 0..<bytes.count)
                appendSentences(of: bytes, in: range, to: &sentences)
            }
            return sentences
        }
    }

    private func appendSentences(of bytes: UnsafeBufferPointer<UInt8>, in block: Range<Int>, to sentences: inout [Sentence]) {
        let surface = Tokenizer.tokens(of: bytes, in: block)
        guard !surface.isEmpty else { return }
        let ends = mode == .automatic ? SentenceBoundaries(bytes: bytes, tokens: surface).ends() : [surface.count]
        var start = 0
        for end in ends {
            sentences.append(sentence(of: surface[start..<end], bytes: bytes))
            start = end
        }
    }

    private func sentence(of surface: ArraySlice<SurfaceToken>, bytes: UnsafeBufferPointer<UInt8>) -> Sentence {
        var tokens: [Token] = []
        tokens.reserveCapacity(surface.count + surface.count / 16)
        var words: [Range<Int>] = []
        for (number, token) in surface.enumerated() {
            words.removeAll(keepingCapacity: true)
            Contraction.split(token, of: bytes, into: &words)
            for word in words {
                tokens.append(
                    Token(
                        form: String(decoding: UnsafeBufferPointer(rebasing: bytes[word]), as: UTF8.self), span: word, surface: number,
                        isFollowedBySpace: word.upperBound == token.end && token.isFollowedBySpace))
            }
        }
        return Sentence(tokens: tokens, span: (surface.first?.start ?? 0)..<(surface.last?.end ?? 0))
    }
}
