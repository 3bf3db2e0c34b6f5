import TextAnalysis

extension OpenExtractor {
    /// A verb's clause: one draft for each pair of conjoined subject and conjoined first argument.
    ///
    /// - Parameter clauses: the propositions of the sentence's verbs, by verb.
    func clauseDrafts(for proposition: Proposition, in tree: SentenceTree, clauses: [Int: Proposition]) -> [ExtractionDraft] {
        let verb = proposition.lightVerb ?? proposition.predicate
        let subjects = subjectArguments(of: proposition, verb: verb, in: tree)
        guard !subjects.isEmpty else { return [] }
        let rest = proposition.arguments.filter { argument in !subjects.contains { $0.token == argument.token } && argument.token != verb }
        let relation = relationPhrase(of: proposition, verb: verb, without: rest, in: tree)
        let ordered = complementOrder(rest, verb: verb, in: tree).filter { !relation.contains($0.token) }
        if let first = ordered.first?.token, isWrittenWithItsGovernor(first, in: tree, clauses: clauses) { return [] }

        let source = source(of: verb, in: tree)
        let shared = sharedCircumstances(of: verb, in: tree, clauses: clauses).filter { argument in
            !proposition.arguments.contains { $0.token == argument.token } && !relation.contains(argument.token)
        }
        guard let first = ordered.first else {
            let circumstances = shared.map { markedWords(of: $0, for: verb, in: tree) }
            return subjects.map {
                ExtractionDraft(
                    source: source, relation: relation, subject: words(of: $0, for: verb, in: tree), arguments: circumstances)
            }
        }
        let alternatives = ordered.filter { isConjunct($0, of: first, in: tree) }
        let later = onePerConjunction(ordered.filter { !isConjunct($0, of: first, in: tree) } + shared, in: tree).map {
            markedWords(of: $0, for: verb, in: tree)
        }
        return subjects.flatMap { subject in
            alternatives.map { complement in
                let markers = markerWords(of: complement, verb: verb, in: tree)
                let written =
                    markers.isEmpty ? markedWords(of: complement, for: verb, in: tree) : words(of: complement, for: verb, in: tree)
                return ExtractionDraft(
                    source: source, relation: Set(relation + markers).sorted(), subject: words(of: subject, for: verb, in: tree),
                    arguments: [written] + later)
            }
        }
    }

    /// Verb and what governs it; for a light verb the noun with its modifiers too.
    private func relationPhrase(
        of proposition: Proposition, verb: Int, without arguments: [Proposition.Argument], in tree: SentenceTree
    ) -> [Int] {
        var relation = tree.governingChain(of: verb) + tree.relationWords(of: verb)
        if proposition.lightVerb != nil {
            relation += tree.phrase(of: proposition.predicate, for: nil, extent: .minimal, asClause: false).filter { word in
                !arguments.contains { argument in
                    argument.token == word || tree.isAncestor(argument.token, of: word) || tree.markers(of: argument.token).contains(word)
                }
            }
        }
        return Set(relation).sorted()
    }

    /// "agreed to send help" is written once, with its infinitive: not as "agreed" with "to send help" as well.
    private func isWrittenWithItsGovernor(_ complement: Int, in tree: SentenceTree, clauses: [Int: Proposition]) -> Bool {
        guard tree.relation(complement) == .xcomp, let clause = clauses[complement], !tree.governingChain(of: complement).isEmpty else {
            return false
        }
        return clause.arguments.count > 1
    }

    private func source(of verb: Int, in tree: SentenceTree) -> ExtractionDraft.Source {
        if !tree.governingChain(of: verb).isEmpty { return .chain }
        if tree.hasChild(verb, .expl) { return .existential }
        let first = tree.relation(verb) == .conj ? tree.firstConjunct(of: verb) : verb
        switch tree.relation(first) {
        case .acl, .amod: return tree.isInfinitive(first) ? .infinitive : .participle
        case .advcl where tree.ownSubject(of: verb) == nil: return tree.isInfinitive(first) ? .infinitive : .participle
        case .relativeClause: return .relative
        case .xcomp: return .controlled
        default: return .clause
        }
    }

