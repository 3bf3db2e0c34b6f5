package import NewsText

extension Article {
    /// The document's bytes there, as text.
    package func text(in span: Range<Int>) -> String {
        let bytes = text.utf8
        let range = span.clamped(to: 0..<bytes.count)
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(start, offsetBy: range.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
