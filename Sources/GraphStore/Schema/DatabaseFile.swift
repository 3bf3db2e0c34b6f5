import Foundation
import GRDB

/// The file of a graph database: what it is, judged by its first bytes, and how it is opened.
///
/// Offsets are those of "Database File Format", https://www.sqlite.org/fileformat2.html.
struct DatabaseFile {
    /// "NwGr" in ASCII: marks our files in the header's application id.
    static let applicationID: UInt32 = 0x4E77_4772

    /// Pages that a connection keeps in memory; more than that of a transaction goes to the log before its end.
    private static let cacheKilobytes = 32_768

    /// What is left of a long log when it is begun anew.
    private static let logBytes = 32 << 20

    /// Seconds that writing out the first pages of a new file may take.
    private static let writingOut = 0.2

    private static let magic = Array("SQLite format 3\0".utf8)

    let path: String
    /// Absolute, so that no name is taken for a URI or for ":memory:".
    private let absolutePath: String

    init(path: String) {
        self.path = path
        absolutePath = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    var seemsToBeDatabase: Bool {
        if ["sqlite", "sqlite3", "db"].contains(URL(fileURLWithPath: path).pathExtension.lowercased()) { return true }
        var status = stat()
        // A pipe is not looked into: what is read from it is gone.
        guard stat(absolutePath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        // One that this process has open is one, and may not be opened beside SQLite.
        var isDatabase = true
        _ = try? OpenFile(path: absolutePath, creating: false) {
            // What cannot be read is left to the reader of documents, who says why.
            let file = FileHandle(forReadingAtPath: absolutePath)
            defer { try? file?.close() }  // it was only read from
            isDatabase = (try? file?.read(upToCount: Self.magic.count)).map { [UInt8]($0) == Self.magic } ?? false
        }
        return isDatabase
    }

    /// Opens the file, after a look at it; makes it or brings it up to date where that may be done.
    func open(_ mode: GraphStore.Mode, busyTimeout: Double) throws -> Connections {
        let file = try OpenFile(path: absolutePath, creating: mode == .writing) { try inspect(mode) }
        guard mode == .writing || !isEmpty else { throw GraphStoreError.empty(path: path) }
        let (path, configuration) = (connectionPath(mode), configuration(mode, busyTimeout: busyTimeout))
        let first = try DatabaseQueue(path: path, configuration: configuration)
        if mode == .writing { try mark(first) }
        if mode == .writing { try bringUpToDate(first) }
        do {
            try first.read { try Schema.check($0, path: self.path) }
        } catch GraphStoreError.tooOld where isWritable {
            // Also what another process is just making, between its steps.
            try bringUpToDate(first)
            try first.read { try Schema.check($0, path: self.path) }
        }
        return Connections(first, file: file) {
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            try reader.inDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
            return reader
        }
    }

    private func bringUpToDate(_ connection: DatabaseQueue) throws {
        try Schema.migrate(connection)
        try startWriteAheadLog(connection)
    }

    /// A file that may be written is opened so even to be read: the last reader of a WAL database opened that way takes the log files away.
    private func connectionPath(_ mode: GraphStore.Mode) -> String {
        mode == .writing || isWritable || hasLog ? absolutePath : immutableURI
    }

    /// What every connection has in common, whether to a file or to memory.
    static var defaults: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false  // see `Schema.version2`
        return configuration
    }

    private func configuration(_ mode: GraphStore.Mode, busyTimeout: Double) -> Configuration {
        var configuration = Self.defaults
        configuration.readonly = mode == .reading && !isWritable
        configuration.busyMode = .callback { BusyWait.waits(tries: $0, timeout: busyTimeout) }
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -\(Self.cacheKilobytes);
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA journal_size_limit = \(Self.logBytes);
                    """)
        }
        return configuration
    }

    private var isEmpty: Bool {
        var status = stat()
        return stat(absolutePath, &status) == 0 && status.st_size == 0
    }

    /// Looks at the file before SQLite does. Only while nobody in this process has it open: see `OpenFile`.
    private func inspect(_ mode: GraphStore.Mode) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: absolutePath, isDirectory: &isFolder) else {
            guard mode == .writing else { throw GraphStoreError.missing(path: path) }
            return
        }
        guard !isFolder.boolValue else { throw GraphStoreError.isFolder(path: path) }
        guard let file = FileHandle(forReadingAtPath: absolutePath) else {
            throw GraphStoreError.cannotOpen(path: path, detail: "it may not be read")
        }
        defer { try? file.close() }  // it was only read from
        let header = [UInt8](try file.read(upToCount: 100) ?? Data())
        guard !header.isEmpty else { return }
        guard header.count == 100, header.starts(with: Self.magic) else {
            throw GraphStoreError.notADatabase(path: path)
        }
        guard number(in: header, at: 68) == Self.applicationID else { throw GraphStoreError.notAGraph(path: path) }
        try checkLength(of: file)
    }

    /// A file shorter than its header says has lost its end, unless a log holds what is missing or another process is just writing it out.
    private func checkLength(of file: FileHandle) throws {
        var tries = 0
        while let (actual, expected) = try missingLength(of: file) {
            guard BusyWait.waits(tries: tries, timeout: Self.writingOut) else {
                throw GraphStoreError.corrupt(path: path, detail: "\(actual) bytes of \(expected) are there")
            }
            tries += 1
        }
    }

    /// The length of the file and the one that it should have; nil when nothing is missing.
    private func missingLength(of file: FileHandle) throws -> (actual: UInt64, expected: UInt64)? {
        try file.seek(toOffset: 0)
        let header = [UInt8](try file.read(upToCount: 100) ?? Data())
        guard header.count == 100 else { return nil }
        let pageSize = UInt64(header[16]) << 8 | UInt64(header[17])
        let expected = UInt64(number(in: header, at: 28)) * (pageSize == 1 ? 65_536 : pageSize)
        let isPageCountValid = number(in: header, at: 24) == number(in: header, at: 92)
        let actual = try file.seekToEnd()
        return isPageCountValid && actual < expected && !hasLog ? (actual, expected) : nil
    }

    /// Marks a new file as ours before anything else is in it, so that nobody takes a half-made one for another program's.
    private func mark(_ connection: DatabaseQueue) throws {
        try connection.writeWithoutTransaction { database in
            guard try UInt32.fetchOne(database, sql: "PRAGMA application_id") != Self.applicationID else { return }
            // Has an effect on a file without pages only: on large pages, whole texts of news waste less space.
            try database.execute(sql: "PRAGMA page_size = 8192; PRAGMA application_id = \(Self.applicationID)")
        }
    }

    private func startWriteAheadLog(_ connection: DatabaseQueue) throws {
        do {
            try connection.writeWithoutTransaction { database in
                guard try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" else { return }
                try database.execute(sql: "PRAGMA journal_mode = WAL")
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another process works on the new file; either mode is safe, and the next one to open it switches.
        }
    }

    /// Bytes that only a log beside the file holds.
    private var hasLog: Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: absolutePath + "-wal")[.size] as? Int
        return (size ?? 0) > 0
    }

    private var isWritable: Bool {
        let folder = URL(fileURLWithPath: absolutePath).deletingLastPathComponent().path
        return access(absolutePath, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Asks SQLite to make no log files: nobody can write where we cannot.
    private var immutableURI: String {
        let plain = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
        return "file:\(absolutePath.addingPercentEncoding(withAllowedCharacters: plain) ?? absolutePath)?immutable=1"
    }

    private func number(in header: [UInt8], at offset: Int) -> UInt32 {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
