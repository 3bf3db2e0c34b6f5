/// A paragraph, heading, list item or caption of a page, with what tells story from boilerplate.
struct PageBlock {
    var text: String
    var kind: Article.Block.Kind
    /// The element that holds it.
    var node: Int
    /// Where its text begins in the tree.
    var start = 0
    /// h1
    var isMainHeading = false
    /// Share of its characters that are links.
    var linkDensity: Double

    var isProse: Bool { kind != .headline && text.utf8.count >= 40 && linkDensity < 0.5 }

    /// Longer texts with more commas are likelier to be the story (Readability's measure).
    var weight: Double {
        guard isProse else { return 0 }
        let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
        return (1 + Double(commas) + min(Double(text.utf8.count) / 100, 3)) * (1 - linkDensity)
    }
}

/// Collects the blocks of a page, boilerplate elements left out.
struct PageBlockReader {
    private let tree: MarkupTree
    private let excluded: [Bool]
    private var blocks: [PageBlock] = []
    private var text: [UInt8] = []
    private var linkLength = 0
    private var owner = 0
    private var start = 0
    private var breaks = 0

    static func blocks(of tree: MarkupTree, excluded: [Bool]) -> [PageBlock] {
        var reader = PageBlockReader(tree: tree, excluded: excluded)
        reader.read()
        return reader.blocks
    }

    private init(tree: MarkupTree, excluded: [Bool]) {
        self.tree = tree
        self.excluded = excluded
    }

    private mutating func read() {
        /// Open elements that begin a block or a link, with the index after their last descendant.
        var open: [(node: Int, end: Int, isBlock: Bool)] = []
        var links = 0
        var index = 0
        while index < tree.nodes.count {
            while let last = open.last, last.end <= index {
                open.removeLast()
                if last.isBlock {
                    flush()
                    owner = open.last { $0.isBlock }?.node ?? 0
                } else {
                    links -= 1
                }
            }
            let node = tree.nodes[index]
            if excluded[index] {
                index = max(node.end, index + 1)
                continue
            }
            if node.isText {
                if text.isEmpty { start = index }
                append(node.text, isLink: links > 0)
            } else if node.name == "br" {
                breaks += 1
                if breaks == 2 { flush() } else { append(" ", isLink: false) }
            } else if node.name == "a" {
                open.append((index, node.end, false))
                links += 1
            } else if Self.blockElements.contains(node.name) {
                flush()
                owner = index
                open.append((index, node.end, true))
            }
            index += 1
        }
        flush()
    }

    private mutating func append(_ string: String, isLink: Bool) {
        for scalar in string.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = text.last, last != 32 { text.append(32) }
            } else {
                let before = text.count
                text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
                if isLink { linkLength += text.count - before }
                breaks = 0
            }
        }
    }

    private mutating func flush() {
        while text.last == 32 { text.removeLast() }
        if !text.isEmpty {
            let string = String(decoding: text, as: UTF8.self)
            blocks.append(
                PageBlock(
                    text: string, kind: kind(of: owner), node: owner, start: start, isMainHeading: tree.nodes[owner].name == "h1",
                    linkDensity: min(1, Double(linkLength) / Double(text.count))))
        }
        text.removeAll(keepingCapacity: true)
        linkLength = 0
        breaks = 0
    }

    private func kind(of node: Int) -> Article.Block.Kind {
        switch tree.nodes[node].name {
        case "h1", "h2", "h3", "h4", "h5", "h6": .headline
        case "li", "dt", "dd": .listItem
        case "figcaption", "caption": .caption
        // <li><p>…</p></li>
        case "p", "div": tree.nodes[node].parent >= 0 && tree.nodes[tree.nodes[node].parent].name == "li" ? .listItem : .paragraph
        default: .paragraph
        }
    }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol",
        "p",
        "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ]
}
