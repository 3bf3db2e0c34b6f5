import Foundation

/// Words that somebody is typing, to be found in texts: case and accents do not matter, nor does the order.
///
/// Words are what the full-text indexes take for words: letters and digits, without accents (tokenizer `unicode61` of
/// https://www.sqlite.org/fts5.html). So what is found by looking at texts is found by an index, too.
struct TypedWords {
    /// How words may be continued.
    enum Ending {
        /// The last may be the beginning of a word, those before it are whole.
        case last
        /// Each may be the beginning of a word.
        case all
    }

    /// The words as they were typed, each with whether it may be the beginning of another.
    private let words: [(text: String, isBeginning: Bool)]
    /// What to look for in a text's words: each behind a space, whole ones before a space, too.
    private let needles: [[UInt8]]

    /// Longer texts are no words to look for.
    private static let limit = 1000

    /// More words tell no more, but each takes its time in the index.
    private static let wordLimit = 16

    /// Nil when there is no word in it.
    init?(_ typed: String, beginnings: Ending) {
        guard typed.utf8.count <= Self.limit else { return nil }
        let texts = Self.words(of: typed).prefix(Self.wordLimit)
        guard !texts.isEmpty else { return nil }
        words = texts.enumerated().map { ($1, beginnings == .all || $0 == texts.count - 1) }
        needles = words.map { word in
            var needle = WordBytes()
            needle.append(word.text)
            return word.isBeginning ? Array(needle.bytes.dropLast()) : needle.bytes
        }
    }

    /// How many letters the last word has: few are the beginning of many words.
    var lettersOfLast: Int { words.last.map { letters($0.text) } ?? 0 }

    var count: Int { words.count }

    /// What the full-text index finds them by.
    var pattern: String { pattern(of: words) }

    /// What the index finds at least them by: the longest word, and others that are not the beginning of many.
    var patternOfLongest: String {
        let longest = words.indices.max { letters(words[$0].text) < letters(words[$1].text) }
        return pattern(of: words.indices.filter { $0 == longest || letters(words[$0].text) > 2 }.map { words[$0] })
    }

    /// What it finds them by when each is a whole word.
    var patternOfWhole: String { pattern(of: words.map { ($0.text, false) }) }

    /// What it finds all but the last by; nil when there is no other.
    var patternWithoutLast: String? { count > 1 ? pattern(of: words.dropLast()) : nil }

    private func letters(_ word: String) -> Int { word.unicodeScalars.count }

    private func pattern(of words: some Sequence<(text: String, isBeginning: Bool)>) -> String {
        words.map { "\"\($0.text)\"\($0.isBeginning ? " *" : "")" }.joined(separator: " ")
    }

    /// Whether a text has all of the words. O(its length).
    func areAll(in text: WordBytes) -> Bool {
        text.bytes.withUnsafeBytes { text in needles.allSatisfy { needle in needle.withUnsafeBufferPointer { text.holds($0) } } }
    }

    /// The words as they are written.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if WordBytes.isOfWord(scalar) || (!word.isEmpty && WordBytes.accents.contains(scalar.value)) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

/// The words of a text in small letters without accents, each between two spaces: " ana ruiz ".
struct WordBytes {
    private(set) var bytes: [UInt8] = [Self.space]

    private static let space = UInt8(ascii: " ")

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(Self.space)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            guard utf8.allSatisfy({ $0 < 0x80 }) else { return append(scalars: String(decoding: utf8, as: UTF8.self).unicodeScalars) }
            for byte in utf8 { append(ascii: byte) }
        }
        endWord()
    }

    private mutating func append(scalars: String.UnicodeScalarView) {
        for scalar in scalars {
            if scalar.isASCII {
                append(ascii: UInt8(scalar.value))
            } else if Self.isOfWord(scalar) {
                let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
                for part in parts where !Self.accents.contains(part.value) { bytes += part.properties.lowercaseMapping.utf8 }
            } else if !Self.accents.contains(scalar.value) {
                endWord()
            }
        }
    }

    private mutating func append(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
        default: endWord()
        }
    }

    private mutating func endWord() {
        if bytes.last != Self.space { bytes.append(Self.space) }
    }

    /// Combining Diacritical Marks, which the index leaves out of words.
    static let accents: ClosedRange<UInt32> = 0x300...0x36F

    /// Categories L, N and Co are what words are made of.
    static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber, .privateUse: true
        default: false
        }
    }
}
