import GRDB

/// A row of `documents`: its key and hash, and the keys of what it contributed.
struct DocumentRow {
    let key: Int64
    let id: String
    /// The file of statements that it is from, and the place in it; nil when the document itself was read.
    let part: FilePart?
    let hash: String
    let sentences: Range<Int64>
    let statements: Range<Int64>

    struct FilePart {
        let file: String
        let number: Int
    }

    /// The row of a document that was read itself.
    static func find(_ id: String, in database: Database) throws -> DocumentRow? {
        try rows("id = ? AND file IS NULL", id, in: database).first
    }

    /// The parts of a file of statements, in its order.
    static func parts(ofFile file: String, in database: Database) throws -> [DocumentRow] {
        try rows("file = ? ORDER BY part", file, in: database)
    }

    /// What files of statements say of a document.
    static func parts(ofDocument id: String, in database: Database) throws -> [DocumentRow] {
        try rows("id = ? AND file IS NOT NULL ORDER BY file, part", id, in: database)
    }

    private static func rows(_ condition: String, _ text: String, in database: Database) throws -> [DocumentRow] {
        let find = try RawStatement(
            """
            SELECT key, id, file, part, hash, firstSentence, sentences, firstStatement, statements FROM documents WHERE \(condition)
            """, in: database)
        try find.bind(text, at: 1)
        var found: [DocumentRow] = []
        try find.forEach { row in
            let part = try row.optionalText(2).map { FilePart(file: $0, number: try row.integer(3)) }
            found.append(
                DocumentRow(
                    key: try row.key(0), id: try row.text(1), part: part, hash: try row.text(4),
                    sentences: try row.keys(first: 5, count: 6),
                    statements: try row.keys(first: 7, count: 8)))
        }
        return found
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
