import ArgumentParser
import Foundation

/// Where a result goes: standard output, or a file that appears whole or not at all.
///
/// Write failures (a full disk) are kept and thrown by `close()`, since `TextOutputStream` cannot throw.
final class OutputFile: TextOutputStream {
    // A class: it owns a file handle, and commands hand it on as an `inout` stream.
    private let name: String
    private let handle: FileHandle
    private let replacement: (temporary: URL, destination: URL)?
    private var buffer: [UInt8] = []
    private var failure: (any Error)?

    /// Writes to `path`; to standard output when it is nil or `-`.
    init(path: String?) throws {
        guard let path, path != "-" else {
            name = "standard output"
            handle = .standardOutput
            replacement = nil
            return
        }
        name = path
        let destination = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let type = try? FileManager.default.attributesOfItem(atPath: destination.path)[.type] as? FileAttributeType
        if type == .typeDirectory {
            throw ValidationError("\(path): is a folder; name a file in it")
        }
        // A pipe or a device is written in place.
        let isReplaced = type == nil || type == .typeRegular
        let temporary = destination.deletingLastPathComponent()
            .appendingPathComponent(".\(destination.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
        let target = isReplaced ? temporary : destination
        guard !isReplaced || FileManager.default.createFile(atPath: target.path, contents: nil),
            let handle = FileHandle(forWritingAtPath: target.path)
        else {
            throw ValidationError("\(path): cannot be written; check that the folder exists and may be written to")
        }
        self.handle = handle
        replacement = isReplaced ? (temporary, destination) : nil
    }

    deinit {
        // Nothing to do about a temporary file that cannot be removed, or that has its name by now.
        if let replacement { unlink(replacement.temporary.path) }
    }

    func write(_ string: String) {
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= 1 << 16 { flush() }
    }

    func write(bytes: [UInt8]) {
        buffer.append(contentsOf: bytes)
        flush()
    }

    /// Sends what is buffered on its way, so that a pipeline's next program can work on it.
    func flush() {
        guard !buffer.isEmpty, failure == nil else { return }
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            failure = error
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the output; a file takes its name only now.
    func close() throws {
        flush()
        if let failure {
            throw ValidationError("\(name): writing failed (is the disk full?): \(failure.localizedDescription)")
        }
        guard let replacement else { return }
        try handle.close()
        guard rename(replacement.temporary.path, replacement.destination.path) == 0 else {
            throw ValidationError("\(name): cannot be replaced: \(String(cString: strerror(errno)))")
        }
    }
}
