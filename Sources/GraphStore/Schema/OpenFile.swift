import Foundation
import Synchronization

/// A file that this process has open through SQLite, for as long as this is held.
///
/// SQLite keeps others away by POSIX locks, and a process loses all of its locks on a file when it closes any descriptor of it. So a file that is
/// open must never be opened and closed beside SQLite, not even to look at its first bytes: another process would take the log away under us, and
/// the database would be damaged. Source: "How To Corrupt An SQLite Database File", 2.2, https://www.sqlite.org/howtocorrupt.html.
///
/// A class: what is counted ends with its last holder.
final class OpenFile: Sendable {
    private struct Identity: Hashable {
        var device: UInt64
        var number: UInt64
    }

    private static let open = Mutex<[Identity: Int]>([:])

    private let identity: Identity?

    /// Counts the file as open from now on; makes an empty one when there is none, if that is wanted and can be done.
    ///
    /// - Parameter inspect: may open and close the file: only called when nobody in this process has it open, and nobody can open it meanwhile.
    init(path: String, creating: Bool, inspect: () throws -> Void) throws {
        identity = try Self.open.withLock { open in
            let known = Self.identity(path)
            if known.flatMap({ open[$0] }) == nil { try inspect() }
            if known == nil, creating { Self.create(path) }
            guard let identity = known ?? Self.identity(path) else { return nil }
            open[identity, default: 0] += 1
            return identity
        }
    }

    deinit {
        guard let identity else { return }
        Self.open.withLock { open in
            let count = (open[identity] ?? 1) - 1
            open[identity] = count > 0 ? count : nil
        }
    }

    /// Where it cannot be made, SQLite says why.
    private static func create(_ path: String) {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor >= 0 { close(descriptor) }
    }

    private static func identity(_ path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }
}
