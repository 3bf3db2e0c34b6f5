public import KnowledgeGraph

/// A figure of a graph in words: what stands in each node, on each line and above, before anything is laid out.
///
/// `DOTWriter` writes it as DOT; the same text is what GraphDrawing lays out, so that file and image always agree.
public struct Diagram: Sendable, Hashable {
    /// An actor's box.
    public struct Node: Sendable, Hashable {
        /// `n-1`, `n-2`…: the element's id in SVG.
        public var id: String
        public var actor: Actor
        /// Role and country, or when and where.
        public var secondLine: String?
        /// The country or bloc whose stripe the node carries, as an index into the palette's stripes.
        public var stripe: Int?
    }

    /// A line between two actors: all that is said of the first towards the second.
    public struct Edge: Sendable, Hashable {
        /// One line of the label.
        public struct Row: Sendable, Hashable {
            public var label: String
            /// Statements behind the row.
            public var count: Int
            /// "planned, 2 Jun": muted, behind the label.
            public var note: String?
            public var relationClass: RelationClass
            public var isDenied: Bool
        }

        /// How the line is drawn.
        public enum Stroke: String, Sendable, Hashable {
            case solid
            /// Planned, requested or possible, all of it.
            case dotted
            /// Denied: did not happen.
            case dashed
        }

        /// `r-1`, `r-2`…: the element's id in SVG.
        public var id: String
        /// Indices of `nodes`.
        public var subject, object: Int
        public var rows: [Row]
        public var isSymmetric: Bool
        public var stroke: Stroke
        /// A standing relation that only explains who belongs where: thin, grey.
        public var isSecondary: Bool
        /// In order of mention.
        public var statements: [Statement]
    }

    /// How Graphviz lays the figure out.
    public enum Layout: String, Sendable, Hashable {
        /// Ranks from left to right (`dot`).
        case layered
        /// Places of our own with curved lines (`nop2`: Graphviz keeps them); labels are nodes, so that none overlaps another.
        case stress
        /// The same with straight lines, for many relations.
        case straightStress
        /// Frames around those who belong together: every position is given, and Graphviz only draws (`nop2`). Its own engines
        /// pay no heed to frames, fling labels out of them (`fdp`), or crash (`dot` 2.42 with labels on lines that cross a frame).
        case framed
        /// Rows of time, drawn in the same way.
        case timeline

        /// Name of the layout engine.
        public var engine: String {
            switch self {
            case .layered: "dot"
            case .stress, .straightStress, .framed, .timeline: "nop2"
            }
        }
    }

    public var title: String
    /// Source, dates and counts.
    public var subtitle: String
    /// Stands under the subtitle: what the figure leaves out.
    public var omission: String?
    public var theme: Theme
    /// Of everything that newsgraph itself writes.
    public var language: FigureLanguage
    public var layout: Layout
    /// Nil lets the figure be as large as its content.
    public var sheet: Sheet?
    /// Labels by relation name, as in `DiagramOptions`.
    public var relationLabels: [String: String]
    public var nodes: [Node]
    public var edges: [Edge]
    /// Frames around those who belong together; empty without clusters.
    public var frames: [Frame]
    /// Rows and lanes; nil for a network.
    public var timeline: Timeline?
    /// Where actors stood in an earlier figure, of those drawn: they stay there.
    public var positions: [Actor.ID: FigurePosition]
    /// What was left out and how to see it, for the terminal.
    public var notes: [String]

    /// Up to this many lines are laid out in ranks.
    static let layeredLimit = 25
    /// Up to this many lines are curved.
    static let curvedLimit = 100
    /// More lines than this are never one figure.
    public static let limit = 150
    /// How many are drawn when there are more than `limit` and the caller did not say.
    static let overviewSize = 60

    /// The regime of a figure with so many lines; ranks cannot keep actors where they stood.
    static func layout(edgeCount: Int, keepsPositions: Bool) -> Layout {
        if edgeCount <= layeredLimit, !keepsPositions { return .layered }
        return edgeCount <= curvedLimit ? .stress : .straightStress
    }
}

extension Diagram {
    /// Classes that are drawn, in legend order.
    var classes: [RelationClass] {
        let present = Set(edges.flatMap { $0.rows.map(\.relationClass) })
        return RelationClass.legendOrder.filter(present.contains)
    }
}

extension Diagram.Edge {
    /// The colour of the line: that of its most striking relation.
    var tone: RelationTone { rows.map { RelationTone($0.relationClass) }.min() ?? .state }
}
