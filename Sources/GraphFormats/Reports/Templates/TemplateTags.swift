/// The tags of a template, with their places: to find mistakes that Mustache passes over in silence.
struct TemplateTags {
    struct Tag {
        /// `#`, `/`, `^`, `>`, `<`, `$`, `!`, `%`, `=`, `{` or `&`; nil for a plain variable.
        var mark: Character?
        /// Without mark and white space.
        var name: String
        var line: Int
        var column: Int

        /// The variable inside transforms: `names` of `count(names)`; empty for `first()`.
        var variable: String {
            guard let open = name.lastIndex(of: "(") else { return name }
            return String(name[name.index(after: open)...].prefix { $0 != ")" })
        }
    }

    private(set) var tags: [Tag] = []

    /// Reads until the end, or to the first tag that is not closed.
    init(_ text: String) throws(Unclosed) {
        var line = 1
        var lineStart = text.startIndex
        var position = text.startIndex
        while let open = text[position...].firstRange(of: "{{") {
            for index in text[position..<open.lowerBound].indices where text[index].isNewline {
                line += 1
                lineStart = text.index(after: index)
            }
            var start = open.upperBound
            let column = text.distance(from: lineStart, to: open.lowerBound) + 1
            let mark = start < text.endIndex && Self.marks.contains(text[start]) ? text[start] : nil
            if mark != nil { start = text.index(after: start) }
            guard let close = text[start...].firstRange(of: mark == "{" ? "}}}" : "}}") else { throw Unclosed(line: line, column: column) }
            let inside = text[start..<close.lowerBound]
            tags.append(Tag(mark: mark, name: Self.trimmed(inside), line: line, column: column))
            for index in inside.indices where text[index].isNewline {
                line += 1
                lineStart = text.index(after: index)
            }
            position = close.upperBound
        }
    }

    struct Unclosed: Error {
        var line: Int
        var column: Int
    }

    private static let marks: Set<Character> = ["#", "/", "^", ">", "<", "$", "!", "%", "=", "{", "&"]

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
