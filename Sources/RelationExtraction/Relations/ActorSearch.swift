import KnowledgeGraph
import TextAnalysis

/// From a word of a sentence to the actors that it stands for: named by it, owning what it names, or taking part in what it says.
struct ActorSearch {
    let context: SentenceContext
    let kinds: Set<ActorType>
    /// Words of the predicate itself, where no search goes.
    let own: Set<Int>
    let isMeant: (ActorMention) -> Bool

    struct Found {
        var mention: ActorMention
        var directness: Double
    }

    var tree: SentenceTree { context.tree }

    /// Each actor once; a plural mention gives the actors that it stands for one by one where they are known: "the two ministers".
    func distinct(_ found: [Found]) -> [Found] {
        var seen = Set<Int>()
        return found.flatMap { one -> [Found] in
            guard one.mention.members.count > 1 else { return [one] }
            return one.mention.members.map { member in
                var mention = one.mention
                mention.actor = member
                mention.members = []
                return Found(mention: mention, directness: one.directness * 0.9)
            }
        }.filter { isMeant($0.mention) && seen.insert($0.mention.actor).inserted }
    }

    /// The actor that a word names; else whoever owns or makes up what it names, or whose undertaking it is.
    func actors(at token: Int) -> [Found] {
        if let named = context.mention(at: token), kinds.contains(context.actor(named).type) {
            let content = contents(of: token, named)
            guard content.isEmpty else { return content }
            return mention(at: token).map { [Found(mention: $0, directness: 1)] } ?? []
        }
        let counted = tree.contentHead(of: token)
        if counted != token { return actors(at: counted) }
        guard tree.isNominal(token) || tree[token].upos == .adjective else { return [] }
        let content = contents(of: token, nil)
        if !content.isEmpty { return content }
        let owners = owners(of: token)
        return owners.isEmpty ? holders(of: token) : owners
    }

    /// The actor that a word, or what it counts, names itself.
    func named(at token: Int) -> [Found] {
        (mention(at: token) ?? mention(at: tree.contentHead(of: token))).map { [Found(mention: $0, directness: 1)] } ?? []
    }

