/// A triple with absolute IRIs, as a reader of either syntax makes it.
struct Triple: Hashable {
    enum Term: Hashable {
        case iri(String)
        case literal(String, datatype: String)
    }

    var subject: String
    var property: String
    var object: Term
}

/// Why a text is not of its format, and where.
struct SyntaxError: Error, CustomStringConvertible {
    var description: String
}

/// An IRI as RFC 3987 allows it, without the characters that would end it.
func isIRI(_ text: String) -> Bool {
    let forbidden = "<>\"{}|^`\\ ".unicodeScalars
    return text.contains(":") && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !forbidden.contains($0) }
}
