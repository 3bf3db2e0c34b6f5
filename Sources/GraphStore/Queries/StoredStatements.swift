import GRDB
public import KnowledgeGraph

/// The statements of a database one after the other, without holding them all: by document id, then as the document has them.
///
/// Valid inside `GraphStore.withStatements`; may be run through more than once, always with the same result.
public struct StoredStatements: Sequence {
    /// A class: the iterator's copies must all see that reading failed.
    final class Failure {
        var error: (any Error)?
    }

    let cache: ReadCache
    let filter: StatementFilter
    let failure: Failure

    public func makeIterator() -> Iterator {
        do {
            return Iterator(rows: try DocumentRows(filter, cache), failure: failure)
        } catch {
            failure.error = error
            return Iterator(rows: nil, failure: failure)
        }
    }

    public struct Iterator: IteratorProtocol {
        fileprivate var rows: DocumentRows?
        let failure: Failure

        public mutating func next() -> KnowledgeGraph.Statement? {
            guard failure.error == nil else { return nil }
            do {
                return try rows?.next()
            } catch {
                failure.error = error
                return nil
            }
        }
    }
}

/// Goes from document to document and, in each, from statement to statement.
private struct DocumentRows {
    private let cache: ReadCache
    private let documents: RawStatement
    private let statements: RawStatement
    private var isInDocument = false

    init(_ filter: StatementFilter, _ cache: ReadCache) throws {
        self.cache = cache
        documents = try .separate(
            "SELECT firstStatement, statements FROM documents WHERE statements <> 0 ORDER BY id, file, part", in: cache.database)
        let condition = try SQLCondition(filter, cache)
        statements = try .separate(
            """
            SELECT \(StatementRow.columns) FROM statements s NOT INDEXED WHERE s.key >= ? AND s.key < ? AND \(condition.sql) ORDER BY s.key
            """, in: cache.database)
    }

    mutating func next() throws -> KnowledgeGraph.Statement? {
        while true {
            if !isInDocument {
                guard try documents.step() else { return nil }
                let keys = try documents.keys(first: 0, count: 1)
                statements.reset()
                statements.bind(keys.lowerBound, at: 1)
                statements.bind(keys.upperBound, at: 2)
                isInDocument = true
            }
            if try statements.step() { return try StatementRow.statement(statements, cache) }
            isInDocument = false
        }
    }
}

/// A database to be written out; valid inside `GraphStore.withContents`.
public struct StoredContents: GraphContents {
    public let statements: StoredStatements
    public let documents: [String: DocumentDetails]
}

extension GraphStore {
    /// Runs through all statements, by document id, on one state of the database: for export of more than fits in memory.
    ///
    /// ```swift
    /// try store.withStatements { statements in for statement in statements { … } }
    /// ```
    public func withStatements<Result>(
        where filter: StatementFilter = .everything, _ body: (StoredStatements) throws -> Result
    ) throws -> Result {
        try reading(where: filter) { statements, _ in try body(statements) }
    }

    private func reading<Result>(
        where filter: StatementFilter, _ body: (StoredStatements, StoreSnapshot) throws -> Result
    ) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        try read { snapshot in
            let failure = StoredStatements.Failure()
            // What `body` throws is the caller's own and is not taken for a database's error.
            result = Swift.Result { try body(StoredStatements(cache: snapshot.cache, filter: filter, failure: failure), snapshot) }
            if let error = failure.error { throw error }
        }
        guard let result else { preconditionFailure("a query that has not failed has run its body") }
        return try result.get()
    }

    /// The graph with what is known of its documents, on one state of the database: for formats and reports.
    ///
    /// ```swift
    /// try store.withContents { try JSONLines().write($0, to: &output) }
    /// ```
    public func withContents<Result>(
        where filter: StatementFilter = .everything, _ body: (StoredContents) throws -> Result
    ) throws -> Result {
        try reading(where: filter) { statements, snapshot in
            let documents = try Dictionary(uniqueKeysWithValues: snapshot.documentDetails().map { ($0.id, $0) })
            return try body(StoredContents(statements: statements, documents: documents))
        }
    }

    /// All statements, by document id.
    public func statements(where filter: StatementFilter = .everything) throws -> [KnowledgeGraph.Statement] {
        try withStatements(where: filter) { Array($0) }
    }

    /// The graph in memory, in one scan. O(n log n).
    public func graph(where filter: StatementFilter = .everything) throws -> Graph {
        try withStatements(where: filter) { Graph($0) }
    }
}
