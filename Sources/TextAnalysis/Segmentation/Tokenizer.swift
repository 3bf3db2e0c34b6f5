/// Splits text into surface tokens as UD English EWT and GUM do, in one pass over its bytes.
///
/// A token never holds white space and is at most ``maximumLength`` bytes long, so every look-ahead is bounded and the cost is linear.
struct Tokenizer {
    /// Longer runs without a break (encoded data, broken text) are cut here.
    static let maximumLength = 256
    /// Stands for a byte that is not to be read: it separates tokens but is no white space.
    static let gap: UInt8 = 1

    let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let limit: Int
    /// End of the run without white space that is being read, at most ``maximumLength`` bytes ahead.
    private var chunkEnd: Int
    private var chunkStart: Int
    private var chunkHasAt = false
    /// Single quotation marks opened and not closed yet: tells a closing quote from the apostrophe of "the workers' rights".
    private var openSingleQuotes = 0
    private var output: [SurfaceToken] = []

    private init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        limit = range.upperBound
        chunkEnd = position
        chunkStart = position
    }

    static func tokens(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [SurfaceToken] {
        var tokenizer = Tokenizer(bytes: bytes, range: range)
        tokenizer.run()
        return tokenizer.output
    }

    private mutating func run() {
        output.reserveCapacity((limit - position) / 5)
        while position < limit {
            let character = peek(position)
            if character.kind == .space {
                if !output.isEmpty, character.scalar != UInt32(Self.gap) { output[output.count - 1].isFollowedBySpace = true }
                position += character.length
                continue
            }
            if position >= chunkEnd { openChunk() }
            readToken(character)
        }
        // A block ends where white space or markup does.
        if !output.isEmpty { output[output.count - 1].isFollowedBySpace = true }
    }

    /// Finds the end of the run without white space that begins here.
    private mutating func openChunk() {
        let bound = min(limit, position + Self.maximumLength)
        var end = position
        chunkHasAt = false
        while end < bound {
            let byte = bytes[end]
            if byte < 0x80 {
                if byte <= 32 || byte == 127 { break }
                if byte == UInt8(ascii: "@") { chunkHasAt = true }
                end += 1
            } else {
                let character = peek(end)
                if character.kind == .space || end + character.length > bound { break }
                end += character.length
            }
        }
        chunkStart = position
        chunkEnd = max(end, position + peek(position).length)
    }

    private mutating func readToken(_ character: ClassifiedCharacter) {
        if chunkHasAt || position == chunkStart || previousIsOpener {
            if let end = addressEnd() { return append(to: end, .upperWord) }
        }
        switch character.kind {
        case .lower, .upper, .mark: readWord(startsUpper: character.kind == .upper)
        case .digit: readNumber()
        case .emoji, .joiner: append(to: emojiEnd(from: position), .emoji)
        case .symbol, .space: readSymbol(character)
        }
    }

    private var previousIsOpener: Bool {
        guard let last = output.last else { return true }
        return last.kind == .opener || last.kind == .quote
    }

    @inline(__always)
    private func peek(_ position: Int) -> ClassifiedCharacter {
        position < limit ? bytes.character(at: position) : ClassifiedCharacter(scalar: 0, kind: .space, length: 1)
    }

    private func byte(_ position: Int) -> UInt8 { position < limit ? bytes[position] : 0 }

    private mutating func append(to end: Int, _ kind: SurfaceToken.Kind, dot: SurfaceToken.Dot = .none) {
        output.append(SurfaceToken(start: position, end: end, kind: kind, dot: dot))
        position = end
    }

    private func short(_ start: Int, _ end: Int) -> ShortWord? { ShortWord(bytes[start..<end]) }
}

// MARK: - Words and numbers

