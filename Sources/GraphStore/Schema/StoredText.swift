import Foundation
import GRDB

/// Text on its way into and out of the database.
///
/// GRDB hands SQLite C strings, which end at a NUL; text that contains one is kept as a blob of its UTF-8 instead, so that nothing is cut off.
struct StoredText: DatabaseValueConvertible, StatementColumnConvertible {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        let value = DatabaseValue(sqliteStatement: sqliteStatement, index: index)
        guard let stored = StoredText.fromDatabaseValue(value) else { return nil }
        self = stored
    }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
        switch value.storage {
        case .string(let text): StoredText(text)
        case .blob(let bytes): StoredText(String(decoding: bytes, as: UTF8.self))
        default: nil
        }
    }
}

extension String {
    /// For arguments of SQL.
    var stored: StoredText { StoredText(self) }
}
