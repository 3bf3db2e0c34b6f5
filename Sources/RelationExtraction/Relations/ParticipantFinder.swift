import KnowledgeGraph
import TextAnalysis

/// Finds the actors that a role pattern means.
struct ParticipantFinder {
    let context: SentenceContext

    init(_ context: SentenceContext) {
        self.context = context
    }

    /// An actor and how directly the text names it in its role: 1 for the argument itself, less for its owner or what it contains.
    struct Participant: Hashable {
        var mention: ActorMention
        var directness: Double
        var specificity: Int
    }

    /// The actors of the pattern's first alternative that has some of these kinds and are meant.
    func participants(
        _ pattern: RolePattern, of frame: EventFrame, kinds: Set<ActorType>, where isMeant: @escaping (ActorMention) -> Bool = { _ in true }
    ) -> [Participant] {
        let search = ActorSearch(
            context: context, kinds: kinds, own: [frame.proposition.predicate, frame.anchor], isMeant: isMeant)
        for selector in pattern.alternatives {
            let found = search.distinct(mentions(selector, of: frame, by: search))
            if !found.isEmpty {
                return found.map { Participant(mention: $0.mention, directness: $0.directness, specificity: selector.specificity) }
            }
        }
        return []
    }

    /// The actors that own or make up what a participant is: "Russia" of "Russian air bases", "Türkiye" and "Greece" of "the Turkish and Greek sides".
    func owners(of participant: Participant, kinds: Set<ActorType>) -> [Participant] {
        let search = ActorSearch(context: context, kinds: kinds, own: []) { $0.actor != participant.mention.actor }
        let owners = search.owners(of: participant.mention.head)
        let isPlace = [.facility, .place].contains(context.actor(participant.mention).type)
        return search.distinct(owners.isEmpty && isPlace ? search.locations(of: participant.mention.head) : owners).map {
            Participant(mention: $0.mention, directness: $0.directness * participant.directness, specificity: participant.specificity)
        }
    }

    /// Whether an event is done to an actor that follows it with "of", so that it is not his: "the merger *of the two firms*", not "Norway's bid".
    func undergoes(_ actor: ActorMention, event: Int) -> Bool {
        // "The decision of Norway" is Norway's, though its roles are hard to tell.
        let lemma = context.tree.lemma(event)
        guard !ActorWords.undertakings.contains(lemma) else { return false }
        // "Assumption of debts": a noun of a deed that has no roles.
        if context.events(at: event).isEmpty, lemma.hasSuffix("tion") || lemma.hasSuffix("sion") {
            return context.tree.children(of: event).contains {
                context.tree.marker(of: $0) == "of" && ($0 == actor.head || context.tree.isAncestor($0, of: actor.head))
            }
        }
        return context.events(at: event).flatMap { $0.arguments("ARG1") }.contains { argument in
            argument.marker == "of" && (argument.token == actor.head || context.tree.isAncestor(argument.token, of: actor.head))
        }
    }

    /// Actors conjoined with what a participant is of, which are most often conjoined with it: "the government of Chad and the rebels".
    func sharers(of participant: Participant) -> [Participant] {
        let search = ActorSearch(context: context, kinds: [.person, .group, .organization], own: []) {
            $0.actor != participant.mention.actor
        }
        let tree = context.tree
        let hanging = tree.children(of: participant.mention.head).filter { tree.relation($0) == .nmod && tree.hasChild($0, .cc) }
        let conjuncts = tree.children(of: participant.mention.head).filter { tree.relation($0) == .nmod && tree.marker(of: $0) == "of" }
            .flatMap { tree.conjuncts(of: $0).dropFirst() }
        return search.distinct((conjuncts + hanging).flatMap { search.actors(at: $0) }).map {
            Participant(mention: $0.mention, directness: 0.8 * participant.directness, specificity: participant.specificity)
        }
    }

    /// Whether some argument of the pattern has one of these lemmas as its head.
    func holds(_ condition: Trigger.Condition, of frame: EventFrame, strict: Bool) -> Bool {
        condition.role.alternatives.contains { selector in
            let words = words(selector, of: frame, strict: strict)
            return condition.isAny ? !words.isEmpty : words.contains { condition.lemmas.contains($0) }
        }
    }

    private func mentions(_ selector: RolePattern.Selector, of frame: EventFrame, by search: ActorSearch) -> [ActorSearch.Found] {
        let tokens = context.arguments(selector, of: frame).map(\.token)
        switch selector {
        case .role(let role) where role == "ARG0": return search.agents(of: frame)
        case .role, .roleMarked, .marked, .markedInside, .possessor, .predicate: return tokens.flatMap { search.actors(at: $0) }
        case .just(.subject): return clauses(tokens, of: frame).flatMap { search.namedSubject(of: $0) }
        case .just: return tokens.flatMap { search.named(at: $0) }
        case .owner: return tokens.flatMap { search.owners(of: $0) }
        case .inside: return tokens.flatMap { search.inside($0) }
        case .insideClause: return tokens.filter { context.tree.isInfinitive($0) }.flatMap { search.inside($0) }
        case .modal: return []
        case .subject: return clauses(tokens, of: frame).flatMap { search.subject(of: $0) }
        case .country: return search.impliedCountry(of: frame)
        }
    }

    /// What is said to happen: the clauses that fill the role, or else all that the event has.
    private func clauses(_ tokens: [Int], of frame: EventFrame) -> [Int] {
        tokens.isEmpty ? context.complements(of: frame) : tokens
    }

    private func words(_ selector: RolePattern.Selector, of frame: EventFrame, strict: Bool) -> [String] {
        let tree = context.tree
        return context.arguments(selector, of: frame).flatMap { argument -> [String] in
            switch selector {
            case .inside: return tree.branch(argument.token) { _ in true }.map { tree.lemma($0) }
            case .insideClause:
                return tree.isInfinitive(argument.token) ? tree.branch(argument.token) { _ in true }.map { tree.lemma($0) } : []
            case .modal:
                return tree.children(of: argument.token).filter {
                    tree.relation($0) == .aux || tree.relation($0) == .passiveAuxiliary
                }.map { tree.lemma($0) }
            default: break
            }
            let isWhole = !strict || selector == .predicate
            let heads = context.share(of: argument.token) + [argument.token] + (strict ? [] : context.measured(argument.token))
            return heads.flatMap { head in
                [tree.lemma(head)]
                    + (!isWhole
                        ? []
                        : tree.children(of: head).filter { child in
                            // "Fund" of "the Trust Fund Law" is but a part of a name; a title's words all count, in capitals or not.
                            (tree.relation(child) == .compound || tree.relation(child) == .amod)
                                && (selector == .predicate || tree[child].upos != .properNoun)
                        }.map { tree.lemma($0) })
            }
        }
    }
}
