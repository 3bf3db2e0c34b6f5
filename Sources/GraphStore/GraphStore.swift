import Foundation
import GRDB
import KnowledgeGraph

/// A graph kept in one SQLite file: documents, the statements they contain, and every name of every actor.
///
/// ```swift
/// let store = try GraphStore(path: "news.sqlite", mode: .writing)
/// try store.add(document, statements: statements)
/// let match = try store.actor(named: "Zelensky")
/// for statement in try store.statements(of: match.actor.id) { print(statement.evidence.sentence) }
/// ```
/// The file is in WAL mode: readers and one writer work at the same time, and a second writer waits for `busyTimeout`. Every commit reaches
/// the disk before it counts (`synchronous = FULL`): extraction costs far more than the one flush a document. Every error is a `GraphStoreError`.
public final class GraphStore: Sendable {
    // A class: it owns a database connection.

    public enum Mode: Sendable, Hashable {
        /// For queries: the file must exist, and neither it nor its folder is changed.
        case reading
        /// For adding and removing: creates the file when there is none.
        case writing
    }

    /// Where the file is, as it was given; "memory" for a store in memory.
    public let path: String
    private let connection: DatabaseQueue

    /// Opens a database, or creates it in writing mode.
    ///
    /// What is no graph database is refused by its first bytes, before SQLite sees it, and left as it is.
    public init(path: String, mode: Mode, busyTimeout: Double = 10) throws {
        self.path = path
        let file = DatabaseFile(path: path)
        do {
            connection = try file.open(mode, busyTimeout: busyTimeout)
            try connection.read { try Schema.check($0, path: path) }
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }

    private init(connection: DatabaseQueue) {
        path = "memory"
        self.connection = connection
    }

    /// A store that lives in memory: for documents that are looked at once.
    public static func inMemory() throws -> GraphStore {
        do {
            let connection = try DatabaseQueue()
            try Schema.migrate(connection)
            return GraphStore(connection: connection)
        } catch {
            throw GraphStoreError(error, path: "memory")
        }
    }

    /// Whether a path names a database rather than a document: by its first bytes, or by its extension (`sqlite`, `sqlite3`, `db`).
    public static func isDatabase(_ path: String) -> Bool {
        DatabaseFile(path: path).seemsToBeDatabase
    }

    /// Runs a query on one state of the database; writing in it fails.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try connection.read(body)
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }

    /// Runs a transaction: all of it is kept, or nothing.
    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try connection.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { preconditionFailure("a committed transaction has run its body") }
                return result
            }
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }
}
