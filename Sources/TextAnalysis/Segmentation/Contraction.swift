/// Splits a surface token into syntactic words: "don't" into do + n't, "Russia's" into Russia + 's.
enum Contraction {
    /// Appends the words' byte ranges to `words`: one range for a token that is one word.
    static func split(_ token: SurfaceToken, of bytes: UnsafeBufferPointer<UInt8>, into words: inout [Range<Int>]) {
        guard token.isWord, token.end - token.start <= 64, token.end - token.start > 2 else {
            words.append(token.start..<token.end)
            return
        }
        let base = words.count
        var end = token.end
        while let cut = cut(before: end, from: token.start, of: bytes) {
            words.insert(cut..<end, at: base)
            end = cut
        }
        words.insert(token.start..<end, at: base)
    }

    /// Where the last word of the bytes up to `end` begins, if there is more than one.
    private static func cut(before end: Int, from start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard end - start > 1 else { return nil }
        guard let mark = apostrophe(before: end, from: start, of: bytes) else {
            guard end - start <= 8, let key = ShortWord(bytes[start..<end]), let first = EnglishSpelling.fused[key] else { return nil }
            return start + first
        }
        guard mark.lowerBound > start else { return nil }
        if mark.upperBound == end { return mark.lowerBound }
        guard let tail = ShortWord(bytes[mark.upperBound..<end]) else { return nil }
        if EnglishSpelling.clitics.contains(tail) {
            // "the 1960's" is a decade.
            let isDecade =
                tail == "s" && mark.lowerBound - start >= 2 && bytes[mark.lowerBound - 1] == UInt8(ascii: "0")
                && (start..<mark.lowerBound).allSatisfy { (48...57).contains(bytes[$0]) }
            return isDecade ? nil : mark.lowerBound
        }
        if tail == "t", bytes[mark.lowerBound - 1] | 0x20 == UInt8(ascii: "n"), mark.lowerBound - 1 > start { return mark.lowerBound - 1 }
        return nil
    }

    /// The last apostrophe: ' ’ or `.
    private static func apostrophe(before end: Int, from start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var position = end - 1
        while position >= max(start, end - 6) {
            if bytes[position] == 0x27 || bytes[position] == 0x60 { return position..<position + 1 }
            if position + 3 <= end, bytes[position] == 0xE2, bytes[position + 1] == 0x80, bytes[position + 2] == 0x99 {
                return position..<position + 3
            }
            position -= 1
        }
        return nil
    }
}
