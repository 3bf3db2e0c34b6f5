import TextAnalysis

extension SentenceTree {
    /// What the verbs of the sentence say.
    func verbPropositions() -> [Proposition] {
        indices.compactMap { verb in
            guard isPropositionalVerb(verb) else { return nil }
            let arguments = arguments(verbRoles(of: verb), of: verb)
            guard !arguments.isEmpty else { return nil }
            return Proposition(
                kind: .verb, predicate: verb, predicateTokens: predicateWords(of: verb), lemma: predicateLemma(of: verb),
                arguments: arguments, isNegated: isNegated(verb) || isLearnedNegation(verb), isPassive: isPassive(verb))
        }
    }

    private func isPropositionalVerb(_ index: Int) -> Bool {
        switch relation(index) {
        case .aux, .passiveAuxiliary, .cop, .case, .fixed: return false
        default: break
        }
        if let predicate = predicate(at: index), predicate.kind == .verb || predicate.kind == .lightVerb {
            return self[index].upos == .verb || self[index].upos == .auxiliary || self[index].upos == .adjective || relation(index) == .amod
        }
        return isVerb(index) && relation(index) != .amod
    }

    /// A negation that the model found and that stands beside the verb.
    private func isLearnedNegation(_ verb: Int) -> Bool {
        predicate(at: verb)?.arguments.contains { argument in
            argument.role.rawValue == "ARGM-NEG" && indices.contains(argument.token) && head(of: argument.token) == verb
        } ?? false
    }
}
