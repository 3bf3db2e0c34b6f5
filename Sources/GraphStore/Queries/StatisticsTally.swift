import GRDB
import KnowledgeGraph

/// Counts of one state of a store, which go on with what is added: only new rows are looked at then.
struct StatisticsTally: Sendable {
    private struct Kind: Hashable {
        let relation: Int64
        let status: Status
    }

    /// How far the file had come.
    private(set) var state: StoreState
    private var kinds: [Kind: Int] = [:]
    private var days: ClosedRange<Int>?
    private var statements = 0
    private var events = 0
    private var sentences = 0
    private var documents = 0
    /// The largest keys that have been counted.
    private var newestStatement = Int64.min
    private var newestSentence = Int64.min
    private var newestDocument = Int64.min

    /// Counts everything. O(n).
    init(_ snapshot: StoreSnapshot) throws {
        state = snapshot.cache.state
        // With nothing to look back at, what was seen tells which statements report the same event.
        var seen: [Int: Set<EventKey>] = [:]
        try append(snapshot) { facts, isSymmetric in
            guard let day = facts.days?.lowerBound else { return true }
            return seen[day, default: []].insert(
                EventKey(
                    subject: Int(facts.subject), object: Int(facts.object),
                    kind: Int(facts.relation) &* Status.codes.count &+ facts.status.code, isSymmetric: isSymmetric, day: day)
            ).inserted
        }
    }

    /// The counts of a later state; nil when everything has to be counted anew, as more than additions has been done. O(what was added).
    func extended(_ snapshot: StoreSnapshot) throws -> StatisticsTally? {
        let new = snapshot.cache.state
        guard new.removals == state.removals, new.changes >= state.changes else { return nil }
        var tally = self
        tally.state = new
        try tally.append(snapshot) { try !snapshot.isReportedEarlier($0, isSymmetric: $1) }
        return tally
    }

    /// - Parameter isFirst: whether a statement is the first report of its event.
    private mutating func append(_ snapshot: StoreSnapshot, isFirst: (StatementFacts, _ isSymmetric: Bool) throws -> Bool) throws {
        let relations = try snapshot.cache.relations()
        try snapshot.forEachStatement(after: newestStatement) { facts in
            guard let relation = relations[facts.relation] else { throw DatabaseError.damage("a relation type is missing") }
            kinds[Kind(relation: facts.relation, status: facts.status), default: 0] += 1
            statements += 1
            if try isFirst(facts, relation.isSymmetric) { events += 1 }
            newestStatement = facts.key
            guard let more = facts.days else { return }
            days = days.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more
        }
        let newSentences = try snapshot.newRows("sentences", after: newestSentence)
        (sentences, newestSentence) = (sentences + newSentences.count, newSentences.newest ?? newestSentence)
        // A document that has a row already is not counted again.
        let newDocuments = try snapshot.newRows(
            "documents d", after: newestDocument,
            where: "NOT EXISTS (SELECT 1 FROM documents o WHERE o.id = d.id AND o.key < d.key)")
        (documents, newestDocument) = (documents + newDocuments.count, newDocuments.newest ?? newestDocument)
    }

    func statistics(_ snapshot: StoreSnapshot) throws -> GraphStatistics {
        let relations = try snapshot.cache.relations()
        func counts(by name: (ReadCache.Relation) -> String) -> [GraphStatistics.Count] {
            GraphStatistics.counts(kinds.compactMap { kind, count in relations[kind.relation].map { (name($0), count) } })
        }
        let types = try snapshot.actorTypes()
        return GraphStatistics(
            documents: documents, sentences: sentences, actors: types.values.reduce(0, +), statements: statements, events: events,
            days: days.map(CalendarDate.range), classes: counts { $0.relationClass.rawValue }, relations: counts { $0.name },
            statuses: GraphStatistics.counts(kinds.map { ($0.key.status.rawValue, $0.value) }),
            actorTypes: GraphStatistics.counts(types.map { ($0.rawValue, $1) }))
    }
}

extension StoreSnapshot {
    fileprivate func forEachStatement(after key: Int64, _ body: (StatementFacts) throws -> Void) throws {
        let rows = try RawStatement(
            "SELECT \(StatementFacts.columns) FROM statements s NOT INDEXED WHERE s.key > ? ORDER BY s.key", in: database)
        rows.bind(key, at: 1)
        try rows.forEach { try body(StatementFacts($0)) }
    }

    /// Whether a statement of a smaller key reports the same event (see `EventKey`). By the index of subjects.
    fileprivate func isReportedEarlier(_ facts: StatementFacts, isSymmetric: Bool) throws -> Bool {
        guard let day = facts.days?.lowerBound else { return false }
        let find = try RawStatement(
            """
            SELECT EXISTS (
                SELECT 1 FROM statements INDEXED BY statementsBySubject
                WHERE subject = ?1 AND relation = ?2 AND day = ?3 AND object = ?4 AND status = ?5 AND key < ?6)
            """, in: database)
        let ends = [(facts.subject, facts.object)] + (isSymmetric ? [(facts.object, facts.subject)] : [])
        for (subject, object) in ends {
            find.bind(subject, at: 1)
            find.bind(facts.relation, at: 2)
            find.bind(day, at: 3)
            find.bind(object, at: 4)
            find.bind(facts.status.code, at: 5)
            find.bind(facts.key, at: 6)
            if try find.first({ try $0.integer(0) != 0 }) == true { return true }
        }
        return false
    }

    /// How many rows with a larger key there are, of those that pass, and the largest key of all.
    fileprivate func newRows(_ table: String, after key: Int64, where condition: String = "TRUE") throws -> (count: Int, newest: Int64?) {
        let rows = try RawStatement("SELECT coalesce(SUM(\(condition)), 0), max(key) FROM \(table) WHERE key > ?", in: database)
        rows.bind(key, at: 1)
        return try rows.first { (try $0.integer(0), try $0.optionalKey(1)) } ?? (0, nil)
    }

    /// How many actors there are of each type. O(names), by an index.
    fileprivate func actorTypes() throws -> [ActorType: Int] {
        // Most have one type by all of their names; of the others, the best name tells.
        var types: [Int64: Int] = [:]
        var doubtful: Set<Int64> = []
        let rows = try RawStatement("SELECT type, actor FROM names INDEXED BY namesByType ORDER BY type, actor", in: database)
        try rows.forEach { row in
            let (type, actor) = (try row.integer(0), try row.key(1))
            if let known = types.updateValue(type, forKey: actor), known != type { doubtful.insert(actor) }
        }
        var counts: [Int: Int] = [:]
        for (actor, type) in types where !doubtful.contains(actor) { counts[type, default: 0] += 1 }
        var result = try Dictionary(uniqueKeysWithValues: counts.map { (try ActorType(code: $0), $1) })
        for actor in doubtful { result[try self.actor(actor).type, default: 0] += 1 }
        return result
    }
}
