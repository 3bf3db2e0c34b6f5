import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// What the statements that pass report, each event once with all its reports: N reports of one event are one (see `Event`).
    ///
    /// Newest first, those without a date last. With an actor the cost grows with its statements, otherwise with all of them; only the
    /// statements of the events that are given are read whole.
    ///
    /// ```swift
    /// for event in try store.events(of: "country/mali", limit: 20) { print(event.day, event.relation, event.reports.count) }
    /// ```
    /// - Parameters:
    ///   - actor: the id of an actor that takes part; any when nil.
    ///   - other: the id of an actor that must be on the other side of the first.
    ///   - limit: how many to give at most.
    public func events(
        of actor: String? = nil, with other: String? = nil, where filter: StatementFilter = .everything, limit: Int? = nil
    ) throws -> [Event] {
        try read { snapshot in
            var groups = EventGroups(relations: try snapshot.cache.relations())
            if let actor {
                guard let keys = try snapshot.actorKeys(actor, with: other) else { return [] }
                try snapshot.forEachStatement(of: keys.actor, with: keys.other, where: filter) { try groups.append($0) }
            } else {
                try snapshot.forEachStatement(where: filter) { try groups.append($0) }
            }
            let limit = max(0, limit ?? Int.max)
            let events = try groups.newest(limit).map { keys in
                // Keys follow the order of a document; of documents, they follow the order they were added in.
                Event(reports: try keys.map { try snapshot.statement($0) }.sorted { $0.document < $1.document })
            }
            return Array(
                events.sorted { left, right in
                    left.day == right.day ? left.reports[0].document < right.reports[0].document : right.isOlder(than: left)
                }.prefix(limit))
        }
    }
}

/// Statements by the event that they report.
private struct EventGroups {
    private let relations: [Int64: ReadCache.Relation]
    private var places: [EventKey: Int] = [:]
    private var groups: [(day: Int, keys: [Int64])] = []

    init(relations: [Int64: ReadCache.Relation]) {
        self.relations = relations
    }

    mutating func append(_ statement: StatementFacts) throws {
        guard let relation = relations[statement.relation] else { throw DatabaseError.damage("a relation type is missing") }
        guard let day = statement.days?.lowerBound else {
            groups.append((Int.min, [statement.key]))
            return
        }
        let key = EventKey(
            subject: Int(statement.subject), object: Int(statement.object),
            kind: Int(statement.relation) &* Status.codes.count &+ statement.status.code, isSymmetric: relation.isSymmetric, day: day)
        if let place = places[key] {
            groups[place].keys.append(statement.key)
        } else {
            places[key] = groups.count
            groups.append((day, [statement.key]))
        }
    }

    /// The keys, ascending, of the statements of so many events, the newest; of the last day, of all its events. In order of first keys.
    func newest(_ limit: Int) -> [[Int64]] {
        guard limit > 0 else { return [] }
        let last = limit < groups.count ? groups.map(\.day).sorted(by: >)[limit - 1] : Int.min
        return groups.filter { $0.day >= last }.map { $0.keys.sorted() }.sorted { $0[0] < $1[0] }
    }
}

extension Event {
    /// Without a date an event counts as older than all others.
    fileprivate func isOlder(than other: Event) -> Bool {
        guard let day else { return other.day != nil }
        return other.day.map { day < $0 } ?? false
    }
}
