import TextAnalysis

extension OpenExtractor {
    /// A verb's clause: one draft for each pair of conjoined subject and conjoined first argument.
    func clauseDrafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        let verb = proposition.lightVerb ?? proposition.predicate
        let subjects = subjectArguments(of: proposition, verb: verb, in: tree)
        guard !subjects.isEmpty else { return [] }
        let rest = proposition.arguments.filter { argument in !subjects.contains { $0.token == argument.token } && argument.token != verb }
        let complements = complementOrder(rest, verb: verb, in: tree)
        let chain = tree.governingChain(of: verb)
        var relation = chain + tree.relationWords(of: verb)
        if proposition.lightVerb != nil {
            relation += tree.phrase(of: proposition.predicate, for: nil, extent: .minimal, asClause: false).filter { word in
                !complements.contains { argument in
                    argument.token == word || tree.isAncestor(argument.token, of: word) || tree.markers(of: argument.token).contains(word)
                }
            }
        }
        relation = Set(relation).sorted()
        let ordered = complements.filter { !relation.contains($0.token) }
        let source = self.source(of: verb, chain: chain, in: tree)
        guard let first = ordered.first else {
            return subjects.map { subject in
                ExtractionDraft(
                    source: source, relation: relation, subject: words(of: subject, for: verb, in: tree), arguments: [],
                    confidence: confidence(source, arguments: 0))
            }
        }
        let alternatives =
            [first]
            + ordered.dropFirst().filter {
                $0.role == first.role && tree.firstConjunct(of: $0.token) == tree.firstConjunct(of: first.token)
            }
        let later = ordered.dropFirst().filter { argument in !alternatives.contains { $0.token == argument.token } }
        let laterWords = conjunctionFree(Array(later), in: tree).map { markedWords(of: $0, for: verb, in: tree) }
        return subjects.flatMap { subject in
            alternatives.map { complement in
                let markers = markerWords(of: complement, verb: verb, in: tree)
                return ExtractionDraft(
                    source: source, relation: Set(relation + markers).sorted(), subject: words(of: subject, for: verb, in: tree),
                    arguments: [
                        markers.isEmpty ? markedWords(of: complement, for: verb, in: tree) : words(of: complement, for: verb, in: tree)
                    ]
                        + laterWords,
                    confidence: confidence(source, arguments: 1 + laterWords.count))
            }
        }
    }

    private func source(of verb: Int, chain: [Int], in tree: SentenceTree) -> ExtractionDraft.Source {
        if !chain.isEmpty { return .complement }
        let first = tree.relation(verb) == .conj ? tree.firstConjunct(of: verb) : verb
        switch tree.relation(first) {
        case .acl, .amod: return .participle
        case .advcl where tree.ownSubject(of: verb) == nil: return .participle
        case .relativeClause: return .relative
        case .xcomp: return .complement
        default: return .clause
        }
    }

    /// The arguments that are the clause's subject, one for each conjunct.
    private func subjectArguments(of proposition: Proposition, verb: Int, in tree: SentenceTree) -> [Proposition.Argument] {
        let arguments = proposition.arguments
        let understood = tree.understoodSubject(of: verb).map { tree.contentHead(of: $0) }
        if let understood, let subject = arguments.first(where: { $0.token == understood }) {
            return arguments.filter { $0.role == subject.role && tree.firstConjunct(of: $0.token) == tree.firstConjunct(of: subject.token) }
        }
        let roles: [SemanticRole] = proposition.isPassive ? ["ARG1"] : ["ARG0", "ARG1"]
        for role in roles {
            let found = arguments.filter { $0.role == role && (tree.isAncestor($0.token, of: verb) || $0.token < verb) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Objects before complements, complements before circumstances, each in order of the words.
    private func complementOrder(_ arguments: [Proposition.Argument], verb: Int, in tree: SentenceTree) -> [Proposition.Argument] {
        func rank(_ argument: Proposition.Argument) -> Int {
            let role = argument.role.rawValue
            if role == "ARGM-TMP" || role == "ARGM-ADV" || role == "ARGM-DIS" || role == "ARGM-CAU" || role == "ARGM-PRP" { return 4 }
            if argument.token < verb, argument.marker != nil { return 5 }
            let isClause = tree.isClauseHead(argument.token) && !tree.isNominal(argument.token)
            if argument.marker == nil, !isClause, !role.hasPrefix("ARGM") { return 0 }
            if isClause { return 1 }
            return role.hasPrefix("ARGM") ? 3 : 2
        }
        return arguments.filter { argument in
            argument.token > verb || rank(argument) == 0 || !argument.role.rawValue.hasPrefix("ARGM") || argument.role == "ARGM-TMP"
                || argument.role == "ARGM-LOC"
        }.sorted { (rank($0), $0.token) < (rank($1), $1.token) }
    }

    /// The preposition that the relation phrase takes over from its first argument.
    private func markerWords(of argument: Proposition.Argument, verb: Int, in tree: SentenceTree) -> [Int] {
        let head = phraseHead(of: argument, in: tree)
        guard argument.token > verb, argument.marker != nil, tree.isNominal(head) else { return [] }
        return tree.markers(of: head).filter { tree.relation($0) != .mark || tree.isNominal(head) }
    }

    /// One argument for the conjuncts of each phrase; the others are written inside it.
    private func conjunctionFree(_ arguments: [Proposition.Argument], in tree: SentenceTree) -> [Proposition.Argument] {
        var kept: [Proposition.Argument] = []
        for argument in arguments
        where !kept.contains(where: {
            $0.role == argument.role && tree.firstConjunct(of: $0.token) == tree.firstConjunct(of: argument.token)
        }) {
            kept.append(argument)
        }
        return kept
    }

    func words(of argument: Proposition.Argument, for predicate: Int, in tree: SentenceTree) -> [Int] {
        let head = phraseHead(of: argument, in: tree)
        return tree.phrase(of: head, for: predicate, extent: extent)
    }

    /// With the preposition or subordinator before it.
    func markedWords(of argument: Proposition.Argument, for predicate: Int, in tree: SentenceTree) -> [Int] {
        let head = phraseHead(of: argument, in: tree)
        let markers = argument.marker == nil ? [] : tree.markers(of: head).filter { $0 < head }
        return Set(markers + tree.phrase(of: head, for: predicate, extent: extent)).sorted()
    }

    /// The head of the whole phrase: "dozens" of "dozens of soldiers".
    func phraseHead(of argument: Proposition.Argument, in tree: SentenceTree) -> Int {
        guard let head = tree.head(of: argument.token), argument.tokens.contains(head), tree.contentHead(of: head) == argument.token else {
            return argument.token
        }
        return head
    }
}

extension SentenceTree {
    /// The relation phrase of a verb: auxiliaries, negation, particles and the adverbs between them.
    func relationWords(of verb: Int) -> [Int] {
        let core = predicateWords(of: verb)
        guard let first = core.first else { return core }
        let adverbs = children(of: verb).filter { relation($0) == .advmod && $0 > first && $0 < verb && !hasChild($0, .obl) }
        return (core + adverbs.filter { !core.contains($0) }).sorted()
    }

    /// "agreed to" before "send": the words of the verbs and adjectives that share their subject with this infinitive.
    func governingChain(of verb: Int) -> [Int] {
        guard relation(verb) == .xcomp, let governor = head(of: verb), let subject = understoodSubject(of: verb) else { return [] }
        guard understoodSubject(of: governor) == subject, isVerb(governor) || self[governor].upos == .adjective else { return [] }
        let marks = children(of: verb).filter { relation($0) == .mark }
        return governingChain(of: governor) + relationWords(of: governor) + marks
    }
}
