import GraphFormats
import GraphStore
import KnowledgeGraph

/// A part of the graph as a figure, with the filters that choose it and all that can be done with it.
struct FigurePage: Page {
    static let template = "figure"

    let frame: PageFrame
    let heading: String
    let figure: FigurePart
    let filters: FilterForm
    let around: String?
    let isAround: Bool
    let centre: ActorLink?
    let hopsOptions: [FilterForm.Option]
    let speaker: String?
    let top: String?
    let mostLines = Diagram.limit
    let arrangementOptions: [FilterForm.Option]
    let downloads: [Download]
    let exports: [Download]
    /// Whether the database has nothing at all.
    let isGraphEmpty: Bool
    let statementCount: String

    /// A file of what the page shows.
    struct Download: Sendable {
        let downloadName: String
        let downloadAddress: String
        let downloadSummary: String?
    }

    init(_ view: GraphView, _ graphFigure: GraphFigure, _ part: FigurePart, statistics: GraphStatistics, services: ExplorerServices) {
        let centre = graphFigure.centre
        heading = centre.map { "Around \(PageWords.name($0.name))" } ?? "Who did what to whom"
        frame = PageFrame(heading, site: services.options.title, section: .figure, hasFigure: true)
        figure = part
        filters = FilterForm(
            view.filter, classes: statistics.classes, statuses: statistics.statuses, relations: statistics.relations,
            days: statistics.days, labels: services.relationLabels)
        around = centre?.name ?? view.around
        isAround = centre != nil
        self.centre = centre.map { ActorLink($0) }
        hopsOptions = GraphView.hopsAllowed.map { hops in
            FilterForm.Option(
                optionValue: "\(hops)", optionWords: hops == 1 ? "1 step away" : "\(hops) steps away", isChosen: hops == view.hops)
        }
        speaker = view.speaker
        top = view.top.map(String.init)
        arrangementOptions = Arrangement.all.map { arrangement in
            FilterForm.Option(
                optionValue: arrangement.value, optionWords: arrangement.words,
                isChosen: arrangement.cluster == view.cluster && arrangement.timeline == view.timeline)
        }
        downloads = Self.downloads(view)
        exports = GraphFormats.all.map { format in
            Download(
                downloadName: format.name, downloadAddress: Self.address("/api/v1/export", view, format: format.name),
                downloadSummary: format.summary)
        }
        isGraphEmpty = statistics.statements == 0
        statementCount = PageWords.counted(graphFigure.statements.count, "statement")
    }

    private static func downloads(_ view: GraphView) -> [Download] {
        let images = [("SVG", "svg"), ("PNG", "png"), ("PDF", "pdf"), ("DOT", "dot")].map { name, format in
            Download(downloadName: name, downloadAddress: address("/api/v1/figure", view, format: format), downloadSummary: nil)
        }
        return images + [Download(downloadName: "Report", downloadAddress: view.query.after("/api/v1/report"), downloadSummary: nil)]
    }

    private static func address(_ path: String, _ view: GraphView, format: String) -> String {
        var query = view.query
        query.append("format", format)
        return query.after(path)
    }
}

/// How the boxes of a figure are arranged, as one choice of a form.
struct Arrangement: Sendable {
    let value: String
    let words: String
    var cluster: FigureCluster?
    var timeline: FigureTimeline?

    static let field = "arrangement"

    static let all =
        [Arrangement(value: "", words: "network")]
        + FigureCluster.allCases.map { Arrangement(value: $0.rawValue, words: "framed by \($0.rawValue)", cluster: $0) }
        + FigureTimeline.allCases.map { Arrangement(value: $0.rawValue, words: "timeline by \($0.rawValue)", timeline: $0) }
}

/// What `part=figure` gives: the inside of the canvas and what is said below it, for the script.
struct FigureFragment: Sendable {
    let figure: FigurePart
}
