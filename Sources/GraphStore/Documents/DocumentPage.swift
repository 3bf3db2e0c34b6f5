import GRDB
public import KnowledgeGraph

/// Some of the documents, and where to go on.
public struct DocumentPage: Sendable, Hashable {
    public var documents: [DocumentDetails]
    /// Gives the next page; nil after the last.
    public var next: PageCursor?
}

extension GraphStore {
    /// The documents page by page, newest first, those without a date last; of one day those that were added last come first. Also those that
    /// only files of statements name, by the day that the first of these gives them.
    ///
    /// By the index of days: the cost is that of the page.
    ///
    /// ```swift
    /// for document in try store.documentPage(limit: 20).documents { print(document.date, document.title) }
    /// ```
    /// - Parameter cursor: where the page before ended.
    public func documentPage(after cursor: PageCursor? = nil, limit: Int = 50) throws -> DocumentPage {
        guard limit > 0 else { return DocumentPage(documents: [], next: nil) }
        return try read { snapshot in
            var documents: [(id: String, place: PagePlace)] = []
            var hasMore = false
            try snapshot.forEachDocument(after: cursor?.place) { id, place in
                hasMore = documents.count == limit
                if !hasMore { documents.append((id, place)) }
                return !hasMore
            }
            return DocumentPage(
                documents: try documents.compactMap { try snapshot.documentDetails($0.id) },
                next: hasMore ? documents.last.map { PageCursor($0.place) } : nil)
        }
    }

    /// What a document says, in the order of mention; what files of statements say of it comes after that. Empty for a document that is not
    /// there. O(its statements), or O(`limit`).
    public func statements(inDocument id: String, limit: Int? = nil) throws -> [KnowledgeGraph.Statement] {
        try read { snapshot in
            let rows = try RawStatement(
                """
                SELECT s.key FROM documents d CROSS JOIN statements s NOT INDEXED
                    ON s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements
                WHERE d.id = ?1 ORDER BY d.file, d.part, s.key LIMIT ?2
                """, in: snapshot.database)
            try rows.bind(id, at: 1)
            rows.bind(max(0, limit ?? Int.max), at: 2)
            var keys: [Int64] = []
            try rows.forEach { keys.append(try $0.key(0)) }
            return try keys.map(snapshot.statement)
        }
    }
}

extension StoreSnapshot {
    /// Runs through the documents, newest first, until `body` returns false.
    fileprivate func forEachDocument(after last: PagePlace?, _ body: (String, PagePlace) throws -> Bool) throws {
        func run(_ condition: String, _ day: Int?, _ key: Int64) throws -> Bool {
            let rows = try RawStatement(
                """
                SELECT d.id, d.day, d.key FROM documents d INDEXED BY documentsByDay
                WHERE \(condition) AND d.key = (SELECT key FROM documents WHERE id = d.id ORDER BY file, part LIMIT 1)
                ORDER BY d.day DESC, d.key DESC
                """, in: database)
            rows.bind(day, at: 1)
            rows.bind(key, at: 2)
            defer { rows.reset() }
            while try rows.step() {
                guard try body(rows.text(0), PagePlace(day: rows.optionalInteger(1), key: rows.key(2))) else { return false }
            }
            return true
        }
        if let last { guard try run("d.day IS ?1 AND d.key < ?2", last.day, last.key) else { return } }
        if let last, last.day == nil { return }
        guard try run("d.day < ?1 AND ?2 = 0", last?.day ?? Int.max, 0) else { return }
        _ = try run("d.day IS ?1 AND d.key < ?2", nil, Int64.max)
    }
}
