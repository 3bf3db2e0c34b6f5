import KnowledgeGraph
import TextAnalysis

/// Finds the actors that a role pattern means.
struct ParticipantFinder {
    let context: SentenceContext
    private var tree: SentenceTree { context.tree }

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
        _ pattern: RolePattern, of frame: EventFrame, kinds: Set<ActorType>, where isMeant: (ActorMention) -> Bool = { _ in true }
    ) -> [Participant] {
        for selector in pattern.alternatives {
            let found = participants(selector, of: frame, kinds: kinds).filter { isMeant($0.mention) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The actors that own or make up what a participant is: "Russia" of "Russian air bases", "Türkiye" and "Greece" of "the Turkish and Greek sides".
    func owners(of participant: Participant, kinds: Set<ActorType>) -> [Participant] {
        owners(of: participant.mention.head, kinds: kinds, depth: 0, avoiding: [])
            .filter { $0.0.actor != participant.mention.actor }
            .map { Participant(mention: $0.0, directness: $0.1 * participant.directness, specificity: participant.specificity) }
    }

    /// Whether some argument of the pattern has one of these lemmas as its head.
    func holds(_ condition: Trigger.Condition, of frame: EventFrame, strict: Bool) -> Bool {
        condition.role.alternatives.contains { selector in
            words(selector, of: frame, strict: strict).contains { condition.lemmas.contains($0) }
        }
    }

    /// The arguments that a selector names, by their head words.
    func arguments(_ selector: RolePattern.Selector, of frame: EventFrame) -> [Proposition.Argument] {
        let all = frame.proposition.arguments
        switch selector {
        case .role(let role): return all.filter { $0.role == role }
        case .roleMarked(let role, let marker): return all.filter { $0.role == role && $0.marker == marker }
        case .marked(let marker): return marked(marker, of: frame)
        case .possessor: return possessors(of: frame)
        case .predicate:
            let token = frame.proposition.predicate
            return [Proposition.Argument(role: "ARG1", token: token, tokens: [token])]
        case .inside(let inner), .subject(let inner), .owner(let inner): return arguments(inner, of: frame)
        case .country: return []
        }
    }

    private func participants(_ selector: RolePattern.Selector, of frame: EventFrame, kinds: Set<ActorType>) -> [Participant] {
        let own = Set([frame.proposition.predicate, frame.anchor])
        let found: [(ActorMention, Double)] =
            switch selector {
            case .role(let role) where role == "ARG0":
                agents(of: frame, kinds: kinds, avoiding: own)
            case .role, .roleMarked, .marked, .possessor, .predicate:
                arguments(selector, of: frame).flatMap { actors(at: $0.token, kinds: kinds, avoiding: own) }
            case .owner:
                arguments(selector, of: frame).flatMap { owners(of: $0.token, kinds: kinds, depth: 0, avoiding: own) }
            case .inside:
                arguments(selector, of: frame).flatMap { inside($0.token, kinds: kinds, depth: 0, avoiding: own) }
            case .subject:
                arguments(selector, of: frame).flatMap { subject(of: $0.token, kinds: kinds, avoiding: own) }
            case .country: onlyCountry(kinds: kinds)
            }
        var seen = Set<Int>()
        return found.flatMap { expanded($0.0, $0.1) }.filter { seen.insert($0.0.actor).inserted }
            .map { Participant(mention: $0.0, directness: $0.1, specificity: selector.specificity) }
    }

    /// The one country that the sentence speaks of, for an office whose owner goes without saying.
    private func onlyCountry(kinds: Set<ActorType>) -> [(ActorMention, Double)] {
        let countries = context.allMentions.filter { context.actor($0).type == .country }
        guard kinds.contains(.country), let first = countries.first, countries.allSatisfy({ $0.actor == first.actor }) else { return [] }
        return [(first, 0.6)]
    }

    /// The actors that a plural mention stands for one by one, where they are known: "the two ministers".
    private func expanded(_ mention: ActorMention, _ directness: Double) -> [(ActorMention, Double)] {
        guard mention.members.count > 1 else { return [(mention, directness)] }
        return mention.members.map { member in
            var one = mention
            one.actor = member
            one.members = []
            return (one, directness * 0.9)
        }
    }

    private func words(_ selector: RolePattern.Selector, of frame: EventFrame, strict: Bool) -> [String] {
        arguments(selector, of: frame).flatMap { argument -> [String] in
            if case .inside = selector { return tree.branch(argument.token) { _ in true }.map { tree.lemma($0) } }
            let heads = strict ? [argument.token] : [argument.token] + measured(argument.token)
            return heads.flatMap { head in
                [tree.lemma(head)]
                    + (strict ? [] : tree.children(of: head).filter { tree.relation($0) == .compound }.map { tree.lemma($0) })
            }
        }
    }

    /// "aid" of "tons of aid": what the head counts or consists of.
    private func measured(_ head: Int) -> [Int] {
        tree.children(of: head).filter { tree.relation($0) == .nmod && tree.marker(of: $0) == "of" } + tree.conjuncts(of: head).dropFirst()
    }

    /// Arguments and other dependents that this preposition introduces.
    private func marked(_ marker: String, of frame: EventFrame) -> [Proposition.Argument] {
        var found = frame.proposition.arguments.filter { $0.marker == marker && $0.role != "ARGM-TMP" }
        var heads = [frame.proposition.predicate]
        if let verb = frame.proposition.lightVerb { heads.append(verb) }
        for head in heads {
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

    private func possessors(of frame: EventFrame) -> [Proposition.Argument] {
        let proposition = frame.proposition
        switch proposition.kind {
        case .title, .apposition, .copula:
            let named = proposition.arguments.filter { $0.role == "ARG3" && $0.marker == nil }
            if !named.isEmpty { return named }
        case .possessive: return proposition.arguments("ARG0")
        default: break
        }
        return possessorTokens(of: proposition.predicate).map { Proposition.Argument(role: "ARG0", token: $0, tokens: [$0]) }
    }

    private func possessorTokens(of noun: Int) -> [Int] {
        tree.children(of: noun).filter { child in
            switch tree.relation(child) {
            case .possessor: true
            case .amod, .compound: context.mention(at: child) != nil
            default: false
            }
        }.flatMap { tree.conjuncts(of: $0) }
    }

    // MARK: - From a word to the actors that it stands for

    /// The actor that a word names; else whoever owns or makes up what it names.
    private func actors(at token: Int, kinds: Set<ActorType>, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        if let mention = context.mention(at: token), kinds.contains(context.actor(mention).type), !isContainer(token, mention) {
            return [(mention, 1)]
        }
        guard tree.isNominal(token) || tree[token].upos == .adjective else { return [] }
        let owners = owners(of: token, kinds: kinds, depth: 0, avoiding: own)
        return owners.isEmpty ? holders(of: token, kinds: kinds, avoiding: own) : owners
    }

    /// "positions" of "positions of the security forces": a part or place whose possessor is what is meant.
    private func isContainer(_ token: Int, _ mention: ActorMention) -> Bool {
        mention.form == .description && Self.containers.contains(tree.lemma(token))
            && tree.children(of: token).contains {
                tree.relation($0) == .nmod && tree.marker(of: $0) == "of" && context.mention(at: $0) != nil
            }
    }

    private static let containers: Set<String> = [
        "position", "part", "target", "section", "portion", "element", "series", "bulk", "rest", "majority", "handful", "side", "area",
        "stronghold",
        "heart", "outskirts", "member", "wave", "life", "boat", "boatload", "convoy", "camp", "crowd", "group",
    ]

    /// Who does it: the agent that is named, whoever issues what is said to act, or whose policy or decision it is to do it.
    private func agents(of frame: EventFrame, kinds: Set<ActorType>, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        let named = frame.proposition.arguments("ARG0")
        guard named.isEmpty else {
            return named.flatMap { argument -> [(ActorMention, Double)] in
                let direct = actors(at: argument.token, kinds: kinds, avoiding: own)
                return direct.isEmpty ? authors(of: argument.token, kinds: kinds, avoiding: own) : direct
            }
        }
        guard frame.proposition.kind == .verb, !frame.proposition.isPassive, tree.relation(frame.anchor) == .acl,
            let noun = tree.head(of: frame.anchor)
        else { return [] }
        return holders(of: noun, kinds: kinds, avoiding: own.union([noun]))
    }

    /// Whose policy, decision or plan it is: its possessor, else the agent of the verb that has it as its object.
    private func holders(of noun: Int, kinds: Set<ActorType>, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        guard Self.undertakings.contains(tree.lemma(noun)) else { return [] }
        let possessors = possessorTokens(of: noun).compactMap { token -> (ActorMention, Double)? in
            guard let mention = context.mention(at: token), kinds.contains(context.actor(mention).type) else { return nil }
            return (mention, 0.8)
        }
        guard possessors.isEmpty, let verb = tree.head(of: noun), !own.contains(verb) else { return possessors }
        return context.events(at: verb).filter { $0.arguments("ARG1").contains { $0.token == noun } }
            .flatMap { $0.arguments("ARG0") }.compactMap { argument in
                guard let mention = context.mention(at: argument.token), kinds.contains(context.actor(mention).type) else { return nil }
                return (mention, 0.75)
            }
    }

    private static let undertakings: Set<String> = [
        "policy", "decision", "plan", "practice", "move", "law", "proposal", "campaign", "effort", "attempt", "programme", "program",
        "measure",
        "role", "leadership", "statement", "demand", "threat", "agreement", "order", "mission", "operation", "strategy", "step", "bid",
    ]

    /// Who issues what is said to act: "the party" of "the party issued a declaration demanding".
    private func authors(of noun: Int, kinds: Set<ActorType>, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        guard Self.utterances.contains(tree.lemma(noun)), let verb = tree.head(of: noun), !own.contains(verb) else { return [] }
        return context.events(at: verb).filter { $0.arguments("ARG1").contains { $0.token == noun } }
            .flatMap { $0.arguments("ARG0") }.flatMap { actors(at: $0.token, kinds: kinds, avoiding: own) }.map { ($0.0, $0.1 * 0.9) }
    }

    private static let utterances: Set<String> = [
        "declaration", "statement", "letter", "resolution", "message", "report", "communique", "petition", "speech", "note", "ultimatum",
        "decree",
        "order", "article", "appeal", "warning", "rally", "protest", "strike", "attack", "decision", "move", "raid", "operation",
        "offensive",
    ]

    private func owners(of noun: Int, kinds: Set<ActorType>, depth: Int, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        guard depth < 3 else { return [] }
        let possessors = possessorTokens(of: noun)
        let parts = ["of", "by", "from"].flatMap { marker in
            tree.children(of: noun).filter { child in
                (tree.relation(child) == .nmod || tree.relation(child) == .agent) && tree.marker(of: child) == marker
            }.flatMap { tree.conjuncts(of: $0) }
        }
        for group in [possessors, parts] {
            let found = group.filter { !own.contains($0) }.flatMap { child -> [(ActorMention, Double)] in
                if let mention = context.mention(at: child), kinds.contains(context.actor(mention).type) { return [(mention, 0.8)] }
                return owners(of: child, kinds: kinds, depth: depth + 1, avoiding: own).map { ($0.0, $0.1 * 0.9) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whoever takes part in what a phrase or clause says, other than its subject.
    private func inside(_ token: Int, kinds: Set<ActorType>, depth: Int, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        guard depth < 4 else { return [] }
        if depth > 0 {
            let direct = actors(at: token, kinds: kinds, avoiding: own)
            if !direct.isEmpty { return direct.map { ($0.0, $0.1 * 0.8) } }
        }
        var next: [Int] = []
        for event in context.events(at: token) {
            next += event.arguments.filter { argument in
                (depth > 0 || argument.role != "ARG0") && argument.role != "ARGM-TMP" && tree.isAncestor(token, of: argument.token)
            }.map(\.token)
        }
        if !tree.isVerb(token) {
            let direct = owners(of: token, kinds: kinds, depth: 0, avoiding: own)
            if !direct.isEmpty { return direct.map { ($0.0, $0.1 * 0.8) } }
        }
        next += tree.children(of: token).filter { child in
            switch tree.relation(child) {
            case .nmod, .obl, .obj, .iobj, .ccomp, .xcomp, .acl, .agent, .csubj: true
            default: false
            }
        }.flatMap { tree.conjuncts(of: $0) }
        var seen = own
        seen.insert(token)
        for child in next where seen.insert(child).inserted {
            let found = inside(child, kinds: kinds, depth: depth + 1, avoiding: seen)
            if !found.isEmpty { return found + siblings(of: child, kinds: kinds) }
        }
        return []
    }

    /// The conjuncts of a found actor: "Libya" of "to Iran and Libya".
    private func siblings(of token: Int, kinds: Set<ActorType>) -> [(ActorMention, Double)] {
        tree.conjuncts(of: token).dropFirst().compactMap { word in
            guard let mention = context.mention(at: word), kinds.contains(context.actor(mention).type) else { return nil }
            return (mention, 0.8)
        }
    }

    /// Whoever a clause says should act, or acts.
    private func subject(of token: Int, kinds: Set<ActorType>, avoiding own: Set<Int>) -> [(ActorMention, Double)] {
        var tokens: [Int] = []
        for event in context.events(at: token) {
            let agents = event.arguments("ARG0")
            tokens += (agents.isEmpty ? event.arguments("ARG1") : agents).map(\.token)
        }
        if tokens.isEmpty {
            tokens = tree.children(of: token).filter { tree.relation($0).isSubject }.flatMap { tree.conjuncts(of: $0) }
        }
        return tokens.filter { tree.isAncestor(token, of: $0) }.flatMap { actors(at: $0, kinds: kinds, avoiding: own) }
            .map { ($0.0, $0.1 * 0.9) }
    }
}
