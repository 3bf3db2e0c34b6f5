import TextAnalysis

extension SentenceTree {
    /// The word that is understood as the subject of a verb, noun or adjective, whether it stands beside it or is shared:
    /// conjoined verbs, control and raising, participles, relative clauses. Relative pronouns are resolved to their noun.
    func understoodSubject(of predicate: Int) -> Int? {
        guard let subject = subject(of: predicate, depth: 0) else { return nil }
        return antecedent(ofPronoun: subject) ?? subject
    }

    /// The subject among the word's own dependents.
    func ownSubject(of predicate: Int) -> Int? {
        children(of: predicate).first { relation($0).isSubject && relation($0) != .outerSubject }
            ?? child(of: predicate, .outerSubject)
    }

    private func subject(of predicate: Int, depth: Int) -> Int? {
        if let own = ownSubject(of: predicate) {
            // "The plan is to meet": the plan does not meet.
            return isVerb(predicate) && hasChild(predicate, .cop) ? nil : own
        }
        guard depth < 8, !hasChild(predicate, .expl), let governor = head(of: predicate) else { return nil }
        switch relation(predicate) {
        case .xcomp:
            if !PropositionLexicon.subjectControlVerbs.contains(lemma(governor)),
                let controller = child(of: governor, .obj) ?? child(of: governor, .iobj), controller < predicate
            {
                return controller
            }
            return subject(of: governor, depth: depth + 1)
        case .conj:
            // "Troops attacked and Kyiv …": a conjunct of another kind of word shares nothing.
            guard isClauseHead(governor) || isVerb(predicate) else { return nil }
            if isNominal(governor), !isClauseHead(governor) { return nil }
            return subject(of: governor, depth: depth + 1)
        case .advcl:
            if isHeadlineFuture(predicate) { return governor }
            if let quoted = quotedSpeaker(of: predicate, governor: governor) { return quoted }
            if let object = objectActing(in: predicate, governor: governor) { return object }
            let isFinite = isVerb(predicate) && ["VBD", "VBZ", "VBP", "MD"].contains(self[predicate].xpos)
            let isComparison = children(of: predicate).contains { relation($0) == .mark && ["as", "than"].contains(lemma($0)) }
            // "was lowered by adjusting taxes": not the one lowered adjusts.
            let isMeans = isPassive(governor) && children(of: predicate).contains { relation($0) == .mark && lemma($0) == "by" }
            guard !isFinite, !isComparison, !isMeans else { return nil }
            return subject(of: governor, depth: depth + 1)
        case .acl:
            return participleSubject(of: predicate, noun: governor)
        case .relativeClause:
            // "the man who died": the pronoun is its own subject; without one the noun is the missing object.
            return nil
        case .ccomp where isInfinitive(predicate):
            return subject(of: governor, depth: depth + 1)
        case .parataxis where self[predicate].xpos == "VBG":
            return subject(of: governor, depth: depth + 1)
        default:
            return nil
        }
    }

    /// "quoted Ada as saying": the object of the governing verb, or its subject where that is passive, is who says.
    private func quotedSpeaker(of predicate: Int, governor: Int) -> Int? {
        guard self[predicate].xpos == "VBG", children(of: predicate).contains(where: { relation($0) == .mark && lemma($0) == "as" }) else {
            return nil
        }
        if let object = child(of: governor, .obj) { return object }
        return isPassive(governor) ? ownSubject(of: governor) : nil
    }

    /// "thanked her for coming", "kept it from turning", "accused them of lying": the object comes, turns or lies.
    private func objectActing(in predicate: Int, governor: Int) -> Int? {
        guard self[predicate].xpos == "VBG", let object = child(of: governor, .obj), object < predicate,
            let marker = children(of: predicate).first(where: { relation($0) == .mark })
        else { return nil }
        if lemma(marker) == "for", let target = target(of: governor, object), target < predicate { return target }
        return PropositionLexicon.objectControlMarkers[lemma(governor)]?.contains(lemma(marker)) == true ? object : nil
    }

    /// "them" of "put sanctions on them for lying", "filed charges against them for lying".
    private func target(of verb: Int, _ object: Int) -> Int? {
        (Array(children(of: verb)) + children(of: object)).first { word in
            guard relation(word).isOblique || relation(word) == .nmod, isNominal(word), let marker = marker(of: word) else { return false }
            return marker == "against" || marker == "on" && ["impose", "put", "levy", "slap"].contains(lemma(verb))
        }
    }

    /// "troops killed in", "a man carrying", and the headline's "Minister to attend".
    private func participleSubject(of predicate: Int, noun: Int) -> Int? {
        // "the difficulty of finding": after a preposition or subordinator the noun is not who finds.
        if hasChild(predicate, .mark) || hasChild(predicate, .case) {
            return isHeadlineFuture(predicate) ? noun : nil
        }
        switch self[predicate].xpos {
        case "VBG", "VBN", "VBD": return noun
        case "VB": return isHeadlineFuture(predicate) ? noun : nil
        default: return isVerb(predicate) || self[predicate].upos == .adjective ? noun : nil
        }
    }

    /// "Minister to attend talks": the infinitive after a bare noun that is all the sentence has.
    func isHeadlineFuture(_ predicate: Int) -> Bool {
        guard self[predicate].xpos == "VB", [.acl, .advcl, .parataxis].contains(relation(predicate)), isInfinitive(predicate),
            let noun = head(of: predicate),
            head(of: noun) == nil, isNominal(noun), predicate > noun
        else { return false }
        return !hasChild(noun, .det) && !hasChild(noun, .cop) && !hasChild(noun, .nsubj)
    }
}
