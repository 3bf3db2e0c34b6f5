import TextAnalysis

/// The sentences of a document as trees, with their mentions in order.
struct DocumentMentions {
    let trees: [SentenceTree]
    var mentions: [Mention]
    private let byHead: [[Int: Int]]

    init(trees: [SentenceTree], mentions: [Mention]) {
        self.trees = trees
        self.mentions = mentions
        var byHead = [[Int: Int]](repeating: [:], count: trees.count)
        for (index, mention) in mentions.enumerated() { byHead[mention.sentence][mention.head] = index }
        self.byHead = byHead
    }

    func mention(_ sentence: Int, _ head: Int) -> Int? { byHead[sentence][head] }

    func tree(of mention: Int) -> SentenceTree { trees[mentions[mention].sentence] }

    /// The mention's possessor, if that is a mention.
    func possessor(of mention: Int) -> Int? {
        mentions[mention].possessor.flatMap { self.mention(mentions[mention].sentence, $0) }
    }

    /// Relation by which the mention's phrase hangs in its sentence; conjuncts share their first conjunct's.
    func role(of mention: Int) -> String {
        let tree = tree(of: mention)
        return tree.label(tree.firstConjunct(of: mentions[mention].head))
    }
}