extension Tokenizer {
    private mutating func readWord(startsUpper: Bool) {
        let start = position
        var end = start
        /// Where the letters since the last dot or hyphen began.
        var segment = start
        var dots = 0
        var allShort = true
        scan: while end < chunkEnd {
            let character = peek(end)
            if character.kind.isWord {
                end += character.length
                continue
            }
            let next = peek(end + character.length)
            switch character.scalar {
            case 0x5F where next.kind.isWord:  // _
                break
            case 0x27, 0x2019, 0x2BC, 0x60:  // ' ’ ʼ `
                guard next.kind.isLetter else { break scan }
            case 0x2E:  // .
                guard next.kind.isWord, dotContinues(segment: segment, dot: end, word: start) else { break scan }
                allShort = allShort && end - segment <= 3
                dots += 1
                segment = end + 1
            case 0x26:  // & in "AT&T"
                guard next.kind == .upper, isUpper(end - 1) else { break scan }
            case 0x2F:  // / in "b/c", "w/o", "N/A"
                guard end == start + 1, next.kind.isLetter, !peek(end + 2).kind.isWord else { break scan }
            case 0x2D:  // -
                guard hyphenContinues(segment: segment, hyphen: end, next: next) else { break scan }
                segment = end + 1
            default: break scan
            }
            end += character.length
        }
        // US$ 5
        if byte(end) == UInt8(ascii: "$"), end - start <= 3, (start..<end).allSatisfy(isUpper) {
            return append(to: end + 1, .other)
        }
        let kind: SurfaceToken.Kind = startsUpper ? .upperWord : .lowerWord
        // Of "Inc.." the first dot belongs to the word; "wait..." has an ellipsis.
        if byte(end) == UInt8(ascii: "."), byte(end + 1) != UInt8(ascii: ".") || byte(end + 2) != UInt8(ascii: ".") {
            let dot = use(ofDotAt: end, word: start..<end, startsUpper: startsUpper, isAcronym: dots > 0 && allShort && end - segment <= 3)
            if dot != .none { return append(to: end + 1, kind, dot: dot) }
        }
        if let second = possessiveApostrophe(at: end) { return append(to: second, kind) }
        append(to: end, kind)
    }

    /// Whether the dot at `dot` is inside the word: "U.S", "e.g", "example.com", but not "end.Next".
    private func dotContinues(segment: Int, dot: Int, word: Int) -> Bool {
        var after = dot + 1
        while after < chunkEnd, peek(after).kind.isWord { after += peek(after).length }
        let length = dot - segment
        if length <= 1 || (length <= 2 && bytes[dot - 1] >= 0x80) {
            // "S.V.Lavrov": initials are tokens, the name another.
            return after - dot - 1 <= 3 || byte(after) == UInt8(ascii: ".") || !peek(dot + 1).kind.isLetter || !isUpper(segment)
        }
        if length <= 3, isUpper(segment), peek(dot + 1).kind == .upper, after - dot - 1 <= 2 { return true }  // "Ph.D", "M.Sc"
        if peek(dot + 1).kind == .digit || peek(dot - 1).kind == .digit { return true }  // "v2.1", "file3.x"
        if after - dot - 1 <= 3, isCapitals(segment..<dot), isCapitals(dot + 1..<after) { return true }  // shares: "ABCD.L"
        var last = after
        var lastStart = dot + 1
        while byte(last) == UInt8(ascii: "."), peek(last + 1).kind.isWord {
            lastStart = last + 1
            last = lastStart
            while last < chunkEnd, peek(last).kind.isWord || byte(last) == UInt8(ascii: "-") { last += peek(last).length }
        }
        if lastStart > dot + 1, peek(segment).kind == .lower, peek(lastStart).kind == .lower { return true }  // "comp.lang.misc"
        if segment > word, segment - word > 2, peek(word).kind == .lower, peek(dot + 1).kind == .lower { return true }
        guard let ending = short(lastStart, last), EnglishSpelling.domainEndings.contains(ending) else { return false }
        return !(isUpper(lastStart) && !isUpper(last - 1))  // "home.In the end"
    }

    private func isCapitals(_ range: Range<Int>) -> Bool { range.allSatisfy(isUpper) }

    private func hyphenContinues(segment: Int, hyphen: Int, next: ClassifiedCharacter) -> Bool {
        guard next.kind.isWord, let prefix = short(segment, hyphen) else { return false }
        return EnglishSpelling.prefixes.contains(prefix)
    }

