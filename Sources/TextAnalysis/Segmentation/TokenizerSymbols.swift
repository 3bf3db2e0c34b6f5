/// Punctuation, quotes, emoticons and emoji.
extension Tokenizer {
    mutating func readSymbol(_ character: ClassifiedCharacter) {
        let next = peek(position + character.length)
        switch character.scalar {
        case 0x2E, 0x21, 0x3F, 0x2026:  // . ! ? …
            if character.scalar == 0x2E, next.kind == .digit, output.last.map({ $0.end < position || !$0.isWord }) ?? true {
                return readNumberWithSign()
            }
            append(to: runEnd { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F || $0 == 0x2026 }, .stop)
        case 0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x60, 0xB4: readSingleQuote(character, next: next)
        case 0x22, 0x201F: append(to: position + character.length, .quote)
        case 0x28, 0x5B, 0x7B, 0x201C, 0x201E, 0xAB, 0x2039: append(to: position + character.length, .opener)
        case 0x29, 0x5D, 0x7D, 0x201D, 0xBB, 0x203A: append(to: position + character.length, .closer)
        case 0x2B where next.kind == .digit: readNumberWithSign()  // +
        case 0x2D:  // -
            if let bracket = escapedBracket() { return append(to: position + 5, bracket) }
            append(to: runEnd { $0 == 0x2D }, .other)
        case 0x24, 0x2A, 0x3D, 0x5F, 0x7E, 0x23, 0x3C, 0x3E, 0x2B, 0x2014, 0x2013:  // $ * = _ ~ # < > + — –
            if let end = emoticonEnd() { return append(to: end, .emoji) }
            append(to: runEnd { $0 == character.scalar }, .other)
        case 0x3A, 0x3B:  // : ;
            append(to: emoticonEnd() ?? position + 1, emoticonEnd() == nil ? .other : .emoji)
        default: append(to: position + character.length, .other)
        }
    }

    private func runEnd(while isMember: (UInt32) -> Bool) -> Int {
        var end = position
        while end < chunkEnd {
            let character = peek(end)
            guard character.kind == .symbol, isMember(character.scalar) else { break }
            end += character.length
        }
        return max(end, position + peek(position).length)
    }

    private mutating func readNumberWithSign() {
        var end = position + 1
        while end < chunkEnd, peek(end).kind == .digit || (byte(end) == UInt8(ascii: ".") && peek(end + 1).kind == .digit) { end += 1 }
        append(to: end, .number)
    }

    private mutating func readSingleQuote(_ character: ClassifiedCharacter, next: ClassifiedCharacter) {
        // `` and '' of the Penn Treebank.
        if next.scalar == character.scalar {
            return append(to: position + 2 * character.length, character.scalar == 0x60 ? .opener : .closer)
        }
        let isApostrophe = character.scalar == 0x27 || character.scalar == 0x2019
        let follows = output.last.map { $0.end == position && !$0.isFollowedBySpace } ?? false
        if isApostrophe, next.kind.isWord, !(follows && output.last?.isWord == true) {
            var end = position + character.length
            while end < chunkEnd, peek(end).kind.isWord { end += peek(end).length }
            let tail = short(position + character.length, end)
            let isYear = digits(at: position + character.length) == 2
            let isClitic = tail.map { EnglishSpelling.clitics.contains($0) || $0 == "t" } ?? false
            if isYear || tail.map(EnglishSpelling.clipped.contains) ?? false || (isClitic && end == chunkEnd) {
                return append(to: end, .lowerWord)
            }
        }
        let opens = character.scalar == 0x2018 || character.scalar == 0x201A || (!follows || previousIsOpener) && next.kind != .space
        if opens { openSingleQuotes += 1 } else { openSingleQuotes = max(0, openSingleQuotes - 1) }
        append(to: position + character.length, opens ? .opener : .closer)
    }

    /// -LRB-, -RRB-, -LSB- … of the Penn Treebank.
    private func escapedBracket() -> SurfaceToken.Kind? {
        guard byte(position + 4) == UInt8(ascii: "-"), byte(position + 3) == UInt8(ascii: "B"),
            [UInt8(ascii: "R"), UInt8(ascii: "S"), UInt8(ascii: "C")].contains(byte(position + 2))
        else { return nil }
        switch byte(position + 1) {
        case UInt8(ascii: "L"): return .opener
        case UInt8(ascii: "R"): return .closer
        default: return nil
        }
    }

    /// ":-)", "=(", "<3" at the end of a run without white space.
    private func emoticonEnd() -> Int? {
        var end = chunkEnd
        while end > position + 2, byte(end - 1) == UInt8(ascii: ".") || byte(end - 1) == UInt8(ascii: ",") { end -= 1 }
        let length = end - position
        guard (2...3).contains(length) else { return nil }
        let eyes = byte(position)
        guard [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<")].contains(eyes) else { return nil }
        if eyes == UInt8(ascii: "<") { return length == 2 && byte(position + 1) == UInt8(ascii: "3") ? end : nil }
        if length == 3, byte(position + 1) != UInt8(ascii: "-"), byte(position + 1) != UInt8(ascii: "'") { return nil }
        return ")(DPpO/|]*".utf8.contains(byte(end - 1)) ? end : nil
    }

    /// One emoji with its modifiers and what is joined to it; two regional indicators make a flag.
    func emojiEnd(from start: Int) -> Int {
        var end = start + peek(start).length
        var isJoined = false
        var flags = (0x1F1E6...0x1F1FF).contains(peek(start).scalar) ? 1 : 0
        while end < chunkEnd {
            let character = peek(end)
            if character.kind == .joiner {
                isJoined = character.scalar == 0x200D
            } else if isJoined, character.kind == .emoji || character.kind == .symbol {
                isJoined = false
            } else if flags == 1, (0x1F1E6...0x1F1FF).contains(character.scalar) {
                flags = 2
            } else {
                break
            }
            end += character.length
        }
        return end
    }
}
