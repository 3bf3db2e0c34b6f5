public import KnowledgeGraph

/// What a graph says, in the sections of a report: the content alone, before anything is laid out.
///
/// ```swift
/// let report = Report(of: StatementList(statements), options: ReportOptions(title: "The harbour strike"))
/// report.summary[0]          // "This report has 20 statements from 1 document."
/// report.meetings[0].times   // how often the busiest pair met
/// ```
/// `HTMLReport` and `MarkdownReport` write it. Sentences, tables and pages refer to one another by number: entry 3 is `entries[2]`.
public struct Report: Sendable, Hashable {
    public var title: String
    /// What this is, in plain sentences: documents, days, statements, actors, statuses.
    public var summary: [String]
    /// What this report leaves out and how to see it; empty when it has everything.
    public var omissions: [String]
    /// The statements that are printed: by date of the document, then as the document has them.
    public var entries: [Entry]
    /// Who talked with whom, the busiest pair first.
    public var meetings: [Meeting]
    /// What happened when, by month and year; without offices and memberships that only the document's date is known for.
    public var timeline: [Period]
    /// Everybody in the entries, those named most first.
    public var actors: [ActorPage]
    /// The documents that the entries come from, by date.
    public var sources: [DocumentDetails]

    /// A statement that is printed.
    public struct Entry: Sendable, Hashable {
        /// From 1; the anchor of its place in the report is `s-NUMBER`.
        public var number: Int
        public var statement: Statement
        /// The relation in words, such as "spoke with".
        public var label: String
        /// Numbers of the two actors in `actors`, from 1.
        public var subject, object: Int
        /// Number of the document in `sources`, from 1.
        public var source: Int
    }

    /// All talks of two actors, whichever of them came first in the text.
    public struct Meeting: Sendable, Hashable {
        public var first, second: Actor
        /// Events, however many statements report them.
        public var times: Int
        /// Statements.
        public var reports: Int
        public var firstDay, lastDay: CalendarDate?
        /// How many statements have each status, in the order of `Status`.
        public var statuses: [StatusCount]
        /// The relations in words, the commonest first.
        public var labels: [String]
        /// Numbers of the entries behind it, as far as they are printed.
        public var entries: [Int]
    }

    public struct StatusCount: Sendable, Hashable {
        public var status: Status
        public var count: Int
    }

    /// A month of the timeline, or a year for what is not known to the month.
    public struct Period: Sendable, Hashable {
        /// First and last day.
        public var days: ClosedRange<CalendarDate>
        public var events: [TimelineEvent]
    }

    /// One event, with the entries that report it.
    public struct TimelineEvent: Sendable, Hashable {
        public var date: StatementDate
        /// Numbers of entries; never empty.
        public var entries: [Int]
    }

    /// A page about one actor.
    public struct ActorPage: Sendable, Hashable {
        /// From 1; the anchor is `a-NUMBER`.
        public var number: Int
        public var actor: Actor
        /// In how many statements of the graph it takes part, printed or not.
        public var statements: Int
        /// The words that the entries use for it, the commonest first.
        public var names: [NameCount]
        /// Numbers of the entries about offices, memberships and places.
        public var offices: [Int]
        /// The other entries by class, in the order of `RelationClass`.
        public var relations: [Group]
    }

    public struct NameCount: Sendable, Hashable {
        public var name: String
        public var count: Int
    }

    /// The entries of one class.
    public struct Group: Sendable, Hashable {
        public var relationClass: RelationClass
        public var entries: [Int]
    }

    /// Where a click on an actor of the figure leads, by actor id: for `DiagramOptions.links`.
    public var links: [Actor.ID: String] {
        Dictionary(actors.map { ($0.actor.id, "#a-\($0.number)") }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a click on a line of the figure leads, by statement id: for `DiagramOptions.statementLinks`.
    public var statementLinks: [Statement.ID: String] {
        Dictionary(entries.map { ($0.statement.id, "#s-\($0.number)") }, uniquingKeysWith: { first, _ in first })
    }
}

/// What a report is made with.
public struct ReportOptions: Sendable, Hashable {
    public var title: String
    /// Labels by relation name, such as `"leads-delegation": "leads delegation of"`; a name without one is written with spaces for hyphens.
    public var relationLabels: [String: String]
    /// No more statements than this are printed: those between the actors named most. Counts are of the whole graph.
    public var mostStatements: Int
    /// Statements that are printed whatever their rank, such as those behind the lines of the figure.
    public var requiredStatements: Set<Statement.ID>

    /// A report of 5 000 statements is 7.6 MB of HTML.
    public static let usualLimit = 5_000
    /// For paper: 505 statements were 115 pages.
    public static let paperLimit = 1_000

    public init(
        title: String = "Who did what to whom", relationLabels: [String: String] = [:], mostStatements: Int = ReportOptions.usualLimit,
        requiredStatements: Set<Statement.ID> = []
    ) {
        self.title = title
        self.relationLabels = relationLabels
        self.mostStatements = mostStatements
        self.requiredStatements = requiredStatements
    }
}
