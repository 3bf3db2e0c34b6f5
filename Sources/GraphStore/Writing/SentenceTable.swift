import GRDB
import KnowledgeGraph

/// The sentences behind statements, and the full-text index of them.
struct SentenceTable {
    private let insert: RawStatement
    private let insertText: RawStatement
    private let find: RawStatement
    private let delete: RawStatement
    private let deleteText: RawStatement
    private static let gatheredSentences = 65_536
    /// New sentences, to be found by their words.
    private var unindexed: [(key: Int64, text: String)] = []

    init(_ database: Database) throws {
        insert = try .separate("INSERT INTO sentences (document, number, start, length, text) VALUES (?, ?, ?, ?, ?)", in: database)
        insertText = try .separate("INSERT INTO sentencesText (rowid, text) VALUES (?, ?)", in: database)
        find = try .separate("SELECT key, start, length, text FROM sentences WHERE key >= ? AND key < ?", in: database)
        delete = try .separate("DELETE FROM sentences WHERE key = ?", in: database)
        deleteText = try .separate("INSERT INTO sentencesText (sentencesText, rowid, text) VALUES ('delete', ?, ?)", in: database)
    }

    /// - Parameters:
    ///   - document: the document's key.
    ///   - isSpan: whether the document reads the same there.
    mutating func insert(_ evidence: Evidence, document: Int64, isSpan: Bool) throws -> Int64 {
        insert.bind(document, at: 1)
        insert.bind(evidence.index, at: 2)
        insert.bind(evidence.span.lowerBound, at: 3)
        insert.bind(evidence.span.upperBound &- evidence.span.lowerBound, at: 4)
        try insert.bind(isSpan ? nil : evidence.sentence, at: 5)
        try insert.run()
        let key = insert.lastInsertedKey
        unindexed.append((key, evidence.sentence))
        if unindexed.count >= Self.gatheredSentences { try writeIndex() }
        return key
    }

    /// Makes new sentences searchable, and forgets them here.
    mutating func writeIndex() throws {
        for (key, text) in unindexed {
            insertText.bind(key, at: 1)
            try insertText.bind(text, at: 2)
            try insertText.run()
        }
        unindexed.removeAll(keepingCapacity: true)
    }

    /// Takes sentences out, and out of the index.
    mutating func remove(_ keys: Range<Int64>, of document: DocumentText) throws {
        // One that is not yet in the index cannot be taken out of it.
        try writeIndex()
        find.bind(keys.lowerBound, at: 1)
        find.bind(keys.upperBound, at: 2)
        var removed: [(key: Int64, text: String)] = []
        try find.forEach { row in
            removed.append((try row.key(0), try row.optionalText(3) ?? document.text(from: row.integer(1), length: row.integer(2))))
        }
        for (key, text) in removed {
            deleteText.bind(key, at: 1)
            try deleteText.bind(text, at: 2)
            try deleteText.run()
            delete.bind(key, at: 1)
            try delete.run()
        }
    }
}
