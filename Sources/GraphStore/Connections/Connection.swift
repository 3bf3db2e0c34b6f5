import GRDB

/// A connection to the file, with what it remembers of it from one use to the next.
///
/// A class, for its identity; it may be handed from task to task because everything in it is touched on the connection's own queue alone.
final class Connection: @unchecked Sendable {
    enum Kind {
        /// Writing has been switched off in it.
        case reader
        case writer
        /// The only one, in memory.
        case memory
    }

    private let queue: DatabaseQueue
    private let kind: Kind
    private let networks: NetworkCache
    private var cache: ReadCache?
    private var writer: StoreWriter?
    private var log: LogLength?
    /// Whether the log ends with something that is needed.
    private var isLogOpen = false
    /// The last of its parts, so that the queue is closed before it goes.
    private let file: OpenFile?

    init(_ queue: DatabaseQueue, _ kind: Kind, networks: NetworkCache, file: OpenFile?) {
        self.file = file
        self.queue = queue
        self.kind = kind
        self.networks = networks
        if kind == .writer { log = queue.inDatabase(LogLength.init) }
    }

    deinit {
        // Their prepared statements go before the connection, which otherwise could not close and fold the log into the file.
        cache = nil
        writer = nil
        guard isLogOpen else { return }
        do {
            try LogFolding(writer: queue).pad()
        } catch {
            // Nobody is left to be told. What was written is safe in the log as it is.
        }
    }

    /// Runs queries on one state of the file; writing in them fails.
    func read<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        // GRDB's own reading has SQLite prepare all statements anew each time, by switching writing off and on.
        guard kind == .reader else {
            return try queue.read { database in
                defer { cache?.documentBytes.close() }
                return try body(snapshot(database))
            }
        }
        return try queue.unsafeRead { database in
            let (begin, end) = (try RawStatement("BEGIN", in: database), try RawStatement("COMMIT", in: database))
            try begin.run()
            let result = Swift.Result { try body(snapshot(database)) }
            cache?.documentBytes.close()
            try end.run()
            return try result.get()
        }
    }

    private func snapshot(_ database: Database) throws -> StoreSnapshot {
        let cache = try cache ?? newCache(database)
        self.cache = cache
        try cache.validate()
        return StoreSnapshot(cache)
    }

    private func newCache(_ database: Database) throws -> ReadCache {
        // Sentences are read here and there in the file: what has been read stays at hand.
        if kind == .reader { try database.execute(sql: "PRAGMA cache_size = -\(Self.pageKilobytes)") }
        return try ReadCache(database, networks: networks)
    }

    /// Pages that a reading connection keeps in memory, at most.
    private static let pageKilobytes = 131_072

    /// Writes the file anew without the gaps in it.
    func compact() throws {
        try queue.write { database in
            // One piece of each index of words: pieces of a large addition would otherwise be joined when some small one comes to be the last straw.
            try database.execute(
                sql: """
                    INSERT INTO sentencesText(sentencesText) VALUES ('optimize');
                    INSERT INTO namesText(namesText) VALUES ('optimize');
                    """)
        }
        try queue.vacuum()
        isLogOpen = kind == .writer
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
            isLogOpen = kind == .writer
            return result
        }
    }

    /// Whether so much has been written that it should be brought into the file.
    var isLogLong: Bool { queue.inDatabase { _ in log.map { $0.pages >= LogFolding.longLog } ?? false } }

    /// Brings what has been written into the file, with the help of a reader that nobody uses.
    func foldLog(with reader: Connection) throws {
        try LogFolding(writer: queue).fold(with: reader.queue)
        queue.inDatabase { _ in isLogOpen = false }
    }
}
