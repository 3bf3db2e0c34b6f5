import TextAnalysis

extension SentenceTree {
    /// What copulas and adjectives say: "Rubio is the secretary of state", "the base is in Syria", "the group responsible for the attack".
    func copulaPropositions() -> [Proposition] {
        indices.compactMap { head in
            if isVerb(head) { return clausalProposition(head) }
            guard self[head].upos != .auxiliary, !isPunctuation(head) else { return nil }
            return self[head].upos == .adjective ? adjectiveProposition(head) : nominalProposition(head)
        }
    }

    private func nominalProposition(_ head: Int) -> Proposition? {
        let copulas = children(of: head).filter { relation($0) == .cop }
        let isConjoined = copulas.isEmpty && relation(head) == .conj && self[head].upos != .verb && hasChild(firstConjunct(of: head), .cop)
        let isComplement = copulas.isEmpty && relation(head) == .xcomp && isNominal(head)
        guard !isEventualState(head), !copulas.isEmpty || isConjoined || isComplement, let subject = copularSubject(of: head),
            subject != head
        else { return nil }
        if isComplement, let verb = self.head(of: head), !["become", "remain", "stay", "be", "seem", "appear"].contains(lemma(verb)) {
            return nil
        }
        var roles = predicate(at: copulas.first ?? head).map { learnedRoles(of: $0) } ?? RoleSlots()
        roles.removeAll { !$0.role.hasPrefix("ARGM") || $0.token == head || $0.token == subject }
        roles.add(subject, "ARG1")
        addOwners(of: head, to: &roles)
        addCircumstances(of: head, to: &roles)
        let complement = Proposition.Argument(
            role: "ARG2", token: contentHead(of: head),
            tokens: phrase(of: head, for: nil, extent: .minimal, asClause: false).filter {
                !PropositionLexicon.negativeAdverbs.contains(lemma($0))
            }, marker: marker(of: head, isNominal: true))
        let words = (copulas.isEmpty ? [] : predicateWords(of: head).filter { $0 != head })
        return Proposition(
            kind: .copula, predicate: head, predicateTokens: words.isEmpty ? [head] : words, lemma: "be",
            arguments: (arguments(roles, of: head) + [complement]).sorted { $0.token < $1.token }, isNegated: isNegated(head))
    }

    /// "The plan is to meet": the clause is what the subject is.
    private func clausalProposition(_ verb: Int) -> Proposition? {
        let copulas = children(of: verb).filter { relation($0) == .cop }
        guard !copulas.isEmpty, let subject = ownSubject(of: verb) else { return nil }
        var roles = RoleSlots()
        roles.add(antecedent(ofPronoun: subject) ?? subject, "ARG1")
        let subjectBranch = Set(branch(subject) { _ in true })
        let clause = Proposition.Argument(
            role: "ARG2", token: verb,
            tokens: phrase(of: verb, for: nil, extent: .minimal).filter {
                !subjectBranch.contains($0) && !copulas.contains($0) && !(relation($0) == .aux && self[$0].xpos != "TO")
            }, marker: marker(of: verb))
        return Proposition(
            kind: .copula, predicate: verb, predicateTokens: copulas, lemma: "be",
            arguments: (arguments(roles, of: verb) + [clause]).sorted { $0.token < $1.token }, isNegated: isNegated(verb))
    }

    private func adjectiveProposition(_ head: Int) -> Proposition? {
        let copulas = children(of: head).filter { relation($0) == .cop }
        var roles = RoleSlots()
        if let predicate = predicate(at: head), predicate.kind == .adjective { roles = learnedRoles(of: predicate) }
        let subject: Int?
        switch relation(head) {
        case .amod:
            // Only adjectives that say more than a quality: "the group responsible for".
            guard children(of: head).contains(where: { relation($0).isOblique || relation($0) == .xcomp }) else { return nil }
            subject = self.head(of: head)
        case .xcomp, .conj, .acl, .advcl, .root, .ccomp, .relativeClause, .parataxis: subject = copularSubject(of: head)
        default: subject = copulas.isEmpty ? nil : copularSubject(of: head)
        }
        if let subject { roles.add(subject, firstFreeOf: roles.has(role: "ARG0") ? ["ARG1", "ARG2"] : ["ARG1", "ARG0"]) }
        for child in children(of: head) {
            switch relation(child) {
            case .obl, .unmarkedOblique:
                let marker = marker(of: child)
                roles.add(child, firstFreeOf: isTime(child) ? ["ARGM-TMP"] : ["ARG2", "ARG3", "ARG4"], marker: marker)
            case .xcomp, .ccomp: roles.add(child, firstFreeOf: ["ARG2", "ARG3"])
            default: break
            }
        }
        let arguments = arguments(roles, of: head).filter { $0.token != head }
        guard subject != nil || roles.has(role: "ARG0") || roles.has(role: "ARG1"), !arguments.isEmpty else { return nil }
        return Proposition(
            kind: .adjective, predicate: head, predicateTokens: predicateWords(of: head), lemma: lemma(head), arguments: arguments,
            isNegated: isNegated(head))
    }

    private func copularSubject(of head: Int) -> Int? {
        if relation(head) == .relativeClause || self.head(of: head) == nil || ownSubject(of: head) != nil {
            return understoodSubject(of: head)
        }
        return relation(head) == .acl && self[head].upos != .adjective ? nil : understoodSubject(of: head)
    }

    /// What the description names as its own: "Russia" of "Russia's president", "Kremlin" of "Kremlin aide".
    func addOwners(of description: Int, to roles: inout RoleSlots) {
        let name = entity(at: description)?.tokens
        for child in children(of: description) where name?.contains(child) != true {
            switch relation(child) {
            case .possessor: roles.add(child, "ARG3")
            case .compound where entity(at: child) != nil, .amod where isDemonym(child): roles.add(child, "ARG3")
            case .nmod where !isTime(child):
                let marker = marker(of: child)
                if let marker, ["of", "for", "at", "in", "to", "with", "from"].contains(marker) {
                    roles.add(child, "ARG3", marker: marker)
                }
            default: break
            }
        }
    }

    private func addCircumstances(of head: Int, to roles: inout RoleSlots) {
        for child in children(of: head) {
            switch relation(child) {
            case .obl, .unmarkedOblique:
                let marker = marker(of: child)
                roles.add(child, firstFreeOf: obliqueRoles(of: child, marker: marker, isPassive: false), marker: marker)
            case .advmod where PropositionLexicon.timeAdverbs.contains(lemma(child)): roles.add(child, "ARGM-TMP")
            default: break
            }
        }
    }
}
