import Foundation

/// Prints a page to PDF through a Chromium that is installed, without letting it reach the network or the user's profile.
///
/// ```swift
/// let pdf = try ChromiumPrinter().pdf(of: html)
/// ```
public struct ChromiumPrinter: Sendable, Hashable {
    /// Path of the program.
    public let executable: String
    /// Seconds after which it is ended; 115 pages took 46 on a busy machine.
    public var timeLimit: Double

    /// The names that Chromium has in distributions, in the order they are tried.
    public static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// Looks for the program in the folders of `searchPath`, by default those of the environment's `PATH`.
    ///
    /// - Throws: `DrawingError.noBrowser` when there is none.
    public init(searchPath: String? = nil, timeLimit: Double = 180) throws(DrawingError) {
        let path = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init)
        let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw .noBrowser(names: Self.names)
        }
        executable = found
        self.timeLimit = timeLimit
    }

    /// The page as PDF; blocks until it is done. Equal pages give equal files with the same Chromium.
    public func pdf(of html: String) throws(DrawingError) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("newsgraph-print-\(UUID().uuidString)")
        // What is left over is in the system's folder for such files.
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let page = folder.appendingPathComponent("report.html")
            let output = folder.appendingPathComponent("report.pdf")
            try Data(html.utf8).write(to: page)
            let messages = try run(arguments(page: page, output: output, folder: folder), log: folder.appendingPathComponent("log"))
            guard var bytes = FileManager.default.contents(atPath: output.path).map(Array.init), bytes.starts(with: Array("%PDF-".utf8))
            else {
                throw DrawingError.printing(reason: messages.isEmpty ? "it wrote nothing" : messages)
            }
            PDFDate.remove(from: &bytes)
            return bytes
        } catch let error as DrawingError {
            throw error
        } catch {
            throw .printing(reason: error.localizedDescription)
        }
    }

    private func arguments(page: URL, output: URL, folder: URL) -> [String] {
        var list = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-component-update",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-dev-shm-usage",
            "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
            "--no-pdf-header-footer", "--print-to-pdf=\(output.path)", page.absoluteString,
        ]
        // Chromium refuses to sandbox itself for the superuser, as in most containers.
        if geteuid() == 0 { list.insert("--no-sandbox", at: 1) }
        return list
    }

    /// Runs the program to its end or the time limit, and returns what it had to say.
    private func run(_ arguments: [String], log: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard FileManager.default.createFile(atPath: log.path, contents: nil) else {
            throw DrawingError.printing(reason: "no file can be made in \(log.deletingLastPathComponent().path)")
        }
        process.standardError = try FileHandle(forWritingTo: log)
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        guard end.wait(timeout: .now() + timeLimit) == .success else {
            kill(process.processIdentifier, SIGKILL)
            end.wait()
            throw DrawingError.printing(reason: "it took longer than \(Int(timeLimit)) seconds")
        }
        let messages = FileManager.default.contents(atPath: log.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        // Without a desktop it complains of the message bus, which it does not need.
        let last = messages.split(separator: "\n").filter { !$0.contains("dbus") }.suffix(2).joined(separator: "; ")
        guard process.terminationStatus == 0 else {
            throw DrawingError.printing(reason: "it ended with status \(process.terminationStatus)\(last.isEmpty ? "" : ": \(last)")")
        }
        return last
    }
}
