import GRDB

/// Brings what is in the write-ahead log into the file, in such a way that a crash leaves both whole even when the log's end is lost.
///
/// A commit is safe in the log as soon as it is written. Once it has been copied to the file, too, the log still belongs to it: were the
/// log's last pages lost now, the rest would be older than parts of the file, and the two would contradict each other. So the last thing in
/// a log that is copied is always a transaction that nobody needs: it rewrites the rows of `padding`, each on a page of its own and of the
/// same length, so that their pages go with any state of the others. SQLite's own copying (`wal_autocheckpoint`) is switched off.
struct LogFolding {
    /// Pages of log from which on it is copied: a longer log is slower to read (SQLite's own default).
    static let longLog = 1000

    let writer: DatabaseQueue

    /// - Parameter reader: a connection that is not in a transaction.
    func fold(with reader: DatabaseQueue) throws {
        let changes = try pad()
        try writer.inDatabase { database in
            // With the right to write in hand nobody else's transaction gets behind the padding.
            try database.inTransaction(.immediate) {
                if try Self.changes(database) == changes { _ = try reader.inDatabase { try $0.checkpoint(.passive) } }
                return .rollback
            }
        }
    }

    /// Ends the log with the transaction that nobody needs.
    /// - Returns: the count of changes that the file then has.
    @discardableResult
    func pad() throws -> Int {
        try writer.inDatabase { database in
            var changes = 0
            try database.inTransaction(.immediate) {
                // From 1 to 100, so that no row gets longer or shorter.
                try database.execute(sql: "UPDATE padding SET number = number % 100 + 1")
                changes = try Self.changes(database)
                return .commit
            }
            return changes
        }
    }

    private static func changes(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT changes FROM state") ?? 0
    }
}
