import TextAnalysis

extension OpenExtractor {
    /// "Rubio is the secretary of state", "the base is in Syria", "she was critical of the plan".
    func copularDrafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        let head = proposition.predicate
        guard let subject = tree.understoodSubject(of: head).map({ tree.contentHead(of: $0) }) else { return [] }
        let subjects = proposition.arguments.filter { argument in
            argument.token == subject
                || (argument.role == "ARG1" && tree.firstConjunct(of: argument.token) == tree.firstConjunct(of: subject))
        }
        let copulas = tree.children(of: head).filter { tree.relation($0) == .cop }
        guard !subjects.isEmpty, !copulas.isEmpty || proposition.kind == .copula else { return [] }
        let rest = proposition.arguments.filter { argument in
            !subjects.contains { $0.token == argument.token } && argument.token != head && argument.role != "ARG3"
        }
        var relation = tree.relationWords(of: head).filter { $0 != head }
        if copulas.isEmpty, let first = tree.head(of: head) {
            relation = tree.relationWords(of: first).filter { $0 != first || tree.isVerb(first) }
        }
        let source: ExtractionDraft.Source = proposition.kind == .adjective ? .adjective : .copula
        let implied = relation.isEmpty ? "is" : nil
        var arguments: [[Int]]
        let circumstances = proposition.arguments.filter { $0.role == "ARGM-TMP" || $0.role == "ARGM-LOC" }
        if proposition.kind == .adjective,
            let object = rest.first(where: {
                $0.marker != nil && $0.token > head && tree.isNominal($0.token) && !$0.role.rawValue.hasPrefix("ARGM")
            })
        {
            relation = Set(
                relation + [head] + tree.children(of: head).filter { tree.relation($0) == .advmod && $0 < head }
                    + tree.markers(of: object.token)
            ).sorted()
            arguments = [words(of: object, for: head, in: tree)]
        } else {
            let words = tree.phrase(of: head, for: nil, extent: extent, asClause: false)
            let markers = tree.prepositions(of: head)
            relation = (relation + markers).sorted()
            arguments = [words.filter { !relation.contains($0) }]
        }
        arguments += circumstances.map { markedWords(of: $0, for: head, in: tree) }
        return subjects.map { subject in
            ExtractionDraft(
                source: source, relation: relation, impliedRelation: implied, subject: words(of: subject, for: head, in: tree),
                arguments: arguments
            )
        }
    }

    /// Titles and appositions: "is" is understood.
    func descriptionDrafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        guard let name = proposition.arguments(.init(rawValue: "ARG1")).first,
            let description = proposition.arguments(.init(rawValue: "ARG2")).first
        else { return [] }
        let source: ExtractionDraft.Source = proposition.kind == .title ? .title : .apposition
        return [
            ExtractionDraft(
                source: source, relation: [], impliedRelation: "is", subject: name.tokens, arguments: [description.tokens]
            )
        ]
    }

    /// "Lavrov's ministry": "has" is understood.
    func possessionDrafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        guard let owner = proposition.arguments(.init(rawValue: "ARG0")).first,
            let thing = proposition.arguments(.init(rawValue: "ARG1")).first
        else { return [] }
        return [
            ExtractionDraft(
                source: .possessive, relation: [], impliedRelation: "has", subject: owner.tokens, arguments: [thing.tokens]
            )
        ]
    }

    /// "the attack by rebels on the town": the noun is the relation phrase.
    func nominalDrafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        let agents = proposition.arguments.filter { $0.role == "ARG0" }
        let others = proposition.arguments.filter { $0.role != "ARG0" && tree.isNominal($0.token) && $0.marker != nil }
        guard let other = others.first else { return [] }
        let noun = proposition.predicate
        return agents.map { agent in
            ExtractionDraft(
                source: .noun, relation: ([noun] + tree.markers(of: other.token)).sorted(), subject: agent.tokens,
                arguments: [words(of: other, for: noun, in: tree)] + others.dropFirst().map { markedWords(of: $0, for: noun, in: tree) }
            )
        }
    }
}
