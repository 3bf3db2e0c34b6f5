public import KnowledgeGraph

/// What a database has on an actor, in counts.
public struct ActorProfile: Sendable, Hashable {
    public var actor: Actor
    /// Those that it takes part in, on either side.
    public var statements: Int
    /// The first and last day that a statement of it touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
    /// The commonest first, then by name.
    public var classes: [GraphStatistics.Count]
    public var relations: [GraphStatistics.Count]
    public var statuses: [GraphStatistics.Count]
    /// Those on the other side, the busiest first, then by id; the actor itself where it acts on itself.
    public var counterparts: [Counterpart]
    /// How many there are, also beyond those that were asked for.
    public var counterpartCount: Int
    /// The months in which its statements begin, in order; those without a statement are left out, and statements without a date.
    public var months: [Month]

    public struct Counterpart: Sendable, Hashable {
        public var actor: Actor
        /// Those that join the two.
        public var statements: Int
        /// The commonest first, then by name.
        public var classes: [GraphStatistics.Count]
        /// The first and last day that one of them touches; nil when none has a date.
        public var days: ClosedRange<CalendarDate>?
    }

    public struct Month: Sendable, Hashable {
        /// Its first day.
        public var start: CalendarDate
        public var statements: Int
        /// The commonest first, then by name.
        public var classes: [GraphStatistics.Count]
    }
}
