/// Text of documents as XML 1.0 text: escaped, without characters that XML forbids or that turn the reading direction.
///
/// Control characters, U+FFFE, U+FFFF and directional embeddings, overrides and isolates are left out: most may not stand in XML 1.0 even as
/// references, and the others make a name look like another one. Tabs and carriage returns become spaces.
package enum XMLText {
    /// For an element's content; line breaks are kept.
    package static func content(_ text: String) -> String { escaped(text, lineBreak: "\n") }

    /// For a value in double quotes that people read; line breaks become spaces.
    package static func attribute(_ text: String) -> String { escaped(text, lineBreak: " ") }

    /// For a value in double quotes that is data: line breaks are references, because a parser makes spaces of bare ones (XML 1.0, 3.3.3).
    package static func value(_ text: String) -> String { escaped(text, lineBreak: "&#10;") }

    private static func escaped(_ text: String, lineBreak: String) -> String {
        guard text.utf8.contains(where: mayNeedEscape) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += lineBreak
            case "\t", "\r": result += " "
            default:
                if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Whether a byte of UTF-8 is, or may begin, a scalar that `escaped` changes.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x1F, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        case 0x202A...0x202E, 0x2066...0x2069: false  // directional embeddings, overrides and isolates
        default: true
        }
    }
}
