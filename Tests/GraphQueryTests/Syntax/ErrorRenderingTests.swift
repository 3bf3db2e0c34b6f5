import Testing

@testable import GraphQuery

@Suite("Errors shown in their query")
struct ErrorRenderingTests {
    @Test(
        "line, column, and a caret under the place",
        arguments: [
            ("MATCH (n)\nRETURN m", 17, "2:8: wrong", "RETURN m", "       ^"), ("RETURN m", 0, "1:1: wrong", "RETURN m", "^"),
            ("RETURN", 6, "1:7: wrong", "RETURN", "      ^"), ("a\r\nb\rc d", 7, "3:3: wrong", "c d", "  ^"),
            ("\tx\ty", 3, "1:4: wrong", " x y", "   ^"),
            ("é日本 x", 9, "1:5: wrong", "é日本 x", "      ^"), ("👩‍👩‍👧 x", 19, "1:3: wrong", "👩‍👩‍👧 x", "   ^"),
            ("e\u{301} x", 4, "1:3: wrong", "e\u{301} x", "  ^"),
            ("\u{1B}[31mx", 5, "1:6: wrong", " [31mx", "     ^"), ("", 0, "1:1: wrong", "", "^"), ("ab", 99, "1:3: wrong", "ab", "  ^"),
            ("日", 1, "1:1: wrong", "日", "^"), ("ab", -5, "1:1: wrong", "ab", "^"), ("a\n", 2, "2:1: wrong", "", "^"),
        ])
    func places(query: String, offset: Int, head: String, line: String, caret: String) {
        #expect(error(at: offset).rendered(in: query) == "\(head)\n\(line)\n\(caret)")
    }

    @Test("of a long line only the part around the place is shown")
    func longLine() {
        let query = "RETURN " + String(repeating: "1, ", count: 10_000) + "x"
        let lines = error(at: 15_001).rendered(in: query).split(separator: "\n")
        #expect(lines[1].count == 102)
        #expect(lines[1].first == "…" && lines[1].last == "…")
        #expect(lines[2] == String(repeating: " ", count: 67) + "^")
        let end = error(at: query.utf8.count - 1).rendered(in: query).split(separator: "\n")
        #expect(end[1].last == "x" && end[1].first == "…")
        #expect(end[1].count == end[2].count)
    }

    @Test("without a place there is only the message")
    func noPlace() {
        #expect(QueryError(.graphError, .runtime, "GraphError", "no graph").rendered(in: "RETURN 1") == "no graph")
    }

    private func error(at offset: Int) -> QueryError {
        QueryError(.syntaxError, .compileTime, "UnexpectedSyntax", "wrong", at: SourceLocation(offset: offset))
    }
}
