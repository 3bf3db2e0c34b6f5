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
    var text = text
    return text.withUTF8 { bytes in
        var hasScheme = false
        for byte in bytes {
            switch byte {
            case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F: return false
            case 0x3A: hasScheme = true
            default: break
            }
        }
        return hasScheme
    }
}
