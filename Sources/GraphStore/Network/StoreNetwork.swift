package import KnowledgeGraph

/// The whole graph of one state of a store in numbers, and which rows the numbers stand for: for searches that go far.
///
/// A million statements among 100 000 actors take 100 MB, and half a second to read.
package final class StoreNetwork: Sendable {
    // A class: large, never changed, and handed to every query.
    package let topology: Topology
    let actors: ActorList
    private let rows: StatementRows
    /// The row of each of the topology's statements, and the topology's number of each row's.
    private let order: [Int32]
    private let numbers: [Int32]

    private init(topology: Topology, actors: ActorList, rows: StatementRows, order: [Int32]) {
        self.topology = topology
        self.actors = actors
        self.rows = rows
        self.order = order
        var numbers = [Int32](repeating: 0, count: order.count)
        for (number, row) in order.enumerated() { numbers[Int(row)] = Int32(number) }
        self.numbers = numbers
    }

    /// The key of each of the topology's actors; actors are numbered by their ids.
    package var actorKeys: [Int64] { actors.keys }

    /// The key of each of the topology's statements; those of one day are numbered by their keys.
    package var statementKeys: some RandomAccessCollection<Int64> { order.lazy.map { [rows] in rows[Int($0)].key } }

    /// No statement has a larger key.
    var newestStatement: Int64 { rows.newest }

    /// The topology's number of an actor; nil for a key that is not in this state. O(1).
    package func actor(_ key: Int64) -> Int? { actors[key] }

    /// The topology's number of a statement; nil for a key that is not in this state. O(1).
    package func statement(_ key: Int64) -> Int? { rows.place(ofKey: key).map { Int(numbers[$0]) } }

    // These read the topology in place: handing it out copies it, with a dozen arrays.

    /// Keys of the actors at a statement's ends.
    package func ends(ofStatement number: Int) -> (subject: Int64, object: Int64) {
        (actors.keys[topology.subject(of: number)], actors.keys[topology.object(of: number)])
    }

    package func kind(ofStatement number: Int) -> Topology.Kind { topology.kind(of: number) }

    package func days(ofStatement number: Int) -> ClosedRange<Int>? { topology.days(of: number) }

    package func relationName(_ relation: Int) -> String { topology.relations[relation] }

    /// The id of one of the topology's actors.
    package func id(ofActor number: Int) -> String { actors.ids[number] }

    package func key(ofStatement number: Int) -> Int64 { rows[Int(order[number])].key }

    /// The key of a statement's sentence, by the statement's number.
    package func sentence(ofStatement number: Int) -> Int64 { rows[Int(order[number])].sentence }

    /// The key of a statement's sentence and where it stands; no place when it has a text of its own. Nil for a key not in this state.
    package func sentence(ofKey key: Int64) -> (key: Int64, place: SentencePlace?)? {
        rows.place(ofKey: key).map { (rows[$0].sentence, rows[$0].sentencePlace) }
    }

    /// The id of a statement; nil when it has to be read.
    package func id(ofKey key: Int64) -> String? {
        rows.place(ofKey: key).flatMap { rows.id(at: $0) }
    }

    /// Statements that a scan has read, on their way into a topology.
    struct Builder {
        private let actors: ActorList
        private var columns: Topology.Columns
        private var rows: [StatementRows.Row] = []
        /// Places in `rows` of those whose id is no number.
        private var withoutNumber: [Int] = []
        /// The columns' number of each kind, by relation's key and status.
        private var kinds: [KindKey: Int] = [:]

        private struct KindKey: Hashable {
            let relation: Int64
            let status: Status
        }

        /// - Parameter actors: all actors of the new state.
        init(actors: ActorList, statementCount: Int = 0) {
            self.actors = actors
            columns = Topology.Columns(actorCount: actors.keys.count, statementCount: statementCount)
            rows.reserveCapacity(statementCount)
        }

        mutating func append(_ facts: StatementFacts, _ place: SentencePlace?, relation: (Int64) throws -> ReadCache.Relation) throws {
            let key = KindKey(relation: facts.relation, status: facts.status)
            var kind = kinds[key]
            if kind == nil {
                let type = try relation(facts.relation)
                kind = columns.kind(relation: type.name, class: type.relationClass, status: facts.status, isSymmetric: type.isSymmetric)
                kinds[key] = kind
            }
            columns.append(
                subject: try actors.index(of: facts.subject), object: try actors.index(of: facts.object), kind: kind ?? 0,
                days: facts.days)
            if facts.id == nil { withoutNumber.append(rows.count) }
            rows.append(StatementRows.Row(key: facts.key, sentence: facts.sentence, id: facts.id ?? 0, sentencePlace: place))
        }

        /// The network of what was appended.
        consuming func network() -> StoreNetwork {
            let (rows, actors) = (StatementRows(rows, withoutNumber: withoutNumber), actors)
            let (topology, order) = Topology.build(columns)
            return StoreNetwork(topology: topology, actors: actors, rows: rows, order: order)
        }

        /// The network of an earlier state with what was appended; nil when that needs all of it to be built anew.
        ///
        /// - Parameter places: the new number of each of its actors; nil when they stay.
        func network(extending known: StoreNetwork, places: [Int]?) -> StoreNetwork? {
            guard let (topology, insertion) = known.topology.adding(columns, actors: places) else { return nil }
            let new = rows.indices.map { Int32(known.order.count + $0) }
            return StoreNetwork(
                topology: topology, actors: actors, rows: known.rows.adding(rows, withoutNumber: withoutNumber),
                order: insertion.applied(to: known.order, adding: new))
        }
    }
}
