/// Text of documents as XML 1.0 text: escaped, without characters that XML forbids or that turn the reading direction.
enum XMLText {
    /// For an element's content; line breaks are kept.
    static func content(_ text: String) -> String { escaped(text, lineBreak: "\n") }

    /// For a value in double quotes; line breaks become spaces.
    static func attribute(_ text: String) -> String { escaped(text, lineBreak: " ") }

    /// Unescaped, on one line, for where no markup is read.
    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace { result.append(" ") } else if isAllowed(scalar) { result.append(scalar) }
        }
        return String(result)
    }

    private static func escaped(_ text: String, lineBreak: String) -> String {
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

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        case 0x202A...0x202E, 0x2066...0x2069: false  // directional embeddings, overrides and isolates
        default: true
        }
    }
}
