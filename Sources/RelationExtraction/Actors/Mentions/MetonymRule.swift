import TextAnalysis

/// Decides whether a capital or seat of government stands for the government ("Moscow said") or for the place ("in Moscow").
struct MetonymRule {
    let tree: SentenceTree
    let tables: ActorTables

    /// - Parameter isSeat: The word names a seat of government and no city: "the Kremlin" acts unless something is at or in it.
    func actsAsGovernment(_ span: NameSpan, isSeat: Bool) -> Bool {
        if isFollowedByItsCountry(span) { return false }
        guard let (head, relation) = tree.governor(span.head) else { return isSeat }
        switch relation.prefix(while: { $0 != ":" }) {
        case "nsubj":
            if relation.hasSuffix("pass") { return isSeat || actsOnMinds(head) }
            if isSeat { return true }
            if tree.child(head, "cop") != nil || stativeVerbs.contains(tree.lemma(head)) { return false }
            guard let predicate = tree.predicate(at: head) else { return true }
            return predicate.arguments.contains { $0.role == "ARG0" && span.tokens.contains($0.token) }
        case "obj", "iobj": return isSeat ? tree.lemma(head) != "visit" : relation == "iobj" || actsOnMinds(head)
        case "obl", "nmod":
            if relation == "nmod:poss" { return !isPlaceful(head) }
            if relation == "obl:agent" { return true }
            return acts(after: tree.preposition(span.head) ?? "", of: head, isSeat: isSeat)
        case "compound", "amod": return isSeat || isPair(span) || officialNouns.contains(tree.lemma(head))
        case "appos", "vocative", "dislocated": return isSeat
        default: return isSeat
        }
    }

    private func acts(after preposition: String, of head: Int, isSeat: Bool) -> Bool {
        switch preposition {
        case "in", "near", "from", "at", "outside", "around", "across", "through", "over", "toward", "towards", "into", "inside", "via",
            "on":
            return isSeat && (preposition == "from" || preposition == "on" || preposition == "towards" || preposition == "toward")
        case "with", "between", "by", "against", "among", "behalf of": return true
        case "to":
            let noun = tree.tokens[head].upos == .noun
            return isSeat || (noun ? !journeys.contains(tree.lemma(head)) : givingVerbs.contains(tree.lemma(head)))
        case "of": return isSeat && !isPlaceful(head)
        case "for": return isSeat || !journeys.contains(tree.lemma(head)) && tree.lemma(head) != "leave"
        default: return isSeat
        }
    }

    private func actsOnMinds(_ verb: Int) -> Bool { verbsOnMinds.contains(tree.lemma(verb)) }

    private func isPlaceful(_ noun: Int) -> Bool {
        let kind = tables.kind(ofNoun: tree.lemma(noun))
        return kind.first == .place || kind.first == .facility || kind.first == .group
    }

    /// "Kyiv, Ukraine" is the city.
    private func isFollowedByItsCountry(_ span: NameSpan) -> Bool {
        let next = span.tokens.upperBound
        guard next + 1 < tree.tokens.count, tree.tokens[next].form == "," else { return false }
        let after = tree.main(next + 1)
        return (after == "appos" || after == "nmod" || after == "list" || after == "flat")
            && tables.countries.country(named: tree.tokens[next + 1].form) != nil
    }

    /// "Moscow-Kyiv talks".
    private func isPair(_ span: NameSpan) -> Bool {
        let dashes: Set<String> = ["-", "–", "/"]
        func isOther(_ token: Int) -> Bool {
            guard tree.tokens.indices.contains(token) else { return false }
            let form = tree.tokens[token].form
            return tables.countries.metonym(form) != nil || tables.countries.country(named: form) != nil
        }
        let after = span.tokens.upperBound
        let before = span.tokens.lowerBound - 1
        return tree.tokens.indices.contains(after) && dashes.contains(tree.tokens[after].form) && isOther(after + 1)
            || tree.tokens.indices.contains(before) && dashes.contains(tree.tokens[before].form) && isOther(before - 1)
    }
}

/// Verbs whose object is somebody who hears, decides or answers, not a place.
private let verbsOnMinds: Set<String> = [
    "accuse", "advise", "allow", "ask", "assure", "back", "beg", "blame", "brief", "challenge", "condemn", "congratulate", "consult",
    "convince",
    "criticise", "criticize", "defy", "denounce", "encourage", "expect", "fault", "force", "help", "implore", "inform", "invite", "notify",
    "oblige",
    "oppose", "order", "persuade", "praise", "press", "pressure", "prompt", "provoke", "punish", "push", "rebuke", "remind", "request",
    "sanction",
    "slam", "suspect", "tell", "thank", "threaten", "trust", "urge", "want", "warn",
]
/// Verbs that say what a city is or has rather than what its government does.
private let stativeVerbs: Set<String> = [
    "be", "have", "become", "remain", "lie", "stand", "grow", "contain", "include", "feature", "boast", "seem", "look", "feel", "sit",
    "stretch", "cover",
    "experience", "fall", "rise", "comprise", "consist", "own", "enjoy", "get", "see", "evolve", "regain", "attract", "host",
    "thrive", "flourish", "prosper", "bustle",
]
private let givingVerbs: Set<String> = [
    "give", "sell", "send", "supply", "provide", "offer", "hand", "pay", "lend", "say", "appeal", "write", "respond", "reply", "belong",
    "cede", "deliver",
]
private let journeys: Set<String> = [
    "visit", "trip", "journey", "flight", "arrival", "return", "travel", "tour", "way", "road", "route", "train", "march", "bus",
]
private let officialNouns: Set<String> = [
    "official", "aide", "spokesman", "spokeswoman", "spokesperson", "government", "administration", "envoy", "delegation", "diplomat",
]
