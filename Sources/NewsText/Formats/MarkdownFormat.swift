/// Markdown (CommonMark's blocks and links): one file is one article.
///
/// Spans count bytes of the file. Headings, list items and paragraphs are blocks; code, tables, comments and front matter are left out, and the signs of
/// emphasis and links, with the links' addresses, are in ``Article/markup``. Front matter gives title, date, source and url.
public struct MarkdownFormat: ArticleFormat {
    public let name = "markdown"
    public let fileExtensions = ["md", "markdown", "mdown"]

    public init() {}

    /// Front matter or a heading at the start.
    public func matches(beginning: ArraySlice<UInt8>) -> Bool {
        let start = beginning.drop { $0 <= 32 }
        if start.starts(with: "---\n".utf8) {
            return start.dropFirst(4).starts(with: "title:".utf8) || start.dropFirst(4).starts(with: "date:".utf8)
        }
        let hashes = start.prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(hashes) && start.dropFirst(hashes).first == 32
    }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        AnyIterator { () throws(NewsTextError) in
            let (text, warnings) = try document.text()
            return [Self.article(text: text, id: document.input.documentID, warnings: warnings)]
        }
    }

    static func article(text: String, id: String, warnings: [String] = []) -> Article {
        let bytes = Array(text.utf8)
        let front = frontMatter(of: bytes)
        let header = Preamble.header(of: Array(bytes[front.content]))
        // Fields without front matter are a header as in plain text.
        let start = front.end > 0 ? front.end : header.end
        var blocks = MarkdownBlocks(bytes: bytes)
        blocks.read(from: start)
        var article = Article(
            id: id, date: header.date, text: text, blocks: blocks.blocks, markup: MarkdownInline.markup(in: bytes, blocks: blocks.blocks),
            source: header.source.map(unquoted), url: header.url.map(unquoted), warnings: warnings)
        let offset = front.content.lowerBound
        if let title = header.title {
            article.title = unquoted(String(decoding: bytes[(title.lowerBound + offset)..<(title.upperBound + offset)], as: UTF8.self))
        } else if let first = article.blocks.first, first.kind == .headline {
            article.title = visible(first.range, of: article, bytes: bytes)
        }
        Preamble.remove(from: &article)
        return article
    }

    /// The lines between two `---` at the start.
    private static func frontMatter(of bytes: [UInt8]) -> (content: Range<Int>, end: Int) {
        let whole = (0..<bytes.count, 0)
        guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return whole }
        let start = (bytes.firstIndex(of: 10) ?? 0) + 1
        var line = start
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 10) ?? bytes.count
            let content = bytes[line..<end].filter { $0 > 32 }
            if content == Array("---".utf8) { return (start..<line, min(end + 1, bytes.count)) }
            line = end + 1
        }
        return whole
    }

    private static func unquoted(_ text: String) -> String {
        guard let first = text.first, first == "\"" || first == "'", text.last == first, text.count > 1 else { return text }
        return String(text.dropFirst().dropLast())
    }

    private static func visible(_ range: Range<Int>, of article: Article, bytes: [UInt8]) -> String {
        var visible: [UInt8] = []
        var position = range.lowerBound
        for markup in article.markup where range.contains(markup.lowerBound) {
            visible += bytes[position..<markup.lowerBound]
            position = markup.upperBound
        }
        return String(decoding: visible + bytes[position..<range.upperBound], as: UTF8.self)
    }
}
