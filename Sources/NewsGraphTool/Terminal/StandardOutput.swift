import Foundation

/// Where results go.
enum StandardOutput {
    /// Columns of the terminal; nil when the output goes elsewhere, where nothing needs to be cut.
    static var terminalWidth: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes lines, and waits until they are out.
    static func write(lines: [String]) throws {
        let output = try OutputFile(path: nil)
        for line in lines {
            output.write(line)
            output.write("\n")
        }
        try output.close()
    }
}
