/// Splits text into surface tokens as UD English EWT and GUM do, in one pass over its bytes.
///
/// A token never holds white space and is at most ``maximumLength`` bytes long, so every look-ahead is bounded and the cost is linear.
struct Tokenizer {
    /// Longer runs without a break (encoded data, broken text) are cut here.
    static let maximumLength = 256
    /// Stands for a byte that is not to be read: it separates tokens but is no white space.
    static let gap: UInt8 = 1

    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    let limit: Int
    /// End of the run without white space that is being read, at most ``maximumLength`` bytes ahead.
    var chunkEnd: Int
    var chunkStart: Int
    var chunkHasAt = false
    /// Single quotation marks opened and not closed yet: tells a closing quote from the apostrophe of "the workers' rights".
    var openSingleQuotes = 0
    var output: [SurfaceToken] = []

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

    mutating func run() {
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

    var previousIsOpener: Bool {
        guard let last = output.last else { return true }
        return last.kind == .opener || last.kind == .quote
    }

    @inline(__always)
    func peek(_ position: Int) -> ClassifiedCharacter {
        position < limit ? bytes.character(at: position) : ClassifiedCharacter(scalar: 0, kind: .space, length: 1)
    }

    func byte(_ position: Int) -> UInt8 { position < limit ? bytes[position] : 0 }

    mutating func append(to end: Int, _ kind: SurfaceToken.Kind, dot: SurfaceToken.Dot = .none) {
        output.append(SurfaceToken(start: position, end: end, kind: kind, dot: dot))
        position = end
    }

    func short(_ start: Int, _ end: Int) -> ShortWord? { ShortWord(bytes[start..<end]) }
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

    func digits(at position: Int) -> Int {
        var end = position
        while end < chunkEnd, peek(end).kind == .digit { end += 1 }
        return end - position
    }

    private func isUpper(_ position: Int) -> Bool { CharacterClass.ofASCII(byte(position)) == .upper }
}
