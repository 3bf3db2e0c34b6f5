public import GraphStore
import KnowledgeGraph

/// One state of a store as a graph to query: nodes and relationships bear the keys of actors and statements.
///
/// The first steps of a search go by the file's indexes, so that a question about one actor costs what that actor's statements cost. A
/// search that goes far, or looks at everything, has the whole graph read into memory in numbers, which the store keeps for the next.
final class StoreGraph: PropertyGraph {
    // A class: it remembers what it has read of its one state.

    /// How many statements are read by the indexes before the whole graph is: reading it costs about as much as these.
    static let statementLimit = 20_000

    private let snapshot: StoreSnapshot
    private var read = 0
    private var loaded: Loaded?
    private var facts: [Int64: StatementFacts] = [:]
    private var lastTexts: (statement: Int64, texts: StatementTexts)?

    /// The network with what queries look up in it.
    private final class Loaded {
        // A class: it is looked at for every property, and copying it would cost more than that.
        let network: StoreNetwork
        /// The relationship type of each of the topology's relations.
        let types: [String]

        init(_ network: StoreNetwork) {
            self.network = network
            types = network.topology.relations.map(GraphVocabulary.relationshipType)
        }
    }

    init(_ snapshot: StoreSnapshot) {
        self.snapshot = snapshot
        loaded = snapshot.networkAtHand.map(Loaded.init)
    }

    var nodeCount: Int { get throws { try loaded?.network.actorKeys.count ?? snapshot.actorCountBound() } }
    var relationshipCount: Int { get throws { try loaded?.network.statementKeys.count ?? snapshot.statementCountBound() } }

    // MARK: Nodes

    func nodes(label: String?) throws -> [NodeID] {
        guard let label else { return try snapshot.actorKeys(type: nil).map(NodeID.init) }
        guard let type = GraphVocabulary.actorType(ofLabel: label) else { return [] }
        return try snapshot.actorKeys(type: type).map(NodeID.init)
    }

    func nodeCount(label: String?) throws -> Int {
        // Types are not counted: how many actors there are is a bound that costs nothing.
        label.map { GraphVocabulary.actorType(ofLabel: $0) != nil } ?? true ? try nodeCount : 0
    }

    func isIndexed(_ property: String) -> Bool { property == "id" || property == "name" }

    func isUnique(_ property: String) -> Bool { property == "id" }

    func nodes(whereProperty key: String, equals value: Value, label: String?) throws -> [NodeID]? {
        guard isIndexed(key) else { return nil }
        guard case .string(let text) = value else { return [] }
        let found = try key == "id" ? snapshot.actorKey(exactID: text).map { [$0] } ?? [] : snapshot.actorKeys(name: text)
        return try found.map(NodeID.init).filter { node in try label.map { try hasLabel($0, node) } ?? true }
    }

    func labels(of node: NodeID) throws -> [String] { [GraphVocabulary.label(of: try snapshot.actor(node.key).type)] }

    func hasLabel(_ label: String, _ node: NodeID) throws -> Bool {
        try GraphVocabulary.actorType(ofLabel: label) == snapshot.actor(node.key).type
    }

    func property(_ key: String, of node: NodeID) throws -> Value {
        try ActorProperty(rawValue: key).map { try value(of: $0, node) } ?? .null
    }

    func reader(ofNodes key: String) -> (NodeID) throws -> Value {
        guard let property = ActorProperty(rawValue: key) else { return { _ in .null } }
        return { [self] node in try value(of: property, node) }
    }

    private func value(of property: ActorProperty, _ node: NodeID) throws -> Value {
        switch property {
        case .id: return .string(try id(of: node))
        case .name: return .string(try snapshot.actor(node.key).name)
        case .type: return .string(try snapshot.actor(node.key).type.rawValue)
        case .aliases:
            let name = try snapshot.actor(node.key).name
            return .list(try snapshot.names(of: node.key).filter { $0 != name }.map(Value.string))
        }
    }

    private func id(of node: NodeID) throws -> String {
        if let loaded, let number = loaded.network.actor(node.key) { return loaded.network.id(ofActor: number) }
        return try snapshot.actor(node.key).id
    }

    func properties(of node: NodeID) throws -> [String: Value] {
        Dictionary(uniqueKeysWithValues: try ActorProperty.allCases.map { ($0.rawValue, try value(of: $0, node)) })
    }

