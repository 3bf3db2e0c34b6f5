import KnowledgeGraph
import TextAnalysis

/// Tells whether what a proposition says happened, did not happen, is planned, asked for, or only possible.
///
/// The proposition's own negation and auxiliaries come first; then each word that governs it, from the inside out, until one decides:
/// "did not", "will", "may", "plans to", "urged X to", "threatened to", "if".
struct StatusQualifier {
    let context: SentenceContext
    private var tree: SentenceTree { context.tree }

    init(_ context: SentenceContext) {
        self.context = context
    }

    func status(of proposition: Proposition) -> Status {
        let anchor = proposition.lightVerb ?? proposition.predicate
        if proposition.isNegated { return isAskedNot(proposition) ? .possible : .denied }
        if let own = ownStatus(of: anchor) { return own == .planned && isDoubted(anchor) ? .possible : own }
        if let verb = proposition.lightVerb, let meant = StatusLexicon.status(ofEventUnder: tree.predicateLemma(of: verb)) { return meant }
        if proposition.lightVerb == nil, proposition.kind == .noun, let modified = modifiedStatus(of: proposition.predicate) {
            return modified
        }
        let isNoun = proposition.kind == .noun && proposition.lightVerb == nil
        if let governed = governedStatus(of: anchor, isNoun: isNoun, depth: 0) { return governed }
        // "Any attack on them will be answered."
        return isNoun && tree.children(of: anchor).contains { tree.relation($0) == .det && tree.lemma($0) == "any" } ? .possible : .actual
    }

    /// What the word's own auxiliaries and subordinators say.
    private func ownStatus(of word: Int) -> Status? {
        var found: Status?
        for child in tree.children(of: word) {
            switch tree.relation(child) {
            case .aux: found = found ?? auxiliaryStatus(child, of: word)
            case .mark, .advmod:
                let lemma = tree.lemma(child)
                if child < word, StatusLexicon.conditionals.contains(lemma) { return .possible }
                if ["due", "about"].contains(lemma), child < word, tree.isInfinitive(word) { return .planned }
                if StatusLexicon.doubtAdverbs.contains(lemma) { found = found ?? .possible }
                if lemma == "as", child < word, tree.children(of: child).contains(where: { tree.lemma($0) == "if" }) { return .possible }
            case .advcl where !isPast(word) && hasMark(child, in: StatusLexicon.conditionals): found = found ?? .possible
            default: break
            }
        }
        if let found { return found }
        if tree.isHeadlineFuture(word) { return .planned }
        if tree.relation(word) == .conj, let first = tree.head(of: word), tree.isVerb(first), !hasOwnAuxiliary(word),
            tree[word].xpos == tree[first].xpos || tree[word].xpos == "VB"
        {
            return ownStatus(of: first)
        }
        if tree.relation(word) == .root {
            if tree.isInfinitive(word), !tree.children(of: word).contains(where: { tree.relation($0) == .cop }) { return .planned }
            if isQuestion { return .possible }
        }
        return nil
    }

    private func auxiliaryStatus(_ auxiliary: Int, of word: Int) -> Status? {
        switch tree.lemma(auxiliary) {
        case "will", "shall", "'ll", "wo", "’ll": return .planned
        case "may", "might", "could": return .possible
        case "can": return .possible
        case "would", "'d": return isReported(word) ? .planned : .possible
        case "should" where tree.relation(word) == .advcl: return .possible
        case "should", "must", "ought": return .requested
        case "go" where tree.isInfinitive(word): return .planned
        default: return nil
        }
    }

    /// "planned talks", "talks set for Monday", "the possible attack".
    private func modifiedStatus(of noun: Int) -> Status? {
        for child in tree.children(of: noun) {
            let lemma = tree.lemma(child)
            switch tree.relation(child) {
            case .amod, .acl, .relativeClause:
                if StatusLexicon.plannedModifiers.contains(lemma) { return .planned }
                if StatusLexicon.possibleModifiers.contains(lemma) { return .possible }
                if lemma == "fail" || lemma == "cancel" || lemma == "foil" { return .denied }
                if tree.relation(child) != .amod, let own = ownStatus(of: child), own == .planned { return own }
            default: break
            }
        }
        return nil
    }

