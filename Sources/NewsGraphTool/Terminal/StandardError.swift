import Foundation

/// Where everything that is no result goes.
enum StandardError {
    /// Lines of text; the last line end is added. What names and file contents would make a terminal do is taken out here.
    static func write(_ message: String) {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.safe(String($0)) }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }
}

extension StandardError {
    /// Replaces the terminal's current line.
    static func writeInPlace(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
