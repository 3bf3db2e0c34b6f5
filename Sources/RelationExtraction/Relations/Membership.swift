import KnowledgeGraph

/// "One Basque, Ander Etxeberria", "Ana Li, a Democrat": an apposition with the name of a group makes the person one of its members.
enum Membership {
    static func candidates(_ frame: EventFrame, _ finder: ParticipantFinder, _ catalogue: RelationCatalogue) -> [RelationCandidate] {
        let proposition = frame.proposition
        guard proposition.kind == .apposition, let entry = catalogue.entries.first(where: { $0.type.name == "member-of" }),
            let group = finder.context.mention(at: proposition.predicate), group.form == .name
        else { return [] }
        let tree = finder.context.tree
        // An organisation beside a name is most often whom an office before it is held in: "chairman of Acme Corp, Anna Vik".
        let isOneOf =
            tree.hasChild(proposition.predicate, .nummod)
            || tree.child(of: proposition.predicate, .det).map { tree.lemma($0) == "a" } ?? false
        switch finder.context.actor(group).type {
        case .group: break
        case .organization where isOneOf: break
        default: return []
        }
        return proposition.arguments("ARG1").compactMap { argument in
            guard let person = finder.context.mention(at: argument.token), person.actor != group.actor,
                finder.context.actor(person).type == .person, areApart(person, group, tree)
            else { return nil }
            return RelationCandidate(
                type: entry.type, rule: "STATE/member-of#apposition", proposition: proposition, subject: person, object: group, topic: nil,
                mode: nil, status: nil, detail: nil, confidence: 0.7)
        }
    }

    /// Not "Vik Lines <VIK>", "Vik (Lines)": a name with its sign on the exchange or in brackets is one name.
    private static func areApart(_ person: ActorMention, _ group: ActorMention, _ tree: SentenceTree) -> Bool {
        let (first, second) = person.tokens.lowerBound < group.tokens.lowerBound ? (person, group) : (group, person)
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        return !between.isEmpty && !between.contains { ["<", "(", "["].contains(tree[$0].form) }
    }
}
