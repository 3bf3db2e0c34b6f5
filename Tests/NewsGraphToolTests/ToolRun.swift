import Foundation

/// One run of the built command, as a process of its own.
struct ToolRun {
    let status: Int32
    let output: String
    let errors: String

    /// Runs `newsgraph`, or another program of the package, with these arguments; `input` becomes its standard input.
    init(_ arguments: [String], input: String = "", program: String = "newsgraph") throws {
        let process = Process()
        process.executableURL = try Self.executable(program)
        process.arguments = arguments
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let errors = DispatchQueue(label: "standard error")
        nonisolated(unsafe) var errorBytes = Data()
        errors.async { errorBytes = stderr.fileHandleForReading.readDataToEndOfFile() }
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.errors = errors.sync { String(decoding: errorBytes, as: UTF8.self) }
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// Whether a terminal would obey anything that was written.
    var hasControls: Bool {
        (output + errors).unicodeScalars.contains {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
        }
    }

    struct NotBuilt: Error {
        let place: String
    }

    /// Beside the test bundle, where `swift build` puts it.
    static func executable(_ name: String = "newsgraph") throws -> URL {
        let folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(fileURLWithPath: ".build/debug")
        let candidates = [folder, Bundle(for: Marker.self).bundleURL.deletingLastPathComponent(), URL(fileURLWithPath: ".build/debug")]
        for candidate in candidates.map({ $0.appendingPathComponent(name) })
        where FileManager.default.isExecutableFile(atPath: candidate.path) {
            return candidate
        }
        throw NotBuilt(place: candidates.map(\.path).joined(separator: ", "))
    }

    private final class Marker {}
}
