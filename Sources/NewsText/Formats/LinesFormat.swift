/// One sentence a line, as benchmarks have them: the file is one article, every line a block.
///
/// Nothing is left out: a line may well begin like a dateline.
public struct LinesFormat: ArticleFormat {
    public let name = "lines"
    public let fileExtensions = ["lines"]

    public init() {}

    public func matches(beginning: ArraySlice<UInt8>) -> Bool { false }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        AnyIterator { () throws(NewsTextError) in
            let (text, warnings) = try document.text()
            let bytes = Array(text.utf8)
            var blocks: [Article.Block] = []
            var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
                let last = bytes[start..<end].lastIndex { $0 > 32 }
                if let last { blocks.append(Article.Block(range: start..<last + 1, kind: .paragraph)) }
                start = end + 1
            }
            return [Article(id: document.input.documentID, text: text, blocks: blocks, warnings: warnings)]
        }
    }
}
