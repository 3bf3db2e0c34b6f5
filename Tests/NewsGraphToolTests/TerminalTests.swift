import Testing

@testable import NewsGraphTool

@Suite("Terminal text")
struct TerminalTests {
    @Test(
        "is made harmless and stays readable",
        arguments: [
            ("plain", "plain"), ("\u{1B}[31mred", "␛[31mred"), ("a\r\nb", "a b"), ("nul\0", "nul␀"), ("\u{202E}x", "\u{FFFD}x"),
            ("\u{9B}", "\u{FFFD}"), ("日本 e\u{301} 👩‍👩‍👧", "日本 e\u{301} 👩‍👩‍👧"), ("tab\there", "tab here"),
        ])
    func safety(text: String, expected: String) {
        #expect(TerminalText.safe(text).replacing("  ", with: " ") == expected)
    }

    @Test("is measured in columns", arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("", 0), ("👍", 2), ("Łódź", 4)])
    func width(text: String, columns: Int) {
        #expect(TerminalText.width(of: text) == columns)
    }

    @Test(
        "is wrapped at spaces, and within words where it must be",
        arguments: [
            ("one two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 10, []), ("a  b", 10, ["a b"]),
            ("日本語", 4, ["日本", "語"]),
        ])
    func wrapping(text: String, width: Int, lines: [String]) {
        #expect(TerminalText.wrap(text, to: width) == lines)
    }

    @Test("fits tables into a width", arguments: [20, 40, 80, 200])
    func table(width: Int) {
        var table = TextTable(["NAME", "WHAT"])
        table.append(
            [String(repeating: "日本 Ana ", count: 20), String(repeating: "x", count: 500)], note: String(repeating: "word ", count: 50))
        table.append(["a", "b"])
        let lines = table.lines(width: width)
        #expect(lines.allSatisfy { TerminalText.width(of: $0) <= max(width, 43) })
        #expect(lines.prefix(2).allSatisfy { TerminalText.width(of: $0) <= width })
        #expect(lines.last?.hasPrefix("a ") == true)
    }

    @Test("keeps commands below a row on one line, and headings harmless")
    func commands() {
        var table = TextTable(["A\u{1B}[2J", "B"])
        let command = String(repeating: "word ", count: 30) + "end"
        table.append(["1", "2"], note: "a note", command: command)
        #expect(table.lines(width: 40) == ["A␛[2J  B", "1      2", "       a note", "       \(command)"])
    }

    @Test(
        "quotes words for a shell",
        arguments: [
            ("news.sqlite", "news.sqlite"), ("person/ana-ruiz", "person/ana-ruiz"), ("", "''"), ("a b", "'a b'"), ("o'dea", "'o'\\''dea'"),
            ("$(x)", "'$(x)'"), ("a\nb", "$'a\\012b'"), ("\u{1B}[2J'\\", "$'\\033[2J\\'\\\\'"), ("\u{202E}1", "$'\\342\\200\\2561'"),
            ("~", "'~'"), ("Łódź", "'Łódź'"),
        ])
    func quoting(word: String, quoted: String) {
        #expect(ShellCommand.quoted(word) == quoted)
    }

    @Test("keeps what starts with a dash from being an option")
    func dashes() {
        #expect(ShellCommand.newsgraph("merge", ["db", "a", "b"], options: ["--reason", "x"]) == "newsgraph merge db a b --reason x")
        #expect(ShellCommand.newsgraph("merge", ["db", "-a", "b"], options: ["--reason", "x"]) == "newsgraph merge --reason x -- db -a b")
    }
}
