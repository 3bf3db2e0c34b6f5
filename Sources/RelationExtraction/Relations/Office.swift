import TextAnalysis

/// The office or role that a title, apposition or copula names.
enum Office {
    /// The words of the office without its owner: "Foreign Minister" of "the Russian Foreign Minister", "Secretary of State".
    ///
    /// - Parameter title: the words of the catalogue that it was found by, which belong to it whatever they name: "secretary of state".
    static func words(_ proposition: Proposition, title: String, in context: SentenceContext) -> String {
        let tree = context.tree
        let head = proposition.predicate
        var words = [head]
        for child in tree.children(of: head) {
            switch tree.relation(child) {
            case .compound, .amod, .flat:
                guard tree[child].form.first?.isLowercase == true || tree[head].form.first?.isUppercase == true else { continue }
                if context.mention(at: child) == nil || !isOwner(child, of: head, context) { words.append(child) }
            case .nmod
            where tree.marker(of: child) == "of" && (context.mention(at: child) == nil || title.hasSuffix("of \(tree.lemma(child))")):
                words += tree.branch(child) {
                    tree.relation($0) != .relativeClause && tree.relation($0) != .acl && tree.relation($0) != .conj
                }
            default: break
            }
        }
        let partners = tree.titlesBeside(head).filter { other in
            title.split(separator: " ").contains { $0 == tree.lemma(other).lowercased() }
        }
        words += partners
        let span = words.sorted().filter { word in word <= head || partners.contains(word) || tree.isAncestor(head, of: word) }
        return span.map { tree[$0].form }.joined(separator: " ")
    }

    private static func isOwner(_ child: Int, of head: Int, _ context: SentenceContext) -> Bool {
        guard let mention = context.mention(at: child) else { return false }
        return !mention.tokens.contains(head)
    }
}
