import GRDB

/// The text of a document as the file has it, of which sentences and mentions are spans.
struct DocumentText {
    private let bytes: [UInt8]

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = Array(bytes)
    }

    /// Throws when a damaged file gives a span that the text does not have.
    func text(from start: Int, length: Int) throws -> String {
        let (end, isTooLarge) = start.addingReportingOverflow(length)
        guard start >= 0, length >= 0, !isTooLarge, end <= bytes.count else {
            throw DatabaseError.damage("a document has no bytes \(start) to \(end)")
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// Tells which texts need not be stored because the document has them at their span.
struct SpanMatcher {
    private let document: UnsafeBufferPointer<UInt8>

    init(_ document: UnsafeBufferPointer<UInt8>) {
        self.document = document
    }

    func document(reads text: String, at span: Range<Int>) -> Bool {
        guard span.lowerBound >= 0, span.upperBound <= document.count, span.count == text.utf8.count else { return false }
        var text = text
        return text.withUTF8 { $0.elementsEqual(document[span]) }
    }
}
