package import KnowledgeGraph

/// The whole graph of one state of a store in numbers, and which rows the numbers stand for: for searches that go far.
///
/// A million statements take 80 MB and half a second to read.
package struct StoreNetwork: Sendable {
    package let topology: Topology
    /// The key of each of the topology's actors; actors are numbered by their ids.
    package let actorKeys: [Int64]
    /// The key of each of the topology's statements; those of one day are numbered by their keys.
    package let statementKeys: [Int64]
    /// The key of the sentence of each of the topology's statements.
    package let sentenceKeys: [Int64]
    private let ids: [Int64]
    /// Statements whose id is no number.
    private let others: Set<Int64>
    private let actors: KeyIndex
    private let statements: KeyIndex

    init(topology: Topology, actorKeys: [Int64], statementKeys: [Int64], sentenceKeys: [Int64], ids: [Int64], others: Set<Int64>) {
        self.topology = topology
        self.actorKeys = actorKeys
        self.statementKeys = statementKeys
        self.sentenceKeys = sentenceKeys
        self.ids = ids
        self.others = others
        actors = KeyIndex(actorKeys)
        statements = KeyIndex(statementKeys)
    }

    /// The topology's number of an actor; nil for a key that is not in this state. O(1).
    package func actor(_ key: Int64) -> Int? { actors[key] }

    /// The topology's number of a statement; nil for a key that is not in this state. O(1).
    package func statement(_ key: Int64) -> Int? { statements[key] }

    /// The id of one of the topology's statements; nil when it has to be read.
    package func id(ofStatement number: Int) -> String? {
        others.isEmpty || !others.contains(statementKeys[number]) ? StoredID.text(of: ids[number]) : nil
    }

    /// Statements that a scan has read, on their way into a topology.
    struct Builder {
        private let actors: ActorList
        private var columns: Topology.Columns
        private var keys: [Int64]
        private var sentences: [Int64]
        private var ids: [Int64]
        private var others: Set<Int64>
        /// The columns' number of each kind, by relation's key and status.
        private var kinds: [KindKey: Int] = [:]

        private struct KindKey: Hashable {
            let relation: Int64
            let status: Status
        }

        /// - Parameters:
        ///   - actors: all actors of the new state.
        ///   - known: what an earlier state had, all of which is still there.
        init(actors: ActorList, extending known: StoreNetwork?, statementCount: Int) throws {
            self.actors = actors
            guard let known else {
                columns = Topology.Columns(actorCount: actors.keys.count, statementCount: statementCount)
                keys = []
                sentences = []
                ids = []
                others = []
                keys.reserveCapacity(statementCount)
                sentences.reserveCapacity(statementCount)
                ids.reserveCapacity(statementCount)
                return
            }
            columns = Topology.Columns(
                known.topology, actorCount: actors.keys.count, actors: try known.actorKeys.map { try actors.index(of: $0) })
            keys = known.statementKeys
            sentences = known.sentenceKeys
            ids = known.ids
            others = known.others
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

        consuming func network() -> StoreNetwork {
            let (keys, sentences, ids, others, actorKeys) = (keys, sentences, ids, others, actors.keys)
            let (topology, order) = Topology.build(columns)
            return StoreNetwork(
                topology: topology, actorKeys: actorKeys, statementKeys: order.map { keys[Int($0)] },
                sentenceKeys: order.map { sentences[Int($0)] }, ids: order.map { ids[Int($0)] }, others: others)
        }
    }
}