    /// The arguments that are the clause's subject, one for each conjunct.
    private func subjectArguments(of proposition: Proposition, verb: Int, in tree: SentenceTree) -> [Proposition.Argument] {
        let arguments = proposition.arguments
        let understood = tree.understoodSubject(of: verb).map { tree.contentHead(of: $0) }
        if let understood, let subject = arguments.first(where: { $0.token == understood }) {
            return arguments.filter { isConjunct($0, of: subject, in: tree) }
        }
        let roles: [SemanticRole] = proposition.isPassive ? ["ARG1"] : ["ARG0", "ARG1"]
        for role in roles {
            let found = arguments.filter { $0.role == role && (tree.isAncestor($0.token, of: verb) || $0.token < verb) }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func isConjunct(_ argument: Proposition.Argument, of other: Proposition.Argument, in tree: SentenceTree) -> Bool {
        argument.role == other.role && tree.firstConjunct(of: argument.token) == tree.firstConjunct(of: other.token)
    }

    /// Objects before complements, complements before circumstances, each in order of the words; what precedes the verb comes last.
    private func complementOrder(_ arguments: [Proposition.Argument], verb: Int, in tree: SentenceTree) -> [Proposition.Argument] {
        func rank(_ argument: Proposition.Argument) -> Int {
            let role = argument.role.rawValue
            if ["ARGM-TMP", "ARGM-ADV", "ARGM-DIS", "ARGM-CAU", "ARGM-PRP"].contains(role) { return 4 }
            if argument.token < verb, argument.marker != nil { return 5 }
            let isClause = tree.isClauseHead(argument.token) && !tree.isNominal(argument.token)
            if argument.marker == nil, !isClause, !role.hasPrefix("ARGM") { return 0 }
            if isClause { return 1 }
            return role.hasPrefix("ARGM") ? 3 : 2
        }
        return arguments.filter { argument in
            argument.token > verb || rank(argument) == 0 || !argument.role.rawValue.hasPrefix("ARGM") || isTimeOrPlace(argument)
        }.sorted { (rank($0), $0.token) < (rank($1), $1.token) }
    }

    private func isTimeOrPlace(_ argument: Proposition.Argument) -> Bool { argument.role == "ARGM-TMP" || argument.role == "ARGM-LOC" }

    /// Times and places that the sentence gives the whole: those of a governing verb, and those before the first of conjoined verbs.
    private func sharedCircumstances(of verb: Int, in tree: SentenceTree, clauses: [Int: Proposition]) -> [Proposition.Argument] {
        let first = tree.firstConjunct(of: verb)
        var shared: [Proposition.Argument] = []
        if first != verb, let clause = clauses[first] {
            let start = tree.ownSubject(of: first) ?? first
            shared += clause.arguments.filter { isTimeOrPlace($0) && $0.token < start }
        }
        if !tree.governingChain(of: verb).isEmpty, let governor = tree.head(of: first), let clause = clauses[governor] {
            shared += clause.arguments.filter { isTimeOrPlace($0) }
        }
        return shared
    }

    /// The preposition that the relation phrase takes over from its first argument.
    private func markerWords(of argument: Proposition.Argument, verb: Int, in tree: SentenceTree) -> [Int] {
        let head = phraseHead(of: argument, in: tree)
        guard argument.token > verb, argument.marker != nil, tree.isNominal(head) else { return [] }
        return tree.markers(of: head)
    }

    /// One argument for the conjuncts of each phrase.
    private func onePerConjunction(_ arguments: [Proposition.Argument], in tree: SentenceTree) -> [Proposition.Argument] {
        var kept: [Proposition.Argument] = []
        for argument in arguments where !kept.contains(where: { isConjunct(argument, of: $0, in: tree) }) { kept.append(argument) }
        return kept
    }
}

// MARK: - Phrases

extension OpenExtractor {
    func words(of argument: Proposition.Argument, for predicate: Int, in tree: SentenceTree) -> [Int] {
        tree.phrase(of: phraseHead(of: argument, in: tree), for: predicate, extent: extent)
    }

    /// With the preposition or subordinator before it.
    func markedWords(of argument: Proposition.Argument, for predicate: Int, in tree: SentenceTree) -> [Int] {
        let head = phraseHead(of: argument, in: tree)
        let markers = argument.marker == nil ? [] : tree.markers(of: head).filter { $0 < head }
        return Set(markers + tree.phrase(of: head, for: predicate, extent: extent)).sorted()
    }

    /// The head of the whole phrase: "dozens" of "dozens of soldiers".
    private func phraseHead(of argument: Proposition.Argument, in tree: SentenceTree) -> Int {
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
        let adverbs = children(of: verb).filter { word in
            guard relation(word) == .advmod else { return false }
            return (word > first && word < verb && !hasChild(word, .obl)) || (self[word].xpos == "RP" && word == verb + 1)
        }
        return (core + adverbs.filter { !core.contains($0) }).sorted()
    }

    /// "agreed to" before "send": the words of the verbs and adjectives that share their subject with this infinitive.
    func governingChain(of verb: Int, depth: Int = 0) -> [Int] {
        if relation(verb) == .conj, ownSubject(of: verb) == nil, depth == 0 {
            let first = firstConjunct(of: verb)
            return self[first].xpos == self[verb].xpos ? governingChain(of: first, depth: depth + 1) : []
        }
        guard depth < 8, relation(verb) == .xcomp, let governor = head(of: verb), let subject = understoodSubject(of: verb) else {
            return []
        }
        guard understoodSubject(of: governor) == subject, isVerb(governor) || self[governor].upos == .adjective else { return [] }
        let marks = children(of: verb).filter { relation($0) == .mark }
        return governingChain(of: governor, depth: depth + 1) + relationWords(of: governor) + marks
    }
}
