/// What a character is to the tokeniser.
enum CharacterClass: UInt8, Sendable {
    case space, lower, upper, digit, mark, emoji, joiner, symbol

    var isLetter: Bool { self == .lower || self == .upper }
    /// Part of a word: a letter, a digit, or a sign that joins the letter before it.
    var isWord: Bool { self == .lower || self == .upper || self == .digit || self == .mark }
}

/// A character of the text: its scalar, class and length in bytes.
struct ClassifiedCharacter {
    var scalar: UInt32
    var kind: CharacterClass
    var length: Int
}

extension UnsafeBufferPointer<UInt8> {
    /// The character that begins at `position`. Bytes come from a `String`, so they are valid UTF-8; a position past the end is a space.
    @inline(__always)
    func character(at position: Int) -> ClassifiedCharacter {
        guard position < count else { return ClassifiedCharacter(scalar: 0, kind: .space, length: 1) }
        let byte = self[position]
        if byte < 0x80 {
            return ClassifiedCharacter(scalar: UInt32(byte), kind: CharacterClass.ofASCII(byte), length: 1)
        }
        return longCharacter(at: position, first: byte)
    }

    private func longCharacter(at position: Int, first: UInt8) -> ClassifiedCharacter {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, position + length <= count else {
            return ClassifiedCharacter(scalar: UInt32(first), kind: .symbol, length: 1)
        }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(self[position + offset] & 0x3F) }
        return ClassifiedCharacter(scalar: scalar, kind: CharacterClass.ofNonASCII(scalar), length: length)
    }
}

extension CharacterClass {
    @inline(__always)
    static func ofASCII(_ byte: UInt8) -> CharacterClass {
        switch byte {
        case 97...122: .lower
        case 65...90: .upper
        case 48...57: .digit
        case 0...32, 127: .space
        default: .symbol
        }
    }

    static func ofNonASCII(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: return .space
        case 0xAD: return .mark
        case 0xAA, 0xB5, 0xBA: return .lower
        case 0xA1...0xBF, 0xD7, 0xF7: return .symbol
        case 0xC0...0xDE: return .upper
        case 0xDF...0xFF: return .lower
        case 0x200C, 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return .joiner
        case 0x2010...0x206F, 0x20A0...0x20CF: return .symbol
        case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: return .emoji
        default: break
        }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return .symbol }
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter, .modifierLetter, .otherLetter: return .lower
        case .decimalNumber, .letterNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
        default: return properties.isEmojiPresentation ? .emoji : .symbol
        }
    }
}
