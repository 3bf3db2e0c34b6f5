import Foundation
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
        try read { try DocumentRow.find(document.id, in: $0.database)?.hash == document.contentHash }
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
        try write { try $0.add(document, statements) }
    }

    /// Adds documents as `add(_:statements:)` does, but many in a transaction: a hundred times faster for documents that are at hand.
    ///
    /// Each document is kept whole or not at all. When anything fails, what earlier transactions kept stays. Others who want to write wait
    /// while a transaction lasts, and with it the sequence: documents that take long to make are better collected first.
    ///
    /// ```swift
    /// try store.add(archive.lazy.map { ($0.document, $0.statements) })   // 1 000 000 statements in half a minute
    /// ```
    /// - Parameter transactionLimit: how many statements and documents go in one transaction, about.
    /// - Returns: what became of each document.
    @discardableResult
    public func add(
        _ documents: some Sequence<(document: GraphDocument, statements: [KnowledgeGraph.Statement])>, transactionLimit: Int = 100_000
    ) throws -> [Addition] {
        var remaining = documents.makeIterator()
        var additions: [Addition] = []
        var isAtEnd = false
        while !isAtEnd {
            if !additions.isEmpty { Thread.sleep(forTimeInterval: BusyWait.gap) }
            additions += try write { writer in
                var batch: [Addition] = []
                var count = 0
                while count < transactionLimit || batch.isEmpty {
                    guard let (document, statements) = remaining.next() else {
                        isAtEnd = true
                        break
                    }
                    batch.append(try writer.add(document, statements))
                    count += statements.count + 1
                }
                return batch
            }
        }
        return additions
    }

    /// Takes out a document and exactly what it contributed; false when there is no such document.
    ///
    /// A file of statements is a document, too. What other files say of this one stays: it is theirs.
    @discardableResult
    public func remove(document id: String) throws -> Bool {
        try write { writer in
            let read = try DocumentRow.find(id, in: writer.database)
            let existing = try (read.map { [$0] } ?? []) + DocumentRow.parts(ofFile: id, in: writer.database)
            for row in existing { try writer.remove(row) }
            return !existing.isEmpty
        }
    }

    /// Every document that was read, by id.
    public func documents() throws -> [GraphDocument] {
        try read { snapshot in
            let rows = try RawStatement(
                "SELECT \(GraphDocument.columns) FROM documents WHERE file IS NULL ORDER BY id", in: snapshot.database)
            var documents: [GraphDocument] = []
            try rows.forEach { documents.append(try GraphDocument($0)) }
            return documents
        }
    }

    /// Every document without its text, by id: also those that only files of statements name.
    public func documentDetails() throws -> [DocumentDetails] {
        try read { try $0.documentDetails() }
    }

    /// What is known of one document, read or named by a file of statements; nil when there is none with this id.
    public func documentDetails(_ id: String) throws -> DocumentDetails? {
        try read { try $0.documentDetails(id) }
    }

    /// One document that was read; nil when there is none with this id.
    public func document(_ id: String) throws -> GraphDocument? {
        try read { snapshot in
            let rows = try RawStatement(
                "SELECT \(GraphDocument.columns) FROM documents WHERE id = ? AND file IS NULL", in: snapshot.database)
            try rows.bind(id, at: 1)
            return try rows.first { try GraphDocument($0) }
        }
    }
}

extension GraphDocument {
    fileprivate static let columns = "id, day, title, source, url, text"

    /// - Parameter row: a row with `columns`.
    fileprivate init(_ row: RawStatement) throws {
        self.init(
            id: try row.text(0), date: try row.optionalInteger(1).map(CalendarDate.init(daysSince1970:)), title: try row.optionalText(2),
            source: try row.optionalText(3), url: try row.optionalText(4), text: try row.text(5))
    }
}

extension StoreSnapshot {
    func documentDetails() throws -> [DocumentDetails] {
        try DocumentDetails.all(RawStatement(DocumentDetails.query(where: "TRUE"), in: database))
    }

    func documentDetails(_ id: String) throws -> DocumentDetails? {
        let rows = try RawStatement(DocumentDetails.query(where: "id = ?"), in: database)
        try rows.bind(id, at: 1)
        return try DocumentDetails.all(rows).first
    }
}

extension DocumentDetails {
    /// A document's own row comes first, then those of files that name it.
    fileprivate static func query(where condition: String) -> String {
        "SELECT id, day, title, source, url FROM documents WHERE \(condition) ORDER BY id, file, part"
    }

    /// The documents of the rows; of those with several rows, each field is from the first row that has it.
    fileprivate static func all(_ rows: RawStatement) throws -> [DocumentDetails] {
        var documents: [DocumentDetails] = []
        try rows.forEach { row in
            let details = try DocumentDetails(row)
            if let last = documents.last, last.id.hasBytes(of: details.id) {
                documents[documents.count - 1].fillGaps(from: details)
            } else {
                documents.append(details)
            }
        }
        return documents
    }

    /// - Parameter row: id, day, title, source and url.
    private init(_ row: RawStatement) throws {
        self.init(
            id: try row.text(0), date: try row.optionalInteger(1).map(CalendarDate.init(daysSince1970:)), title: try row.optionalText(2),
            source: try row.optionalText(3), url: try row.optionalText(4))
    }
}

extension StoreWriter {
    fileprivate func add(
        _ document: GraphDocument, _ statements: some Sequence<KnowledgeGraph.Statement>
    ) throws -> GraphStore.Addition {
        let existing = try DocumentRow.find(document.id, in: database)
        let hash = document.contentHash
        if let existing {
            guard existing.hash != hash else { return .unchanged }
            try remove(existing)
        }
        change()
        try DocumentInsertion.insert(document, hash: hash, statements, with: self)
        try takeOver(document: document.id)
        return existing == nil ? .added : .replaced
    }

    func remove(_ document: DocumentRow) throws {
        changeWhatIsThere()
        try DocumentRemoval.remove(document, with: self)
    }
}
