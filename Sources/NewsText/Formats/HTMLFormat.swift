import Foundation

/// A news page: the article is taken out of it.
///
/// The document's own text is the extracted text, the title first, paragraphs separated by empty lines; spans count its bytes.
public struct HTMLFormat: ArticleFormat {
    public let name = "html"
    public let fileExtensions = ["html", "htm", "xhtml", "shtml"]

    public init() {}

    public func matches(beginning: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: beginning.prefix(1024), as: UTF8.self).lowercased()
        guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<") else { return false }
        return ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<main"].contains {
            start.contains($0)
        }
    }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        AnyIterator { () throws(NewsTextError) in
            [Self.article(page: try document.bytes(), id: document.input.documentID)]
        }
    }

    static func article(page: [UInt8], id: String) -> Article {
        let (encoding, warning) = encoding(of: page)
        let tree = MarkupParser.tree(of: page, dialect: .html, encoding: encoding)
        let metadata = PageMetadata(of: tree)
        var article = article(title: metadata.title, blocks: PageContent.blocks(of: tree, title: metadata.title), id: id)
        if let body = metadata.body, article.text.utf8.count < body.utf8.count / 2 {
            let lines = body.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            let paragraphs = lines.filter { !$0.isEmpty }.map { PageBlock(text: $0, kind: .paragraph, node: 0, linkDensity: 0) }
            article = Self.article(title: metadata.title, blocks: paragraphs, id: id)
        }
        article.date = metadata.date
        article.source = metadata.source
        article.url = metadata.url
        article.warnings = warning.map { [$0] } ?? []
        Preamble.remove(from: &article)
        return article
    }

    /// An article whose own text is the title and the blocks.
    static func article(title: String?, blocks: [PageBlock], id: String) -> Article {
        var article = Article(id: id, title: title, text: "", blocks: [])
        var text = ""
        func append(_ paragraph: String, _ kind: Article.Block.Kind) {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += paragraph
            article.blocks.append(Article.Block(range: start..<text.utf8.count, kind: kind))
        }
        if let title { append(title, .headline) }
        for block in blocks { append(block.text, block.kind) }
        article.text = text
        return article
    }

    /// UTF-8 where the bytes are, whatever the page declares; else what it declares; else Windows-1252, as browsers do.
    private static func encoding(of page: [UInt8]) -> (name: String?, warning: String?) {
        if page.starts(with: [0xFF, 0xFE]) || page.starts(with: [0xFE, 0xFF]) { return ("UTF-16", nil) }
        if String(validating: page, as: UTF8.self) != nil { return ("UTF-8", nil) }
        let declared = declaredEncoding(of: page)
        let decoding = TextDecoding.text(of: page)
        switch declared?.lowercased() {
        case nil, "utf-8", "utf8": break
        // Browsers read all of these as Windows-1252.
        case "iso-8859-1", "latin1", "us-ascii", "ascii": return ("windows-1252", nil)
        case let name?: return (name, nil)
        }
        let isWindows = decoding.warning?.contains("1252") ?? false
        return (isWindows ? "windows-1252" : "UTF-8", decoding.warning)
    }

    private static func declaredEncoding(of page: [UInt8]) -> String? {
        let head = String(decoding: page.prefix(4096), as: UTF8.self).lowercased()
        guard let start = head.range(of: "charset=") else { return nil }
        let name = head[start.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix {
            $0.isLetter || $0.isNumber || "-_:".contains($0)
        }
        return name.isEmpty ? nil : String(name)
    }
}
