import Foundation

/// Where everything that is no result goes.
enum StandardError {
    /// One line; the line end is added.
    static func write(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}

extension StandardError {
    /// Replaces the terminal's current line.
    static func writeInPlace(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
