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

    /// The sentences of the whole text; empty lines separate its blocks.
    public func sentences(in text: String) -> [Sentence] {
        var blocks: [Range<Int>] = []
        var start = 0
        var breaks = 0
        for (index, byte) in text.utf8.enumerated() where byte == 10 || byte > 32 {
            breaks = byte == 10 ? breaks + 1 : 0
            guard breaks == 2 else { continue }
            blocks.append(start..<index)
            start = index
        }
        return sentences(in: text, blocks: blocks + [start..<text.utf8.count])
    }

    /// The sentences of the blocks, in order. No sentence crosses the end of a block; ranges are UTF-8 bytes of `text`.
    ///
    /// Bytes of `skipping`, such as the addresses of Markdown links, are in no token; a sentence may run on behind them.
    public func sentences(in text: String, blocks: [Range<Int>], skipping: [Range<Int>] = []) -> [Sentence] {
        guard skipping.isEmpty else {
            var bytes = Array(text.utf8)
            for range in skipping {
                for index in range.clamped(to: 0..<bytes.count) { bytes[index] = Tokenizer.gap }
            }
            return bytes.withUnsafeBufferPointer { sentences(of: $0, blocks: blocks) }
        }
        var text = text
        return text.withUTF8 { sentences(of: $0, blocks: blocks) }
    }

    private func sentences(of bytes: UnsafeBufferPointer<UInt8>, blocks: [Range<Int>]) -> [Sentence] {
        var sentences: [Sentence] = []
        for block in blocks {
            appendSentences(of: bytes, in: block.clamped(to: 0..<bytes.count), to: &sentences)
        }
        return sentences
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
