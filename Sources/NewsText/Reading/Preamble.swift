import Foundation

/// What stands in front of a story and is not told by it: header lines, a date line, the byline, the dateline.
///
/// Each gives its date or source to the article and is left out of the blocks.
enum Preamble {
    /// How many blocks at the front are looked at.
    private static let depth = 6

    /// Takes date lines, the byline and the dateline out of the article's blocks.
    static func remove(from article: inout Article) {
        let bytes = Array(article.text.utf8)
        var index = 0
        while index < min(article.blocks.count, depth) {
            let block = article.blocks[index]
            let content = bytes[block.range]
            if let date = wholeDate(content) {
                if article.date == nil { article.date = date.components }
                article.blocks.remove(at: index)
                continue
            }
            if isByline(content) {
                article.blocks.remove(at: index)
                continue
            }
            if block.kind == .paragraph || block.kind == .headline, let dateline = Dateline.leading(content) {
                if article.date == nil { article.date = dateline.date?.components }
                if article.source == nil { article.source = dateline.agency }
                article.blocks[index].range = (block.range.lowerBound + dateline.length)..<block.range.upperBound
                article.blocks[index].kind = .paragraph
                return
            }
            // A story that runs on has no dateline any more.
            if block.kind == .paragraph, content.count > 200 { return }
            index += 1
        }
    }

    /// Header fields at the very start of a plain text, and where the text behind them begins.
    struct Header {
        var date: DateComponents?
        var source: String?
        var url: String?
        /// Bytes of the headline in the header.
        var title: Range<Int>?
        var end = 0
    }

    /// "date 2025-06-01 Text goes on", or lines such as "Date: 1 June 2025", "Title: …", "Source: …".
    static func header(of bytes: [UInt8]) -> Header {
        var header = Header()
        var position = skipSpace(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        header.end = position
        if let end = inlineDate(bytes, at: position, into: &header) {
            header.end = skipSpace(bytes, from: end)
            // More fields may follow on lines of their own.
            guard bytes[end..<header.end].contains(10) else { return header }
            position = header.end
        }
        while position < bytes.count {
            let lineEnd = bytes[position...].firstIndex(of: 10) ?? bytes.count
            guard let colon = bytes[position..<min(lineEnd, position + 16)].firstIndex(of: UInt8(ascii: ":")) else { break }
            let field = String(decoding: bytes[position..<colon], as: UTF8.self).lowercased()
            let valueStart = skipBlanks(bytes, from: colon + 1, to: lineEnd)
            guard read(field: field, value: valueStart..<trimmedEnd(bytes, from: valueStart, to: lineEnd), of: bytes, into: &header) else {
                break
            }
            position = min(lineEnd + 1, bytes.count)
            header.end = position
        }
        return header
    }

    private static func inlineDate(_ bytes: [UInt8], at start: Int, into header: inout Header) -> Int? {
        let rest = bytes[start...]
        guard rest.count > 5, rest.prefix(4).map({ $0 | 0x20 }) == Array("date".utf8) else { return nil }
        let value = rest.dropFirst(4).drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ":") }
        guard value.startIndex > start + 4, let found = DateScanner.date(at: value), let date = found.components else { return nil }
        header.date = date
        // A time behind the date: "2025-06-01T10:00:00Z".
        let time = bytes[found.end...].first == UInt8(ascii: "T") ? bytes[found.end...].firstIndex { $0 <= 32 } ?? bytes.count : found.end
        return time
    }

    private static func read(field: String, value: Range<Int>, of bytes: [UInt8], into header: inout Header) -> Bool {
        let text = String(decoding: bytes[value], as: UTF8.self)
        switch field {
        case "date", "published", "updated", "dateline", "publication date":
            guard let date = DateScanner.date(in: text) else { return false }
            header.date = header.date ?? date
        case "title", "headline", "subject": header.title = header.title ?? value
        case "source", "publisher", "agency": header.source = header.source ?? text
        case "url", "link": header.url = header.url ?? text
        case "author", "byline", "by", "id", "language": break
        default: return false
        }
        return true
    }

    private static func wholeDate(_ content: ArraySlice<UInt8>) -> DateScanner.Found? {
        guard content.count < 64 else { return nil }
        var content = content.drop { $0 <= 32 }
        for label in ["published:", "published on ", "published ", "updated:", "updated ", "posted on ", "posted ", "date:", "date "] {
            let prefix = content.prefix(label.utf8.count).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
            if prefix == Array(label.utf8) {
                content = content.dropFirst(label.utf8.count).drop { $0 <= 32 }
                break
            }
        }
        guard let found = DateScanner.date(at: content), found.year != nil else { return nil }
        // Nothing but a time may follow.
        let rest = String(decoding: content[found.end...], as: UTF8.self).lowercased()
        let words = rest.split { !$0.isLetter }
        let known: Set<Substring> = [
            "at", "am", "pm", "gmt", "utc", "bst", "est", "edt", "cet", "cest", "t", "z", "a", "p", "m", "et", "local", "time",
        ]
        return words.allSatisfy(known.contains) ? found : nil
    }

    /// "By Jane Roe and John Doe, Agency" on a line of its own.
    private static func isByline(_ content: ArraySlice<UInt8>) -> Bool {
        guard content.count < 120, content.last.map({ !".!?".utf8.contains($0) }) ?? false else { return false }
        let words = String(decoding: content, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard (3...12).contains(words.count), words[0].lowercased() == "by" else { return false }
        return words.dropFirst().allSatisfy { word in
            word.first?.isUppercase ?? false
                || ["and", "in", "for", "at", "|", "-", "–", "de", "van", "von", "bin", "al"].contains(String(word))
        }
    }

    private static func skipSpace(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex { $0 > 32 } ?? bytes.count
    }

    private static func skipBlanks(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes[start..<end].firstIndex { $0 > 32 } ?? end
    }

    private static func trimmedEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        (bytes[start..<end].lastIndex { $0 > 32 } ?? start - 1) + 1
    }
}