    /// Possessors of a noun; else what it is of, by or from; else who did it.
    func owners(of noun: Int, depth: Int = 0) -> [Found] {
        guard depth < 3 else { return [] }
        // "the proposal made by Norway" is Norway's, not "the proposal supported by Norway".
        let agents = tree.children(of: noun)
            .filter { tree.relation($0) == .acl && tree.isPassive($0) && !ActorWords.receiving.contains(tree.lemma($0)) }
            .flatMap { context.events(at: $0) }.flatMap { $0.arguments("ARG0") }.map(\.token)
        for group in [context.possessorTokens(of: noun), phrases(of: noun, ["of", "by", "from"]), agents] {
            let others = group.filter { !own.contains($0) && $0 != noun && !isOneName($0, noun) }
            let found = others.flatMap { child -> [Found] in
                if let mention = mention(at: child) { return [Found(mention: mention, directness: Self.ownersDirectness)] }
                // What the subject itself owns is nobody else's: "the loans of the Norwegian bank" are not Norway's.
                if let other = context.mention(at: child), kinds.contains(context.actor(other).type) { return [] }
                return owners(of: child, depth: depth + 1).map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whoever takes part in what a phrase or clause says, other than its subject.
    func inside(_ token: Int) -> [Found] {
        inside(token, depth: 0, seen: own)
    }

    /// Whoever a clause says should act, or acts.
    func subject(of clause: Int) -> [Found] {
        var (tokens, undergoers): ([Int], [Int]) = ([], [])
        for event in context.events(at: clause) where !ActorWords.requests.contains(tree.lemma(event.predicate)) {
            let agents = event.arguments("ARG0")
            // "that control be taken from the party": control does not act, nor whose it is.
            if agents.isEmpty, tree.isPassive(event.predicate) {
                undergoers += event.arguments("ARG1").map(\.token)
                continue
            }
            tokens += (agents.isEmpty ? event.arguments("ARG1") : agents).map(\.token)
        }
        tokens = tokens.filter { tree.isAncestor(clause, of: $0) && !tree.isClauseHead($0) }
        if tokens.isEmpty, !undergoers.isEmpty { return undergoers.flatMap { named(at: $0) } }
        if tokens.isEmpty {
            tokens = tree.children(of: clause).filter { tree.relation($0).isSubject }.flatMap { tree.conjuncts(of: $0) }
        }
        if tokens.isEmpty, !tree.isVerb(clause) {
            // "the need for the community to work together"
            let inner = tree.children(of: clause).filter { tree.relation($0) == .acl && tree.isInfinitive($0) }
            return inner.flatMap { subject(of: $0) }
        }
        return tokens.flatMap { actors(actingAs: $0, of: clause) }.map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
    }

    /// The same, but not who owns what should act: "said that its exports must rise" is no call on their owner.
    func namedSubject(of clause: Int) -> [Found] {
        subject(of: clause).filter { $0.directness > Self.ownersDirectness * 0.9 }
    }

    private static let ownersDirectness = 0.8

    /// Who does it: the agent that is named, whoever issues what is said to act, or whose policy or decision it is to do it.
    func agents(of frame: EventFrame) -> [Found] {
        let controlled = controlled(frame)
        if !controlled.isEmpty { return controlled }
        let named = frame.proposition.arguments("ARG0")
        if named.contains(where: { isOpponent($0.token, of: frame.anchor) }) { return [] }
        if frame.proposition.kind == .noun {
            if isStance(frame.proposition.predicate) { return supporters(frame.proposition.predicate) }
        }
        // "Rain stopped, allowing them to go": what happened allows it, not who.
        if isConsequence(frame.anchor) { return [] }
        guard named.isEmpty else {
            return named.flatMap { argument -> [Found] in
                let direct = (coordination(argument.token, in: named) + context.hyphenPartners(of: argument.token)).flatMap {
                    actors(actingAs: $0, of: frame.anchor)
                }
                return direct.isEmpty ? authors(of: argument.token) : direct
            }
        }
        switch frame.proposition.kind {
        case .verb, .lightVerb:
            if frame.proposition.isPassive { return eventAgents(of: frame) }
            if tree.relation(frame.anchor) == .acl, let noun = tree.head(of: frame.anchor) {
                if let mention = mention(at: noun), tree.isInfinitive(frame.anchor) { return [Found(mention: mention, directness: 0.8)] }
                let holders = holders(of: noun)
                return holders.isEmpty && tree.isInfinitive(frame.anchor) ? agents(above: noun) : holders
            }
            if tree.relation(frame.anchor) == .advcl, tree.understoodSubject(of: frame.anchor) == nil { return agents(above: frame.anchor) }
            guard let subject = tree.understoodSubject(of: frame.anchor), isFree(subject, of: frame) else { return [] }
            let isUndergoer = frame.proposition.arguments.contains { $0.token == subject }
            return tree.conjuncts(of: subject).flatMap { word in
                isUndergoer ? mention(at: word).map { [Found(mention: $0, directness: 1)] } ?? [] : actors(actingAs: word, of: frame.anchor)
            }.map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
        case .noun, .adjective, .copula, .title, .apposition, .possessive: return []
        }
    }

    /// Who acts where this word is the agent: whoever it names, or whose force, act or word it is.
    ///
    /// A plan, a bid or a rise is no act of whoever made it: "Norway's offer threatens the bank", "their profit helped it".
    private func actors(actingAs token: Int, of verb: Int) -> [Found] {
        let noun = tree.lemma(tree.contentHead(of: token))
        let isHelp = ActorWords.helping.contains(tree.lemma(verb)) && !ActorWords.instruments.contains(noun)
        return isHelp || ActorWords.impersonal.contains(noun) ? named(at: token) : actors(at: token)
    }

    /// A participle that tells what came of the clause before: "prices fell, helping exporters".
    private func isConsequence(_ verb: Int) -> Bool {
        tree.relation(verb) == .advcl && tree[verb].xpos == "VBG" && !tree.hasChild(verb, .mark) && verb > tree.head(of: verb) ?? verb
            && ActorWords.helping.contains(tree.lemma(verb))
    }

    private func mention(at token: Int) -> ActorMention? {
        guard let mention = context.mention(at: token), isMeant(mention) || !mention.members.isEmpty, !isAmount(token),
            !isOfCurrency(mention), !ActorWords.measures.contains(context.tree.text(mention.tokens).lowercased())
        else { return nil }
        return kinds.contains(context.actor(mention).type) ? mention : nil
    }

    /// "Norwegian" of "30 mln Norwegian crowns", wherever the tree hangs it.
    private func isOfCurrency(_ mention: ActorMention) -> Bool {
        let next = mention.tokens.upperBound
        return tree.indices.contains(next) && ActorWords.isUnit(tree.lemma(next))
    }

    /// "13.6 billion dollars", "39 percent": no actor.
    private func isAmount(_ token: Int) -> Bool {
        let lemma = tree.lemma(token)
        return tree[token].upos == .symbol || ActorWords.abbreviatedUnits.contains(lemma.lowercased())
            || ActorWords.isUnit(lemma) && (tree[token].upos != .properNoun || tree.hasChild(token, .nummod))
    }

    /// Where a place or building is: "Norway" of "this jail in northern Norway".
    func locations(of noun: Int) -> [Found] {
        phrases(of: noun, ["in", "near", "at"]).compactMap { mention(at: $0) }.map { Found(mention: $0, directness: 0.6) }
    }

    private func phrases(of noun: Int, _ markers: [String]) -> [Int] {
        markers.flatMap { marker in
            tree.children(of: noun).filter { child in
                (tree.relation(child) == .nmod || tree.relation(child) == .agent) && tree.marker(of: child) == marker
            }.flatMap { tree.conjuncts(of: $0) }
        }
    }

    /// "the security forces" of "positions of the security forces": what fills a part, place or vehicle that is no actor by itself.
    private func contents(of token: Int, _ mention: ActorMention?) -> [Found] {
        guard mention.map({ $0.form == .description }) ?? true, ActorWords.containers.contains(tree.lemma(token)) else { return [] }
        let isPlace = ["target", "position", "area"].contains(tree.lemma(token)) && context.possessorTokens(of: token).isEmpty
        return phrases(of: token, isPlace ? ["of", "in", "near", "around"] : ["of"]).flatMap { actors(at: $0) }
            .map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
    }

    private func inside(_ token: Int, depth: Int, seen: Set<Int>) -> [Found] {
        guard depth < 4 else { return [] }
        if depth > 0 {
            let direct = actors(at: token)
            if !direct.isEmpty { return direct.map { Found(mention: $0.mention, directness: $0.directness * 0.8) } }
        }
        var next: [Int] = []
        for event in context.events(at: token) {
            next += event.arguments.filter { argument in
                (depth > 0 || argument.role != "ARG0") && argument.role != "ARGM-TMP" && argument.role != "ARGM-ADV"
                    && tree.isAncestor(token, of: argument.token) && !isContent(argument.token, of: token)
            }.map(\.token)
        }
        if !tree.isVerb(token) {
            let owners = owners(of: token)
            if !owners.isEmpty { return owners.map { Found(mention: $0.mention, directness: $0.directness * 0.8) } }
        }
        next += tree.children(of: token).filter { child in
            switch tree.relation(child) {
            case .ccomp, .acl: !isContent(child, of: token)
            case .nmod, .obl, .obj, .iobj, .xcomp, .agent, .csubj: true
            default: false
            }
        }.flatMap { tree.conjuncts(of: $0) }
        var seen = seen
        seen.insert(token)
        return next.flatMap { child -> [Found] in
            guard seen.insert(child).inserted else { return [] }
            return inside(child, depth: depth + 1, seen: seen)
        }
    }

    /// "rejected a claim that they had lost": whoever a claim says something of is not whom it is made to.
    private func isContent(_ clause: Int, of noun: Int) -> Bool { !tree.isVerb(noun) && tree.isFiniteClause(clause) }

    /// "accused X of shelling", "asked X not to turn away": the one accused or asked is who does it.
    private func controlled(_ frame: EventFrame) -> [Found] {
        guard frame.proposition.kind == .verb || frame.proposition.kind == .lightVerb, let verb = tree.head(of: frame.anchor),
            tree.isVerb(verb), !tree.children(of: frame.anchor).contains(where: { tree.relation($0).isSubject })
        else { return [] }
        switch tree.relation(frame.anchor) {
        case .advcl, .xcomp, .acl, .ccomp: break
        default: return []
        }
        guard let object = addressee(of: verb, clause: frame.anchor), object < frame.anchor else { return [] }
        return tree.conjuncts(of: object).flatMap { actors(at: $0) }
    }

    /// Who is to do what the clause says: the object of a verb that controls it, "them" of "called on them to go" and of "put pressure on them to go".
    private func addressee(of verb: Int, clause: Int) -> Int? {
        let children = tree.children(of: verb)
        if let pressure = children.first(where: { tree.relation($0) == .obj && tree.lemma($0) == "pressure" }) {
            return (children + tree.children(of: pressure)).first { tree.marker(of: $0) == "on" }
        }
        if ["call", "appeal", "prevail"].contains(tree.lemma(verb)),
            let called = children.first(where: { tree.relation($0).isOblique && ["on", "upon", "to"].contains(tree.marker(of: $0)) })
        {
            return called
        }
        guard ActorWords.objectControl.contains(tree.lemma(verb)) else { return nil }
        return children.first { child in
            child != clause && [.obj, .iobj, .passiveSubject].contains(tree.relation(child))
        }
    }

    /// The word with what it is conjoined with, where the roles have only the second: "North and South Korea".
    private func coordination(_ token: Int, in named: [Proposition.Argument]) -> [Int] {
        guard tree.relation(token) == .conj else { return [token] }
        let first = tree.firstConjunct(of: token)
        return named.contains { $0.token == first } || own.contains(first) ? [token] : [first, token]
    }

    /// Whether a grammatical subject without the role of an agent acts all the same: it has no other role, or that of what a verb without object undergoes.
    private func isFree(_ subject: Int, of frame: EventFrame) -> Bool {
        guard let role = frame.proposition.arguments.first(where: { $0.token == subject })?.role else { return true }
        let conjuncts = tree.conjuncts(of: subject)
        return role == "ARG1" && !tree.hasChild(frame.anchor, .obj)
            && frame.proposition.arguments("ARG1").allSatisfy { conjuncts.contains($0.token) }
    }

    /// "vetoed a resolution to impose sanctions": whoever vetoes it imposes none.
    private func isOpponent(_ agent: Int, of clause: Int) -> Bool {
        guard tree.relation(clause) == .acl, let noun = tree.head(of: clause), tree.relation(noun) == .obj, let verb = tree.head(of: noun),
            ActorWords.opposing.contains(tree.lemma(verb))
        else { return false }
        return tree.children(of: verb).contains { tree.relation($0).isSubject && tree.conjuncts(of: $0).contains(agent) }
    }

    /// Whose policy, decision or plan it is: its possessor, else the agent of the verb that has it as its object.
    private func holders(of noun: Int) -> [Found] {
        guard ActorWords.undertakings.contains(tree.lemma(noun)) else { return [] }
        let possessors = context.possessorTokens(of: noun).compactMap { mention(at: $0) }
        guard possessors.isEmpty, let verb = tree.head(of: noun), !own.contains(verb) else {
            return possessors.map { Found(mention: $0, directness: 0.8) }
        }
        return agents(ofVerb: verb, withObject: noun).compactMap { mention(at: $0) }.map { Found(mention: $0, directness: 0.75) }
    }

    /// Who issues what is said to act: "the party" of "the party issued a declaration demanding".
    private func authors(of noun: Int) -> [Found] {
        guard ActorWords.utterances.contains(tree.lemma(noun)), let verb = tree.head(of: noun), !own.contains(verb) else { return [] }
        return agents(ofVerb: verb, withObject: noun).flatMap { actors(at: $0) }
            .map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
    }

    /// "were hit in a Ukrainian attack": who carried out the event that it was done in or by.
    private func eventAgents(of frame: EventFrame) -> [Found] {
        let events = ["by", "in"].flatMap { marker in
            tree.children(of: frame.anchor).filter { tree.relation($0).isOblique && tree.marker(of: $0) == marker }
        }
        return events.filter { tree.isEventNoun($0) }.flatMap { event -> [Found] in
            let agents = context.events(at: event).flatMap { $0.arguments("ARG0") }.flatMap { actors(at: $0.token) }
            return agents.isEmpty
                ? context.possessorTokens(of: event).compactMap { mention(at: $0) }.map { Found(mention: $0, directness: 0.7) } : agents
        }.map { Found(mention: $0.mention, directness: $0.directness * 0.8) }
    }

    /// The agent of the clause around a word, for an infinitive or participle that says nothing of its own.
    private func agents(above word: Int) -> [Found] {
        var current = word
        for _ in 0..<4 {
            guard let governor = tree.head(of: current), !isCircumstance(current) else { return [] }
            let agents = context.events(at: governor).flatMap { $0.arguments("ARG0") }
            // Whoever asks for help to do something, or attacks, awaits or reports a plan to do it, does not do it.
            let lemma = tree.lemma(governor)
            if StatusLexicon.requestGovernors.contains(lemma) || ActorWords.receiving.contains(lemma)
                || PropositionLexicon.speechVerbs.contains(lemma) || lemma == "quote" || isSought(current, by: governor)
            {
                return []
            }
            if tree.isVerb(governor), !agents.isEmpty {
                return agents.flatMap { actors(actingAs: $0.token, of: word) }
                    .map { Found(mention: $0.mention, directness: $0.directness * 0.7) }
            }
            if tree.isVerb(governor) { return [] }
            // "The army is under orders to leave": what is said to be so does it.
            if let subject = tree.ownSubject(of: governor) {
                return actors(actingAs: subject, of: word).map { Found(mention: $0.mention, directness: $0.directness * 0.7) }
            }
            current = governor
        }
        return []
    }

    /// "seeks an order to", "won a ruling to": who asks a court does not do what it orders.
    private func isSought(_ noun: Int, by verb: Int) -> Bool {
        ActorWords.rulings.contains(tree.lemma(noun)) && !ActorWords.ruling.contains(tree.lemma(verb))
    }

    /// "Oslo" and "Bank" of "the Oslo Bank".
    private func isOneName(_ word: Int, _ noun: Int) -> Bool {
        context.mention(at: word).map { $0.form == .name && $0.tokens.contains(word) && $0.tokens.contains(noun) } ?? false
    }

    /// "after the accord to …", "against the plan to …": whoever acts there has no part in it, as in "in an attempt to", "on a mission to".
    private func isCircumstance(_ noun: Int) -> Bool {
        guard tree.relation(noun).isOblique, let marker = tree.marker(of: noun) else { return false }
        return !["in", "on", "as", "with"].contains(marker)
    }

    private func agents(ofVerb verb: Int, withObject noun: Int) -> [Int] {
        guard !ActorWords.receiving.contains(tree.lemma(verb)), !isSought(noun, by: verb) else { return [] }
        return context.events(at: verb).filter { $0.predicate == noun || $0.arguments("ARG1").contains { $0.token == noun } }
            .flatMap { $0.arguments("ARG0") }.map(\.token)
    }

    private func isStance(_ noun: Int) -> Bool {
        guard ActorWords.stances.contains(tree.lemma(noun)), tree.marker(of: noun) == "in", let verb = tree.head(of: noun) else {
            return false
        }
        return tree.isClauseHead(verb)
    }

    /// "In support of X, Y struck": whoever acts does so in support.
    private func supporters(_ noun: Int) -> [Found] {
        guard let verb = tree.head(of: noun) else { return [] }
        let agents = context.events(at: verb).flatMap { $0.arguments("ARG0") }.map(\.token)
        return agents.flatMap { actors(at: $0) }.map { Found(mention: $0.mention, directness: $0.directness * 0.9) }
    }
}
