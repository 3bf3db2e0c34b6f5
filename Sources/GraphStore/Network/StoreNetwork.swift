package import KnowledgeGraph

/// The whole graph of one state of a store in numbers, and which rows the numbers stand for: for searches that go far.
///
/// A million statements among 100 000 actors take 110 MB, and half a second to read.
package final class StoreNetwork: Sendable {
    // A class: large, never changed, and handed to every query.
    package let topology: Topology
    /// One for each of the topology's statements.
    private let rows: [Row]
    let actors: ActorList
    private let statements: KeyIndex

    /// What a statement is in the file. In one place, as it is mostly asked for together.
    private struct Row {
        var key: Int64
        var sentence: Int64
        /// The number that the statement's id writes; nil when the id is none.
        var id: Int64?
        var place: SentencePlace?
    }

    private init(topology: Topology, rows: [Row], actors: ActorList) {
        self.topology = topology
        self.rows = rows
        self.actors = actors
        statements = KeyIndex(rows.map(\.key))
    }

    /// The key of each of the topology's actors; actors are numbered by their ids.
    package var actorKeys: [Int64] { actors.keys }

    /// The id of each of the topology's actors.
    package var actorIDs: [String] { actors.ids }

    /// Keys of the topology's statements; those of one day are numbered by their keys.
    package var statementKeys: some RandomAccessCollection<Int64> { rows.lazy.map(\.key) }

    /// The topology's number of an actor; nil for a key that is not in this state. O(1).
    package func actor(_ key: Int64) -> Int? { actors[key] }

    /// The topology's number of a statement; nil for a key that is not in this state. O(1).
    package func statement(_ key: Int64) -> Int? { statements[key] }

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

    package func key(ofStatement number: Int) -> Int64 { rows[number].key }

    /// The key of a statement's sentence.
    package func sentence(ofStatement number: Int) -> Int64 { rows[number].sentence }

    /// Where a statement's sentence stands; nil when it has a text of its own.
    package func sentencePlace(ofStatement number: Int) -> SentencePlace? { rows[number].place }

    /// The id of one of the topology's statements; nil when it has to be read.
    package func id(ofStatement number: Int) -> String? { rows[number].id.map(StoredID.text) }

    /// Statements that a scan has read, on their way into a topology.
    struct Builder {
        private let actors: ActorList
        private var columns: Topology.Columns
        private var rows: [Row] = []
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
            rows.append(Row(key: facts.key, sentence: facts.sentence, id: facts.id, place: place))
        }

        /// The network of what was appended.
        consuming func network() -> StoreNetwork {
            let (rows, actors) = (rows, actors)
            let (topology, order) = Topology.build(columns)
            return StoreNetwork(topology: topology, rows: order.map { rows[Int($0)] }, actors: actors)
        }

        /// The network of an earlier state with what was appended; nil when that needs all of it to be built anew.
        ///
        /// - Parameter places: the new number of each of its actors; nil when they stay.
        func network(extending known: StoreNetwork, places: [Int]?) -> StoreNetwork? {
            guard let (topology, insertion) = known.topology.adding(columns, actors: places) else { return nil }
            return StoreNetwork(topology: topology, rows: insertion.applied(to: known.rows, adding: rows), actors: actors)
        }
    }
}

/// Where the document's text has a sentence: UTF-8 bytes.
package struct SentencePlace: Sendable, Hashable {
    /// Key of the document.
    package var document: Int64
    var start: Int32
    var length: Int32
}
