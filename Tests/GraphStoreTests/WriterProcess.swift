import Foundation

/// `CrashWriter` at work.
final class WriterProcess {
    private let process = Process()
    private let (output, errors) = (Pipe(), Pipe())

    init(_ database: String, name: String, first: Int, count: Int, onlyAdding: Bool = false) throws {
        process.executableURL = try Self.executable()
        process.arguments = [database, name, "\(first)", "\(count)"] + (onlyAdding ? ["only-adding"] : [])
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it as a power cut does, if it has not ended.
    /// - Returns: the changes that it said it had made.
    func kill() -> [Int] {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return said.split(separator: "\n").compactMap { Int($0) }
    }

    /// Its exit status and what it said of errors.
    func wait() -> (status: Int32, errors: String) {
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
    }

    /// Beside the test bundle, where `swift build` puts it.
    private static func executable() throws -> URL {
        let folders = [
            Bundle.main.executableURL?.deletingLastPathComponent(), Bundle(for: WriterProcess.self).bundleURL.deletingLastPathComponent(),
            URL(fileURLWithPath: ".build/debug"),
        ].compactMap(\.self)
        for folder in folders {
            let url = folder.appendingPathComponent("CrashWriter")
            if FileManager.default.isExecutableFile(atPath: url.path) { return url }
        }
        throw NotBuilt(places: folders.map(\.path))
    }

    struct NotBuilt: Error {
        let places: [String]
    }
}
