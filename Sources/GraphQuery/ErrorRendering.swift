extension QueryError {
    /// The message with its place in the query, for people:
    ///
    ///     1:11: unexpected `RETRUN`; expected …; did you mean RETURN?
    ///     MATCH (n) RETRUN n
    ///               ^
    ///
    /// Lines end at LF, CR or both; columns count characters from 1. Of a long line only the part around the place is shown. Tabs and other
    /// control characters are shown as spaces; only the message when there is no place.
    public func rendered(in query: String) -> String {
        guard let location else { return message }
        let line = SourceLine(of: query, around: location.offset)
        let (excerpt, caret) = line.excerpt(width: 100)
        return "\(line.number):\(line.column): \(message)\n\(excerpt)\n\(String(repeating: " ", count: caret))^"
    }
}

/// A line of a query, and a place in it.
private struct SourceLine {
    let number: Int
    let characters: [Character]
    /// How many characters stand before the place.
    let place: Int

    var column: Int { place + 1 }

    init(of query: String, around offset: Int) {
        let bytes = query.utf8
        let target = bytes.index(bytes.startIndex, offsetBy: max(0, offset), limitedBy: bytes.endIndex) ?? bytes.endIndex
        var number = 1
        var start = query.startIndex
        var index = query.startIndex
        while index < target {
            let next = query.index(after: index)
            if next <= target, query[index].isNewline {
                number += 1
                start = next
            }
            index = next
        }
        self.number = number
        characters = Array(query[start...].prefix { !$0.isNewline })
        // A place inside a character is that of the character.
        place = query[start..<query.endIndex].indices.prefix { query.index(after: $0) <= target }.count
    }

    /// At most so many columns of the line, and how many of them stand before the place.
    func excerpt(width: Int) -> (text: String, caret: Int) {
        var first = place
        var before = 0
        while first > 0, before + Self.width(characters[first - 1]) <= width * 2 / 3 {
            first -= 1
            before += Self.width(characters[first])
        }
        var last = place
        var total = before
        while last < characters.count, total + Self.width(characters[last]) <= width {
            total += Self.width(characters[last])
            last += 1
        }
        let shown = String(characters[first..<last].map { Self.isControl($0) ? " " : $0 })
        let (left, right) = (first > 0 ? "…" : "", last < characters.count ? "…" : "")
        return (left + shown + right, left.count + before)
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }

    /// How many columns of a terminal the character takes: two for those of East Asia and for emoji (Unicode Annex 11), none for marks alone.
    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            if scalar.properties.isEmojiPresentation { return 2 }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }
}
