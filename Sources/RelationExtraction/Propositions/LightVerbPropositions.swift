import TextAnalysis

extension SentenceTree {
    /// What verb and noun say together: "held talks with", "an attack was carried out by", "the talks that Lavrov held".
    func lightVerbPropositions() -> [Proposition] {
        indices.flatMap { verb in
            eventNouns(carriedBy: verb).compactMap { lightVerbProposition(verb: verb, noun: $0) }
        }
    }

    /// The event nouns that a light verb introduces, with their conjuncts; empty for any other word.
    func eventNouns(carriedBy verb: Int) -> [Int] {
        guard isVerb(verb) || predicate(at: verb)?.kind == .lightVerb else { return [] }
        let lemma = predicateLemma(of: verb)
        let learned = predicate(at: verb)?.kind == .lightVerb
        if let under = nounUnder(verb) { return [under] }
        guard learned || PropositionLexicon.lightVerbs.contains(lemma) || PropositionLexicon.receivingVerbs.contains(lemma) else {
            return []
        }
        guard let noun = carriedNoun(of: verb) else { return [] }
        let nouns = conjuncts(of: contentHead(of: noun)).filter { isEventNoun($0) }
        return nouns.isEmpty && learned && self[noun].upos == .noun ? [noun] : nouns
    }

    /// The object, or what stands for it in a passive, participle or relative clause.
    private func carriedNoun(of verb: Int) -> Int? {
        if let object = child(of: verb, .obj) { return antecedent(ofPronoun: object) ?? object }
        if isPassive(verb), let subject = understoodSubject(of: verb) { return subject }
        guard relation(verb) == .relativeClause, let noun = head(of: verb), verbRoles(of: verb).role(of: noun) == "ARG1" else { return nil }
        return noun
    }

    /// "came under attack".
    private func nounUnder(_ verb: Int) -> Int? {
        guard ["come", "be", "remain", "fall"].contains(lemma(verb)) else { return nil }
        return children(of: verb).first { relation($0) == .obl && marker(of: $0) == "under" && isEventNoun($0) }
    }

    private func lightVerbProposition(verb: Int, noun: Int) -> Proposition? {
        // "reiterated the president's call": two who act, two propositions.
        if let possessor = child(of: noun, .possessor), self[possessor].upos != .pronoun { return nil }
        var roles = nounRoles(of: noun)
        let verbRoles = verbRoles(of: verb)
        let passive = isPassive(verb)
        let receives = PropositionLexicon.receivingVerbs.contains(predicateLemma(of: verb)) || nounUnder(verb) != nil
        let actor = passive ? child(of: verb, .agent) : understoodSubject(of: verb)
        roles.removeAll { $0.token == verb || isAncestor($0.token, of: verb) && $0.token != noun && relation($0.token) == .relativeClause }
        if let actor, conjuncts(of: noun).contains(actor) == false {
            roles.add(actor, firstFreeOf: receives ? ["ARG1", "ARG2"] : ["ARG0"])
        }
        for slot in verbRoles.slots where slot.token != noun && !roles.has(token: slot.token) && !conjuncts(of: noun).contains(slot.token) {
            if slot.role.hasPrefix("ARGM") {
                roles.add(slot.token, slot.role, score: slot.score, marker: slot.marker)
            } else {
                addParticipant(slot, receives: receives, to: &roles)
            }
        }
        let arguments = arguments(roles, of: noun).filter { $0.token != noun && $0.token != verb }
        guard arguments.contains(where: { !$0.role.rawValue.hasPrefix("ARGM") }) else { return nil }
        return Proposition(
            kind: .lightVerb, predicate: noun, lightVerb: verb, predicateTokens: (predicateWords(of: verb) + [noun]).sorted(),
            lemma: "\(predicateLemma(of: verb)) \(lemma(noun))", arguments: arguments,
            isNegated: isNegated(verb) || isNegatedNoun(noun), isPassive: passive)
    }

    /// A phrase that the tree hangs on the verb although the noun takes it: "held talks [with X]".
    private func addParticipant(_ slot: RoleSlots.Slot, receives: Bool, to roles: inout RoleSlots) {
        let marker = slot.marker ?? marker(of: slot.token)
        switch marker {
        case "on", "against", "upon", "over", "about":
            roles.add(slot.token, firstFreeOf: ["ARG1", "ARG2"], score: slot.score, marker: marker)
        case "by", "from":
            roles.add(slot.token, firstFreeOf: receives ? ["ARG0", "ARG2"] : ["ARG2", "ARG3"], score: slot.score, marker: marker)
        case nil where relation(slot.token) == .iobj: roles.add(slot.token, firstFreeOf: ["ARG2", "ARG3"], score: slot.score)
        case "to", "with", "for", "between", "toward", "towards", "into":
            roles.add(slot.token, firstFreeOf: ["ARG2", "ARG3"], score: slot.score, marker: marker)
        default: break
        }
    }
}
