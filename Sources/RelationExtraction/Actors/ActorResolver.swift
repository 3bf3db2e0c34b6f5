import KnowledgeGraph
import NewsText
public import TextAnalysis

/// Finds who is who in a document: mentions, coreference, canonical names and ids.
///
///     let resolver = ActorResolver(tables: try .bundled())
///     try document.run(resolver)
///     document.actors.actor(sentence: 0, head: 3)?.name   // "Russian Foreign Ministry" for "the ministry"
///
/// Cost grows with the number of mentions; a mention is compared with those of the few sentences before it.
public struct ActorResolver: ExtractionStage {
    public let name = "actors"
    public let requires: Set<ExtractionLayer> = [.sentences]
    public let provides: ExtractionLayer = .actors

    private let tables: ActorTables

    public init(tables: ActorTables) {
        self.tables = tables
    }

    public func run(on document: inout ExtractionDocument) throws {
        let sentences = document.sentences
        var starts: Set<Int> = []
        for block in document.article.blocks {
            if let first = sentences.firstIndex(where: { $0.span.lowerBound >= block.range.lowerBound }) { starts.insert(first) }
        }
        document.actors = actors(in: sentences, blockStarts: starts)
    }

    /// The actors of these sentences, read as one text.
    public func actors(in sentences: [Sentence]) -> ActorIndex { actors(in: sentences, blockStarts: []) }

    private func actors(in sentences: [Sentence], blockStarts: Set<Int>) -> ActorIndex {
        let read = read(sentences, blockStarts: blockStarts)
        return index(read.document.mentions, read.clusters, read.members)
    }

    /// What the ranker of antecedents sees at each pronoun of these sentences.
    package func antecedentExamples(in sentences: [Sentence]) -> [AntecedentExample] {
        var examples: [AntecedentExample] = []
        _ = read(sentences) { examples.append($0) }
        return examples
    }

    /// Mentions and their clusters, before they become actors.
    func read(
        _ sentences: [Sentence], blockStarts: Set<Int> = [], observe: ((AntecedentExample) -> Void)? = nil
    ) -> (document: DocumentMentions, clusters: Clusters, members: [Int: [Int]]) {
        let trees = sentences.map(SentenceTree.init)
        let quotes = QuotedSpeech(sentences, trees: trees, blockStarts: blockStarts)
        let finder = MentionFinder(tables: tables)
        let partners = PartnerNames(sentences)
        var mentions: [Mention] = []
        for (index, sentence) in sentences.enumerated() {
            mentions += finder.mentions(
                in: sentence, names: partners.joined(in: sentence), at: index, quoted: quotes.quotation[index].map { $0 != nil })
        }
        mentions = NestedNames(tables: tables, trees: trees).added(to: mentions)
        var clusters = Clusters(mentions: mentions.count)
        NameResolution(tables: tables).resolve(&mentions, &clusters)
        var document = DocumentMentions(trees: trees, mentions: mentions)
        StructuralLinks(tables: tables).resolve(document, &clusters)
        let members = CoreferencePass(tables: tables, quotes: quotes, observe: observe).resolve(&document, &clusters)
        return (document, clusters, members)
    }

    private func index(_ mentions: [Mention], _ clusters: Clusters, _ members: [Int: [Int]]) -> ActorIndex {
        var numbers: [Int: Int] = [:]
        var actors: [Actor] = []
        var aliases: [[String]] = []
        var names = CanonicalNames()
        var found: [ActorMention] = []
        var origins: [Int] = []
        for (index, mention) in mentions.enumerated() {
            guard let id = clusters.id(of: index) else { continue }
            if numbers[id] == nil {
                let (actor, others) = names.actor(for: clusters[id], mentions)
                guard !actor.name.isEmpty else { continue }
                numbers[id] = actors.count
                actors.append(actor)
                aliases.append(others)
            }
            guard let number = numbers[id] else { continue }
            origins.append(index)
            found.append(
                ActorMention(sentence: mention.sentence, head: mention.head, tokens: mention.tokens, form: mention.form, actor: number))
        }
        for (position, origin) in origins.enumerated() {
            found[position].members = (members[origin] ?? []).compactMap { clusters.id(of: $0).flatMap { numbers[$0] } }
        }
        return ActorIndex(actors: actors, aliases: aliases, mentions: found)
    }
}
