/// Elements and texts of a page or feed in document order: the descendants of node `i` are the nodes `i + 1 ..< end`.
struct MarkupTree {
    struct Node {
        /// In lower case, with its prefix as written; empty for text.
        var name: String
        var attributes: [(name: String, value: String)] = []
        /// -1 for the root.
        var parent: Int
        /// Index after its last descendant.
        var end = 0
        var text = ""

        var isText: Bool { name.isEmpty }

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
    }

    var nodes: [Node]

    /// Indices of the elements of this name below `root`, in document order.
    func elements(named name: String, below root: Int? = nil) -> [Int] {
        descendants(of: root).filter { nodes[$0].name == name }
    }

    func descendants(of root: Int?) -> Range<Int> {
        root.map { $0 + 1..<nodes[$0].end } ?? 0..<nodes.count
    }

    /// Direct child elements.
    func children(of parent: Int) -> [Int] {
        var children: [Int] = []
        var index = parent + 1
        while index < nodes[parent].end {
            if !nodes[index].isText { children.append(index) }
            index = max(nodes[index].end, index + 1)
        }
        return children
    }

    /// All text below, white space collapsed.
    func text(of root: Int) -> String {
        let raw = descendants(of: root).lazy.filter { nodes[$0].isText }.map { nodes[$0].text }.joined(separator: "")
        return raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// All text below, as it is.
    func rawText(of root: Int) -> String {
        descendants(of: root).lazy.filter { nodes[$0].isText }.map { nodes[$0].text }.joined(separator: "")
    }
}