    /// What the words above say of a complement.
    private func governedStatus(of start: Int, isNoun: Bool, depth: Int) -> Status? {
        guard depth < 6, let governor = tree.head(of: start) else { return nil }
        let phrasal = tree.predicateLemma(of: governor)
        let lemma = StatusLexicon.phrasal.contains(phrasal) ? phrasal : tree.lemma(governor)
        let relation = tree.relation(start)
        switch relation {
        case .relativeClause where isPast(start): return nil
        case .conj:
            return governedStatus(of: governor, isNoun: isNoun, depth: depth + 1)
        case .xcomp, .ccomp, .acl, .advcl, .csubj, .nmod, .obj, .obl, .compound, .nsubj, .passiveSubject, .agent, .parataxis,
            .relativeClause:
            break
        default: return nil
        }
        if relation == .advcl {
            if hasMark(start, in: StatusLexicon.conditionals) { return .possible }
            if hasMark(start, in: ["before", "until"]) && isNoun == false {
                // "will stay until they leave": neither has happened.
                return (ownStatus(of: governor) ?? governedStatus(of: governor, isNoun: false, depth: depth + 1)).map { _ in .possible }
            }
            // "will pay once they leave": they have not left.
            if hasMark(start, in: ["once", "when", "after"]), ["VBZ", "VBP"].contains(tree[start].xpos),
                openStatus(of: governor, depth) == .planned
            {
                return .planned
            }
            if isMeans(start, of: governor) { return openStatus(of: governor, depth) }
            if hasMark(start, in: ["of", "for", "from", "in"]) || hasMark(start, in: ["to"]) && !tree.isInfinitive(start) {
                return decide(start, lemma, governor, depth)
            }
            guard tree.isInfinitive(start) else { return nil }
            // "a strike called to protest": called is not asked for.
            let isCalled = tree.relation(governor) == .acl && tree.isPassive(governor)
            if StatusLexicon.plannedGovernors.contains(lemma) || StatusLexicon.requestGovernors.contains(lemma), !isCalled {
                return decide(start, lemma, governor, depth)
            }
            // "used rockets to hit": using them is hitting.
            if lemma == "use", isPast(governor) { return nil }
            // A purpose is as sure as what serves it at most.
            if let serving = ownStatus(of: governor) ?? governedStatus(of: governor, isNoun: false, depth: depth + 1) { return serving }
            return StatusLexicon.expressedPurposes.contains(tree.lemma(start)) ? nil : .possible
        }
        let isComplement = [.xcomp, .ccomp, .acl, .csubj].contains(relation)
        if isComplement, !isNoun {
            if relation == .acl, !tree.isInfinitive(start), !hasMark(start, in: ["of", "that", "to"]) { return nil }
            return decide(start, lemma, governor, depth)
        }
        return nounStatus(start, relation: relation, governor: governor, lemma: lemma, depth: depth)
    }

