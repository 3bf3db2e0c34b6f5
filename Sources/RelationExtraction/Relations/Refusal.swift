import KnowledgeGraph

/// "It will not accept refugees": what an actor says that it will not do is refused, besides not happening.
enum Refusal {
    static func candidates(_ frame: EventFrame, _ finder: ParticipantFinder, _ catalogue: RelationCatalogue) -> [RelationCandidate] {
        let proposition = frame.proposition
        let tree = finder.context.tree
        guard proposition.isNegated, proposition.kind == .verb || proposition.kind == .lightVerb,
            tree.children(of: frame.anchor).contains(where: {
                tree.relation($0) == .aux && ["will", "would", "wo"].contains(tree.lemma($0))
            }),
            refusals.contains(proposition.lemma) || proposition.kind == .lightVerb && refusals.contains(tree.lemma(frame.anchor)),
            let entry = catalogue.entries.first(where: { $0.type.name == "rejected" })
        else { return [] }
        let frame = EventFrame(verbOf: proposition, in: finder.context) ?? frame
        let subjects = finder.participants(subject, of: frame, kinds: entry.from)
        let objects = finder.participants(object, of: frame, kinds: CatalogueParser.actors) { mention in
            !subjects.contains { $0.mention.actor == mention.actor }
        }
        return subjects.flatMap { subject in
            objects.map { object in
                var affirmed = proposition
                affirmed.isNegated = false
                return RelationCandidate(
                    type: entry.type, rule: "REJECT/rejected#will-not", proposition: affirmed, subject: subject.mention,
                    object: object.mention,
                    topic: nil, mode: nil, status: .actual, detail: "will not \(proposition.lemma)",
                    confidence: 0.7 * subject.directness * object.directness)
            }
        }
    }

    /// What is refused by not doing it; whoever will not need, affect or discuss something refuses nothing.
    private static let refusals: Set<String> = [
        "accept", "recognise", "recognize", "negotiate", "meet", "talk", "speak", "attend", "join", "sign", "ratify", "support", "back",
        "endorse",
        "tolerate", "permit", "allow", "let", "admit", "receive", "welcome", "host", "bow", "yield", "surrender", "submit", "obey",
        "cooperate",
        "comply", "deal", "hand", "hand over", "extradite", "release", "give", "grant", "give in", "give up",
        "agree",
        "consent", "approve", "honour", "honor", "respect", "return", "leave", "withdraw", "pay", "lend", "sell", "supply", "help", "take",
        "take in", "take back", "invite", "see", "consider",
    ]
    private static let subject = RolePattern([.role("ARG0")])
    private static let object = RolePattern([.just(.role("ARG1")), .role("ARG2"), .marked("with")])
}
