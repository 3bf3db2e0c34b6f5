import TextAnalysis

/// The sentences of a document as trees, with their mentions in order.
struct DocumentMentions {
    let trees: [SentenceTree]
    var mentions: [Mention]
    private let byHead: [[Int: Int]]
    /// Index of the first mention of each sentence, and at the end the number of mentions.
    private let starts: [Int]

    init(trees: [SentenceTree], mentions: [Mention]) {
        self.trees = trees
        self.mentions = mentions
        var byHead = [[Int: Int]](repeating: [:], count: trees.count)
        var starts = [Int](repeating: 0, count: trees.count + 1)
        for (index, mention) in mentions.enumerated() {
            byHead[mention.sentence][mention.head] = index
            starts[mention.sentence + 1] = index + 1
        }
        self.byHead = byHead
        for sentence in trees.indices { starts[sentence + 1] = max(starts[sentence + 1], starts[sentence]) }
        self.starts = starts
    }

    func mention(_ sentence: Int, _ head: Int) -> Int? { byHead[sentence][head] }

    /// The mentions of a sentence.
    func indices(inSentence sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

    /// The first mention of a sentence.
    func first(inSentence sentence: Int) -> Int? { indices(inSentence: sentence).first }

    /// How far below the sentence's root the mention stands.
    func depth(of mention: Int) -> Int {
        let tree = tree(of: mention)
        var depth = 0
        var current = mentions[mention].head
        while depth < 8, let head = tree.head(of: current) {
            depth += 1
            current = head
        }
        return depth
    }

    func tree(of mention: Int) -> SentenceTree { trees[mentions[mention].sentence] }

    /// The mention's possessor, if that is a mention.
    func possessor(of mention: Int) -> Int? {
        mentions[mention].possessor.flatMap { self.mention(mentions[mention].sentence, $0) }
    }

    /// Relation by which the mention's phrase hangs in its sentence.
    func role(of mention: Int) -> String { tree(of: mention).label(anchor(of: mention)) }

    /// The word by which the mention hangs in its sentence: its first conjunct's head, and for appositions that of what they stand beside.
    func anchor(of mention: Int) -> Int {
        let tree = tree(of: mention)
        var head = tree.firstConjunct(of: mentions[mention].head)
        for _ in 0..<4 {
            guard tree.main(head) == "appos", let above = tree.head(of: head) else { break }
            head = tree.firstConjunct(of: above)
        }
        return head
    }
}
