/// RSS 0.9–2.0, RSS 1.0 and Atom 1.0: every item is an article.
///
/// The text of an item is its title and its content, or else its summary, taken out of HTML; spans count bytes of that text. Its id is the file's with the
/// item's number.
public struct FeedFormat: ArticleFormat {
    public let name = "feed"
    public let fileExtensions = ["rss", "atom", "rdf", "xml"]

    public init() {}

    public func matches(beginning: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: beginning.prefix(2048), as: UTF8.self).lowercased()
        return ["<rss", "<feed", "<rdf:rdf"].contains { start.contains($0) }
    }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        AnyIterator { () throws(NewsTextError) in
            Self.articles(feed: try document.bytes(), id: document.input.documentID)
        }
    }

    static func articles(feed: [UInt8], id: String) -> [Article] {
        let decoded = TextDecoding.text(of: feed)
        // A declared encoding other than UTF-8 is libxml2's to read.
        let isUTF8 = decoded.warning == nil
        let tree = MarkupParser.tree(of: feed, dialect: .xml, encoding: isUTF8 ? "UTF-8" : nil)
        let source = ["channel", "feed"].lazy.compactMap { tree.elements(named: $0).first }.first.flatMap {
            field(["title"], of: $0, in: tree)
        }
        let items = tree.nodes.indices.filter { tree.nodes[$0].name == "item" || tree.nodes[$0].name == "entry" }
        return items.enumerated().map { number, item in
            var article = article(of: item, in: tree, id: "\(id)-\(number + 1)")
            article.source = field(["dc:publisher", "source"], of: item, in: tree) ?? source.map(plain)
            return article
        }
    }

    private static func article(of item: Int, in tree: MarkupTree, id: String) -> Article {
        let title = field(["title", "media:title"], of: item, in: tree).map(plain)
        let markup = field(["content:encoded", "content", "description", "summary", "media:description"], of: item, in: tree) ?? ""
        // Plain text is HTML as well; the wrapping keeps it one paragraph.
        let page = MarkupParser.tree(of: Array("<div>\(markup)</div>".utf8), dialect: .html, encoding: "UTF-8")
        let blocks = PageBlockReader.blocks(of: page, excluded: Boilerplate.elements(of: page)).filter {
            $0.linkDensity < 0.9 && !Boilerplate.isFiller($0.text)
        }
        var article = HTMLFormat.article(title: title, blocks: blocks, id: id)
        article.date =
            ["pubdate", "published", "dc:date", "updated", "date"].lazy
            .compactMap { field([$0], of: item, in: tree) }.compactMap { DateScanner.date(in: $0) }.first
        article.url = link(of: item, in: tree)
        Preamble.remove(from: &article)
        return article
    }

    /// The text of the first child of one of these names, in their order.
    private static func field(_ names: [String], of parent: Int, in tree: MarkupTree) -> String? {
        let children = tree.children(of: parent)
        for name in names {
            guard let child = children.first(where: { tree.nodes[$0].name == name }) else { continue }
            let text = tree.rawText(of: child)
            if text.contains(where: { !$0.isWhitespace }) { return text }
        }
        return nil
    }

    private static func link(of item: Int, in tree: MarkupTree) -> String? {
        for child in tree.children(of: item) where tree.nodes[child].name == "link" {
            if let address = tree.nodes[child]["href"], tree.nodes[child]["rel"] ?? "alternate" == "alternate" { return address }
            let text = tree.text(of: child)
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// Titles may hold entities and tags.
    private static func plain(_ text: String) -> String {
        let tree = MarkupParser.tree(of: Array("<div>\(text)</div>".utf8), dialect: .html, encoding: "UTF-8")
        return tree.nodes.isEmpty ? text : tree.text(of: 0)
    }
}
