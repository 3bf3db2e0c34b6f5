/// Paragraphs, headlines and list items of plain text.
///
/// Blank lines separate blocks. A line break inside a paragraph is a space when the text is hard-wrapped, that is when the next word would not have fitted
/// on the line; otherwise every line is a block of its own, as in texts pasted from a page.
struct PlainTextBlocks {
    /// Lines of hard-wrapped text are at most this wide.
    private static let maximumWidth = 120

    private struct Line {
        /// Without surrounding white space; empty for a blank line.
        var content: Range<Int>
        var indent: Int
        var firstWord: Int
        var isItem: Bool
    }

    private let bytes: [UInt8]
    private let lines: [Line]
    /// The column at which the text is wrapped; nil if it is not.
    private let wrapWidth: Int?

    /// The blocks of `bytes[start...]`.
    static func blocks(of bytes: [UInt8], from start: Int) -> [Article.Block] {
        PlainTextBlocks(bytes: bytes, from: start).blocks()
    }

    private init(bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        var lines: [Line] = []
        var position = start
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
            lines.append(Self.line(of: bytes, in: position..<end))
            position = end + 1
        }
        self.lines = lines
        let widths = lines.lazy.filter { !$0.content.isEmpty }.map { $0.content.count + $0.indent }
        let widest = widths.max() ?? 0
        let long = widths.count { $0 * 10 >= widest * 7 }
        wrapWidth = widest <= Self.maximumWidth && widest >= 40 && long > 1 ? widest : nil
    }

    private func blocks() -> [Article.Block] {
        var blocks: [Article.Block] = []
        var first: Int?
        for index in lines.indices {
            if lines[index].content.isEmpty {
                close(upTo: index)
            } else if let start = first, !continues(index - 1, start: start) {
                close(upTo: index)
                first = index
            } else if first == nil {
                first = index
            }
        }
        close(upTo: lines.count)
        return blocks

        func close(upTo end: Int) {
            guard let start = first else { return }
            let range = lines[start].content.lowerBound..<lines[end - 1].content.upperBound
            blocks.append(Article.Block(range: range, kind: kind(of: range, isItem: lines[start].isItem, lineCount: end - start)))
            first = nil
        }
    }

    /// Whether the line after `index` continues the paragraph.
    private func continues(_ index: Int, start: Int) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if next.isItem { return false }
        // An indented first line begins a paragraph.
        if next.indent > line.indent, next.indent >= 2, !lines[start].isItem { return false }
        let last = bytes[line.content.upperBound - 1]
        let startsLower = (97...122).contains(bytes[next.content.lowerBound])
        if let wrapWidth {
            return line.content.count + line.indent + 1 + next.firstWord > wrapWidth || (startsLower && !".!?".utf8.contains(last))
        }
        return startsLower && !".!?:\"".utf8.contains(last)
    }

    private func kind(of range: Range<Int>, isItem: Bool, lineCount: Int) -> Article.Block.Kind {
        if isItem { return .listItem }
        return lineCount <= 2 && range.count <= 160 && Self.isHeadline(bytes[range]) ? .headline : .paragraph
    }

    /// No stop at the end, also not before a closing quote.
    static func isHeadline(_ content: ArraySlice<UInt8>) -> Bool {
        let end = content.reversed().prefix(4).drop { "\"')]".utf8.contains($0) || $0 >= 0x80 }
        return !(end.first.map { ".!?:;,".utf8.contains($0) } ?? true)
    }

    private static func line(of bytes: [UInt8], in range: Range<Int>) -> Line {
        guard let first = bytes[range].firstIndex(where: { $0 > 32 }), let last = bytes[range].lastIndex(where: { $0 > 32 }) else {
            return Line(content: range.lowerBound..<range.lowerBound, indent: 0, firstWord: 0, isItem: false)
        }
        var start = first
        if let marker = itemMarker(bytes[first...last]) { start += marker }
        let word = bytes[start...last].firstIndex { $0 <= 32 } ?? last + 1
        return Line(content: start..<last + 1, indent: first - range.lowerBound, firstWord: word - start, isItem: start > first)
    }

    /// The length of "- ", "* ", "• " or "3) " in front of an item.
    private static func itemMarker(_ line: ArraySlice<UInt8>) -> Int? {
        let start = line.startIndex
        for marker in ["- ", "* ", "+ ", "• ", "– ", "· ", "▪ ", "◦ ", "‣ ", "● "] where line.starts(with: marker.utf8) {
            let length = marker.utf8.count
            return line.count > length ? length : nil
        }
        let digits = line.prefix { (48...57).contains($0) }.count
        guard (1...2).contains(digits), line.count > digits + 2, line[start + digits] == UInt8(ascii: ")"), line[start + digits + 1] == 32
        else {
            return nil
        }
        return digits + 2
    }
}
