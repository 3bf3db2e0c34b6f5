/// Text from documents on its way to a terminal: without anything that the terminal would obey, and cut or wrapped to a width.
enum TerminalText {
    /// The text on one line, with control characters, escape sequences and direction overrides made visible instead of obeyed.
    ///
    /// ```swift
    /// TerminalText.safe("\u{1B}[31mred")   // "␛[31mred"
    /// ```
    /// Line breaks and tabs become spaces. See Unicode TR36, "Bidirectional Text Spoofing".
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
            case "\0"..."\u{1F}": result.append(Unicode.Scalar(UInt32(0x2400) + scalar.value) ?? "\u{FFFD}")
            default: result.append(isObeyed(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// Columns that a terminal gives the text (Unicode TR11: wide characters take two, combining ones none).
    static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The text, cut with "…" where it is wider.
    static func cut(_ text: String, to width: Int) -> String {
        guard Self.width(of: text) > width else { return text }
        var result = ""
        var used = 1
        for character in text {
            used += Self.width(of: character)
            guard used <= width else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// The text as lines of whole words; a word wider than a line is broken.
    static func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let needed = Self.width(of: String(word))
            if used > 0, used + 1 + needed <= width {
                line += " \(word)"
                used += 1 + needed
                continue
            }
            if used > 0 { lines.append(line) }
            (line, used) = ("", 0)
            for character in word {
                let columns = Self.width(of: character)
                if used + columns > max(width, 2) {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += columns
            }
        }
        return used > 0 ? lines + [line] : lines
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    private static func width(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.isASCII { return 1 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            return 2
        default:
            break
        }
        let properties = first.properties
        if properties.isEmojiPresentation { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}