    private mutating func readNumber() {
        let start = position
        var end = start
        var lettersStart: Int?
        scan: while end < chunkEnd {
            let character = peek(end)
            if character.kind.isWord {
                if character.kind != .digit, lettersStart == nil { lettersStart = end }
                if character.kind == .digit, lettersStart != nil { lettersStart = limit }
                end += character.length
                continue
            }
            let next = peek(end + character.length)
            switch character.scalar {
            case 0x2E:  // . in "3.5", "10.30", "7.a.m"
                guard next.kind == .digit || (lettersStart != nil && next.kind.isLetter) else { break scan }
            case 0x2C:  // , in "1,000"
                guard lettersStart == nil, digits(at: end + 1) == 3 else { break scan }
            case 0x3A, 0x2F:  // : in "10:30", / in "9/11"
                guard next.kind == .digit, lettersStart == nil else { break scan }
            case 0x2D:  // -
                guard lettersStart == nil, let dashed = dashedNumberEnd(from: start) else { break scan }
                end = dashed
                break scan
            case 0x27, 0x2019:  // '
                guard next.kind.isLetter else { break scan }
            case 0x5F:
                guard next.kind.isWord else { break scan }
            default: break scan
            }
            end += character.length
        }
        if let lettersStart, lettersStart < end, let tail = short(lettersStart, end), EnglishSpelling.units.contains(tail) {
            append(to: lettersStart, .number)
            let hasInnerDot = (position..<end).contains { bytes[$0] == UInt8(ascii: ".") }
            if hasInnerDot, byte(end) == UInt8(ascii: ".") { return append(to: end + 1, .lowerWord, dot: .abbreviation) }
            return append(to: end, .lowerWord)
        }
        append(to: end, .number)
    }

    /// Dates and telephone numbers keep their hyphens ("2025-06-01", "555-0199"); ranges do not ("1998-2001").
    private func dashedNumberEnd(from start: Int) -> Int? {
        var groups: [Int] = []
        var end = start
        while true {
            let count = digits(at: end)
            guard count > 0 else { return nil }
            groups.append(count)
            end += count
            guard byte(end) == UInt8(ascii: "-"), peek(end + 1).kind == .digit, groups.count < 8 else { break }
            end += 1
        }
        guard !peek(end).kind.isWord else { return nil }
        return groups.count > 2 || groups == [3, 4] ? end : nil
    }

    private func digits(at position: Int) -> Int {
        var end = position
        while end < chunkEnd, peek(end).kind == .digit { end += 1 }
        return end - position
    }

    private func isUpper(_ position: Int) -> Bool { CharacterClass.ofASCII(byte(position)) == .upper }
}

// MARK: - Dots and apostrophes

extension Tokenizer {
    private func use(ofDotAt dot: Int, word: Range<Int>, startsUpper: Bool, isAcronym: Bool) -> SurfaceToken.Dot {
        let after = peek(dot + 1)
        // A letter directly behind: "St.Petersburg", but not "end.Next".
        let next = nextCharacter(after: dot + 1)
        if isAcronym {
            let key = short(word.lowerBound, word.upperBound)
            return key == "e.g" || key == "i.e" ? .title : .abbreviation
        }
        let length = word.count
        if length == 1 || (length == 2 && bytes[word.lowerBound] >= 0x80) {
            return useAfterLetter(word: word, startsUpper: startsUpper, after: after, next: next)
        }
        guard let key = short(word.lowerBound, word.upperBound) else { return continuation(after) }
        if EnglishSpelling.titles.contains(key) { return .title }
        if EnglishSpelling.beforeNumbers.contains(key) {
            return next.kind == .digit ? .title : continuation(after)
        }
        if EnglishSpelling.abbreviations.contains(key) {
            let isAlwaysShort = startsUpper || key == "etc" || key == "al" || key == "lbs" || key == "yrs"
            return isAlwaysShort ? .abbreviation : continuation(after)
        }
        return continuation(after)
    }

    /// A dot with a comma or the like behind it belongs to the word: "Ltd.,".
    private func continuation(_ after: ClassifiedCharacter) -> SurfaceToken.Dot {
        after.scalar == 0x2C || after.scalar == 0x3B || after.scalar == 0x3A ? .abbreviation : .none
    }

