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

    let database: Database
    let filter: StatementFilter
    let failure: Failure

    public func makeIterator() -> Iterator {
        let condition = SQLCondition(filter)
        do {
            let rows = try Row.fetchCursor(
                database, sql: "\(StatementRow.select(from: .documents)) WHERE \(condition.sql) ORDER BY d.id, s.number",
                arguments: condition.arguments)
            return Iterator(database: database, rows: rows, failure: failure)
        } catch {
            failure.error = error
            return Iterator(database: database, rows: nil, failure: failure)
        }
    }

    public struct Iterator: IteratorProtocol {
        let database: Database
        let rows: RowCursor?
        let failure: Failure

        public mutating func next() -> KnowledgeGraph.Statement? {
            guard failure.error == nil else { return nil }
            do {
                return try rows?.next().map { try StatementRow.statement($0, in: database) }
            } catch {
                failure.error = error
                return nil
            }
        }
    }
}

extension GraphStore {
    /// Runs through all statements, by document id, on one state of the database: for export of more than fits in memory.
    ///
    /// ```swift
    /// try store.withStatements { try JSONLines().write($0, to: &output) }
    /// ```
    public func withStatements<Result>(
        where filter: StatementFilter = .everything, _ body: (StoredStatements) throws -> Result
    ) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        try read { database in
            let failure = StoredStatements.Failure()
            // What `body` throws is the caller's own and is not taken for a database's error.
            result = Swift.Result { try body(StoredStatements(database: database, filter: filter, failure: failure)) }
            if let error = failure.error { throw error }
        }
        guard let result else { preconditionFailure("a query that has not failed has run its body") }
        return try result.get()
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
