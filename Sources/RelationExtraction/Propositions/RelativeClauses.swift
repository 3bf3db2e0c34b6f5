import TextAnalysis

extension SentenceTree {
    /// The noun that a relative pronoun stands for: "army" for "which" in "the army, which …"; nil when the word is no relative pronoun.
    func antecedent(ofPronoun pronoun: Int) -> Int? {
        guard isRelativePronoun(pronoun), let clause = enclosingRelativeClause(of: pronoun) else { return nil }
        return head(of: clause)
    }

    /// The head of the nearest relative clause that this word is in.
    private func enclosingRelativeClause(of index: Int) -> Int? {
        var current = index
        for _ in sentence.tokens {
            if relation(current) == .relativeClause || (relation(current) == .acl && self[current].xpos != "VBG" && current != index) {
                return current
            }
            guard let head = head(of: current) else { return nil }
            // A pronoun inside another clause belongs to that one: "the man [who said [what he saw]]".
            if current != index, relation(current) == .ccomp || relation(current) == .advcl,
                children(of: current).contains(where: { isRelativePronoun($0) })
            {
                return nil
            }
            current = head
        }
        return nil
    }
}
