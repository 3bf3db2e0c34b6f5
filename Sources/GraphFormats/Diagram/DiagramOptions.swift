public import KnowledgeGraph

/// What a diagram shows and how.
public struct DiagramOptions: Sendable {
    /// The headline of the figure; made from the content when nil.
    public var title: String?
    /// Where the content comes from, such as "Harbour Gazette, 3 May 2025"; stands before the count under the title.
    public var source: String?
    public var theme: Theme
    /// Name or id of the actor whose surroundings are drawn; nil draws everything.
    public var around: String?
    /// How many relations away from `around` an actor may be, from 1.
    public var hops: Int
    /// Only what happened on this day or later; undated statements are left out.
    public var since: CalendarDate?
    /// Only what happened on this day or before; undated statements are left out.
    public var until: CalendarDate?
    /// Only these classes; empty means every class that is worth a line. `SPEECH` is never drawn.
    public var classes: [RelationClass]
    /// Only these relations; empty means every relation.
    public var relations: [String]
    /// Only these statuses; empty means every status.
    public var statuses: [Status]
    /// Draws a frame around those who belong together; nil draws none.
    public var cluster: FigureCluster?
    /// Draws what happened in rows of time instead of as a network.
    public var timeline: FigureTimeline?
    /// The sheet that the figure is fitted to; nil lets the figure be as large as its content.
    public var size: FigureSize?
    /// Language of labels, legend and dates; names and words of documents stay as they are.
    public var language: FigureLanguage
    /// Where actors stood in an earlier figure, by actor id: they stay there. Empty lets the layout choose.
    public var positions: [Actor.ID: FigurePosition]
    /// At most this many lines, the most important first; nil leaves the choice to the size of the graph.
    public var top: Int?
    /// Labels by relation name, such as `"leads-delegation": "leads delegation of"`; a name without one is written with spaces for hyphens.
    public var relationLabels: [String: String]
    /// Where a click on an actor leads, by actor id: http, https, `#fragment` and `/path` addresses; others are ignored.
    public var links: [String: String]
    /// Where a click on a line leads, by statement id: the address of the first statement on it that has one.
    public var statementLinks: [String: String]

    public init(
        title: String? = nil, source: String? = nil, theme: Theme = .light, around: String? = nil, hops: Int = 1,
        since: CalendarDate? = nil, until: CalendarDate? = nil, classes: [RelationClass] = [], relations: [String] = [],
        statuses: [Status] = [], cluster: FigureCluster? = nil, timeline: FigureTimeline? = nil, size: FigureSize? = nil,
        language: FigureLanguage = .english, positions: [Actor.ID: FigurePosition] = [:], top: Int? = nil,
        relationLabels: [String: String] = [:], links: [String: String] = [:], statementLinks: [String: String] = [:]
    ) {
        self.title = title
        self.source = source
        self.theme = theme
        self.around = around
        self.hops = hops
        self.since = since
        self.until = until
        self.classes = classes
        self.relations = relations
        self.statuses = statuses
        self.cluster = cluster
        self.timeline = timeline
        self.size = size
        self.language = language
        self.positions = positions
        self.top = top
        self.relationLabels = relationLabels
        self.links = links
        self.statementLinks = statementLinks
    }
}

extension DiagramOptions {
    /// "Harbour Gazette, 3 May 2031"; nil when neither is known.
    public static func source(name: String?, date: CalendarDate?, language: FigureLanguage = .english) -> String? {
        let parts = [name, date.map { DateText.long($0, $0, language) }].compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

/// Why a diagram cannot be made.
public enum DiagramError: Error, Hashable, CustomStringConvertible {
    case unknownActor(String, similar: [String])
    /// A position to be kept is no place on a sheet: not a number, infinite, or more than ``FigurePosition/limit`` from the origin.
    case unusablePosition(actor: Actor.ID, position: FigurePosition)
    /// No name of a sheet, and no width and height.
    case unknownSize(String)
    /// A sheet that is too small or too large to draw on.
    case impossibleSize(FigureSize)

    public var description: String {
        switch self {
        case .unknownActor(let name, let similar):
            let hint =
                similar.isEmpty
                ? "list the actors with `newsgraph actors`" : "did you mean \(similar.map { "“\($0)”" }.joined(separator: " or "))?"
            return "no actor “\(name)” among these statements; \(hint)"
        case .unusablePosition(let actor, let position):
            return
                "the position kept for “\(LabelText.line(actor, columns: 60))” is no place on a sheet (\(position.x), \(position.y)); forget the kept positions, or give finite ones of at most \(Int(FigurePosition.limit)) points"
        case .unknownSize(let text):
            return """
                “\(text)” is no size of a sheet; give \(FigureSize.names.joined(separator: ", ")), or width and height: 1200x800 \
                (pixels, 96 to the inch), 20x15cm or 8x5in
                """
        case .impossibleSize(let size):
            let (inches, sides) = ([size.width, size.height].map(FigureSize.inches), FigureSize.sides)
            return """
                a sheet of \(inches[0]) by \(inches[1]) inches cannot be drawn on: each side must be \
                \(FigureSize.inches(sides.lowerBound)) to \(FigureSize.inches(sides.upperBound)) inches, and the sheet no larger than A0
                """
        }
    }
}
