import TextAnalysis

/// The office or role that a title, apposition or copula names.
enum Office {
    /// The words of the office without its owner: "Foreign Minister" of "the Russian Foreign Minister", "Secretary of State".
    static func words(_ proposition: Proposition, in context: SentenceContext) -> String {
        let tree = context.tree
        let head = proposition.predicate
        var words = [head]
        for child in tree.children(of: head) {
            switch tree.relation(child) {
            case .compound, .amod, .flat:
                if context.mention(at: child) == nil || !isOwner(child, of: head, context) { words.append(child) }
            case .nmod where context.mention(at: child) == nil && tree.marker(of: child) == "of":
                words += tree.branch(child) {
                    tree.relation($0) != .relativeClause && tree.relation($0) != .acl && tree.relation($0) != .conj
                }
            default: break
            }
        }
        let span = words.sorted().filter { word in word <= head || tree.isAncestor(head, of: word) }
        return span.map { tree[$0].form }.joined(separator: " ")
    }

    private static func isOwner(_ child: Int, of head: Int, _ context: SentenceContext) -> Bool {
        guard let mention = context.mention(at: child) else { return false }
        return !mention.tokens.contains(head)
    }
}
