/// A command line to copy into a shell, every word quoted so that it arrives as it is.
enum ShellCommand {
    /// `newsgraph`, a subcommand, and what it is given.
    ///
    /// ```swift
    /// ShellCommand.newsgraph("merge", ["news.sqlite", "person/v-o'dea"])   // newsgraph merge news.sqlite 'person/v-o'\''dea'
    /// ```
    static func newsgraph(_ subcommand: String, _ arguments: [String], options: [String] = []) -> String {
        // What starts with a dash would be read as an option.
        let end = arguments.contains { $0.hasPrefix("-") } ? ["--"] : []
        let words = end.isEmpty ? arguments + options : options + end + arguments
        return (["newsgraph", subcommand] + words).map(quoted).joined(separator: " ")
    }

    /// A word for a shell (POSIX 2.2); the `$'…'` form (POSIX.1-2024; bash, zsh, ksh) where there are characters that a terminal would obey.
    static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.utf8.allSatisfy(isPlain) { return word }
        guard TerminalText.safe(word) != word else { return "'" + word.replacing("'", with: "'\\''") + "'" }
        return "$'" + word.unicodeScalars.map(escaped).joined() + "'"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let text = String(scalar)
        if text == "'" || text == "\\" { return "\\" + text }
        guard TerminalText.safe(text) != text else { return text }
        // Octal has a fixed length; how many hexadecimal digits are read differs between shells.
        return text.utf8.map { byte in
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "_@%+=:,./-".utf8.contains(byte)
        }
    }
}
