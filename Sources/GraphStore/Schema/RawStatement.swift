import GRDB
import GRDBSQLite

/// A prepared statement that is bound, stepped and read with SQLite's own functions.
///
/// For what is done once a statement of the graph: GRDB's rows and arguments box every value, which costs several times as much as SQLite
/// itself does. Bindings are numbered from 1 and columns from 0, as SQLite does. Text with a NUL in it is bound as a blob (`StoredText`).
struct RawStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer

    /// The statement of the connection's cache: reset it before somebody else uses the same SQL.
    init(_ sql: String, in database: Database) throws {
        self.init(try database.cachedStatement(sql: sql))
    }

    /// A statement of its own, that may be stepped while another of the same SQL is.
    static func separate(_ sql: String, in database: Database) throws -> RawStatement {
        RawStatement(try database.makeStatement(sql: sql))
    }

    private init(_ statement: GRDB.Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
        reset()
    }

    /// Ends a run; what was bound stays bound.
    func reset() {
        // Repeats the error of the last step, which has been thrown.
        sqlite3_reset(handle)
    }

    /// The next row; false when there is none.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
            reset()
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        defer { reset() }
        while try step() {}
    }

    /// What `read` makes of the first row; nil when there is none.
    func first<Value>(_ read: (RawStatement) throws -> Value) throws -> Value? {
        defer { reset() }
        return try step() ? read(self) : nil
    }

    /// Runs through all rows.
    func forEach(_ body: (RawStatement) throws -> Void) throws {
        defer { reset() }
        while try step() { try body(self) }
    }

    /// The row id that the connection's last insertion gave.
    var lastInsertedKey: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }
}

// MARK: - Bindings

extension RawStatement {
    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ value: Int?, at index: Int32) {
        bind(value.map(Int64.init), at: index)
    }

    func bind(_ value: Double, at index: Int32) {
        sqlite3_bind_double(handle, index, value)
    }

    func bind(_ text: String?, at index: Int32) throws {
        guard var text else {
            sqlite3_bind_null(handle, index)
            return
        }
        let code = text.withUTF8 { bytes in
            guard let start = UnsafeRawPointer(bytes.baseAddress) else { return sqlite3_bind_text(handle, index, "", 0, nil) }
            let count = sqlite3_uint64(bytes.count)
            guard !bytes.contains(0) else { return sqlite3_bind_blob64(handle, index, start, count, Self.copying) }
            let characters = start.assumingMemoryBound(to: CChar.self)
            return sqlite3_bind_text64(handle, index, characters, count, Self.copying, UInt8(SQLITE_UTF8))
        }
        // Texts of more than a gigabyte are too big for SQLite.
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// SQLITE_TRANSIENT, a cast that Swift does not import: SQLite makes itself a copy of the bytes.
    private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

// MARK: - Columns

extension RawStatement {
    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// Throws when a damaged file holds something else.
    func integer(_ column: Int32) throws -> Int {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw damage(column, "a number") }
        return Int(sqlite3_column_int64(handle, column))
    }

    func optionalInteger(_ column: Int32) throws -> Int? {
        isNull(column) ? nil : try integer(column)
    }

    func key(_ column: Int32) throws -> Int64 {
        Int64(try integer(column))
    }

    func optionalKey(_ column: Int32) throws -> Int64? {
        isNull(column) ? nil : try key(column)
    }

    func real(_ column: Int32) throws -> Double {
        let type = sqlite3_column_type(handle, column)
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw damage(column, "a number") }
        return sqlite3_column_double(handle, column)
    }

    func text(_ column: Int32) throws -> String {
        try withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    func optionalText(_ column: Int32) throws -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// The UTF-8 bytes of a text; they are gone with the next step.
    func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value) throws -> Value {
        let type = sqlite3_column_type(handle, column)
        guard type == SQLITE_TEXT || type == SQLITE_BLOB else { throw damage(column, "a text") }
        let start = sqlite3_column_blob(handle, column)
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
    }

    func isInteger(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_INTEGER
    }

    private func damage(_ column: Int32, _ expected: String) -> DatabaseError {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "\(column)"
        return .damage("a value of \"\(name)\" is not \(expected)")
    }
}

extension DatabaseError {
    /// What the file says cannot be.
    static func damage(_ message: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
    }
}
