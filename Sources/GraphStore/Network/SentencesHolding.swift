import Foundation
import GRDB

/// Keys of rows: which of them, from the first possible to the last.
package struct KeySet: Sendable {
    private var words: [UInt64] = []
    package private(set) var count = 0

    /// Keys are given one after the other, so that the largest is not much larger than their number.
    static let limit: Int64 = 1 << 31

    mutating func insert(_ keys: Range<Int64>) throws {
        guard keys.lowerBound >= 0, keys.upperBound <= Self.limit else { throw DatabaseError.damage("there is no statement \(keys)") }
        let missing = Int((keys.upperBound + 63) / 64) - words.count
        if missing > 0 { words += repeatElement(0, count: missing) }
        for key in keys where !contains(key) {
            words[Int(key / 64)] |= 1 << UInt64(key % 64)
            count += 1
        }
    }

    package func contains(_ key: Int64) -> Bool {
        key >= 0 && key / 64 < words.count && words[Int(key / 64)] & (1 << UInt64(key % 64)) != 0
    }

    mutating func formIntersection(_ other: KeySet) {
        words = zip(words, other.words).map { $0 & $1 }
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    package func intersection(_ other: KeySet) -> KeySet {
        var set = self
        set.formIntersection(other)
        return set
    }

    /// Ascending.
    package var keys: some Sequence<Int64> {
        words.lazy.enumerated().flatMap { place, word in
            (0..<64).lazy.filter { word & (1 << UInt64($0)) != 0 }.map { Int64(place * 64 + $0) }
        }
    }
}

extension StoreSnapshot {
    /// Statements whose sentence may hold a text anywhere, also inside words: those whose sentence does are among them.
    ///
    /// By the index of words when the text has a word after its first, which then must begin one of the sentence's; otherwise all texts are
    /// looked through, about 50 ms for a million sentences.
    package func statements(whoseSentenceMayHold text: String) throws -> KeySet {
        var found = KeySet()
        if let pattern = Self.pattern(for: text) {
            try forEachStatement(matching: pattern) { try found.insert($0..<$0 &+ 1) }
            return found
        }
        var needle = text
        try needle.withUTF8 { needle in
            try forEachDocument { row in
                // Sentences that are not in the text of their document may hold anything.
                guard try row.integer(3) != 0 || row.withBytes(0, { $0.holds(needle) }) else { return }
                let (first, count) = (try row.key(1), try row.key(2))
                guard count >= 0, first <= KeySet.limit, count <= KeySet.limit else {
                    throw DatabaseError.damage("a document has \(count) statements from \(first)")
                }
                try found.insert(first..<first + count)
            }
        }
        return found
    }

    private func forEachDocument(_ body: (RawStatement) throws -> Void) throws {
        try RawStatement(
            """
            SELECT text, firstStatement, statements,
                key IN (SELECT document FROM sentences INDEXED BY sentencesApart WHERE text IS NOT NULL)
            FROM documents
            """, in: database
        ).forEach(body)
    }

    private func forEachStatement(matching pattern: String, _ body: (Int64) throws -> Void) throws {
        let rows = try RawStatement(
            """
            SELECT s.key FROM sentencesText t CROSS JOIN sentences e ON e.key = t.rowid CROSS JOIN documents d ON d.key = e.document
                CROSS JOIN statements s ON s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements AND s.sentence = e.key
            WHERE sentencesText MATCH ?
            """, in: database)
        try rows.bind(pattern, at: 1)
        try rows.forEach { try body($0.key(0)) }
    }

    /// The words of a text that must stand in a sentence which holds it: all but the first, which may be the end of a word, the last perhaps
    /// the beginning of one. Nil when there is none, or when the text has signs whose part in words is not plain (beyond ASCII).
    static func pattern(for text: String) -> String? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = text.split(omittingEmptySubsequences: false) { !($0.isLetter || $0.isNumber) }
        var needed = words.dropFirst().filter { !$0.isEmpty }.map { "\"\($0)\"" }
        guard let last = words.last, words.count > 1, !needed.isEmpty else { return nil }
        if !last.isEmpty { needed[needed.count - 1] += " *" }
        return needed.joined(separator: " AND ")
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes hold others, one after the other: from one place of the first of them to the next.
    fileprivate func holds(_ needle: UnsafeBufferPointer<UInt8>) -> Bool {
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
