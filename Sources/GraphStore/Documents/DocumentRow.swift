import GRDB

/// A document's key and hash, and the keys of what it contributed.
struct DocumentRow {
    let key: Int64
    let hash: String
    let sentences: Range<Int64>
    let statements: Range<Int64>

    static func find(_ id: String, in database: Database) throws -> DocumentRow? {
        let find = try RawStatement(
            "SELECT key, hash, firstSentence, sentences, firstStatement, statements FROM documents WHERE id = ?", in: database)
        try find.bind(id, at: 1)
        return try find.first { row in
            DocumentRow(
                key: try row.key(0), hash: try row.text(1), sentences: try row.keys(first: 2, count: 3),
                statements: try row.keys(first: 4, count: 5))
        }
    }

    func text(in database: Database) throws -> DocumentText {
        let find = try RawStatement("SELECT text FROM documents WHERE key = ?", in: database)
        find.bind(key, at: 1)
        guard let text = try find.first({ try $0.withBytes(0, DocumentText.init) }) else {
            throw DatabaseError.damage("document \(key) is gone")
        }
        return text
    }
}

extension RawStatement {
    /// Keys that follow one another, from two columns: the first, and how many they are.
    func keys(first: Int32, count: Int32) throws -> Range<Int64> {
        let (start, length) = (try key(first), try key(count))
        let (end, isTooLarge) = start.addingReportingOverflow(length)
        guard length >= 0, !isTooLarge else { throw DatabaseError.damage("\(length) keys from \(start) on") }
        return start..<end
    }
}
