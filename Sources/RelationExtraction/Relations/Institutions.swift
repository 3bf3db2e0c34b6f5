import KnowledgeGraph

/// For whom the people of a document speak: what an office holder says that "we" do, his country or organisation does.
struct Institutions {
    /// By index of the person's actor.
    private let byPerson: [Int: Int]

    init(_ candidates: [[RelationCandidate]], _ contexts: [SentenceContext]) {
        let governments = Self.governments(contexts)
        var byPerson: [Int: Int] = [:]
        for candidate in candidates.joined() where Self.relations.contains(candidate.type.name) && byPerson[candidate.subject.actor] == nil
        {
            byPerson[candidate.subject.actor] = governments[candidate.object.actor] ?? candidate.object.actor
        }
        self.byPerson = byPerson
    }

    /// The statement, and with it or, in business, in its place the same of the institution for which the speaker says "we".
    func statements(of candidate: RelationCandidate, in context: SentenceContext) -> [RelationCandidate] {
        let variants = variants(of: candidate, in: context)
        return candidate.type.relationClass == .business && !variants.isEmpty ? variants : [candidate] + variants
    }

    private func variants(of candidate: RelationCandidate, in context: SentenceContext) -> [RelationCandidate] {
        guard candidate.subject.form == .pronoun, ["we", "us", "our"].contains(context.tree[candidate.subject.head].form.lowercased()),
            let institution = byPerson[candidate.subject.actor], institution != candidate.object.actor
        else { return [] }
        var variant = candidate
        variant.subject.actor = institution
        variant.confidence *= 0.9
        return [variant]
    }

    /// Ministries and other parts of a government, by the country that their name begins with.
    private static func governments(_ contexts: [SentenceContext]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for context in contexts {
            let countries = context.allMentions.filter { context.actor($0).type == .country }
            for mention in context.allMentions where context.actor(mention).type == .organization && found[mention.actor] == nil {
                guard bodies.contains(context.tree.lemma(mention.head)),
                    let country = countries.first(where: { mention.tokens.contains($0.head) && $0.head < mention.head })
                else { continue }
                found[mention.actor] = country.actor
            }
        }
        return found
    }

    private static let relations: Set<String> = ["holds-office", "represents", "leads", "works-for"]
    private static let bodies: Set<String> = [
        "ministry", "department", "office", "government", "embassy", "cabinet", "administration", "presidency",
    ]
}
