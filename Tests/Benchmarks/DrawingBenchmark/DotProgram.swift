import Foundation

/// The peer: `dot`, which reads a file and writes a file.
struct DotProgram {
    private static let path = "/usr/bin/dot"
    private let folder: URL

    /// Nil when it is not installed.
    init?() {
        guard FileManager.default.isExecutableFile(atPath: DotProgram.path) else { return nil }
        folder = FileManager.default.temporaryDirectory
    }

    func draw(_ text: String) throws {
        let input = folder.appendingPathComponent("newsgraph-benchmark.dot")
        let output = folder.appendingPathComponent("newsgraph-benchmark.svg")
        try Data(text.utf8).write(to: input)
        let process = try Process.run(URL(fileURLWithPath: DotProgram.path), arguments: ["-Tsvg", input.path, "-o", output.path])
        process.waitUntilExit()
        precondition(process.terminationStatus == 0, "dot failed")
        _ = try Data(contentsOf: output)
    }
}
