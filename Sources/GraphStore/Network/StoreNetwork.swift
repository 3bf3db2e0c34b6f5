package import KnowledgeGraph

/// The whole graph of one state of a store in numbers, and which rows the numbers stand for: for searches that go far.
///
/// A million statements among 100 000 actors take 90 MB, and half a second to read.
package final class StoreNetwork: Sendable {
    // A class: large, never changed, and handed to every query.
    package let topology: Topology
    /// The key of each of the topology's statements; those of one day are numbered by their keys.
    package let statementKeys: [Int64]
    /// The key of the sentence of each of the topology's statements.
    package let sentenceKeys: [Int64]
    let actors: ActorList
    private let statements: KeyIndex
    private let ids: [Int64]
    /// Statements whose id is no number.
    private let others: Set<Int64>

    private init(
        topology: Topology, statementKeys: [Int64], sentenceKeys: [Int64], actors: ActorList, ids: [Int64], others: Set<Int64>
    ) {
        self.topology = topology
        self.statementKeys = statementKeys
        self.sentenceKeys = sentenceKeys
        self.actors = actors
        self.ids = ids
        self.others = others
        statements = KeyIndex(statementKeys)
    }

    /// The key of each of the topology's actors; actors are numbered by their ids.
    package var actorKeys: [Int64] { actors.keys }

    /// The id of each of the topology's actors.
    package var actorIDs: [String] { actors.ids }

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

    /// The id of one of the topology's statements; nil when it has to be read.
    package func id(ofStatement number: Int) -> String? {
        others.isEmpty || !others.contains(statementKeys[number]) ? StoredID.text(of: ids[number]) : nil
    }

    /// Statements that a scan has read, on their way into a topology.
    struct Builder {
        private let actors: ActorList
        private var columns: Topology.Columns
        private var keys: [Int64] = []
        private var sentences: [Int64] = []
        private var ids: [Int64] = []
        private var others: Set<Int64> = []
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
            keys.reserveCapacity(statementCount)
            sentences.reserveCapacity(statementCount)
            ids.reserveCapacity(statementCount)
        }

        mutating func append(_ facts: StatementFacts, relation: (Int64) throws -> ReadCache.Relation) throws {
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
            keys.append(facts.key)
            sentences.append(facts.sentence)
            ids.append(facts.id ?? 0)
            if facts.id == nil { others.insert(facts.key) }
        }

        /// The network of what was appended.
        consuming func network() -> StoreNetwork {
            let (keys, sentences, ids, others, actors) = (keys, sentences, ids, others, actors)
            let (topology, order) = Topology.build(columns)
            func arranged(_ column: [Int64]) -> [Int64] { order.map { column[Int($0)] } }
            return StoreNetwork(
                topology: topology, statementKeys: arranged(keys), sentenceKeys: arranged(sentences), actors: actors, ids: arranged(ids),
                others: others)
        }

        /// The network of an earlier state with what was appended; nil when that needs all of it to be built anew.
        ///
        /// - Parameter places: the new number of each of its actors; nil when they stay.
        func network(extending known: StoreNetwork, places: [Int]?) -> StoreNetwork? {
            guard let (topology, insertion) = known.topology.adding(columns, actors: places) else { return nil }
            return StoreNetwork(
                topology: topology, statementKeys: insertion.applied(to: known.statementKeys, adding: keys),
                sentenceKeys: insertion.applied(to: known.sentenceKeys, adding: sentences), actors: actors,
                ids: insertion.applied(to: known.ids, adding: ids), others: known.others.union(others))
        }
    }
}
