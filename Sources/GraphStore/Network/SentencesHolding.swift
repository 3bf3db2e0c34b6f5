import Foundation
import GRDB

extension StoreSnapshot {
    /// Keys, ascending, of the statements whose sentence may hold a text anywhere, also inside words. Every statement whose sentence does
    /// hold it is among them.
    ///
    /// By the index of words when the text has a word after its first, which then must begin one of the sentence's; otherwise all texts are
    /// looked through, about 50 ms for a million sentences.
    package func statementKeys(whoseSentenceHolds text: String) throws -> [Int64] {
        if let pattern = Self.pattern(for: text) { return try statementKeys(matching: pattern) }
        var needle = text
        return try needle.withUTF8 { needle in
            var keys: [Int64] = []
            try forEachDocument { row in
                // Sentences that are not in the text of their document may hold anything.
                guard try row.integer(3) != 0 || row.withBytes(0, { $0.holds(needle) }) else { return }
                let first = try row.key(1)
                keys += first..<first + (try row.key(2))
            }
            return keys.sorted()
        }
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

    private func statementKeys(matching pattern: String) throws -> [Int64] {
        let rows = try RawStatement(
            """
            SELECT s.key FROM sentencesText t CROSS JOIN sentences e ON e.key = t.rowid CROSS JOIN documents d ON d.key = e.document
                CROSS JOIN statements s ON s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements AND s.sentence = e.key
            WHERE sentencesText MATCH ? ORDER BY s.key
            """, in: database)
        try rows.bind(pattern, at: 1)
        var keys: [Int64] = []
        try rows.forEach { keys.append(try $0.key(0)) }
        return keys
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
