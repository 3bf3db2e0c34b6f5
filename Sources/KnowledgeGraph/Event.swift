/// Something that happened, or is said to: one event, however many statements report it.
///
/// Two statements report the same event when they name the same two actors, the same relation type, the same status and the same first day.
/// A symmetric relation may name the actors either way round. What is denied, planned or requested is never the same event as what happened.
/// A statement without a date is an event of its own: nothing says that two of them mean the same.
public struct Event: Sendable, Hashable {
    /// By document id, then as the document has them; never empty.
    public let reports: [Statement]

    package init(reports: [Statement]) {
        precondition(!reports.isEmpty, "an event is reported by somebody")
        self.reports = reports
    }

    /// Of the first report, as all that follows; for a symmetric relation the two may be the other way round in others.
    public var subject: Actor { reports[0].subject.actor }
    public var object: Actor { reports[0].object.actor }
    public var relation: String { reports[0].relation }
    public var relationClass: RelationClass { reports[0].relationClass }
    public var status: Status { reports[0].status }
    /// The first day; nil when it is not known.
    public var day: CalendarDate? { reports[0].date?.start }

    /// How many documents report it.
    public var documentCount: Int { Set(reports.lazy.map(\.document)).count }
}

/// What the reports of an event have in common, in numbers: statements with equal keys report the same event.
package struct EventKey: Sendable, Hashable {
    private let first: Int
    private let second: Int
    private let kind: Int
    private let day: Int

    /// - Parameters:
    ///   - subject: a number of the actor, as `object` is.
    ///   - kind: a number of relation type and status together.
    ///   - day: the statement's first day. One without a date is an event of its own and has no key.
    package init(subject: Int, object: Int, kind: Int, isSymmetric: Bool, day: Int) {
        let isTurned = isSymmetric && object < subject
        first = isTurned ? object : subject
        second = isTurned ? subject : object
        self.kind = kind
        self.day = day
    }
}
