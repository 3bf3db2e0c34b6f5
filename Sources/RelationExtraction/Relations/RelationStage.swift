import KnowledgeGraph
import TextAnalysis

/// Turns propositions and actors into typed, qualified statements.
struct RelationStage: ExtractionStage {
    let name = "relations"
    let requires: Set<ExtractionLayer> = [.sentences, .propositions, .actors]
    let provides: ExtractionLayer = .statements
    let catalogue: RelationCatalogue

    func run(on document: inout ExtractionDocument) {
        let contexts = document.contexts()
        let matcher = RelationMatcher(catalogue: catalogue)
        let attributions = AttributionQualifier(contexts)
        let candidates = contexts.map { matcher.candidates(in: $0) }
        let institutions = Institutions(candidates, contexts)
        var statements: [Statement] = []
        var carried: (date: StatementDate, sentence: Int)?
        for (context, candidates) in zip(contexts, candidates) {
            let builder = StatementBuilder(
                document: document, context: context, attributions: attributions,
                carriedDate: carried.flatMap { isNext(context.index, after: $0.sentence, in: document) ? $0.date : nil })
            let found = candidates.flatMap { institutions.statements(of: $0, in: context) }.map { builder.statement($0) }
                .filter { $0.confidence >= Self.leastConfidence }
            statements += found
            let told = found.last { $0.date?.source == .text && $0.status == .actual && $0.relationClass != .state }
            if let date = told?.date { carried = (date, context.index) }
        }
        document.statements = Deduplication.distinct(statements)
    }

    /// Of what was less sure than this, one in seven was right by reading (`Docs/Measurements.md`); it is not said.
    private static let leastConfidence = 0.45

    /// A date is carried over to the next sentence of its paragraph, and within its own.
    private func isNext(_ sentence: Int, after told: Int, in document: ExtractionDocument) -> Bool {
        guard sentence - told <= 1 else { return false }
        let start = document.sentences[told].span.lowerBound
        let end = document.sentences[sentence].span.upperBound
        return document.article.blocks.contains { $0.range.lowerBound <= start && end <= $0.range.upperBound }
    }
}

extension ExtractionDocument {
    /// The sentences with their trees, propositions and mentions.
    func contexts() -> [SentenceContext] {
        let actors = actors.adding(aliasMentions())
        var mentions = [[ActorMention]](repeating: [], count: sentences.count)
        for mention in actors.mentions where sentences.indices.contains(mention.sentence) { mentions[mention.sentence].append(mention) }
        return sentences.indices.map { index in
            SentenceContext(
                index: index, tree: SentenceTree(sentences[index]), propositions: propositions[index], actors: actors,
                mentions: mentions[index])
        }
    }

    /// Words before a noun that are no mention yet but a name that the document uses elsewhere: "Coalition" of "Coalition aircraft".
    private func aliasMentions() -> [ActorMention] {
        var known: [String: Int] = [:]
        for (index, aliases) in actors.aliases.enumerated() where [.organization, .group].contains(actors.actors[index].type) {
            for alias in [actors.actors[index].name] + aliases where !alias.contains(" ") && alias.first?.isUppercase == true {
                known[alias] = known[alias] ?? index
            }
        }
        guard !known.isEmpty else { return [] }
        return sentences.enumerated().flatMap { number, sentence in
            sentence.tokens.indices.compactMap { index -> ActorMention? in
                let token = sentence.tokens[index]
                guard token.relation == "compound" || token.relation == "nsubj", let actor = known[token.form],
                    actors.mention(sentence: number, head: index) == nil
                else { return nil }
                return ActorMention(sentence: number, head: index, tokens: index..<index + 1, form: .name, actor: actor)
            }
        }
    }
}

extension ActorIndex {
    fileprivate func adding(_ more: [ActorMention]) -> ActorIndex {
        more.isEmpty ? self : ActorIndex(actors: actors, aliases: aliases, mentions: mentions + more)
    }
}
