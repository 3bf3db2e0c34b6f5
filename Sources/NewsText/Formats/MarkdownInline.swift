/// Finds what is markup inside Markdown blocks: emphasis signs, link brackets with their addresses, images, code marks, tags, escapes.
enum MarkdownInline {
    /// Markup ranges of all blocks, in order.
    static func markup(in bytes: [UInt8], blocks: [Article.Block]) -> [Range<Int>] {
        blocks.flatMap { markup(in: bytes, block: $0.range) }
    }

    private static func markup(in bytes: [UInt8], block: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = block.lowerBound
        /// Where an opened link's `]` and address stand.
        var pendingLinks: [Int: Range<Int>] = [:]
        while position < block.upperBound {
            if let tail = pendingLinks.removeValue(forKey: position) {
                found.append(tail)
                position = tail.upperBound
                continue
            }
            switch bytes[position] {
            case UInt8(ascii: "\\") where position + 1 < block.upperBound && isPunctuation(bytes[position + 1]):
                found.append(position..<position + 1)
                position += 2
            case UInt8(ascii: "!") where position + 1 < block.upperBound && bytes[position + 1] == UInt8(ascii: "["):
                let tail = link(at: position + 1, in: bytes, limit: block.upperBound)
                let end = tail?.upperBound ?? position + 1
                // A picture's description is not part of the sentence.
                if tail != nil { found.append(position..<end) }
                position = end
            case UInt8(ascii: "["):
                if let tail = link(at: position, in: bytes, limit: block.upperBound) {
                    found.append(position..<position + 1)
                    pendingLinks[tail.lowerBound] = tail
                }
                position += 1
            case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"):
                let end = runEnd(at: position, in: bytes, limit: block.upperBound)
                if isEmphasis(position..<end, in: bytes, block: block) { found.append(position..<end) }
                position = end
            case UInt8(ascii: "_"):
                let end = runEnd(at: position, in: bytes, limit: block.upperBound)
                let isInside = position > block.lowerBound && isWord(bytes[position - 1]) && end < block.upperBound && isWord(bytes[end])
                if !isInside, isEmphasis(position..<end, in: bytes, block: block) { found.append(position..<end) }
                position = end
            case UInt8(ascii: "<"):
                let end = tagEnd(at: position, in: bytes, limit: block.upperBound)
                if let end { found.append(position..<end) }
                position = end ?? position + 1
            case UInt8(ascii: "\n"):
                // The ">" of a quotation that goes on.
                let next = bytes[(position + 1)..<block.upperBound].firstIndex { $0 > 32 && $0 != UInt8(ascii: ">") } ?? block.upperBound
                if bytes[position..<next].contains(UInt8(ascii: ">")) { found.append(position + 1..<next) }
                position = next
            default: position += 1
            }
        }
        return found
    }

    /// `](address)` or `][label]` of the link whose `[` is at `start`. The look-ahead is bounded, so hostile brackets cost linear time.
    private static func link(at start: Int, in bytes: [UInt8], limit: Int) -> Range<Int>? {
        var depth = 0
        var close = start
        let bound = min(limit, start + 512)
        while close < bound {
            if bytes[close] == UInt8(ascii: "[") { depth += 1 }
            if bytes[close] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { break }
            }
            close += 1
        }
        guard close + 1 < bound else { return nil }
        let opener = bytes[close + 1]
        guard opener == UInt8(ascii: "(") || opener == UInt8(ascii: "[") else { return nil }
        let closer: UInt8 = opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var nesting = 0
        for index in close + 1..<min(limit, close + 2048) {
            if bytes[index] == opener { nesting += 1 }
            if bytes[index] == closer { nesting -= 1 }
            if nesting == 0 { return close..<index + 1 }
        }
        return nil
    }

    /// A sign between spaces, as in "2 * 3", is text.
    private static func isEmphasis(_ run: Range<Int>, in bytes: [UInt8], block: Range<Int>) -> Bool {
        let before = run.lowerBound > block.lowerBound ? bytes[run.lowerBound - 1] : 32
        let after = run.upperBound < block.upperBound ? bytes[run.upperBound] : 32
        if bytes[run.lowerBound] == UInt8(ascii: "~"), run.count != 2 { return false }
        return before > 32 || after > 32
    }

    private static func runEnd(at start: Int, in bytes: [UInt8], limit: Int) -> Int {
        bytes[start..<limit].firstIndex { $0 != bytes[start] } ?? limit
    }

    /// `<b>`, `</b>` or `<https://…>`.
    private static func tagEnd(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
        guard start + 2 < limit, (97...122).contains(bytes[start + 1] | 0x20) || bytes[start + 1] == UInt8(ascii: "/") else { return nil }
        let bound = min(limit, start + 1024)
        return bytes[start..<bound].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte) || (123...126).contains(byte)
    }
}
