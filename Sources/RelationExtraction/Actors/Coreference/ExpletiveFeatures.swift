/// Signs that a pronoun stands for nobody the text has named: "it is clear that …", "it rained", "they say".
struct ExpletiveFeatures: Sendable {
    private(set) var values = [Double](repeating: 0, count: Name.allCases.count)

    enum Name: Int, CaseIterable {
        case bias, subject, object, possessive, copular, clause, infinitive, modal, quoted, firstWord, noCandidate, oneCandidate,
            copularClause
    }

    subscript(name: Name) -> Double {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    /// - Parameter candidates: How many antecedents agree with the pronoun.
    init(pronoun index: Int, _ document: DocumentMentions, candidates: Int) {
        let pronoun = document.mentions[index]
        let tree = document.trees[pronoun.sentence]
        self[.bias] = 1
        if candidates < 2 { self[candidates == 0 ? .noCandidate : .oneCandidate] = 1 }
        let role = document.role(of: index)
        if role.hasPrefix("nsubj") { self[.subject] = 1 }
        if role == "obj" { self[.object] = 1 }
        if role == "nmod:poss" { self[.possessive] = 1 }
        if pronoun.isQuoted { self[.quoted] = 1 }
        if pronoun.head == 0 { self[.firstWord] = 1 }
        guard role.hasPrefix("nsubj"), let head = tree.head(of: pronoun.head) else { return }
        if tree.hasChild(head, .cop) { self[.copular] = 1 }
        if tree.hasChild(head, .ccomp) || tree.hasChild(head, .csubj) || tree.hasChild(head, .advcl) { self[.clause] = 1 }
        self[.copularClause] = self[.copular] * self[.clause]
        if tree.hasChild(head, .xcomp) { self[.infinitive] = 1 }
        if tree.children(of: head).contains(where: { ["would", "may", "might", "could"].contains(tree.lemma($0)) }) { self[.modal] = 1 }
    }
}