    /// "J. Smith" has an initial; "Plan B. The" and "so do I." end sentences.
    private func useAfterLetter(
        word: Range<Int>, startsUpper: Bool, after: ClassifiedCharacter, next: (kind: CharacterClass, start: Int)
    ) -> SurfaceToken.Dot {
        guard startsUpper else {
            guard next.kind == .digit, let key = short(word.lowerBound, word.upperBound) else { return continuation(after) }
            return EnglishSpelling.beforeNumbers.contains(key) ? .title : .none
        }
        if after.kind.isLetter { return .initial }
        guard next.kind == .upper else { return next.kind == .lower ? .initial : continuation(after) }
        let isName = !startsSentence(at: next.start)
        guard let previous = output.last, previous.isWord else { return isName ? .initial : .none }
        if previous.kind == .upperWord { return isName || previous.dot == .initial ? .initial : .none }
        let isPronoun = byte(word.lowerBound) == UInt8(ascii: "I")
        return isName && !isPronoun ? .initial : .none
    }

    private func nextCharacter(after position: Int) -> (kind: CharacterClass, start: Int) {
        var start = position
        let bound = min(limit, position + 16)
        while start < bound {
            let character = peek(start)
            if character.kind != .space { return (character.kind, start) }
            start += character.length
        }
        return (.space, start)
    }

    private func startsSentence(at start: Int) -> Bool {
        var end = start
        while end < min(limit, start + ShortWord.maximumLength), peek(end).kind.isLetter { end += peek(end).length }
        return short(start, min(end, limit)).map(EnglishSpelling.starters.contains) ?? false
    }

    /// The end of "workers'" with its apostrophe, unless the mark closes a quotation.
    private func possessiveApostrophe(at end: Int) -> Int? {
        let mark = peek(end)
        guard mark.scalar == 0x27 || mark.scalar == 0x2019, openSingleQuotes == 0 else { return nil }
        let last = byte(end - 1) | 0x20
        guard last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z") else { return nil }
        let next = peek(end + mark.length)
        guard !next.kind.isWord, next.scalar != mark.scalar else { return nil }
        return end + mark.length
    }
}

// MARK: - Symbols

extension Tokenizer {
    private mutating func readSymbol(_ character: ClassifiedCharacter) {
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
    private func emojiEnd(from start: Int) -> Int {
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

// MARK: - Addresses

extension Tokenizer {
    /// The end of a URL, e-mail address, @handle or #tag that begins here.
    private func addressEnd() -> Int? {
        if let end = linkEnd() { return end }
        let first = byte(position)
        if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") {
            guard position == chunkStart || previousIsOpener, peek(position + 1).kind.isLetter else { return nil }
            var end = position + 1
            while end < chunkEnd, peek(end).kind.isWord || byte(end) == UInt8(ascii: "_") { end += peek(end).length }
            if first == UInt8(ascii: "@"), byte(end) == UInt8(ascii: "."), peek(end + 1).kind == .lower {
                end += 1
                while end < chunkEnd, peek(end).kind.isWord { end += peek(end).length }
            }
            return end
        }
        return chunkHasAt ? mailEnd() : nil
    }

    private func linkEnd() -> Int? {
        guard hasPrefix("http://") || hasPrefix("https://") || hasPrefix("www.") || hasPrefix("ftp://") || hasPrefix("mailto:") else {
            return nil
        }
        var end = position
        var depth = 0
        while end < chunkEnd {
            let byte = bytes[end]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth < 0 { break }
            end += 1
        }
        while end > position + 1, ".,;:!?'*".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end > position + 4 ? end : nil
    }

    private func hasPrefix(_ prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard position + length < chunkEnd, byte(position) | 0x20 == prefix.utf8Start[0] else { return false }
        return (0..<length).allSatisfy { offset in
            let byte = bytes[position + offset]
            return ((65...90).contains(byte) ? byte | 0x20 : byte) == prefix.utf8Start[offset]
        }
    }

    private func mailEnd() -> Int? {
        var end = position
        while end < chunkEnd, isMailByte(bytes[end]) { end += 1 }
        guard end > position, byte(end) == UInt8(ascii: "@"), isMailByte(byte(end + 1)) else { return nil }
        end += 1
        while end < chunkEnd, isMailByte(bytes[end]) { end += 1 }
        while byte(end - 1) == UInt8(ascii: ".") || byte(end - 1) == UInt8(ascii: "-") { end -= 1 }
        return end
    }

    private func isMailByte(_ byte: UInt8) -> Bool {
        let kind = CharacterClass.ofASCII(byte)
        return byte < 0x80 && (kind.isWord || ".-_+%".utf8.contains(byte))
    }
}
