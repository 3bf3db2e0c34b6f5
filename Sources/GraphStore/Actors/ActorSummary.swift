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
        var rows: [(start: Int64, key: Int64)] = []
        try RawStatement("SELECT firstStatement, key FROM documents WHERE statements <> 0", in: database).forEach {
            rows.append((try $0.key(0), try $0.key(1)))
        }
        rows.sort { $0.start < $1.start }
        let starts = rows.map(\.start)
        // Of documents with several rows, each row has the number that the first of them has.
        let firstRows = try firstRows()
        var (numbers, numbersOfRows) = ([Int32](0...Int32(rows.count)), [Int64: Int32]())
        for (place, row) in rows.enumerated() {
            guard let first = firstRows[row.key] else { continue }
            numbers[place + 1] = numbersOfRows[first] ?? Int32(place + 1)
            numbersOfRows[first] = numbers[place + 1]
        }
        return statements.map { statement in
            // The last document that starts no later.
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= statement { low = middle + 1 } else { high = middle }
            }
            return numbers[low]
        }
    }

    /// The rows of documents that files of statements name, each with one that stands for all of the same document.
    private func firstRows() throws -> [Int64: Int64] {
        let rows = try RawStatement(
            """
            SELECT key, min(key) OVER (PARTITION BY id) FROM documents WHERE id IN (SELECT id FROM documents WHERE file IS NOT NULL)
            """, in: database)
        var first: [Int64: Int64] = [:]
        try rows.forEach { first[try $0.key(0)] = try $0.key(1) }
        return first
    }
}

extension CalendarDate {
    static func range(_ days: ClosedRange<Int>) -> ClosedRange<CalendarDate> {
        CalendarDate(daysSince1970: days.lowerBound)...CalendarDate(daysSince1970: days.upperBound)
    }
}
