/// The tree of a stretch of words, counted from its start.
struct WindowTree {
    let tokens: [Token]
    let offset: Int
    /// Nil for words whose head is the root or outside.
    let heads: [Int?]
    let children: [[Int]]

    init(_ tokens: [Token], words: Range<Int>) {
        self.tokens = tokens
        offset = words.lowerBound
        heads = words.map { word in tokens[word].head.flatMap { words.contains($0) ? $0 - words.lowerBound : nil } }
        var children = [[Int]](repeating: [], count: words.count)
        for (word, head) in heads.enumerated() {
            if let head { children[head].append(word) }
        }
        self.children = children
    }

    func isPassive(_ word: Int) -> Bool {
        let relations = children[word].map { tokens[$0 + offset].relation }
        if relations.contains(where: { $0 == "aux:pass" || $0 == "nsubj:pass" || $0 == "obl:agent" }) { return true }
        let token = tokens[word + offset]
        return token.xpos == "VBN" && ["acl", "amod", "advcl"].contains(token.relation.rawValue) && !relations.contains("aux")
    }

    /// The word's first child with the relation `case`, in lower case.
    func preposition(of word: Int) -> String? {
        children[word].first { tokens[$0 + offset].relation == "case" }.map { tokens[$0 + offset].form.lowercased() }
    }
}
