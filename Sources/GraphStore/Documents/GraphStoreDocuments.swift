import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// What adding a document did.
    public enum Addition: String, Sendable, Hashable {
        case added
        /// The document was there already, with the same content.
        case unchanged
        /// A document of the same id with other content was there, and is gone.
        case replaced
    }

    /// Whether the document is in the database as it is now: then there is no need to extract from it again.
    public func contains(_ document: GraphDocument) throws -> Bool {
        try read { try DocumentRow.find(document.id, in: $0)?.hash == document.contentHash }
    }

    /// Adds a document with what it says, in one transaction; replaces the document of the same id if its content has changed.
    ///
    /// Repeating it is harmless. When anything fails the database is as before. A statement that comes twice (same id) is kept once.
    ///
    /// ```swift
    /// try store.add(GraphDocument(id: "briefing", text: text), statements: statements)   // .added
    /// try store.add(GraphDocument(id: "briefing", text: text), statements: statements)   // .unchanged
    /// ```
    @discardableResult
    public func add(_ document: GraphDocument, statements: some Sequence<KnowledgeGraph.Statement>) throws -> Addition {
        try write { database in
            let existing = try DocumentRow.find(document.id, in: database)
            let hash = document.contentHash
            if let existing {
                guard existing.hash != hash else { return .unchanged }
                try DocumentRemoval.remove(existing.key, from: database)
            }
            try DocumentInsertion(document, hash: hash, into: database).insert(statements)
            return existing == nil ? .added : .replaced
        }
    }

    /// Takes out a document and exactly what it contributed; false when there is no such document.
    @discardableResult
    public func remove(document id: String) throws -> Bool {
        try write { database in
            guard let existing = try DocumentRow.find(id, in: database) else { return false }
            try DocumentRemoval.remove(existing.key, from: database)
            return true
        }
    }

    /// Every document, by id.
    public func documents() throws -> [GraphDocument] {
        try read { database in
            let rows = try Row.fetchCursor(database, sql: "SELECT id, day, title, source, url, text FROM documents ORDER BY id")
            return try Array(
                rows.map { row in
                    GraphDocument(
                        id: try row.decode(StoredText.self, atIndex: 0).text,
                        date: try row.decode(Int?.self, atIndex: 1).map(CalendarDate.init(daysSince1970:)),
                        title: try row.decode(StoredText?.self, atIndex: 2)?.text,
                        source: try row.decode(StoredText?.self, atIndex: 3)?.text,
                        url: try row.decode(StoredText?.self, atIndex: 4)?.text,
                        text: try row.decode(StoredText.self, atIndex: 5).text)
                })
        }
    }
}

/// A document's key and hash.
struct DocumentRow {
    var key: Int64
    var hash: String

    static func find(_ id: String, in database: Database) throws -> DocumentRow? {
        guard let row = try Row.fetchOne(database, sql: "SELECT key, hash FROM documents WHERE id = ?", arguments: [id.stored]) else {
            return nil
        }
        return DocumentRow(key: try row.decode(atIndex: 0), hash: try row.decode(atIndex: 1))
    }
}
