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
        var carried: StatementDate?
        for (context, candidates) in zip(contexts, candidates) {
            let builder = StatementBuilder(document: document, context: context, attributions: attributions, carriedDate: carried)
            let found = candidates.flatMap { [$0] + institutions.variants(of: $0, in: context) }.map { builder.statement($0) }
            statements += found
            carried = found.last { $0.date?.source == .text && $0.status == .actual }?.date ?? carried
        }
        document.statements = Deduplication.distinct(statements)
    }
}

extension ExtractionDocument {
    /// The sentences with their trees, propositions and mentions.
    func contexts() -> [SentenceContext] {
        var mentions = [[ActorMention]](repeating: [], count: sentences.count)
        for mention in actors.mentions where sentences.indices.contains(mention.sentence) { mentions[mention.sentence].append(mention) }
        return sentences.indices.map { index in
            SentenceContext(
                index: index, tree: SentenceTree(sentences[index]), propositions: propositions[index], actors: actors,
                mentions: mentions[index])
        }
    }
}
