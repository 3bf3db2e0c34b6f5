import Foundation

/// A PDF's syntax without the content of its streams: what a test can read of fonts, pages, links and titles.
struct PDFFile {
    let syntax: String
    /// Whether the table of contents is where the file says it is.
    let hasTableInPlace: Bool

    init(_ bytes: [UInt8]) {
        let data = Data(bytes)
        var kept = Data()
        var position = data.startIndex
        while let start = data.range(of: Data("stream\n".utf8), in: position..<data.endIndex),
            let end = data.range(of: Data("endstream".utf8), in: start.upperBound..<data.endIndex)
        {
            kept += data[position..<start.lowerBound]
            position = end.upperBound
        }
        kept += data[position...]
        syntax = String(decoding: kept.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        let table = syntax.suffix(40).firstMatch(of: /startxref\n([0-9]+)\n%%EOF\n/).flatMap { Int($0.1) }
        hasTableInPlace = table.map { bytes.dropFirst($0).starts(with: "xref\n".utf8) } ?? false
    }

    /// Widths and heights of the pages, in points.
    var pageSizes: [[Double]] {
        syntax.matches(of: /\/Type \/Page %[^\[]*\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/).map { [Double($0.1) ?? 0, Double($0.2) ?? 0] }
    }

    func count(_ text: String) -> Int { syntax.ranges(of: text).count }
}

/// `pdftotext`, where it is installed.
enum PDFText {
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
    private static let path = "/usr/bin/pdftotext"

    static func read(_ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("newsgraph-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [file.path, "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
