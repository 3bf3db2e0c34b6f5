import Foundation

@testable import NewsText

/// Articles and errors of a file with this content.
func read(_ content: String, as fileName: String, format: (any ArticleFormat)? = nil, date: DateComponents? = nil) throws -> [Result<
    Article, NewsTextError
>] {
    try read(Array(content.utf8), as: fileName, format: format, date: date)
}

func read(_ content: [UInt8], as fileName: String, format: (any ArticleFormat)? = nil, date: DateComponents? = nil) throws -> [Result<
    Article, NewsTextError
>] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(fileName).path
    try Data(content).write(to: URL(fileURLWithPath: path))
    return Array(ArticleReader(format: format, dateOverride: date).articles(in: .file(path)))
}

/// The only article of a file with this content.
func article(_ content: String, as fileName: String = "story.txt", date: DateComponents? = nil) throws -> Article {
    let results = try read(content, as: fileName, date: date)
    guard results.count == 1 else { throw Unexpected(results: results.count) }
    return try results[0].get()
}

struct Unexpected: Error {
    var results: Int
}

extension Article {
    /// The texts of the blocks.
    var passages: [String] {
        let bytes = Array(text.utf8)
        return blocks.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    /// `YYYY-M-D`.
    var day: String? {
        date.map { "\($0.year ?? 0)-\($0.month ?? 0)-\($0.day ?? 0)" }
    }

    /// Whether the blocks are in order, apart, inside the text and at character boundaries.
    var hasSoundBlocks: Bool {
        let bytes = Array(text.utf8)
        var last = 0
        for block in blocks {
            guard block.range.lowerBound >= last, !block.range.isEmpty, block.range.upperBound <= bytes.count,
                String(validating: bytes[block.range], as: UTF8.self) != nil
            else { return false }
            last = block.range.upperBound
        }
        return true
    }
}
