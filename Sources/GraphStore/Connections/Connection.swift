import GRDB

/// A connection to the file, with what it remembers of it from one use to the next.
///
/// A class, for its identity; it may be handed from task to task because everything in it is touched on the connection's own queue alone.
final class Connection: @unchecked Sendable {
    private let queue: DatabaseQueue
    private let networks: NetworkCache
    private var cache: ReadCache?
    private var writer: StoreWriter?

    init(_ queue: DatabaseQueue, networks: NetworkCache) {
        self.queue = queue
        self.networks = networks
    }

    deinit {
        // Their prepared statements go before the connection, which otherwise could not close and fold the log into the file.
        cache = nil
        writer = nil
    }

    /// Runs queries on one state of the file; writing in them fails.
    func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        try queue.read { database in
            let cache = try cache ?? ReadCache(database, networks: networks)
            self.cache = cache
            try cache.validate()
            return try body(StoreSnapshot(cache))
        }
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
