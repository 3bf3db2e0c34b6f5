import GRDB
import GRDBSQLite

/// How many pages the write-ahead log holds: SQLite says so at each commit of a connection.
///
/// A class: the connection keeps a pointer to it, so it must live as long as the connection commits.
final class LogLength {
    private(set) var pages = 0

    init(_ database: Database) {
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue().pages = Int(pages)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
