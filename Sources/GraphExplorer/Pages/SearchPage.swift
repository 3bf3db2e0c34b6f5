import Foundation
import GraphFormats
import GraphStore
import KnowledgeGraph

/// What a search found: actors by their names, and sentences.
struct SearchPage: Page {
    static let template = "search"

    let frame: PageFrame
    let query: String
    let hasQuery: Bool
    /// The actor that has exactly this name.
    let exact: ActorLink?
    let actors: [ActorHit]
    let hasActors: Bool
    let sentences: [Sentence]
    let hasSentences: Bool
    let sentenceCount: String
    /// Names that are like what was looked for, when nothing was found.
    let nearNames: [Near]
    let hasNearNames: Bool
    let isNothingFound: Bool

    struct ActorHit: Sendable {
        let hit: ActorLink
        /// The name that was found, when it is another than the actor's own.
        let alias: String?
        let uses: String
        let hitFigureAddress: String
    }

    struct Sentence: Sendable {
        let sentenceParts: [WordMark]
        let sentenceDay: String?
        let sentenceSource: SourceLink
        let links: [Link]
    }

    struct Link: Sendable {
        let linkWords: String
        let linkAddress: String
    }

    struct Near: Sendable {
        let nearName: String
        let nearAddress: String
    }

    private static let actorLimit = 20
    private static let sentenceLimit = 30

    init(_ query: String, in store: GraphStore, services: ExplorerServices) throws {
        self.query = query
        hasQuery = !query.isEmpty
        frame = PageFrame(query.isEmpty ? "Search" : "Search for \(PageWords.name(query))", site: services.options.title, searchText: query)
        guard !query.isEmpty else {
            (exact, actors, sentences, nearNames) = (nil, [], [], [])
            (hasActors, hasSentences, hasNearNames, isNothingFound) = (false, false, false, false)
            sentenceCount = ""
            return
        }
        let completions = try store.completions(of: query, limit: Self.actorLimit)
        let called = completions.filter { $0.actor.id == query || $0.name.lowercased() == query.lowercased() }.map(\.actor)
        exact = Set(called.map(\.id)).count == 1 ? called.first.map { ActorLink($0) } : nil
        let near = completions.isEmpty ? try Self.nearNames(query, in: store) : []
        let words = RelationWords(labels: services.relationLabels)
        actors = completions.map { completion in
            var view = GraphView()
            view.around = completion.actor.id
            return ActorHit(
                hit: ActorLink(completion.actor),
                alias: completion.name.lowercased() == completion.actor.name.lowercased() ? nil : PageWords.name(completion.name),
                uses: PageWords.counted(completion.uses, "mention"), hitFigureAddress: PageAddress.figure(view))
        }
        let hits = try store.search(query, limit: Self.sentenceLimit + 1)
        let statements = try store.statements(Array(hits.prefix(Self.sentenceLimit).flatMap { $0.statements.prefix(3) }))
        let byID = Dictionary(statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sentences = try hits.prefix(Self.sentenceLimit).map { hit in
            Sentence(
                sentenceParts: WordMark.parts(of: hit.evidence.sentence, marking: query), sentenceDay: hit.date.map(PageWords.day),
                sentenceSource: SourceLink(hit.document, try store.documentDetails(hit.document)),
                links: hit.statements.prefix(3).compactMap { byID[$0] }.map { statement in
                    Link(
                        linkWords:
                            "\(PageWords.name(statement.subject.actor.name)) \(words.label(of: statement)) \(PageWords.name(statement.object.actor.name))",
                        linkAddress: PageAddress.statement(statement.id))
                })
        }
        sentenceCount =
            hits.count > Self.sentenceLimit
            ? "The \(Self.sentenceLimit) best of more" : PageWords.counted(hits.count, "sentence")
        nearNames = near.map { Near(nearName: PageWords.name($0), nearAddress: PageAddress.search($0)) }
        hasActors = !actors.isEmpty
        hasSentences = !sentences.isEmpty
        hasNearNames = !nearNames.isEmpty
        isNothingFound = !hasActors && !hasSentences && exact == nil
    }
}

extension SearchPage {
    /// Looks at every name, which is worth its time only when there is no other answer.
    private static func nearNames(_ query: String, in store: GraphStore) throws -> [String] {
        do {
            return [try store.actor(named: query).actor.name]
        } catch GraphStoreError.unknownActor(_, let names) {
            return names
        } catch GraphStoreError.ambiguousActor(_, let candidates) {
            return candidates.map(\.name)
        }
    }
}

/// A piece of a sentence, and whether it is one of the words that were looked for.
struct WordMark: Sendable {
    let wordText: String
    let isFound: Bool

    private static let longest = 600

    /// Case and accents do not matter; words are marked as far as they were typed.
    static func parts(of sentence: String, marking query: String) -> [WordMark] {
        let isLong = sentence.unicodeScalars.count > longest
        let shown = isLong ? String(sentence.unicodeScalars.prefix(longest)) + "…" : sentence
        let wanted = Set(words(of: query).map(folded))
        guard !wanted.isEmpty else { return [WordMark(wordText: shown, isFound: false)] }
        var (parts, pending) = ([WordMark](), "")
        var rest = shown[...]
        while !rest.isEmpty {
            let word = rest.prefix { $0.isLetter || $0.isNumber }
            if word.isEmpty {
                pending.append(rest.removeFirst())
                continue
            }
            rest = rest.dropFirst(word.count)
            let plain = folded(String(word))
            if wanted.contains(where: plain.hasPrefix) {
                if !pending.isEmpty { parts.append(WordMark(wordText: pending, isFound: false)) }
                pending = ""
                parts.append(WordMark(wordText: String(word), isFound: true))
            } else {
                pending += word
            }
        }
        if !pending.isEmpty { parts.append(WordMark(wordText: pending, isFound: false)) }
        return parts
    }

    private static func words(of query: String) -> [String] {
        query.split { !($0.isLetter || $0.isNumber) }.prefix(20).map(String.init)
    }

    private static func folded(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