    // MARK: Relationships

    func traversal(where filter: RelationshipFilter) throws -> any Traversal {
        try StoreTraversal(graph: self, filter: filter)
    }

    func forEachRelationship(
        of node: NodeID, _ direction: Direction, where filter: RelationshipFilter, _ body: (Adjacent) throws -> Bool
    ) throws {
        try traversal(where: filter).forEach(of: node, direction, body)
    }

    func forEachRelationship(where filter: RelationshipFilter, _ body: (Edge) throws -> Bool) throws {
        try traversal(where: filter).forEach(body)
    }

    func ends(of relationship: RelationshipID) throws -> (start: NodeID, end: NodeID) {
        if let loaded, let number = loaded.network.statement(relationship.key) {
            let ends = loaded.network.ends(ofStatement: number)
            return (NodeID(ends.subject), NodeID(ends.object))
        }
        let facts = try facts(of: relationship)
        return (NodeID(facts.subject), NodeID(facts.object))
    }

    func type(of relationship: RelationshipID) throws -> String {
        if let loaded, let number = loaded.network.statement(relationship.key) {
            return loaded.types[loaded.network.kind(ofStatement: number).relation]
        }
        return GraphVocabulary.relationshipType(ofRelation: try snapshot.relation(facts(of: relationship).relation).name)
    }

    func property(_ key: String, of relationship: RelationshipID) throws -> Value {
        try StatementProperty(rawValue: key).map { try value(of: $0, relationship) } ?? .null
    }

    func reader(ofRelationships key: String) -> (RelationshipID) throws -> Value {
        guard let property = StatementProperty(rawValue: key) else { return { _ in .null } }
        return { [self] relationship in try value(of: property, relationship) }
    }

    private func value(of property: StatementProperty, _ relationship: RelationshipID) throws -> Value {
        switch property {
        case .relation: return .string(try kind(of: relationship).relation)
        case .relationClass: return .string(try kind(of: relationship).class.rawValue)
        case .status: return .string(try kind(of: relationship).status.rawValue)
        case .since: return GraphVocabulary.date(try days(of: relationship)?.lowerBound)
        case .until: return GraphVocabulary.date(try days(of: relationship)?.upperBound)
        case .place: return GraphVocabulary.text(try texts(of: relationship).place)
        case .topic: return GraphVocabulary.text(try texts(of: relationship).topic)
        case .speaker: return GraphVocabulary.text(try texts(of: relationship).speaker)
        case .confidence: return .float(try texts(of: relationship).confidence)
        case .sentence: return .string(try text(ofSentenceOf: relationship))
        case .document: return .string(try snapshot.document(ofSentence: sentence(of: relationship)))
        case .reports: return .integer(try reports(of: relationship))
        case .mode: return GraphVocabulary.text(try texts(of: relationship).mode)
        case .predicate: return .string(try snapshot.statement(relationship.key).predicate.text)
        case .detail: return GraphVocabulary.text(try texts(of: relationship).detail)
        case .rule: return .string(try texts(of: relationship).rule)
        case .id: return .string(try id(of: relationship))
        }
    }

    func properties(of relationship: RelationshipID) throws -> [String: Value] {
        var properties: [String: Value] = [:]
        for key in StatementProperty.allCases {
            let value = try value(of: key, relationship)
            if !value.isNull { properties[key.rawValue] = value }
        }
        return properties
    }

    private func kind(of relationship: RelationshipID) throws -> (relation: String, class: RelationClass, status: Status) {
        if let loaded, let number = loaded.network.statement(relationship.key) {
            let kind = loaded.network.kind(ofStatement: number)
            return (loaded.network.relationName(kind.relation), kind.relationClass, kind.status)
        }
        let facts = try facts(of: relationship)
        let relation = try snapshot.relation(facts.relation)
        return (relation.name, relation.class, facts.status)
    }

    private func days(of relationship: RelationshipID) throws -> ClosedRange<Int>? {
        if let loaded, let number = loaded.network.statement(relationship.key) { return loaded.network.days(ofStatement: number) }
        return try facts(of: relationship).days
    }

    private func facts(of relationship: RelationshipID) throws -> StatementFacts {
        if let known = facts[relationship.key] { return known }
        let found = try snapshot.facts(relationship.key)
        facts[relationship.key] = found
        return found
    }

