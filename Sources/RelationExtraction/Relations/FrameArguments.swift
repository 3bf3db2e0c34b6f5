import TextAnalysis

/// The arguments that a role pattern's selector names.
extension SentenceContext {
    func arguments(_ selector: RolePattern.Selector, of frame: EventFrame) -> [Proposition.Argument] {
        let all = frame.proposition.arguments
        switch selector {
        case .role(let role):
            let named = all.filter { $0.role == role }
            return named.isEmpty && role == "ARG1" ? antecedent(of: frame).map { [$0] } ?? [] : named
        case .roleMarked(let role, let marker): return all.filter { $0.role == role && $0.marker == marker }
        case .marked(let marker): return marked(marker, of: frame)
        case .markedInside(let marker, let inner): return arguments(inner, of: frame).flatMap { marked(marker, inside: $0) }
        case .possessor: return possessors(of: frame)
        case .predicate:
            let token = frame.proposition.predicate
            return [Proposition.Argument(role: "ARG1", token: token, tokens: [token])]
        case .just(let inner), .inside(let inner), .insideClause(let inner), .subject(let inner), .modal(let inner), .owner(let inner):
            return arguments(inner, of: frame)
        case .country: return []
        }
    }

    /// "aid" of "tons of aid": what the head counts or consists of, and what it is conjoined with.
    func measured(_ head: Int) -> [Int] {
        tree.children(of: head).filter { tree.relation($0) == .nmod && tree.marker(of: $0) == "of" } + tree.conjuncts(of: head).dropFirst()
    }

    /// "Percent" of "five percent of the bank": the share of it that is meant.
    func share(of head: Int) -> [Int] {
        guard tree.relation(head) == .nmod, tree.marker(of: head) == "of", let share = tree.head(of: head),
            ActorWords.shares.contains(tree.lemma(share))
        else { return [] }
        return [share]
    }

    /// Clauses that complete a noun or verb: "an order that the army withdraw".
    func complements(of frame: EventFrame) -> [Int] {
        [frame.proposition.predicate, frame.anchor].flatMap { tree.children(of: $0) }.filter { child in
            switch tree.relation(child) {
            case .ccomp, .acl, .xcomp: tree.isClauseHead(child)
            default: false
            }
        }
    }

    /// Possessors, adjectives and names before a noun that stand for actors, with their conjuncts.
    func possessorTokens(of noun: Int) -> [Int] {
        tree.children(of: noun).filter { child in
            switch tree.relation(child) {
            case .possessor: true
            // "Canadian dollars" and "Canadian dollar loans" are not Canada's.
            case .amod, .compound:
                mention(at: child).map { !isVenue($0, of: noun) } ?? false
                    && !(child < noun && ActorWords.isUnit(tree.lemma(child + 1)))
            default: false
            }
        }.flatMap { tree.conjuncts(of: $0) + hyphenPartners(of: $0) }
    }

    /// "Lisbon" of "the Lisbon accord", where it was made, "Uruguay" of "the Uruguay round".
    private func isVenue(_ place: ActorMention, of noun: Int) -> Bool {
        tree.lemma(noun) == "round" || actor(place).type == .place && ActorWords.accords.contains(tree.lemma(noun).lowercased())
    }

    /// "Norway" of "Norway-Iceland talks", for "Iceland", wherever the tree hangs it.
    func hyphenPartners(of token: Int) -> [Int] {
        guard token >= 2, ["-", "–", "/"].contains(tree[token - 1].form), !tree[token - 2].isFollowedBySpace,
            !tree[token - 1].isFollowedBySpace, mention(at: token - 2)?.head == token - 2
        else { return [] }
        return [token - 2]
    }

    /// Arguments and other dependents that this preposition introduces.
    private func marked(_ marker: String, of frame: EventFrame) -> [Proposition.Argument] {
        var found = frame.proposition.arguments.filter { argument in
            argument.marker == marker && (argument.role != "ARGM-TMP" || ["after", "before", "during"].contains(marker))
        }
        for head in [frame.proposition.predicate, frame.anchor] {
            for child in tree.children(of: head) where tree.relation(child).isOblique || tree.relation(child) == .nmod {
                guard tree.marker(of: child) == marker else { continue }
                for word in tree.conjuncts(of: child) where !frame.proposition.arguments.contains(where: { $0.token == word }) {
                    guard !found.contains(where: { $0.token == word }) else { continue }
                    found.append(Proposition.Argument(role: "ARGM-ADV", token: word, tokens: [word], marker: marker))
                }
            }
        }
        return found
    }

    /// The phrases with this preposition that hang on what an argument names, or on what that counts or consists of.
    private func marked(_ marker: String, inside argument: Proposition.Argument) -> [Proposition.Argument] {
        ([argument.token] + measured(argument.token)).flatMap { tree.children(of: $0) }
            .filter { (tree.relation($0) == .nmod || tree.relation($0).isOblique) && tree.marker(of: $0) == marker }
            .flatMap { tree.conjuncts(of: $0) }
            .map { Proposition.Argument(role: argument.role, token: $0, tokens: [$0], marker: marker) }
    }

    private func possessors(of frame: EventFrame) -> [Proposition.Argument] {
        let proposition = frame.proposition
        switch proposition.kind {
        case .title, .apposition, .copula:
            let all = proposition.arguments.filter { $0.role == "ARG3" && $0.marker == nil }
            // "US" of "US State Department spokesman X" is a word of another owner's name.
            let named = all.filter { one in
                !all.contains { $0.token != one.token && mention(at: $0.token)?.tokens.contains(one.token) ?? false }
            }
            if !named.isEmpty { return named }
            if let before = ownerBefore(proposition) { return [before] }
        case .possessive: return proposition.arguments("ARG0")
        default: break
        }
        return possessorTokens(of: proposition.predicate).map { Proposition.Argument(role: "ARG0", token: $0, tokens: [$0]) }
    }

    /// "US" of "US President X" where the tree hangs both on the name.
    private func ownerBefore(_ proposition: Proposition) -> Proposition.Argument? {
        guard proposition.kind == .title else { return nil }
        let title = tree.children(of: proposition.predicate).filter { $0 < proposition.predicate && mention(at: $0) == nil }
        let start = (title + [proposition.predicate]).min() ?? proposition.predicate
        guard start > 0, let owner = mention(at: start - 1), owner.tokens.upperBound == start, actor(owner).type == .country,
            let head = tree.head(of: owner.head),
            proposition.arguments("ARG1").contains(where: { $0.token == head || tree.head(of: $0.token) == head })
        else { return nil }
        return Proposition.Argument(role: "ARG3", token: owner.head, tokens: Array(owner.tokens))
    }

    /// "a policy that both have criticised": what an object relative clause is about, where the roles do not say.
    private func antecedent(of frame: EventFrame) -> Proposition.Argument? {
        let verb = frame.proposition.predicate
        guard frame.proposition.kind == .verb, tree.relation(verb) == .relativeClause, !frame.proposition.isPassive,
            !tree.hasChild(verb, .obj),
            tree.children(of: verb).contains(where: { tree.relation($0).isSubject && !tree.isRelativePronoun($0) }),
            let noun = tree.head(of: verb), !frame.proposition.arguments.contains(where: { $0.token == noun })
        else { return nil }
        return Proposition.Argument(role: "ARG1", token: noun, tokens: [noun])
    }
}
