import GRDB

/// A connection to the file, with what it remembers of it from one use to the next.
///
/// A class, for its identity; it may be handed from task to task because everything in it is touched on the connection's own queue alone.
final class Connection: @unchecked Sendable {
    private let queue: DatabaseQueue
    private let isReader: Bool
    private let networks: NetworkCache
    private var cache: ReadCache?
    private var writer: StoreWriter?

    /// - Parameter isReader: whether writing has been switched off in it.
    init(_ queue: DatabaseQueue, networks: NetworkCache, isReader: Bool) {
        self.queue = queue
        self.isReader = isReader
        self.networks = networks
    }

    deinit {
        // Their prepared statements go before the connection, which otherwise could not close and fold the log into the file.
        cache = nil
        writer = nil
    }

    /// Runs queries on one state of the file; writing in them fails.
    func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        // GRDB's own reading has SQLite prepare all statements anew each time, by switching writing off and on.
        guard isReader else { return try queue.read { try body(snapshot($0)) } }
        return try queue.unsafeRead { database in
            let (begin, end) = (try RawStatement("BEGIN", in: database), try RawStatement("COMMIT", in: database))
            try begin.run()
            let result = Swift.Result { try body(snapshot(database)) }
            try end.run()
            return try result.get()
        }
    }

    private func snapshot(_ database: Database) throws -> StoreSnapshot {
        let cache = try cache ?? ReadCache(database, networks: networks)
        self.cache = cache
        try cache.validate()
        return StoreSnapshot(cache)
    }

    /// Runs a transaction: all of it is kept, or nothing.
    func write<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        try queue.writeWithoutTransaction { database in
            var result: Result?
            do {
                try database.inTransaction(.immediate) {
                    let writer = try writer ?? StoreWriter(database)
                    self.writer = writer
                    try writer.begin()
                    result = try body(writer)
                    try writer.finish()
                    return .commit
                }
            } catch {
                // What it remembers may be of rows that are not there now.
                writer = nil
                throw error
            }
            guard let result else { preconditionFailure("a committed transaction has run its body") }
            return result
        }
    }
}
