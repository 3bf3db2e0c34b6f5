import GRDB
import Synchronization

/// The connections of a store: one to write with, and as many to read with as are asked for at the same time.
///
/// GRDB's `DatabasePool` does the same, but changes the file when it is opened, even for reading, and its readers leave log files behind when
/// they are the last to close. Here every connection is one that could write; so the last one to close, whichever it is, folds the log in.
/// A class: it owns connections.
final class Connections: Sendable {
    /// Makes a connection in which writing has been switched off; nil in memory, where there is but one connection.
    private let open: (@Sendable () throws -> DatabaseQueue)?
    private let writer: Connection
    private let idle: Mutex<[Connection]>
    private let networks = NetworkCache()
    private let file: OpenFile?

    /// Reading connections that are kept open when nobody uses them.
    private static let idleLimit = 4

    /// - Parameters:
    ///   - first: a connection that is open.
    ///   - file: what it is open to; held until the last connection is closed.
    ///   - open: makes another one to the same file, in which writing has been switched off.
    init(_ first: DatabaseQueue, file: OpenFile, open: @escaping @Sendable () throws -> DatabaseQueue) {
        self.open = open
        self.file = file
        writer = Connection(first, .writer, networks: networks, file: file)
        idle = Mutex([])
    }

    /// A database in memory.
    init(inMemory only: DatabaseQueue) {
        open = nil
        file = nil
        writer = Connection(only, .memory, networks: networks, file: nil)
        idle = Mutex([])
    }

    func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        guard let open else { return try writer.read(body) }
        return try withReader(open) { try $0.read(body) }
    }

    func write<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        let result = try writer.write(body)
        foldLogIfLong()
        return result
    }

    func compact() throws {
        try writer.compact()
        foldLogIfLong()
    }

    private func foldLogIfLong() {
        guard let open, writer.isLogLong else { return }
        do {
            try withReader(open) { try writer.foldLog(with: $0) }
        } catch {
            // What was written is safe in the log. If it cannot be copied now (a full disk, say), the next transaction tries again.
        }
    }

    /// Lends a connection to read with that nobody else uses.
    private func withReader<Result>(
        _ open: @Sendable () throws -> DatabaseQueue, _ body: (Connection) throws -> Result
    ) throws -> Result {
        let connection = try idle.withLock { $0.popLast() } ?? Connection(open(), .reader, networks: networks, file: file)
        defer {
            idle.withLock { idle in
                if idle.count < Self.idleLimit { idle.append(connection) }
            }
        }
        return try body(connection)
    }
}
