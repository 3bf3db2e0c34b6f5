import TextAnalysis

extension SentenceTree {
    /// The words of a verb: auxiliaries, negation and particles with it, in order.
    func predicateWords(of predicate: Int) -> [Int] {
        let own = children(of: predicate).filter { child in
            switch relation(child) {
            case .aux, .passiveAuxiliary, .particle: true
            case .cop: !isVerb(predicate)
            case .advmod:
                PropositionLexicon.negativeAdverbs.contains(lemma(child)) || PropositionLexicon.negativeAdverbs.contains(form(child))
            default: false
            }
        }
        return (own + [predicate]).sorted()
    }

    /// Lemma with particles: "blow up".
    func predicateLemma(of predicate: Int) -> String {
        ([lemma(predicate)] + children(of: predicate).filter { relation($0) == .particle }.map { lemma($0) }).joined(separator: " ")
    }

    /// Whether the verb's grammatical subject undergoes what it says.
    func isPassive(_ predicate: Int) -> Bool {
        if isPerfect(predicate) { return false }
        for child in children(of: predicate) {
            switch relation(child) {
            case .passiveAuxiliary, .passiveSubject, .passiveClausalSubject, .agent: return true
            default: break
            }
        }
        guard self[predicate].xpos == "VBN", !hasChild(predicate, .aux), !hasChild(predicate, .obj) else { return false }
        switch relation(predicate) {
        case .acl, .amod, .advcl, .xcomp: return true
        case .conj:
            let first = firstConjunct(of: predicate)
            return relation(first) != .conj && ownSubject(of: predicate) == nil && isPassive(first)
        case .root:
            // A headline without its auxiliary: "Jets hit in attack".
            return ownSubject(of: predicate) != nil
        default: return false
        }
    }

    /// "has apologised": "have" without "be" is active, whatever the tree makes of the subject.
    private func isPerfect(_ predicate: Int) -> Bool {
        let auxiliaries = children(of: predicate).filter { relation($0) == .aux || relation($0) == .passiveAuxiliary }.map { lemma($0) }
        return self[predicate].xpos == "VBN" && auxiliaries.contains("have") && auxiliaries.allSatisfy { $0 != "be" && $0 != "get" }
    }

    /// Whether the sentence says that it does not happen: "not", "never", "without", "no" with a subject or object.
    ///
    /// What a governing verb does to it ("denied that", "failed to") is told by that verb's own proposition.
    func isNegated(_ predicate: Int) -> Bool {
        for child in children(of: predicate) {
            let relation = relation(child)
            switch relation {
            case .advmod, .cc, .preconjunction:
                if isNegativeWord(child) || isNoLonger(child) { return true }
            case .det where lemma(child) == "no" || lemma(child) == "neither":
                return true
            case .mark, .case:
                if lemma(child) == "without" { return true }
            case .nsubj, .passiveSubject, .obj, .iobj, .obl, .agent, .outerSubject:
                if relation != .obl, isNegativePhrase(child) { return true }
            default: break
            }
        }
        guard relation(predicate) == .conj, let first = head(of: predicate), relation(first) != .conj else { return false }
        // "did not sign or ratify": one "not" for both.
        let hasOwnAuxiliary = hasChild(predicate, .aux) || ownSubject(of: predicate) != nil
        let isAlternative = children(of: predicate).contains { relation($0) == .cc && ["or", "nor"].contains(lemma($0)) }
        return isAlternative && !hasOwnAuxiliary && isNegated(first)
    }

    private func isNegativeWord(_ index: Int) -> Bool {
        PropositionLexicon.negativeAdverbs.contains(lemma(index)) || PropositionLexicon.negativeAdverbs.contains(form(index))
    }

    private func isNoLonger(_ index: Int) -> Bool {
        ["long", "longer", "more"].contains(lemma(index)) && children(of: index).contains { lemma($0) == "no" }
    }

    private func isNegativePhrase(_ index: Int) -> Bool {
        if PropositionLexicon.negativePronouns.contains(lemma(index)) { return true }
        if lemma(index) == "one", children(of: index).contains(where: { lemma($0) == "no" }) { return true }
        return children(of: index).contains { relation($0) == .det && (lemma($0) == "no" || lemma($0) == "neither") }
    }

    private func form(_ index: Int) -> String { self[index].form.lowercased() }
}
