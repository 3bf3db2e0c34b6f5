/// Plain text: one file is one article.
///
/// The first line is the title where it reads like a headline and text follows it. A header (`date 2025-06-01 …`, `Date: …` lines), a date line, a byline and a dateline give the date and source and are left out of the blocks.
public struct PlainTextFormat: ArticleFormat {
    public let name = "text"
    public let fileExtensions = ["txt", "text"]

    public init() {}

    public func matches(beginning: ArraySlice<UInt8>) -> Bool { false }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        AnyIterator { () throws(NewsTextError) in
            let (text, warnings) = try document.text()
            return [Self.article(text: text, id: document.input.documentID, warnings: warnings)]
        }
    }

    static func article(text: String, id: String, warnings: [String] = []) -> Article {
        let bytes = Array(text.utf8)
        let header = Preamble.header(of: bytes)
        var article = Article(
            id: id, date: header.date, text: text, blocks: PlainTextBlocks.blocks(of: bytes, from: header.end), source: header.source,
            url: header.url, warnings: warnings)
        if let title = header.title, !title.isEmpty {
            article.title = String(decoding: bytes[title], as: UTF8.self)
            article.blocks.insert(Article.Block(range: title, kind: .headline), at: 0)
        }
        Preamble.remove(from: &article)
        if article.title == nil, article.blocks.count > 1, let first = article.blocks.first, first.kind == .headline {
            article.title = String(decoding: bytes[first.range], as: UTF8.self)
        }
        return article
    }
}