    private func texts(of relationship: RelationshipID) throws -> StatementTexts {
        if let lastTexts, lastTexts.statement == relationship.key { return lastTexts.texts }
        let texts = try snapshot.texts(relationship.key)
        lastTexts = (relationship.key, texts)
        return texts
    }

    private func id(of relationship: RelationshipID) throws -> String {
        if let id = loaded?.network.id(ofKey: relationship.key) { return id }
        if loaded == nil, let id = try facts(of: relationship).idText { return id }
        return try texts(of: relationship).id
    }

    private func text(ofSentenceOf relationship: RelationshipID) throws -> String {
        if let place = loaded?.network.sentence(ofKey: relationship.key)?.place { return try snapshot.sentence(at: place) }
        return try snapshot.sentence(sentence(of: relationship))
    }

    /// The key of a statement's sentence.
    private func sentence(of relationship: RelationshipID) throws -> Int64 {
        if let known = loaded?.network.sentence(ofKey: relationship.key) { return known.key }
        return try facts(of: relationship).sentence
    }

    /// As `Topology.reportCount(ofEventOf:)` counts them.
    private func reports(of relationship: RelationshipID) throws -> Int {
        // Each count by the file reads an actor's statements: after some, the network is worth reading.
        if let (network, _) = try network(isNeeded: false), let number = network.statement(relationship.key) {
            return network.topology.reportCount(ofEventOf: number)
        }
        let event = try facts(of: relationship)
        guard let days = event.days else { return 1 }
        let isSymmetric = try snapshot.isSymmetric(event.relation)
        return try statements(of: NodeID(event.subject), isSymmetric ? .either : .outgoing).count { other in
            other.relation == event.relation && other.status == event.status && other.days?.lowerBound == days.lowerBound
                && (other.object == event.object || (isSymmetric && other.subject == event.object))
        }
    }
}

// MARK: - What traversals walk on

extension StoreGraph {
    /// The whole graph in numbers, when it has been read or is worth reading by now.
    func network(isNeeded: Bool) throws -> (StoreNetwork, types: [String])? {
        if loaded == nil, isNeeded || read > Self.statementLimit {
            loaded = Loaded(try snapshot.network())
            facts.removeAll()
        }
        return loaded.map { ($0.network, $0.types) }
    }

    /// The whole graph in numbers, when it has been read.
    var networkAtHand: (StoreNetwork, types: [String])? { loaded.map { ($0.network, $0.types) } }

    /// The statements of an actor on one side or both, oldest first, as a network has them.
    func statements(of node: NodeID, _ direction: Direction) throws -> [StatementFacts] {
        let found = try snapshot.facts(of: node.key, asSubject: direction != .incoming, asObject: direction != .outgoing)
        read += found.count + 1
        let sorted = found.sorted { left, right in
            let (leftDay, rightDay) = (left.days?.lowerBound ?? Int.min, right.days?.lowerBound ?? Int.min)
            return leftDay == rightDay ? left.key < right.key : leftDay < rightDay
        }
        for fact in sorted { facts[fact.key] = fact }
        return sorted
    }

    func relation(_ key: Int64) throws -> (name: String, class: RelationClass) {
        try snapshot.relation(key)
    }

    func sentences(thatMayHold text: String) throws -> KeySet { try snapshot.sentences(thatMayHold: text) }

    func statements(ofSentence sentence: Int64) throws -> [StatementFacts] {
        try snapshot.statements(ofSentence: sentence).map { try facts(of: RelationshipID($0)) }
    }
}

extension PreparedQuery {
    /// Runs the query on one state of a store; what others write meanwhile is not seen.
    public func run(
        on store: GraphStore, parameters: [String: Value] = [:], limits: QueryLimits = QueryLimits(), now: ZonedDateTime? = nil
    ) throws -> QueryResult {
        do {
            // A query's own error leaves the store as a value: the store takes every error for one of its own.
            let outcome: Result<QueryResult, QueryError> = try store.snapshot { snapshot in
                do {
                    return .success(try run(on: StoreGraph(snapshot), parameters: parameters, limits: limits, now: now))
                } catch let error as QueryError {
                    return .failure(error)
                }
            }
            return try outcome.get()
        } catch let error as GraphStoreError {
            throw QueryError(.graphError, .runtime, "GraphError", "\(error)")
        }
    }
}
