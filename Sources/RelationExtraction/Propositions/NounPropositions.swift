import TextAnalysis

extension SentenceTree {
    /// What the event nouns of the sentence say: "the Ukrainian attack on", "talks between A and B", "Russia-Ukraine talks".
    func nounPropositions() -> [Proposition] {
        indices.compactMap { noun in
            guard isEventNoun(noun) else { return nil }
            let roles = nounRoles(of: noun)
            let arguments = arguments(roles, of: noun).filter { $0.token != noun }
            guard arguments.contains(where: { !$0.role.rawValue.hasPrefix("ARGM") }) else { return nil }
            if isEventualState(noun), let copula = child(of: noun, .cop) {
                return Proposition(
                    kind: .lightVerb, predicate: noun, lightVerb: copula, predicateTokens: predicateWords(of: noun),
                    lemma: ["be", marker(of: noun, isNominal: true), lemma(noun)].compactMap { $0 }.joined(separator: " "),
                    arguments: arguments, isNegated: isNegated(noun))
            }
            return Proposition(
                kind: .noun, predicate: noun, predicateTokens: [noun], lemma: lemma(noun), arguments: arguments,
                isNegated: isNegatedNoun(noun))
        }
    }

    /// A noun that the model takes for a predicate or that names an event, and is not itself the name of something.
    func isEventNoun(_ index: Int) -> Bool {
        guard self[index].upos == .noun || (self[index].upos == .properNoun && entity(at: index) == nil) else { return false }
        if predicate(at: index)?.kind == .noun { return true }
        return PropositionLexicon.eventNouns.contains(lemma(index))
    }

    func isNegatedNoun(_ noun: Int) -> Bool {
        children(of: noun).contains { (relation($0) == .det && lemma($0) == "no") || (relation($0) == .case && lemma($0) == "without") }
    }

    /// Learned roles first, then possessors, prepositional phrases and names before the noun.
    func nounRoles(of noun: Int) -> RoleSlots {
        var roles = predicate(at: noun).map { learnedRoles(of: $0) } ?? RoleSlots()
        roles.removeAll { slot in
            // Adjectives that only describe the event, and whole relative clauses, are no participants.
            slot.role == "ARGM-ADJ" || (relation(slot.token) == .relativeClause && head(of: slot.token) == noun)
        }
        let isUndergone = PropositionLexicon.undergoerNouns.contains(lemma(noun))
        for child in children(of: noun) {
            switch relation(child) {
            case .possessor:
                let possible = isUndergone ? (hasBy(noun) ? ["ARG1"] : ["ARG1", "ARG0"]) : ["ARG0", "ARG1"]
                roles.add(antecedent(ofPronoun: child) ?? child, firstFreeOf: possible)
            case .nmod, .unmarkedNominal, .obl: addPhrase(child, of: noun, isUndergone: isUndergone, to: &roles)
            case .amod where isDemonym(child): addNames(child, of: noun, isUndergone: isUndergone, to: &roles)
            case .compound where entity(at: child) != nil: addNames(child, of: noun, isUndergone: isUndergone, to: &roles)
            case .acl where self[child].xpos == "VB": roles.add(child, firstFreeOf: ["ARG1", "ARG2"])
            default: break
            }
        }
        addSubjectOfState(noun, to: &roles)
        return roles
    }

    private func hasBy(_ noun: Int) -> Bool {
        children(of: noun).contains { relation($0) == .nmod && marker(of: $0) == "by" }
    }

    private func addPhrase(_ phrase: Int, of noun: Int, isUndergone: Bool, to roles: inout RoleSlots) {
        let marker = marker(of: phrase)
        if isTime(phrase) {
            roles.add(phrase, "ARGM-TMP")
            return
        }
        switch marker {
        case "by": roles.add(phrase, firstFreeOf: ["ARG0"])
        case "between", "among": roles.add(phrase, "ARG0")
        case "of": roles.add(phrase, firstFreeOf: isUndergone ? ["ARG1"] : roles.has(role: "ARG1") ? ["ARG0", "ARG2"] : ["ARG1", "ARG0"])
        case "on", "against", "upon", "over", "about", "regarding", "concerning", "for", "into":
            roles.add(phrase, firstFreeOf: ["ARG1", "ARG2", "ARG3"])
        case "to": roles.add(phrase, firstFreeOf: ["visit", "trip"].contains(lemma(noun)) ? ["ARG1", "ARG2"] : ["ARG2", "ARG3"])
        case "with", "towards", "toward": roles.add(phrase, firstFreeOf: ["ARG2", "ARG3"])
        case "from": roles.add(phrase, firstFreeOf: ["ARG0", "ARG2"])
        case let place? where PropositionLexicon.placePrepositions.contains(place): roles.add(phrase, "ARGM-LOC")
        default: break
        }
    }

    /// "Ukrainian" in "the Ukrainian attack": an adjective made from a name.
    func isDemonym(_ index: Int) -> Bool {
        (relation(index) == .amod || relation(index) == .compound) && entity(at: index) != nil
    }

    /// "US strike", "Russia - Ukraine talks": a name before the noun, and its partner.
    private func addNames(_ name: Int, of noun: Int, isUndergone: Bool, to roles: inout RoleSlots) {
        if let partner = hyphenatedPartner(of: name) {
            let role = roles.role(of: name) ?? (isUndergone ? "ARG1" : "ARG0")
            roles.add(partner, role, markerIsFixed: true)
            roles.add(name, role)
        } else {
            roles.add(name, firstFreeOf: isUndergone ? ["ARG1", "ARG0"] : ["ARG0", "ARG1"])
        }
    }

    /// The first of a pair of names, "Chad" for "Mali" of "Chad-Mali talks", whatever the tree makes of the hyphen.
    private func hyphenatedPartner(of name: Int) -> Int? {
        let start = entity(at: name)?.tokens.lowerBound ?? name
        guard start >= 2, ["-", "–", "—", "/"].contains(self[start - 1].form), let first = entity(at: start - 2) else { return nil }
        return first.tokens.first { word in head(of: word).map { !first.tokens.contains($0) } ?? true } ?? start - 2
    }

    /// "X is in talks with Y": who is in the event takes part in it.
    private func addSubjectOfState(_ noun: Int, to roles: inout RoleSlots) {
        guard isEventualState(noun), !roles.has(role: "ARG0"), let subject = understoodSubject(of: noun) else { return }
        roles.add(subject, "ARG0")
    }

    /// "is in talks", "are at war": a noun after a copula and "in" or "at".
    func isEventualState(_ noun: Int) -> Bool {
        isEventNoun(noun) && ownSubject(of: noun) != nil && hasChild(noun, .cop) && !hasChild(noun, .possessor)
            && children(of: noun).contains { relation($0) == .case && ["in", "at"].contains(lemma($0)) }
    }
}
