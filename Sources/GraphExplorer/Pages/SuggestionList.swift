import GraphStore
import KnowledgeGraph

/// What the search boxes show while somebody types: options of a list, as HTML.
struct SuggestionList: Sendable {
    let suggestedActors: [SuggestedActor]
    let suggestedSentences: [SuggestedSentence]

    struct SuggestedActor: Sendable {
        let suggestedName: String
        let suggestedKind: String
        let suggestedAlias: String?
        let suggestedID: String
        let suggestedAddress: String
    }

    struct SuggestedSentence: Sendable {
        let quote: [WordMark]
        let quoteAddress: String
    }

    init(_ query: String, in store: GraphStore) throws {
        guard query.unicodeScalars.count >= 2 else {
            (suggestedActors, suggestedSentences) = ([], [])
            return
        }
        suggestedActors = try store.completions(of: query, limit: 8).map { completion in
            let isOwn = completion.name.lowercased() == completion.actor.name.lowercased()
            return SuggestedActor(
                suggestedName: PageWords.name(completion.actor.name), suggestedKind: PageWords.kind(completion.actor.type),
                suggestedAlias: isOwn ? nil : PageWords.name(completion.name), suggestedID: completion.actor.id,
                suggestedAddress: PageAddress.actor(completion.actor.id))
        }
        suggestedSentences = try store.sentences(beginning: query, limit: 3).map { hit in
            SuggestedSentence(
                quote: WordMark.parts(of: hit.evidence.sentence, marking: query),
                quoteAddress: hit.statements.first.map(PageAddress.statement) ?? PageAddress.document(hit.document))
        }
    }
}
