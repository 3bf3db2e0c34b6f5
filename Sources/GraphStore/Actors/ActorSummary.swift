import GRDB
public import KnowledgeGraph

/// An actor with what the database has on it.
public struct ActorSummary: Sendable, Hashable {
    public var actor: Actor
    /// Statements it takes part in, on either side.
    public var statements: Int
    /// What these report: several may report one event (see `Event`).
    public var events: Int
    public var documents: Int
    /// The first and last day that a statement of it touches; nil when none has a date.
    public var days: ClosedRange<CalendarDate>?
}

extension GraphStore {
    /// Every actor, those with most statements first, then by id.
    public func actors(type: ActorType? = nil) throws -> [ActorSummary] {
        try read { snapshot in
            let network = try snapshot.network()
            let events = network.topology.eventCounts().ofActors
            let documents = try snapshot.documentNumbers(of: network.statementKeys)
            var summaries: [ActorSummary] = []
            for (number, key) in network.actorKeys.enumerated() {
                let actor = try snapshot.actor(key)
                guard type == nil || actor.type == type else { continue }
                summaries.append(network.topology.summary(of: number, as: actor, events: events[number], documents: documents))
            }
            // Swift's sort is stable: equals stay in the order of their ids.
            return summaries.sorted { $0.statements > $1.statements }
        }
    }
}

extension Topology {
    /// - Parameter documents: a number of each statement's document.
    fileprivate func summary(of number: Int, as actor: Actor, events: Int, documents: [Int32]) -> ActorSummary {
        var (its, days) = ([Int32](), ClosedRange<Int>?.none)
        forEachEdge(of: number, where: .everything) { edge in
            its.append(documents[edge.statement])
            guard let more = self.days(of: edge.statement) else { return }
            let known = days ?? more
            days = min(known.lowerBound, more.lowerBound)...max(known.upperBound, more.upperBound)
        }
        its.sort()
        let changes = zip(its, its.dropFirst()).count { $0 != $1 }
        return ActorSummary(
            actor: actor, statements: its.count, events: events, documents: its.isEmpty ? 0 : changes + 1,
            days: days.map(CalendarDate.range))
    }
}

extension StoreSnapshot {
    /// A number for each statement that is the same for those of one document.
    fileprivate func documentNumbers(of statements: some Sequence<Int64>) throws -> [Int32] {
        var starts: [Int64] = []
        try RawStatement("SELECT firstStatement FROM documents WHERE statements <> 0", in: database).forEach {
            starts.append(try $0.key(0))
        }
        starts.sort()
        return statements.map { statement in
            // The last document that starts no later.
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= statement { low = middle + 1 } else { high = middle }
            }
            return Int32(low)
        }
    }
}

extension CalendarDate {
    static func range(_ days: ClosedRange<Int>) -> ClosedRange<CalendarDate> {
        CalendarDate(daysSince1970: days.lowerBound)...CalendarDate(daysSince1970: days.upperBound)
    }
}
