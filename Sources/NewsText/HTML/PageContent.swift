/// Takes the story out of a page: its paragraphs, without menus, teasers, comments and banners.
///
/// Boilerplate elements go first (``Boilerplate``); then, from the top, the walk goes down to the element that still holds most of the weighed prose
/// (the measure of Arc90's Readability), and its blocks are the story.
enum PageContent {
    /// A child must hold this share of its parent's prose to be gone down to.
    private static let share = 0.75

    static func blocks(of tree: MarkupTree, title: String?) -> [PageBlock] {
        let excluded = Boilerplate.elements(of: tree)
        let all = PageBlockReader.blocks(of: tree, excluded: excluded)
        let root = storyRoot(of: tree, blocks: all)
        var blocks = all.filter { $0.start >= root && $0.start < tree.nodes[root].end }
        if let heading = blocks.lastIndex(where: { $0.isMainHeading || isTitle($0, title) }), blocks[..<heading].allSatisfy({ !$0.isProse })
        {
            blocks.removeSubrange(...heading)
        }
        blocks.removeAll { isNoise($0) || isTitle($0, title) }
        return withoutIdleHeadings(blocks)
    }

    private static func storyRoot(of tree: MarkupTree, blocks: [PageBlock]) -> Int {
        guard !tree.nodes.isEmpty else { return 0 }
        var weights = [Double](repeating: 0, count: tree.nodes.count)
        for block in blocks { weights[block.node] += block.weight }
        for index in tree.nodes.indices.reversed() where tree.nodes[index].parent >= 0 {
            weights[tree.nodes[index].parent] += weights[index]
        }
        // Marked as the story by the page itself, and not a list of teasers.
        let marked = tree.nodes.indices.filter { tree.nodes[$0].name == "article" || tree.nodes[$0]["itemprop"] == "articleBody" }
        if let best = marked.max(by: { weights[$0] < weights[$1] }), weights[best] >= weights[0] / 2, weights[best] > 0 { return best }
        var root = 0
        while let next = tree.children(of: root).first(where: { weights[$0] > 0 && weights[$0] >= share * weights[root] }) {
            // A lone paragraph is not a story: its siblings belong to it.
            if tree.nodes[next].name == "p" { break }
            root = next
        }
        return root
    }

    private static func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
        guard let title, block.text.utf8.count < 400 else { return false }
        return block.text.lowercased() == title.lowercased()
    }

    private static func isNoise(_ block: PageBlock) -> Bool {
        if block.linkDensity > 0.6 { return true }
        if Boilerplate.isFiller(block.text) { return true }
        // Buttons, labels, counters.
        let words = block.text.split(separator: " ").count
        return block.kind == .paragraph && words < 3 && !(block.text.last.map { ".!?”\"".contains($0) } ?? false)
    }

    /// A heading with nothing below it announced something that has been left out.
    private static func withoutIdleHeadings(_ blocks: [PageBlock]) -> [PageBlock] {
        blocks.indices.filter { index in
            blocks[index].kind != .headline || (index + 1 < blocks.count && blocks[index + 1].kind != .headline)
        }.map { blocks[$0] }
    }
}
