/// Text of documents as XML 1.0 text: escaped, without characters that XML forbids or that turn the reading direction.
///
/// Control characters, U+FFFE, U+FFFF and directional embeddings, overrides and isolates are left out: most may not stand in XML 1.0 even as
/// references, and the others make a name look like another one. Tabs and carriage returns become spaces.
package enum XMLText {
    /// For an element's content; line breaks are kept.
    package static func content(_ text: String) -> String { escaped(text, lineBreak: "\n") }

    /// For a value in double quotes that people read; line breaks become spaces.
    package static func attribute(_ text: String) -> String { escaped(text, lineBreak: " ") }

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
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case UInt8(ascii: "\n"): (lineBreak, 1)
        case UInt8(ascii: "\t"), UInt8(ascii: "\r"): (" ", 1)
        case 0x00...0x1F, 0x7F: ("", 1)
        // U+0080…U+009F.
        case 0xC2 where text[index + 1] < 0xA0: ("", 2)
        // U+202A…U+202E and U+2066…U+2069: directional embeddings, overrides and isolates.
        case 0xE2 where text[index + 1] == 0x80 && (0xAA...0xAE).contains(text[index + 2]): ("", 3)
        case 0xE2 where text[index + 1] == 0x81 && (0xA6...0xA9).contains(text[index + 2]): ("", 3)
        // U+FFFE, U+FFFF.
        case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: ("", 3)
        default: nil
        }
    }
}
