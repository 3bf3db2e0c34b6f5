import Foundation

/// Text from bytes whose encoding is not known.
///
/// Valid UTF-8 is kept byte for byte, so that spans count the file's own bytes. Otherwise a byte order mark decides, then Windows-1252 (which holds
/// Latin-1) if the bytes read as such, else the broken bytes become U+FFFD. Spans then count the bytes of the decoded text, and a warning says so.
enum TextDecoding {
    static func text(of bytes: [UInt8]) -> (text: String, warning: String?) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            if let text = String(bytes: bytes, encoding: .utf16) { return (text, "UTF-16, spans count bytes of the text as UTF-8") }
        }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, nil) }
        if looksLikeWindows1252(bytes), let text = String(bytes: bytes, encoding: .windowsCP1252) {
            return (text, "not valid UTF-8, read as Windows-1252; spans count bytes of the text as UTF-8")
        }
        return (String(decoding: bytes, as: UTF8.self), "not valid UTF-8, broken bytes read as U+FFFD")
    }

    /// What the bytes are when they are not text.
    static func binaryKind(of beginning: ArraySlice<UInt8>) -> String? {
        for (magic, kind) in magicNumbers where beginning.starts(with: magic) { return kind }
        if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) { return nil }
        let controls = beginning.count { $0 < 32 && !(8...13).contains($0) && $0 != 27 }
        return controls > 3 && controls * 50 > beginning.count ? "binary data" : nil
    }

    private static let magicNumbers: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF file"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or office document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "an SQLite database"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), (Array("{\\rtf".utf8), "an RTF document"),
    ]

    /// Bytes above 127 stand singly among letters, as accents and typographic quotes do, and none is undefined in Windows-1252; broken UTF-8 has
    /// runs of them that begin with a lead byte.
    private static func looksLikeWindows1252(_ bytes: [UInt8]) -> Bool {
        var single = 0
        var sequences = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte >= 0x80 else { continue }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
            if byte >= 0xC2, byte < 0xF5, index < bytes.count, bytes[index] & 0xC0 == 0x80 {
                sequences += 1
                while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            } else {
                single += 1
            }
        }
        return single > sequences
    }
}
