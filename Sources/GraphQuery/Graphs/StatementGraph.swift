public import KnowledgeGraph

/// Statements in memory as a graph to query: actors are nodes, statements are relationships, numbered as in the graph's topology.
struct StatementGraph: PropertyGraph {
    private let graph: KnowledgeGraph.Graph
    private let types: [String]
    private let indicesByName: [String: [Int]]

    /// O(actors).
    init(_ graph: KnowledgeGraph.Graph) {
        self.graph = graph
        types = graph.topology.relations.map(GraphVocabulary.relationshipType)
        indicesByName = Dictionary(grouping: graph.actors.indices) { graph.actors[$0].name }
    }

    var nodeCount: Int { graph.actors.count }
    var relationshipCount: Int { graph.statements.count }

    func nodes(label: String?) -> [NodeID] {
        guard let label else { return graph.actors.indices.map(NodeID.init) }
        guard let type = GraphVocabulary.actorType(ofLabel: label) else { return [] }
        return graph.actors.indices.filter { graph.actors[$0].type == type }.map(NodeID.init)
    }

    func nodeCount(label: String?) -> Int { nodes(label: label).count }

    func isIndexed(_ property: String) -> Bool { property == "id" || property == "name" }

    func isUnique(_ property: String) -> Bool { property == "id" }

    func nodes(whereProperty key: String, equals value: Value, label: String?) -> [NodeID]? {
        guard isIndexed(key) else { return nil }
        guard case .string(let text) = value else { return [] }
        let found = key == "id" ? graph.index(of: text).map { [$0] } ?? [] : indicesByName[text] ?? []
        return found.map(NodeID.init).filter { node in label.map { hasLabel($0, node) } ?? true }
    }

    func labels(of node: NodeID) -> [String] { [GraphVocabulary.label(of: graph.actors[node.number].type)] }

    func hasLabel(_ label: String, _ node: NodeID) -> Bool {
        GraphVocabulary.actorType(ofLabel: label) == graph.actors[node.number].type
    }

    func property(_ key: String, of node: NodeID) -> Value {
        ActorProperty(rawValue: key).map { value(of: $0, node) } ?? .null
    }

    func reader(ofNodes key: String) -> (NodeID) throws -> Value {
        guard let property = ActorProperty(rawValue: key) else { return { _ in .null } }
        return { node in value(of: property, node) }
    }

    private func value(of property: ActorProperty, _ node: NodeID) -> Value {
        let actor = graph.actors[node.number]
        switch property {
        case .id: return .string(actor.id)
        case .name: return .string(actor.name)
        case .type: return .string(actor.type.rawValue)
        case .aliases: return .list(aliases(of: actor).map(Value.string))
        }
    }

    /// As a store has them: other names that extraction gave, then what texts call the actor, the most used first.
    private func aliases(of actor: Actor) -> [String] {
        var uses: [String: Int] = [:]
        for statement in graph.statements(of: actor.id) {
            for other in [statement.subject.actor, statement.object.actor] where other.id == actor.id && other.name != actor.name {
                uses[other.name, default: 0] += 1
            }
        }
        let names = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return names + graph.aliases(of: actor.id).filter { uses[$0] == nil }
    }

    func properties(of node: NodeID) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: ActorProperty.allCases.map { ($0.rawValue, value(of: $0, node)) })
    }

    func traversal(where filter: RelationshipFilter) -> any Traversal {
        TopologyTraversal(graph.topology, types: types, where: filter)
    }

    func forEachRelationship(
        of node: NodeID, _ direction: Direction, where filter: RelationshipFilter, _ body: (Adjacent) throws -> Bool
    ) throws {
        try traversal(where: filter).forEach(of: node, direction, body)
    }

    func forEachRelationship(where filter: RelationshipFilter, _ body: (Edge) throws -> Bool) throws {
        try traversal(where: filter).forEach(body)
    }

    func ends(of relationship: RelationshipID) -> (start: NodeID, end: NodeID) {
        (NodeID(graph.topology.subject(of: relationship.number)), NodeID(graph.topology.object(of: relationship.number)))
    }

    func type(of relationship: RelationshipID) -> String { types[graph.topology.kind(of: relationship.number).relation] }

    func property(_ key: String, of relationship: RelationshipID) -> Value {
        StatementProperty(rawValue: key).map { value(of: $0, relationship) } ?? .null
    }

    func reader(ofRelationships key: String) -> (RelationshipID) throws -> Value {
        guard let property = StatementProperty(rawValue: key) else { return { _ in .null } }
        return { relationship in value(of: property, relationship) }
    }

    private func value(of property: StatementProperty, _ relationship: RelationshipID) -> Value {
        let statement = graph.statements[relationship.number]
        switch property {
        case .relation: return .string(statement.relation)
        case .relationClass: return .string(statement.relationClass.rawValue)
        case .status: return .string(statement.status.rawValue)
        case .since: return GraphVocabulary.date(graph.topology.days(of: relationship.number)?.lowerBound)
        case .until: return GraphVocabulary.date(graph.topology.days(of: relationship.number)?.upperBound)
        case .place: return GraphVocabulary.text(statement.place)
        case .topic: return GraphVocabulary.text(statement.topic)
        case .speaker: return GraphVocabulary.text(statement.attribution?.name)
        case .confidence: return .float(statement.confidence)
        case .sentence: return .string(statement.evidence.sentence)
        case .document: return .string(statement.document)
        case .reports: return .integer(graph.topology.reportCount(ofEventOf: relationship.number))
        case .mode: return GraphVocabulary.text(statement.mode)
        case .predicate: return .string(statement.predicate.text)
        case .detail: return GraphVocabulary.text(statement.detail)
        case .rule: return .string(statement.rule)
        case .id: return .string(statement.id)
        }
    }

    func properties(of relationship: RelationshipID) -> [String: Value] {
        var properties: [String: Value] = [:]
        for key in StatementProperty.allCases {
            let value = value(of: key, relationship)
            if !value.isNull { properties[key.rawValue] = value }
        }
        return properties
    }
}

extension PreparedQuery {
    /// Runs the query on statements in memory.
    public func run(
        on graph: KnowledgeGraph.Graph, parameters: [String: Value] = [:], limits: QueryLimits = QueryLimits(),
        now: ZonedDateTime? = nil
    ) throws -> QueryResult {
        try run(on: StatementGraph(graph), parameters: parameters, limits: limits, now: now)
    }
}
