import KnowledgeGraph
import TextAnalysis

/// Who says so: the speech verb that governs a proposition, "according to", or the speaker of the quotation that it stands in.
struct AttributionQualifier {
    let contexts: [SentenceContext]
    private let quotations: Quotations

    init(_ contexts: [SentenceContext]) {
        self.contexts = contexts
        quotations = Quotations(contexts.map(\.tree))
    }

    /// The innermost speaker; nil when the text itself says so.
    func attribution(of proposition: Proposition, sentence: Int) -> Statement.Attribution? {
        let context = contexts[sentence]
        let anchor = proposition.lightVerb ?? proposition.predicate
        if let verb = governingSpeech(of: anchor, in: context), let attribution = attribution(verb: verb, in: context) {
            return attribution
        }
        if let source = accordingTo(anchor, in: context) { return source }
        return quotations.isQuoted(sentence: sentence, token: anchor) ? quotedSpeaker(sentence: sentence) : nil
    }

    // MARK: - Governing speech

    /// The nearest speech verb that has the word in its complement, or stands beside it: "X did it, the ministry said".
    private func governingSpeech(of anchor: Int, in context: SentenceContext) -> Int? {
        let tree = context.tree
        var word = anchor
        for _ in 0..<tree.indices.count {
            if let said = tree.children(of: word).first(where: { tree.relation($0) == .parataxis && isSpeech($0, tree) && $0 != anchor }),
                word != said
            {
                return said
            }
            guard let governor = tree.head(of: word) else { return nil }
            switch tree.relation(word) {
            case .ccomp, .parataxis, .xcomp, .obj, .acl, .dep, .obl, .nmod, .advcl:
                if isSpeech(governor, tree), !isInfinitiveComplement(word, tree), tells(governor, word, tree) { return governor }
            default: break
            }
            word = governor
        }
        return nil
    }

    private func isSpeech(_ word: Int, _ tree: SentenceTree) -> Bool {
        guard tree[word].upos == .verb || tree[word].upos == .auxiliary else { return false }
        return Self.speechVerbs.contains(tree.lemma(word))
    }

    /// Whether what depends on a speech verb is what is said: a clause, or the object of verbs that report events by nouns.
    private func tells(_ verb: Int, _ word: Int, _ tree: SentenceTree) -> Bool {
        switch tree.relation(word) {
        case .obj: Self.reportingVerbs.contains(tree.lemma(verb))
        case .obl, .nmod, .acl: false
        case .advcl: tree.marker(of: word) == "as"
        default: true
        }
    }

    private static let reportingVerbs: Set<String> = [
        "report", "announce", "confirm", "reveal", "disclose", "describe", "note", "cite", "allege",
    ]

    /// "told X to go" orders; it does not tell what happened.
    private func isInfinitiveComplement(_ word: Int, _ tree: SentenceTree) -> Bool {
        tree.relation(word) == .xcomp && tree.isInfinitive(word)
    }

    private func attribution(verb: Int, in context: SentenceContext) -> Statement.Attribution? {
        let tree = context.tree
        guard let speaker = speaker(of: verb, in: context) else { return nil }
        return attribution(speaker: speaker, verb: tree[verb].form, in: context)
    }

    private func speaker(of verb: Int, in context: SentenceContext) -> Int? {
        let tree = context.tree
        // "cited X as saying"
        if tree.relation(verb) == .advcl || tree.relation(verb) == .xcomp || tree.relation(verb) == .obl,
            let governor = tree.head(of: verb),
            ["cite", "quote"].contains(tree.lemma(governor))
        {
            return tree.child(of: governor, .obj) ?? tree.child(of: governor, .passiveSubject)
        }
        if tree.isPassive(verb) { return tree.child(of: verb, .agent) }
        if let subject = tree.children(of: verb).first(where: { tree.relation($0).isSubject }) { return subject }
        if let agent = context.events(at: verb).lazy.compactMap({ $0.arguments("ARG0").first?.token }).first { return agent }
        return tree.understoodSubject(of: verb)
    }

    private func attribution(speaker: Int, verb: String, in context: SentenceContext) -> Statement.Attribution? {
        let tree = context.tree
        if let mention = context.mention(at: speaker) {
            let actor = context.actor(mention)
            return Statement.Attribution(name: actor.name, id: actor.id, verb: verb, span: tree.span(of: mention.tokens))
        }
        guard tree.isNominal(speaker), tree[speaker].upos != .pronoun else { return nil }
        let words = tree.phrase(of: speaker, for: nil, extent: .minimal)
        guard let first = words.first, let last = words.last else { return nil }
        return Statement.Attribution(name: tree.text(of: words), id: nil, verb: verb, span: tree.span(of: first..<last + 1))
    }

    // MARK: - Sources

    /// "according to X", "X's report" as a phrase beside the clause.
    private func accordingTo(_ anchor: Int, in context: SentenceContext) -> Statement.Attribution? {
        let tree = context.tree
        var word: Int? = anchor
        for _ in 0..<tree.indices.count {
            guard let current = word else { return nil }
            for child in tree.children(of: current)
            where tree.relation(child) == .obl || tree.relation(child) == .nmod || tree.relation(child) == .advcl {
                guard let marker = tree.markers(of: child).first, tree[marker].form.lowercased() == "according" else { continue }
                return attribution(speaker: child, verb: "according to", in: context)
            }
            word = tree.head(of: current)
        }
        return nil
    }

    // MARK: - Quotations

    /// The speaker of the quotation that a sentence is part of: said in the sentence itself, before it, or after it.
    private func quotedSpeaker(sentence: Int) -> Statement.Attribution? {
        for candidate in quotations.neighbours(of: sentence) {
            let context = contexts[candidate]
            let verbs = context.tree.indices.filter { word in
                isSpeech(word, context.tree) && !quotations.isQuoted(sentence: candidate, token: word)
            }
            for verb in verbs {
                if let attribution = attribution(verb: verb, in: context) { return attribution }
            }
        }
        return nil
    }

    static let speechVerbs: Set<String> = PropositionLexicon.speechVerbs.subtracting([
        "think", "believe", "ask", "predict", "estimate", "deny",
    ]).union([
        "reveal", "disclose", "quote", "continue", "conclude", "believe", "pledge", "allege", "cite", "stress", "testify",
    ])
}
