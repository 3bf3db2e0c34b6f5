public import KnowledgeGraph
public import NewsText
public import TextAnalysis

/// A document on its way through extraction: each stage adds its layer.
public struct ExtractionDocument: Sendable {
    public let article: Article
    /// Publication day.
    public let date: CalendarDate?
    /// Set by text analysis.
    public var sentences: [Sentence] = []
    /// One list for each sentence.
    public var propositions: [[Proposition]] = []
    public var actors = ActorIndex()
    public var statements: [Statement] = []
    /// What has been computed so far.
    public internal(set) var layers: Set<ExtractionLayer> = []

    public init(article: Article) {
        self.article = article
        date = article.date.flatMap { date in
            guard let year = date.year, let month = date.month, let day = date.day else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
    }
}

/// What a stage adds to a document, and what later stages may ask for.
public enum ExtractionLayer: String, Sendable, Hashable, CaseIterable {
    case sentences, propositions, actors, statements
}

/// One step of extraction: reads the layers it requires and adds the one it provides.
public protocol ExtractionStage: Sendable {
    var name: String { get }
    var requires: Set<ExtractionLayer> { get }
    var provides: ExtractionLayer { get }
    func run(on document: inout ExtractionDocument) throws
}

extension ExtractionDocument {
    /// Runs a stage; throws when a layer it requires is missing.
    public mutating func run(_ stage: some ExtractionStage) throws {
        for layer in stage.requires.sorted(by: { $0.rawValue < $1.rawValue }) where !layers.contains(layer) {
            throw ExtractionError.missingLayer(layer, stage: stage.name)
        }
        try stage.run(on: &self)
        layers.insert(stage.provides)
    }
}
