import GraphDrawing
import GraphFormats
import KnowledgeGraph

/// A figure on a page: the image, what it leaves out, and the same in words for those who cannot see it.
struct FigurePart: Sendable {
    /// Nil when there is nothing to draw, or it cannot be drawn.
    let svg: String?
    /// Whether it has the width of a few boxes: then it is shown as it is, and not blown up to the width of the page.
    let isSmall: Bool
    /// Why there is no image.
    let trouble: String?
    let figureNotes: [String]
    let hasNotes: Bool
    /// The page of this figure.
    let figureAddress: String
    /// For the script: what the figure shows, as its address has it, and where it is asked for.
    let canvasQuery: String
    let canvasAround: String?
    /// "12 relations between 9 actors".
    let figureSize: String
    let figureLines: [Line]
    let isFigureEmpty: Bool

    /// A line of the figure in words.
    struct Line: Sendable {
        let lineSubject: ActorLink
        let lineObject: ActorLink
        let lineRows: [Row]
    }

    struct Row: Sendable {
        let rowLabel: String
        let rowNote: String?
        let rowTone: String
        let rowAddress: String?
    }

    /// - Parameters:
    ///   - view: what the figure's own page is asked for.
    ///   - isLinked: whether what is drawn has pages.
    init(_ figure: GraphFigure, view: GraphView, in figures: FigureRenderer, isLinked: Bool = true) async throws {
        let diagram = figure.diagram
        var (svg, trouble) = (String?.none, String?.none)
        if !figure.isEmpty {
            do {
                svg = String(decoding: try await figures.image(of: figure, as: .svg), as: UTF8.self)
            } catch let error as DrawingError {
                trouble = Problem(error).detail.asSentence
            } catch is WaitingLine.IsFull {
                trouble = "Too many figures are being drawn at once. Load the page again in a few seconds."
            }
        }
        self.svg = svg
        isSmall = svg.map(Self.isSmall) ?? false
        self.trouble = trouble
        isFigureEmpty = figure.isEmpty
        figureNotes = figure.isEmpty ? [] : ([diagram.omission].compactMap(\.self) + figure.notes).map { Self.forPages($0).asSentence }
        hasNotes = !figureNotes.isEmpty
        figureAddress = PageAddress.figure(view)
        canvasQuery = view.query.text
        canvasAround = figure.centre?.id
        figureSize =
            "\(PageWords.counted(diagram.edges.count, "line")) between \(PageWords.counted(diagram.nodes.count, "actor"))"
        figureLines = diagram.edges.map { edge in
            Line(
                lineSubject: ActorLink(diagram.nodes[edge.subject].actor, isLinked: isLinked),
                lineObject: ActorLink(diagram.nodes[edge.object].actor, isLinked: isLinked),
                lineRows: edge.rows.map { row in
                    let first = edge.statements.first { $0.relationClass == row.relationClass } ?? edge.statements.first
                    return Row(
                        rowLabel: row.label + (row.count > 1 ? " (\(row.count) times)" : ""),
                        rowNote: [row.isDenied ? "did not happen" : nil, row.note].compactMap(\.self).joined(separator: ", ").nonEmpty,
                        rowTone: PageWords.tone(row.relationClass),
                        rowAddress: isLinked ? first.map { PageAddress.statement($0.id) } : nil)
                })
        }
    }
}

extension FigurePart {
    /// By the width that Graphviz has given it, in points.
    private static func isSmall(_ svg: String) -> Bool {
        svg.prefix(500).firstMatch(of: /<svg[^>]* width="(\d+)/).flatMap { Int($0.output.1) }.map { $0 < 560 } ?? false
    }

    /// Notes name the options of the command; pages have filters instead.
    private static let replacements = [
        ("; `--class OTHER` draws the untyped ones", "; choose “other” among the filters to draw the untyped ones"),
        (
            "see others with `--around ACTOR`, `--since DATE`, `--class CLASS`",
            "filters show others: around one actor, of less time, of one kind"
        ),
        ("see them with `--around ACTOR`", "a figure around one of them shows them"),
        ("a figure without `--timeline` shows them", "the network shows them"),
        ("`--top N`", "more lines"),
    ]

    private static func forPages(_ note: String) -> String {
        replacements.reduce(note) { $0.replacing($1.0, with: $1.1) }
    }
}

extension String {
    /// Nil for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