    /// What a word says of its complement `start`.
    private func decide(_ start: Int, _ lemma: String, _ governor: Int, _ depth: Int) -> Status? {
        if StatusLexicon.deniers.contains(lemma) { return undone(by: governor, depth) }
        if tree[governor].upos == .noun {
            if let modified = modifiedStatus(of: governor) { return modified }
            if StatusLexicon.threats.contains(lemma) { return .possible }
        }
        if StatusLexicon.tellingRequests.contains(lemma), !tree.isInfinitive(start), isIndicative(start) {
            return governedStatus(of: governor, isNoun: false, depth: depth + 1)
        }
        // "insisted that they had met", "demanded to know who shot": nobody asks for what is past.
        if tree[start].xpos == "VBD", StatusLexicon.requestGovernors.contains(lemma) || StatusLexicon.plannedGovernors.contains(lemma) {
            return nil
        }
        if isRequest(governor, lemma) { return isUndone(governor) ? .denied : .requested }
        if StatusLexicon.plannedGovernors.contains(lemma) { return isNegated(governor) || isUndone(governor) ? .denied : .planned }
        if StatusLexicon.possibleGovernors.contains(lemma) {
            return isNegated(governor) && StatusLexicon.enabling.contains(lemma) ? .denied : .possible
        }
        if StatusLexicon.speech.contains(lemma) { return governedStatus(of: governor, isNoun: false, depth: depth + 1) }
        if isNegated(governor), StatusLexicon.transparent.contains(lemma) { return .denied }
        return ownStatus(of: governor) ?? governedStatus(of: governor, isNoun: !tree.isVerb(governor), depth: depth + 1)
    }

    /// A noun event under a verb or noun: "called for talks", "will attend the talks", "talks will begin".
    private func nounStatus(_ noun: Int, relation: GrammaticalRelation, governor: Int, lemma: String, depth: Int) -> Status? {
        let marker = tree.marker(of: noun)
        if isRequest(governor, lemma), asks(lemma, for: relation, marker) { return isNegated(governor) ? nil : .requested }
        if StatusLexicon.contingent.contains(lemma), marker == "on" || marker == "upon" { return .possible }
        if relation == .nmod, marker == "of", StatusLexicon.threats.contains(lemma) { return .possible }
        if relation == .nmod, marker == "of", StatusLexicon.absences.contains(lemma) { return .denied }
        if StatusLexicon.plannedNounGovernors.contains(lemma), relation != .nsubj || tree.isPassive(governor) { return .planned }
        if relation == .passiveSubject || relation == .obj || relation == .nsubj, StatusLexicon.cancelers.contains(lemma) {
            return StatusLexicon.utterances.contains(tree.lemma(noun)) ? nil : undone(by: governor, depth)
        }
        guard StatusLexicon.happening.contains(lemma) || (relation == .nmod && marker == "of") else { return nil }
        if tree.isVerb(governor), isNegated(governor) { return .denied }
        return ownStatus(of: governor) ?? modifiedStatus(of: governor)
            ?? governedStatus(of: governor, isNoun: !tree.isVerb(governor), depth: depth + 1)
    }

    /// What a refusal or cancellation says of what is refused: it did not happen, unless the refusal may not have happened either.
    private func undone(by governor: Int, _ depth: Int) -> Status? {
        if isNegated(governor) { return nil }
        let own = ownStatus(of: governor) ?? governedStatus(of: governor, isNoun: !tree.isVerb(governor), depth: depth + 1)
        return own == .possible ? .possible : .denied
    }

    /// What is planned, asked for or only possible, for what goes along with it.
    private func openStatus(of word: Int, _ depth: Int) -> Status? {
        let status = ownStatus(of: word) ?? governedStatus(of: word, isNoun: false, depth: depth + 1)
        return status == .actual || status == .denied ? nil : status
    }

    /// "will answer by attacking", "will answer, attacking the port": one deed told twice.
    private func isMeans(_ clause: Int, of governor: Int) -> Bool {
        guard tree[clause].xpos == "VBG", !hasOwnAuxiliary(clause), !StatusLexicon.speech.contains(tree.lemma(clause)) else { return false }
        return hasMark(clause, in: ["by"]) || clause > governor && tree.marker(of: clause) == nil
    }

    /// "It is unlikely that they will agree": no plan.
    private func isDoubted(_ word: Int) -> Bool {
        guard [.ccomp, .csubj, .acl].contains(tree.relation(word)), let governor = tree.head(of: word) else { return false }
        let lemma = tree.lemma(governor)
        return StatusLexicon.possibleGovernors.contains(lemma) && !StatusLexicon.speech.contains(lemma)
    }

