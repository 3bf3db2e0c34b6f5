public import Foundation

/// A news text as it was read, with what its source says about it.
public struct Article: Sendable, Hashable {
    /// The `id` of a JSON Lines document; for a file, its base name without extension.
    public var id: String
    /// Year, month and day of publication, from the header, metadata or dateline; nil when nothing says so.
    public var date: DateComponents?
    /// The headline; nil where the source has none.
    public var title: String?
    /// The document's own text as it was read: every span of every statement counts UTF-8 bytes of this.
    public var text: String
    /// UTF-8 byte ranges of `text` that hold the article: without a leading date line or dateline, which are not extracted from.
    /// In order and disjoint; a range never crosses a paragraph or block boundary.
    public var blocks: [Block]
    /// UTF-8 byte ranges of `text` inside blocks that are markup and not to be read, such as the address of a Markdown link. In order.
    public var markup: [Range<Int>]
    /// The publisher or agency, such as "Reuters".
    public var source: String?
    public var url: String?
    /// What was repaired or left out on the way, for the reader of the result: "not valid UTF-8, read as Windows-1252".
    public var warnings: [String]

    /// A paragraph, headline, list item or caption.
    public struct Block: Sendable, Hashable {
        public var range: Range<Int>
        public var kind: Kind

        public enum Kind: Sendable, Hashable {
            case headline, paragraph, listItem, caption
        }

        public init(range: Range<Int>, kind: Kind) {
            self.range = range
            self.kind = kind
        }
    }

    public init(
        id: String, date: DateComponents? = nil, title: String? = nil, text: String, blocks: [Block], markup: [Range<Int>] = [],
        source: String? = nil, url: String? = nil, warnings: [String] = []
    ) {
        self.id = id
        self.date = date
        self.title = title
        self.text = text
        self.blocks = blocks
        self.markup = markup
        self.source = source
        self.url = url
        self.warnings = warnings
    }
}

extension Article {
    /// An article from plain text in memory; a date line or dateline at its beginning gives the date.
    public init(id: String, plainText text: String) {
        self = PlainTextFormat.article(text: text, id: id)
    }
}
