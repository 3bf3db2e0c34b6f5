import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// What adding a file of statements did.
    public struct FileAddition: Sendable, Hashable {
        public var addition: Addition
        /// Statements that were written.
        public var statements: Int
        /// Statements that were left out because the database has them from elsewhere.
        public var known: Int
    }

    /// Adds statements made elsewhere, in one transaction; takes the place of what the file of the same id has contributed before.
    ///
    /// The file is a document of its own: `remove(document:)` takes out exactly what it has contributed. Its statements may name other
    /// documents. One whose document and id the database has already, from a text that was read or from another file, is left out; when
    /// such a text is read later, its statements take the place of the file's. What else the file says of a document stays, however often
    /// that document is read again or removed. Repeating is harmless, and when anything fails the database is as before.
    ///
    /// ```swift
    /// var links = StatementFile(name: "links.csv").statements(from: bytes)
    /// try store.add(file: "links") { try links.next()?.get() }   // FileAddition(addition: .added, statements: 12, known: 0)
    /// ```
    /// - Parameters:
    ///   - id: what the file is called in the database.
    ///   - next: gives the statements one after the other, and nil after the last. Others who want to write wait meanwhile.
    @discardableResult
    public func add(file id: String, next: () throws -> SourcedStatement?) throws -> FileAddition {
        var failure: (any Error)?
        do {
            return try write { writer in
                var insertion = try StatementFileInsertion(file: id, writer: writer)
                while true {
                    let statement: SourcedStatement?
                    do {
                        statement = try next()
                    } catch {
                        failure = error
                        throw error
                    }
                    guard let statement else { return try insertion.finish() }
                    try insertion.append(statement)
                }
            }
        } catch {
            // What `next` throws is the caller's own and is not taken for a database's error.
            throw failure ?? error
        }
    }

    /// The files of statements that name a document, by their ids.
    public func files(naming document: String) throws -> [String] {
        try read { snapshot in
            let rows = try RawStatement(
                "SELECT DISTINCT file FROM documents WHERE id = ? AND file IS NOT NULL ORDER BY file", in: snapshot.database)
            try rows.bind(document, at: 1)
            var files: [String] = []
            try rows.forEach { files.append(try $0.text(0)) }
            return files
        }
    }
}
