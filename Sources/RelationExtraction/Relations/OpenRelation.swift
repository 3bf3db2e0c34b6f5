import KnowledgeGraph
import TextAnalysis

/// What no entry of the catalogue covers but has an actor on both sides: kept as `other`, with the verb's phrase as detail.
enum OpenRelation {
    static let type = RelationType(name: "other", relationClass: .other, label: "other")

    static func candidates(_ frame: EventFrame, _ finder: ParticipantFinder) -> [RelationCandidate] {
        let proposition = frame.proposition
        guard proposition.kind == .verb, !AttributionQualifier.speechVerbs.union(PropositionLexicon.speechVerbs).contains(proposition.lemma)
        else { return [] }
        let subjects = participants(["ARG0", "ARG1"], of: proposition, finder.context, without: [])
        guard let first = subjects.first else { return [] }
        let objects = participants(["ARG1", "ARG2", "ARG3", "ARG4"], of: proposition, finder.context, without: subjects.map(\.token))
        guard !objects.isEmpty else { return [] }
        let detail = ([proposition.lemma] + (objects.first?.marker.map { [$0] } ?? [])).joined(separator: " ")
        return subjects.filter { $0.role == first.role }.flatMap { subject in
            objects.compactMap { object -> RelationCandidate? in
                guard let left = finder.context.mention(at: subject.token), let right = finder.context.mention(at: object.token),
                    left.actor != right.actor
                else { return nil }
                return RelationCandidate(
                    type: type, rule: "OTHER/other#\(proposition.lemma.replacing(" ", with: "-"))", proposition: proposition, subject: left,
                    object: right, topic: nil, mode: nil, status: nil, detail: detail, confidence: 0.6)
            }
        }
    }

    /// The arguments of the first of the roles that names actors.
    private static func participants(
        _ roles: [SemanticRole], of proposition: Proposition, _ context: SentenceContext, without taken: [Int]
    ) -> [Proposition.Argument] {
        for role in roles {
            let found = proposition.arguments(role).filter { argument in
                guard !taken.contains(argument.token), let mention = context.mention(at: argument.token) else { return false }
                return CatalogueParser.actors.contains(context.actor(mention).type)
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
