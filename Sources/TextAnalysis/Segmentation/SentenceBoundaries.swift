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
        guard let first = ends.first else { return ends }
        return LinkLine(bytes: bytes, tokens: tokens).ends(firstEnd: first) + ends

        func end(at index: Int) {
            while index - start > Self.maximumLength {
                start = cut(from: start)
                ends.append(start)
            }
            if index > start { ends.append(index) }
            start = index
        }
    }

    /// The token after the quotes, brackets, reference marks and emoji that belong to the stop at `index`.
    private func closing(after index: Int, hasOpenQuote: inout Bool) -> Int {
        var next = index + 1
        while next < tokens.count {
            let token = tokens[next]
            if let reference = endOfReference(at: next) {
                next = reference
                continue
            }
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

    /// The end of a reference mark behind the stop: "[12]", or a raised "12".
    private func endOfReference(at index: Int) -> Int? {
        let isAttached = !tokens[index - 1].isFollowedBySpace
        if isAttached, tokens[index].kind == .number, tokens[index].isFollowedBySpace, tokens[index].end - tokens[index].start <= 3 {
            return index + 1
        }
        guard bytes[tokens[index].start] == UInt8(ascii: "["), index + 2 < tokens.count, tokens[index + 1].kind == .number,
            bytes[tokens[index + 2].start] == UInt8(ascii: "]")
        else { return nil }
        return index + 3
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
        if isListNumber(at: stop - 1, start: start) { return false }
        if isQuoted, bytes[token.start] != UInt8(ascii: "."), isSpeechTag(at: next) { return false }
        switch following.kind {
        case .lowerWord:
            guard !isQuoted, token.end - token.start == 1, token.isFollowedBySpace else { return false }
            // "Yahoo! said" goes on.
            return bytes[token.start] != UInt8(ascii: "!") || (stop > start && tokens[stop - 1].kind == .lowerWord)
        case .other: return tokens[next - 1].isFollowedBySpace && !isComma(following)
        case .upperWord, .number, .opener, .quote: return tokens[next - 1].isFollowedBySpace || following.kind == .upperWord
        default: return false
        }
    }

    /// "1. The" at the start of a sentence, "for two reasons: 1. The".
    private func isListNumber(at index: Int, start: Int) -> Bool {
        guard index >= start, tokens[index].kind == .number, tokens[index].end - tokens[index].start <= 2 else { return false }
        return index == start || bytes[tokens[index - 1].start] == UInt8(ascii: ":")
    }

    /// "Smith asked" behind a quoted question.
    private func isSpeechTag(at index: Int) -> Bool {
        guard tokens[index].kind == .upperWord else { return false }
        let verbs = tokens[min(index + 1, tokens.count)..<min(index + 4, tokens.count)].prefix { $0.isWord }
        return verbs.contains { EnglishSpelling.speechVerbs.contains(optional: short($0)) }
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
