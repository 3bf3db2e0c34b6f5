/// The block structure of a Markdown text (CommonMark 0.31, sections 4 and 5), as far as text extraction needs it.
struct MarkdownBlocks {
    private let bytes: [UInt8]
    private(set) var blocks: [Article.Block] = []
    private var open: (range: Range<Int>, kind: Article.Block.Kind)?

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read(from start: Int) {
        var position = start
        var fence: ArraySlice<UInt8>?
        var isInComment = false
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
            let line = trimmed(position..<end)
            let content = bytes[line]
            position = end + 1
            if let mark = fence {
                if content.starts(with: mark) { fence = nil }
            } else if isInComment {
                isInComment = !contains(content, "-->")
            } else if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) {
                close()
                fence = content.prefix(3)
            } else if content.starts(with: "<!--".utf8) {
                close()
                isInComment = !contains(content, "-->")
            } else {
                readLine(line)
            }
        }
        close()
    }

    private mutating func readLine(_ line: Range<Int>) {
        var line = line
        while bytes[line].first == UInt8(ascii: ">") { line = trimmed(line.lowerBound + 1..<line.upperBound) }
        let content = bytes[line]
        guard let first = content.first else { return close() }
        if isUnderline(content) {
            if let paragraph = open, paragraph.kind == .paragraph, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") {
                open = (paragraph.range, .headline)
            }
            return close()
        }
        // Tables, reference definitions, HTML blocks.
        if first == UInt8(ascii: "|") || isDefinition(content) || (first == UInt8(ascii: "<") && isTag(content)) { return close() }
        let hashes = content.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(hashes), content.count > hashes, content[line.lowerBound + hashes] == 32 {
            close()
            let heading = content.dropFirst(hashes)
            let bare = heading.lastIndex { $0 != UInt8(ascii: "#") && $0 > 32 } ?? heading.startIndex
            let range = trimmed(line.lowerBound + hashes..<bare + 1)
            if !range.isEmpty { blocks.append(Article.Block(range: range, kind: .headline)) }
        } else if let marker = itemMarker(content) {
            close()
            let range = trimmed(line.lowerBound + marker..<line.upperBound)
            if !range.isEmpty { open = (range, .listItem) }
        } else if let paragraph = open {
            open = (paragraph.range.lowerBound..<line.upperBound, paragraph.kind)
        } else {
            open = (line, .paragraph)
        }
    }

    private mutating func close() {
        if let open { blocks.append(Article.Block(range: open.range, kind: open.kind)) }
        open = nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = bytes[range].firstIndex(where: { $0 > 32 }), let last = bytes[range].lastIndex(where: { $0 > 32 }) else {
            return range.lowerBound..<range.lowerBound
        }
        return first..<last + 1
    }

    /// A thematic break or the line under a heading: only -, =, * or _.
    private func isUnderline(_ content: ArraySlice<UInt8>) -> Bool {
        guard let first = content.first, "-=*_".utf8.contains(first) else { return false }
        return content.count >= 2 && content.allSatisfy { $0 == first || $0 == 32 }
    }

    private func isDefinition(_ content: ArraySlice<UInt8>) -> Bool {
        guard content.first == UInt8(ascii: "["), let close = content.firstIndex(of: UInt8(ascii: "]")) else { return false }
        return content[(close + 1)...].first == UInt8(ascii: ":")
    }

    private func isTag(_ content: ArraySlice<UInt8>) -> Bool {
        guard let second = content.dropFirst().first else { return false }
        return (97...122).contains(second | 0x20) && !content.starts(with: "<http".utf8) || second == UInt8(ascii: "/")
    }

    private func itemMarker(_ content: ArraySlice<UInt8>) -> Int? {
        guard let first = content.first, content.count > 2 else { return nil }
        if "-*+".utf8.contains(first), content.dropFirst().first == 32 { return 2 }
        let digits = content.prefix { (48...57).contains($0) }.count
        guard (1...9).contains(digits), content.count > digits + 2 else { return nil }
        let rest = content.dropFirst(digits)
        guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), rest.dropFirst().first == 32 else {
            return nil
        }
        return digits + 2
    }

    private func contains(_ content: ArraySlice<UInt8>, _ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        guard content.count >= mark.count else { return false }
        return content.indices.dropLast(mark.count - 1).contains { content[$0...].starts(with: mark) }
    }
}
