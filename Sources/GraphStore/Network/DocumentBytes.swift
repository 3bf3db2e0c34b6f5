import GRDB
import GRDBSQLite

/// Reads parts of documents' texts with SQLite's incremental input ("BLOB I/O"): no more than is asked for is copied.
///
/// A class: it owns a handle, which must be closed before the transaction ends, as it would keep the transaction open.
final class DocumentBytes {
    private let database: Database
    private var handle: OpaquePointer?

    init(_ database: Database) {
        self.database = database
    }

    deinit { close() }

    /// The text at a span of a document's UTF-8 bytes. One look-up by key.
    func text(ofDocument key: Int64, from start: Int, length: Int) throws -> String {
        let code =
            handle == nil
            ? sqlite3_blob_open(database.sqliteConnection, "main", "documents", "text", key, 0, &handle) : sqlite3_blob_reopen(handle, key)
        guard code == SQLITE_OK else {
            close()
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "document \(key) cannot be read")
        }
        let size = Int(sqlite3_blob_bytes(handle))
        guard start >= 0, length >= 0, start <= size, length <= size - start else {
            throw DatabaseError.damage("a sentence lies outside its document")
        }
        var outcome = SQLITE_OK
        let text = String(unsafeUninitializedCapacity: length) { buffer in
            outcome = sqlite3_blob_read(handle, buffer.baseAddress, Int32(length), Int32(start))
            return outcome == SQLITE_OK ? length : 0
        }
        guard outcome == SQLITE_OK else {
            close()
            throw DatabaseError(resultCode: ResultCode(rawValue: outcome), message: "document \(key) cannot be read")
        }
        return text
    }

    /// To be called at the end of every transaction.
    func close() {
        sqlite3_blob_close(handle)
        handle = nil
    }
}
