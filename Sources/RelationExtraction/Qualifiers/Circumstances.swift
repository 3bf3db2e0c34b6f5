import KnowledgeGraph
import TextAnalysis

/// Where, about what, how, and how many: qualifiers that are read off a proposition's arguments.
struct Circumstances {
    let context: SentenceContext
    private var tree: SentenceTree { context.tree }

    init(_ context: SentenceContext) {
        self.context = context
    }

    /// The place that the proposition names: "in Istanbul".
    func place(of proposition: Proposition, without taken: [Int]) -> String? {
        let named = proposition.arguments.filter { argument in
            guard !taken.contains(argument.token), !taken.contains(where: { tree.isAncestor(argument.token, of: $0) }) else { return false }
            if argument.role == "ARGM-LOC" { return tree[argument.token].upos != .pronoun && !tree.isClauseHead(argument.token) }
            return Self.placeMarkers.contains(argument.marker ?? "") && isPlace(argument.token)
        }
        let heads = [proposition.predicate] + (proposition.lightVerb.map { [$0] } ?? [])
        let phrases =
            named.map(\.token)
            + heads.flatMap { tree.children(of: $0) }.filter { child in
                (tree.relation(child) == .obl || tree.relation(child) == .nmod) && Self.placeMarkers.contains(tree.marker(of: child) ?? "")
                    && isPlace(child) && !taken.contains(child) && !taken.contains { tree.isAncestor(child, of: $0) }
            }
        guard
            let token = phrases.first(where: { isPlace($0) })
                ?? phrases.first(where: { !PropositionLexicon.timeNouns.contains(tree.lemma($0)) && tree[$0].upos == .properNoun })
        else { return nil }
        return tree.text(of: trimmed(token))
    }

    /// What it is about.
    func topic(_ pattern: RolePattern?, of frame: EventFrame, without taken: [Int]) -> String? {
        guard let pattern else { return nil }
        for selector in pattern.alternatives {
            let words = context.arguments(selector, of: frame).filter { argument in
                !taken.contains(argument.token) && tree[argument.token].upos != .pronoun
                    && !(argument.role == "ARGM-TMP") && !tree.entityKinds(argument.tokens, arePlacesOnly: argument.token)
            }
            guard !words.isEmpty else { continue }
            return words.map { argument in
                let full = tree.phrase(of: argument.token, for: frame.proposition.predicate, extent: .full)
                return tree.text(of: full.count <= Self.longestTopic && full.count >= argument.tokens.count ? full : argument.tokens)
            }.joined(separator: "; ")
        }
        return nil
    }

    /// "by phone", "in a telephone call", "by video link"; of an assault also "with drones".
    func mode(of proposition: Proposition, _ relationClass: RelationClass) -> String? {
        let heads = [proposition.predicate] + (proposition.lightVerb.map { [$0] } ?? [])
        let words = heads.flatMap { tree.children(of: $0) }.filter { child in
            tree.relation(child).isOblique || tree.relation(child) == .nmod || tree.relation(child) == .compound
        }.flatMap { child in [child] + tree.children(of: child).filter { tree.relation($0) == .compound || tree.relation($0) == .amod } }
        let modes = relationClass == .assault ? Self.weapons : Self.channels
        return words.lazy.compactMap { modes[tree.lemma($0)] }.first
    }

    /// Counted things among the arguments: "41 warplanes", "$3 billion".
    func quantities(of proposition: Proposition) -> [Statement.Quantity] {
        var heads = proposition.arguments.filter { !$0.role.rawValue.hasPrefix("ARGM-TMP") }.map(\.token)
        heads += heads.flatMap { head in tree.children(of: head).filter { tree.relation($0) == .nmod && !tree.isClauseHead($0) } }
        var seen = Set<Int>()
        return heads.filter { seen.insert($0).inserted }.sorted().compactMap(quantity)
    }

    private func quantity(_ head: Int) -> Statement.Quantity? {
        guard !PropositionLexicon.timeNouns.contains(tree.lemma(head)),
            let number = tree.children(of: head).first(where: { tree.relation($0) == .nummod && $0 < head }) ?? counter(of: head)
        else { return nil }
        let digits = tree.branch(number) { tree.relation($0) == .compound || tree.relation($0) == .flat }
        guard let value = NumberExpression.value(digits.map { tree[$0].form }) else { return nil }
        let first = min(number, digits.first ?? number)
        guard first <= head else { return nil }
        let words = Array(first...head)
        return Statement.Quantity(
            value: value, unit: tree.lemma(head), text: tree.text(of: words), span: tree.span(of: first..<head + 1))
    }

    /// "thousands" of "thousands of refugees" is no number; "a total of 41 warplanes" has its own.
    private func counter(of head: Int) -> Int? {
        tree[head].upos == .symbol ? tree.children(of: head).first { tree.relation($0) == .nummod } : nil
    }

    private func isPlace(_ token: Int) -> Bool {
        if let mention = context.mention(at: token) {
            switch context.actor(mention).type {
            case .place, .country, .facility: return true
            case .person, .organization, .group, .event, .thing: return false
            }
        }
        return tree.entity(at: token)?.kind == .location
    }

    private func trimmed(_ token: Int) -> [Int] {
        tree.phrase(of: token, for: nil, extent: .minimal, asClause: false)
    }

    /// Words; a longer phrase is given without its relative clauses.
    private static let longestTopic = 30

    private static let placeMarkers: Set<String> = ["in", "at", "near", "outside", "inside", "across", "off", "around", "on"]

    private static let channels: [String: String] = [
        "phone": "phone", "telephone": "phone", "call": "phone", "video": "video", "videoconference": "video", "teleconference": "phone",
        "letter": "letter", "email": "letter", "telegram": "letter", "videolink": "video",
    ]

    private static let weapons: [String: String] = [
        "drone": "drone", "airstrike": "air", "missile": "missile", "artillery": "artillery",
    ]
}

extension SentenceTree {
    /// Whether the argument is just the name of a place: where something was discussed, not what.
    fileprivate func entityKinds(_ tokens: [Int], arePlacesOnly head: Int) -> Bool {
        guard let entity = entity(at: head), entity.kind == .location else { return false }
        return tokens.allSatisfy { entity.tokens.contains($0) || self[$0].upos == .determiner }
    }
}
