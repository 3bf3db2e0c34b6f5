import Foundation

@testable import GraphDrawing

/// The browser that tests open pages in.
enum Chromium {
    static let isInstalled = (try? ChromiumPrinter()) != nil

    /// What a page is after its scripts have run, and what the browser's console said.
    struct Visit {
        var page: String
        var console: [String]
    }

    /// Opens the page as a reader would, off the network, and returns its elements a moment later.
    static func visit(_ html: String, arguments: [String] = []) throws -> Visit {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newsgraph-visit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (page, output, messages) = (folder.appending(path: "page.html"), folder.appending(path: "out"), folder.appending(path: "err"))
        try Data(html.utf8).write(to: page)
        for file in [output, messages] { FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try ChromiumPrinter().executable)
        process.arguments =
            [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr",
                "--user-data-dir=\(folder.appending(path: "profile").path)", "--virtual-time-budget=3000", "--dump-dom",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + arguments + [page.absoluteString]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        if end.wait(timeout: .now() + 120) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            end.wait()
        }
        let lines = String(decoding: try Data(contentsOf: messages), as: UTF8.self).split(separator: "\n").map(String.init)
        return Visit(page: String(decoding: try Data(contentsOf: output), as: UTF8.self), console: lines.filter { $0.contains("CONSOLE") })
    }
}
