/// Text of documents as XML 1.0 text: escaped, without characters that XML forbids or that turn the reading direction.
///
/// Control characters, U+FFFE, U+FFFF and directional embeddings, overrides and isolates are left out: most may not stand in XML 1.0 even as
/// references, and the others make a name look like another one. Tabs and carriage returns become spaces.
package enum XMLText {
    /// For an element's content; line breaks are kept.
    package static func content(_ text: String) -> String { escaped(text, lineBreak: "\n") }

    /// For a value in double quotes that people read; line breaks become spaces.
    package static func attribute(_ text: String) -> String { escaped(text, lineBreak: " ") }

    /// Unescaped, on one line, for where no markup is read.
    package static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace { result.append(" ") } else if isAllowed(scalar) { result.append(scalar) }
        }
        return String(result)
    }

    /// Adds the text as UTF-8.
    ///
    /// - Parameter lineBreak: what stands for a line break. In a value that is data it is `&#10;`, because a parser makes a space of a bare
    ///   one (XML 1.0, 3.3.3).
    static func append(_ text: String, lineBreak: StaticString, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var kept = 0
            var index = 0
            while index < source.count {
                guard let (replacement, length) = change(at: index, in: source, lineBreak: lineBreak) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: source[kept..<index])
                bytes.append(contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
                index += length
                kept = index
            }
            bytes.append(contentsOf: source[kept...])
        }
    }

    private static func escaped(_ text: String, lineBreak: StaticString) -> String {
        var bytes: [UInt8] = []
        append(text, lineBreak: lineBreak, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stands for the scalar that begins at a byte, and how many bytes it has; nil where it stays.
    private static func change(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, lineBreak: StaticString
    ) -> (replacement: StaticString, length: Int)? {
        switch text[index] {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case UInt8(ascii: "\n"): return (lineBreak, 1)
        case UInt8(ascii: "\t"), UInt8(ascii: "\r"): return (" ", 1)
        case 0x00...0x1F, 0x7F: return ("", 1)
        // The first bytes of the other scalars that are not allowed.
        case 0xC2, 0xE2, 0xEF:
            let length = text[index] == 0xC2 ? 2 : 3
            guard let scalar = String(decoding: text[index..<index + length], as: UTF8.self).unicodeScalars.first, isAllowed(scalar) else {
                return ("", length)
            }
            return nil
        default: return nil
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
