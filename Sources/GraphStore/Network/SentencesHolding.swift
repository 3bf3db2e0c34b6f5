import Foundation
import GRDB

extension StoreSnapshot {
    /// Keys of sentences that may hold a text, also inside words: those that do are among them.
    ///
    /// By the index of words, when the text has letters and digits of ASCII: a text within one word is looked for in the index's vocabulary
    /// first, and of several words all but the first must be there. Otherwise all texts are looked through: a tenth of a second for a
    /// million sentences.
    package func sentences(thatMayHold text: String) throws -> KeySet {
        if let pattern = try Self.pattern(ofSeveralWordsIn: text) ?? pattern(ofOneWordWith: text) {
            return try sentences(matching: pattern)
        }
        var needle = text
        var found = KeySet()
        try needle.withUTF8 { needle in
            try forEachDocument { row in
                // Sentences that are not in the text of their document may hold anything.
                guard try row.integer(3) != 0 || row.withBytes(0, { $0.holds(needle) }) else { return }
                let (first, count) = (try row.key(1), try row.key(2))
                guard count >= 0, first <= KeySet.limit, count <= KeySet.limit else {
                    throw DatabaseError.damage("a document has \(count) sentences from \(first)")
                }
                try found.insert(first..<first + count)
            }
        }
        return found
    }

    /// Keys of the statements with this sentence, ascending.
    package func statements(ofSentence sentence: Int64) throws -> [Int64] {
        let rows = try RawStatement(
            """
            SELECT s.key FROM sentences e CROSS JOIN documents d ON d.key = e.document
                CROSS JOIN statements s ON s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements AND s.sentence = e.key
            WHERE e.key = ? ORDER BY s.key
            """, in: database)
        rows.bind(sentence, at: 1)
        var keys: [Int64] = []
        try rows.forEach { keys.append(try $0.key(0)) }
        return keys
    }

    private func forEachDocument(_ body: (RawStatement) throws -> Void) throws {
        try RawStatement(
            """
            SELECT text, firstSentence, sentences,
                key IN (SELECT document FROM sentences INDEXED BY sentencesApart WHERE text IS NOT NULL)
            FROM documents
            """, in: database
        ).forEach(body)
    }

    private func sentences(matching pattern: SentencePattern) throws -> KeySet {
        var found = KeySet()
        if let words = pattern.words {
            let rows = try RawStatement("SELECT rowid FROM sentencesText WHERE sentencesText MATCH ?", in: database)
            try rows.bind(words, at: 1)
            try rows.forEach { row in
                let key = try row.key(0)
                try found.insert(key..<key &+ 1)
            }
        }
        if let others = pattern.others { try found.insert(others) }
        return found
    }

    /// The words of a text that must stand in a sentence which holds it: all but the first, which may be the end of a word, the last perhaps
    /// the beginning of one. Nil when there is none, or when the text has signs whose part in words is not plain (beyond ASCII).
    static func pattern(ofSeveralWordsIn text: String) -> SentencePattern? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = text.split(omittingEmptySubsequences: false) { !($0.isLetter || $0.isNumber) }
        var needed = words.dropFirst().filter { !$0.isEmpty }.map { "\"\($0)\"" }
        guard let last = words.last, words.count > 1, !needed.isEmpty else { return nil }
        if !last.isEmpty { needed[needed.count - 1] += " *" }
        return SentencePattern(words: needed.joined(separator: " AND "), others: nil)
    }

    /// The words of the vocabulary that hold the text. Nil when the text is more or less than part of one word, or when they are many.
    private func pattern(ofOneWordWith text: String) throws -> SentencePattern? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 < 0x80 }), text.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
        let newest = try newestSentence()
        let vocabulary = try vocabulary(newestSentence: newest)
        guard let words = vocabulary.words(holding: text.lowercased(), limit: 200) else { return nil }
        return SentencePattern(
            words: words.isEmpty ? nil : words.map { "\"\($0)\"" }.joined(separator: " OR "),
            others: newest > vocabulary.newestSentence ? vocabulary.newestSentence + 1..<newest &+ 1 : nil)
    }

    private func newestSentence() throws -> Int64 {
        try RawStatement("SELECT coalesce(MAX(key), 0) FROM sentences", in: database).first { try $0.key(0) } ?? 0
    }

    /// The words of this state, or of an earlier one to which few sentences have been added.
    private func vocabulary(newestSentence newest: Int64) throws -> SentenceVocabulary {
        if let known = cache.networks.vocabulary, known.removals == cache.state.removals,
            (0...SentenceVocabulary.additionLimit).contains(newest - known.newestSentence)
        {
            return known
        }
        var vocabulary = SentenceVocabulary(newestSentence: newest, removals: cache.state.removals)
        try RawStatement("SELECT term FROM sentenceWords", in: database).forEach { row in
            try row.withBytes(0) { vocabulary.append($0) }
        }
        cache.networks.remember(vocabulary)
        return vocabulary
    }
}

/// Which sentences to look at.
struct SentencePattern {
    /// A query of FTS5; nil for none.
    var words: String?
    /// Sentences that are looked at besides.
    var others: Range<Int64>?
}

/// The words of all sentences, folded as the index has them.
struct SentenceVocabulary: Sendable {
    /// So many sentences may be added before the words are read anew.
    static let additionLimit: Int64 = 20_000

    let newestSentence: Int64
    /// What the state's count was.
    let removals: Int
    /// Words, each with a line feed behind it.
    private var bytes: [UInt8] = []

    init(newestSentence: Int64, removals: Int) {
        self.newestSentence = newestSentence
        self.removals = removals
    }

    mutating func append(_ word: UnsafeRawBufferPointer) {
        bytes += word
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The words that hold a text of ASCII letters and digits; nil when there are more than `limit`. O(size of the vocabulary).
    func words(holding text: String, limit: Int) -> [String]? {
        let needle = Array(text.utf8)
        var words: [String] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let word = bytes[start..<end]
            if needle.withUnsafeBufferPointer({ needle in word.withUnsafeBytes { $0.holds(needle) } }) {
                guard words.count < limit else { return nil }
                // A word of the index has no quotes: they are no part of words.
                words.append(String(decoding: word, as: UTF8.self))
            }
            start = end + 1
        }
        return words
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes hold others, one after the other: from one place of the first of them to the next.
    func holds(_ needle: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = needle.first, let other = needle.baseAddress else { return true }
        guard var place = baseAddress, count >= needle.count else { return false }
        var places = count - needle.count + 1
        while places > 0, let found = memchr(place, Int32(first), places) {
            if memcmp(found, other, needle.count) == 0 { return true }
            places -= UnsafeRawPointer(found) - place + 1
            place = UnsafeRawPointer(found) + 1
        }
        return false
    }
}
