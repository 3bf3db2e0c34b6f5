import GraphFormats
import GraphStore
import KnowledgeGraph

/// The front page: what is in the graph, who is busiest, what is new.
struct StartPage: Page {
    static let template = "start"

    let frame: PageFrame
    let isGraphEmpty: Bool
    /// What the graph has, in sentences.
    let lead: String
    let subjects: String
    let busiest: [Busy]
    let latest: [StatementItem]
    let sources: [Source]
    let isEditable: Bool
    let databasePath: String
    let examples: [Example]
    var figure: FigurePart?

    struct Busy: Sendable {
        let busyActor: ActorLink
        let busyCount: String
        let busyLength: String
    }

    struct Source: Sendable {
        let sourceName: String
        let sourceCount: String
    }

    struct Example: Sendable {
        let exampleWords: String
        let exampleAddress: String
    }

    static let view: GraphView = {
        var view = GraphView()
        view.top = 24
        return view
    }()

    private static let latestCount = 8

    init(in store: GraphStore, services: ExplorerServices) throws {
        let statistics = try store.statistics()
        frame = PageFrame("Start", site: services.options.title, section: .start, hasFigure: true)
        isGraphEmpty = statistics.statements == 0
        let documents = PageWords.counted(statistics.documents, "document")
        lead =
            "This graph has \(PageWords.counted(statistics.statements, "statement")) from \(documents)"
            + (statistics.days.map { days in
                days.lowerBound == days.upperBound
                    ? ", of \(PageWords.day(days.lowerBound))"
                    : ", of events between \(PageWords.day(days.lowerBound)) and \(PageWords.day(days.upperBound))"
            } ?? "") + "."
        let types = statistics.actorTypes.prefix(4).compactMap { entry in
            ActorType(rawValue: entry.name).map { PageWords.counted(entry.count, $0) }
        }
        let classes = statistics.classes.filter { $0.name != RelationClass.other.rawValue }.prefix(4).compactMap { entry in
            RelationClass(rawValue: entry.name).map { "\(RelationWords.noun($0)) (\(PageWords.number(entry.count)))" }
        }
        subjects =
            "It names \(PageWords.counted(statistics.actors, "actor"))" + (types.isEmpty ? "" : ", among them \(PageWords.list(types))")
            + (classes.isEmpty ? "." : ". What most statements are about: \(PageWords.list(classes)).")
        let ranked = try store.busiestActors(limit: 12)
        let most = max(1, ranked.first?.uses ?? 1)
        busiest = ranked.map { entry in
            Busy(
                busyActor: ActorLink(entry.actor), busyCount: PageWords.number(entry.uses),
                busyLength: "\(max(1, entry.uses * 100 / most))")
        }
        let words = RelationWords(labels: services.relationLabels)
        latest = try StatementItem.items(try store.page(limit: Self.latestCount).statements, in: store, words: words)
        sources = statistics.documents <= 5_000 ? Self.sources(try store.documentDetails()) : []
        isEditable = services.editing != nil
        databasePath = services.options.title
        examples = Self.examples(ranked.map(\.actor), statistics)
    }

    /// Publishers with most documents.
    private static func sources(_ documents: [DocumentDetails]) -> [Source] {
        var counts: [String: Int] = [:]
        for document in documents {
            guard let name = document.source.map({ LabelText.line($0, columns: 60) }), !name.isEmpty else { continue }
            counts[name, default: 0] += 1
        }
        let named = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map {
            Source(sourceName: $0.key, sourceCount: PageWords.counted($0.value, "document"))
        }
        let others = documents.count - counts.values.reduce(0, +)
        guard !named.isEmpty, others > 0 else { return named }
        return named + [Source(sourceName: "No publisher named", sourceCount: PageWords.counted(others, "document"))]
    }

    private static func examples(_ busiest: [Actor], _ statistics: GraphStatistics) -> [Example] {
        guard let first = busiest.first else { return [] }
        var examples = [Example(exampleWords: "All about \(PageWords.name(first.name))", exampleAddress: PageAddress.actor(first.id))]
        if busiest.count > 1 {
            let (from, to) = (busiest[0], busiest[min(3, busiest.count - 1)])
            examples.append(
                Example(
                    exampleWords: "How is \(PageWords.name(from.name)) linked to \(PageWords.name(to.name))?",
                    exampleAddress: PageAddress.path(from: from.id, to: to.id)))
        }
        var talks = GraphView()
        talks.filter.classes = [.consult]
        if statistics.classes.contains(where: { $0.name == RelationClass.consult.rawValue }) {
            examples.append(Example(exampleWords: "Who met or spoke with whom", exampleAddress: PageAddress.figure(talks)))
        }
        var timeline = GraphView()
        timeline.timeline = .month
        timeline.around = first.id
        examples.append(
            Example(exampleWords: "\(PageWords.name(first.name)), month by month", exampleAddress: PageAddress.figure(timeline)))
        examples.append(
            Example(
                exampleWords: "A question in Cypher",
                exampleAddress: PageAddress.query(
                    "MATCH (a)-[r]->(b) WHERE r.status = 'planned'\nRETURN a.name, r.relation, b.name LIMIT 20")))
        return examples
    }
}
