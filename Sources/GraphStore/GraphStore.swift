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
/// the disk before it counts (`synchronous = FULL`), and a crash leaves every document whole or not there at all, even when the end of the
/// log is lost with it. Every error is a `GraphStoreError`.
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
    private let connections: Connections

    /// Opens a database, or creates it in writing mode; one of an earlier version is brought up to date.
    ///
    /// What is no graph database is refused by its first bytes, before SQLite sees it, and left as it is.
    /// - Parameter busyTimeout: seconds to wait for another connection that is writing, before `busy` is thrown.
    public init(path: String, mode: Mode, busyTimeout: Double = 10) throws {
        self.path = path
        do {
            connections = try DatabaseFile(path: path).open(mode, busyTimeout: busyTimeout)
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }

    private init(_ connections: Connections) {
        path = "memory"
        self.connections = connections
    }

    /// A store that lives in memory: for documents that are looked at once.
    public static func inMemory() throws -> GraphStore {
        do {
            let connection = try DatabaseQueue(configuration: DatabaseFile.defaults)
            try Schema.migrate(connection)
            return GraphStore(Connections(inMemory: connection))
        } catch {
            throw GraphStoreError(error, path: "memory")
        }
    }

    /// Whether a path names a database rather than a document: by its first bytes, or by its extension (`sqlite`, `sqlite3`, `db`).
    public static func isDatabase(_ path: String) -> Bool {
        DatabaseFile(path: path).seemsToBeDatabase
    }

    /// Writes the file anew without the gaps that adding and removing leave in it: a few per cent after much has been added, more after
    /// much has been removed.
    ///
    /// Needs room for a second file while it lasts, and waits for other connections as a writer does. When it fails or is cut short the
    /// file is as before. About 2 s for a million statements.
    public func compact() throws {
        do {
            try connections.compact()
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }

    /// Runs queries on one state of the database, whatever others write meanwhile; writing in them fails.
    func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        do {
            return try connections.read(body)
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }

    /// Runs a transaction: all of it is kept, or nothing.
    func write<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        do {
            return try connections.write(body)
        } catch {
            throw GraphStoreError(error, path: path)
        }
    }
}
