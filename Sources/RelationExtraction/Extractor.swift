public import KnowledgeGraph
public import NewsText
public import TextAnalysis

/// Turns articles into statements: who did what to whom, when, and according to whom.
///
/// ```swift
/// let extractor = try Extractor(analyzer: TextAnalyzer())
/// for statement in try extractor.statements(in: article) {
///     print(statement.subject.actor.name, statement.relation, statement.object.actor.name)
/// }
/// ```
/// One extractor may be used from many tasks. A document's statements depend on that document alone; cost is linear in its sentences.
public struct Extractor: Sendable {
    public let catalogue: RelationCatalogue
    private let analyzer: TextAnalyzer
    private let segmenter: Segmenter
    private let stages: [any ExtractionStage]

    /// - Parameters:
    ///   - catalogue: the relations to find; the standard ones by default.
    ///   - segmenter: how text is split into sentences.
    /// - Throws: `CatalogueError` or another error that names the file when data of the library cannot be read.
    public init(analyzer: TextAnalyzer, catalogue: RelationCatalogue? = nil, segmenter: Segmenter = Segmenter()) throws {
        let catalogue = try catalogue ?? .standard()
        self.catalogue = catalogue
        self.analyzer = analyzer
        self.segmenter = segmenter
        stages = [PropositionExtractor(), ActorResolver(tables: try .bundled()), RelationStage(catalogue: catalogue)]
    }

    /// The article's statements in order of their predicates.
    public func statements(in article: Article) throws -> [Statement] {
        try document(of: article).statements
    }

    /// The article with every layer that extraction adds: sentences, propositions, actors, statements.
    public func document(of article: Article) throws -> ExtractionDocument {
        var document = ExtractionDocument(article: article)
        document.sentences = segmenter.sentences(in: article.text, blocks: article.blocks.map(\.range), skipping: article.markup)
        annotate(&document.sentences)
        document.layers.insert(.sentences)
        for stage in stages { try document.run(stage) }
        return document
    }

    /// Tables of figures keep their words and get no analysis: they say nothing of actors and cost as much as prose.
    private func annotate(_ sentences: inout [Sentence]) {
        let prose = sentences.indices.filter { !sentences[$0].isTableOfFigures }
        var selected = prose.map { sentences[$0] }
        analyzer.annotate(&selected)
        for (index, sentence) in zip(prose, selected) { sentences[index] = sentence }
    }
}
