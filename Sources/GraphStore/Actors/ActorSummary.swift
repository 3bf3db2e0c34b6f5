import GRDB
public import KnowledgeGraph

/// An actor with what the database has on it.
public struct ActorSummary: Sendable, Hashable {
    public var actor: Actor
    /// Statements it takes part in, on either side.
    public var statements: Int
    public var documents: Int
    /// The first and last day that a statement of it touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
}

extension GraphStore {
    /// Every actor, those with most statements first, then by id.
    public func actors(type: ActorType? = nil) throws -> [ActorSummary] {
        try read { snapshot in
            var tally = try ActorTally(snapshot)
            try snapshot.forEachStatement { try tally.count($0) }
            let summaries = try tally.summaries().filter { type == nil || $0.actor.type == type }
            // Swift's sort is stable: equals stay in the order of their ids.
            return summaries.sorted { $0.statements > $1.statements }
        }
    }
}

/// Counts statements by actor; they must come document by document.
private struct ActorTally {
    private struct Count {
        var statements = 0
        var documents = 0
        var lastDocument = -1
        var days: ClosedRange<Int>?
    }

    private let snapshot: StoreSnapshot
    private let actors: ActorList
    private var counts: [Count]
    /// Key of each document's first statement, ascending.
    private var starts: [Int64] = []
    private var document = -1

    init(_ snapshot: StoreSnapshot) throws {
        self.snapshot = snapshot
        actors = try snapshot.actorList()
        counts = Array(repeating: Count(), count: actors.keys.count)
        let rows = try RawStatement("SELECT firstStatement FROM documents WHERE statements > 0", in: snapshot.database)
        var starts: [Int64] = []
        try rows.forEach { starts.append(try $0.key(0)) }
        self.starts = starts.sorted()
    }

    mutating func count(_ statement: StatementFacts) throws {
        while document + 1 < starts.count, starts[document + 1] <= statement.key { document += 1 }
        try count(statement, for: statement.subject)
        if statement.object != statement.subject { try count(statement, for: statement.object) }
    }

    private mutating func count(_ statement: StatementFacts, for actor: Int64) throws {
        let index = try actors.index(of: actor)
        counts[index].statements += 1
        if counts[index].lastDocument != document {
            counts[index].lastDocument = document
            counts[index].documents += 1
        }
        if let days = statement.days {
            let known = counts[index].days ?? days
            counts[index].days = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
        }
    }

    func summaries() throws -> [ActorSummary] {
        try zip(actors.keys, counts).map { key, count in
            ActorSummary(
                actor: try snapshot.actor(key), statements: count.statements, documents: count.documents,
                days: count.days.map(CalendarDate.range))
        }
    }
}

extension CalendarDate {
    static func range(_ days: ClosedRange<Int>) -> ClosedRange<CalendarDate> {
        CalendarDate(daysSince1970: days.lowerBound)...CalendarDate(daysSince1970: days.upperBound)
    }
}
