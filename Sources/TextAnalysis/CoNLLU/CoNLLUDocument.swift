/// Sentences as the ten columns of CoNLL-U (universaldependencies.org/format.html), with the text that their spans count in.
///
/// ```swift
/// let document = try CoNLLUDocument(reading: lines, path: "gold.conllu")
/// document.sentences[0].tokens.map(\.form)
/// print(document.description)
/// ```
/// Named entities are read from and written to the last column as `Entity=B-PER`, `Entity=I-PER`; words of one surface token as a
/// range (`3-4`). Semantic roles have no column and are not kept.
public struct CoNLLUDocument: Sendable, Hashable, CustomStringConvertible {
    /// UTF-8.
    public var text: [UInt8]
    public var sentences: [Sentence]
    /// For each sentence its comment lines, such as `# sent_id = weblog-1`.
    public var comments: [[String]]

    /// Gives each sentence a number and its text as comments.
    public init(sentences: [Sentence], text: String) {
        self.text = Array(text.utf8)
        self.sentences = sentences
        comments = []
        for (number, sentence) in sentences.enumerated() {
            let line = Self.slice(self.text, sentence.span).map { $0 < 0x20 ? 0x20 : $0 }
            comments.append(["# sent_id = \(number + 1)", "# text = \(String(decoding: line, as: UTF8.self))"])
        }
    }

    init(text: [UInt8], sentences: [Sentence], comments: [[String]]) {
        self.text = text
        self.sentences = sentences
        self.comments = comments
    }

    /// The document as CoNLL-U.
    public var description: String {
        var output = ""
        write(to: &output)
        return output
    }

    static func slice(_ text: [UInt8], _ span: Range<Int>) -> ArraySlice<UInt8> {
        text[span.clamped(to: 0..<text.count)]
    }
}
