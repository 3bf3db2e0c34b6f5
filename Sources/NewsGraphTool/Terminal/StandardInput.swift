import ArgumentParser
import Foundation

/// What comes in on standard input, apart from documents.
enum StandardInput {
    /// All of it as text; throws when it is longer than `limit` bytes or no UTF-8.
    static func text(limit: Int) throws -> String {
        let data = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        guard data.count <= limit else { throw ValidationError("standard input is longer than \(limit) bytes") }
        guard let text = String(validating: data, as: UTF8.self) else { throw ValidationError("standard input is not UTF-8") }
        return text
    }
}
