/// Finds where sentences end among the surface tokens of a block.
struct SentenceBoundaries {
    /// Longer sentences (lists without stops, broken text) are cut, after a semicolon or comma where there is one: a tree over more words means nothing.
    static let maximumLength = 400

    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: [SurfaceToken]

    /// Exclusive ends of the sentences, in order; the last is the number of tokens.
    func ends() -> [Int] {
        var ends: [Int] = []
        var start = 0
        var index = 0
        var hasOpenQuote = false
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .quote { hasOpenQuote.toggle() }
            let isCandidate = token.kind == .stop || token.dot == .abbreviation
            guard isCandidate, index > start || token.kind == .stop else {
                if index + 1 < tokens.count, isBullet(tokens[index + 1]), index + 1 > start { end(at: index + 1) }
                index += 1
                continue
            }
            let next = closing(after: index, hasOpenQuote: &hasOpenQuote)
            if next < tokens.count, isEnd(stop: index, next: next, start: start) { end(at: next) }
            index = next
        }
        end(at: tokens.count)
        return ends

        func end(at index: Int) {
            while index - start > Self.maximumLength {
                start = cut(from: start)
                ends.append(start)
            }
            if index > start { ends.append(index) }
            start = index
        }
    }

    /// The token after the quotes, brackets and emoji that belong to the stop at `index`.
    private func closing(after index: Int, hasOpenQuote: inout Bool) -> Int {
        var next = index + 1
        while next < tokens.count {
            let token = tokens[next]
            switch token.kind {
            case .closer, .emoji, .stop: break
            case .quote:
                guard hasOpenQuote || !tokens[next - 1].isFollowedBySpace else { return next }
                hasOpenQuote = false
            default: return next
            }
            next += 1
        }
        return next
    }

    private func isEnd(stop: Int, next: Int, start: Int) -> Bool {
        let token = tokens[stop]
        let following = tokens[next]
        let isQuoted = next > stop + 1
        if token.dot == .abbreviation {
            guard tokens[next - 1].isFollowedBySpace else { return false }
            if following.kind == .upperWord { return EnglishSpelling.starters.contains(optional: short(following)) }
            return (following.kind == .opener || following.kind == .quote) && next + 1 < tokens.count && tokens[next + 1].kind == .upperWord
        }
        // "1. The" at the start of a list item.
        if stop == start + 1, tokens[start].kind == .number, tokens[start].end - tokens[start].start <= 2 { return false }
        switch following.kind {
        case .lowerWord:
            return !isQuoted && token.end - token.start == 1 && bytes[token.start] == UInt8(ascii: ".") && tokens[stop].isFollowedBySpace
        case .other: return tokens[next - 1].isFollowedBySpace && !isComma(following)
        case .upperWord, .number, .opener, .quote: return tokens[next - 1].isFollowedBySpace || following.kind == .upperWord
        default: return false
        }
    }

    private func isComma(_ token: SurfaceToken) -> Bool {
        token.end - token.start == 1
            && [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[token.start])
    }

    /// • ‣ ▪ ● ◦ between items that share a line.
    private func isBullet(_ token: SurfaceToken) -> Bool {
        guard token.kind == .other, token.isFollowedBySpace, token.end - token.start == 3 else { return false }
        return [0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6].contains(bytes.character(at: token.start).scalar)
    }

    private func short(_ token: SurfaceToken) -> ShortWord? { ShortWord(bytes[token.start..<token.end]) }

    private func cut(from start: Int) -> Int {
        let bound = start + Self.maximumLength
        let breaks = (start + Self.maximumLength / 2..<bound).last { index in
            tokens[index].end - tokens[index].start == 1
                && (bytes[tokens[index].start] == UInt8(ascii: ";") || bytes[tokens[index].start] == UInt8(ascii: ","))
        }
        return breaks.map { $0 + 1 } ?? bound
    }
}

extension Set<ShortWord> {
    func contains(optional word: ShortWord?) -> Bool { word.map(contains) ?? false }
}