    /// Whether a word that asks asks for a noun that hangs on it in this way: "urged talks", "called for talks"; not "called the attack a
    /// crime", "recommended it for the attack", "was told of the attack".
    private func asks(_ lemma: String, for relation: GrammaticalRelation, _ marker: String?) -> Bool {
        switch relation {
        case .obj, .passiveSubject: !StatusLexicon.askingSomebody.contains(lemma)
        case .obl, .nmod: marker == "for" && StatusLexicon.askingFor.contains(lemma) || marker == "on" && lemma == "insist"
        case .xcomp, .ccomp, .acl, .csubj, .compound: true
        default: false
        }
    }

    /// "dropped its plan to attack", "refused a request to come"
    private func isUndone(_ noun: Int) -> Bool {
        guard tree.relation(noun) == .obj || tree.relation(noun) == .passiveSubject, let verb = tree.head(of: noun) else { return false }
        let lemma = tree.predicateLemma(of: verb)
        return (StatusLexicon.cancelers.contains(lemma) || StatusLexicon.deniers.contains(lemma)) && !isNegated(verb)
    }

    /// "the forces of Norway" force nobody.
    private func isRequest(_ word: Int, _ lemma: String) -> Bool {
        StatusLexicon.requestGovernors.contains(lemma) && (tree.isVerb(word) || !StatusLexicon.requestsAsVerbs.contains(lemma))
    }

    /// A clause that states: not "that he leave".
    private func isIndicative(_ clause: Int) -> Bool {
        tree[clause].xpos != "VB" || tree.children(of: clause).contains { tree.relation($0) == .aux }
    }

    /// What happened did not hang on a condition.
    private func isPast(_ word: Int) -> Bool {
        if tree[word].xpos == "VBD" { return true }
        return tree.children(of: word).contains { child in
            (tree.relation(child) == .aux || tree.relation(child) == .passiveAuxiliary) && ["VBD", "VBZ", "VBP"].contains(tree[child].xpos)
                && ["be", "have"].contains(tree.lemma(child))
        }
    }

    /// "asked them not to attack": neither done nor left undone.
    func isAskedNot(_ proposition: Proposition) -> Bool {
        let word = proposition.lightVerb ?? proposition.predicate
        guard proposition.isNegated, tree.isInfinitive(word), let governor = tree.head(of: word) else { return false }
        return isRequest(governor, tree.lemma(governor))
    }

    private func isNegated(_ word: Int) -> Bool {
        tree.children(of: word).contains { child in
            (tree.relation(child) == .advmod && PropositionLexicon.negativeAdverbs.contains(tree.lemma(child)))
                || (tree.relation(child) == .det && tree.lemma(child) == "no")
        }
    }

    private func hasMark(_ word: Int, in lemmas: Set<String>) -> Bool {
        tree.children(of: word).contains { child in
            (tree.relation(child) == .mark || tree.relation(child) == .case) && lemmas.contains(tree.lemma(child))
        }
    }

    private func hasOwnAuxiliary(_ word: Int) -> Bool {
        tree.children(of: word).contains { tree.relation($0) == .aux || tree.relation($0).isSubject }
    }

    /// "said it would attack" is a plan; "it would attack if …" is not.
    private func isReported(_ word: Int) -> Bool {
        var current = word
        for _ in 0..<4 {
            guard let governor = tree.head(of: current) else { return false }
            if [.ccomp, .conj, .parataxis, .xcomp].contains(tree.relation(current)) {
                if StatusLexicon.speech.contains(tree.lemma(governor)) { return true }
                current = governor
            } else {
                return false
            }
        }
        return false
    }

    private var isQuestion: Bool { tree.sentence.tokens.last { !["\"", "”", "’", "'", "''"].contains($0.form) }?.form == "?" }
}
