import GraphStore
import KnowledgeGraph

/// The statements of a store that pass a filter.
struct StoreTraversal: Traversal {
    let graph: StoreGraph
    private let filter: RelationshipFilter
    private let wanted: TopologyCondition
    /// The sentences that may hold the text that is asked for; nil when none is.
    private let candidates: KeySet?
    private let allCount: Int
    /// Made when the network is first walked on.
    private let onNetwork = OnNetwork()

    private final class OnNetwork {
        // A class: the traversal is a value that is handed on before it is walked.
        var traversal: TopologyTraversal?
    }

    init(graph: StoreGraph, filter: RelationshipFilter) throws {
        self.graph = graph
        self.filter = filter
        wanted = TopologyCondition(filter)
        allCount = try graph.relationshipCount
        var candidates: KeySet?
        for condition in filter.conditions where condition.property == "sentence" && condition.comparison == .contains {
            guard case .string(let text) = condition.value else { continue }
            let found = try graph.sentences(thatMayHold: text)
            candidates = candidates?.intersection(found) ?? found
        }
        self.candidates = candidates
    }

    var estimatedCount: Int {
        if let candidates { return candidates.count }
        // A stretch of time has the share of the statements that it has of the days, for want of anything better.
        guard wanted.startingFrom != nil || wanted.startingUntil != nil || wanted.endingFrom != nil else { return allCount }
        return graph.networkAtHand.map { topologyTraversal($0, $1).estimatedCount } ?? allCount / 10
    }

    func guarantees(_ condition: RelationshipFilter.Condition) -> Bool { TopologyCondition.isComplete(for: condition) }

    func forEach(of node: NodeID, _ direction: Direction, _ body: (Adjacent) throws -> Bool) throws {
        if let (network, types) = try graph.network(isNeeded: false) {
            guard let actor = network.actor(node.key) else { return }
            try topologyTraversal(network, types).forEach(of: NodeID(actor), direction) { adjacent in
                try body(
                    Adjacent(
                        relationship: RelationshipID(network.key(ofStatement: adjacent.relationship.number)),
                        neighbour: NodeID(network.actorKeys[adjacent.neighbour.number])))
            }
            return
        }
        for statement in try graph.statements(of: node, direction) where try passes(statement) {
            let isOutgoing = statement.subject == node.key
            let adjacent = Adjacent(
                relationship: RelationshipID(statement.key), neighbour: NodeID(isOutgoing ? statement.object : statement.subject))
            guard try body(adjacent) else { return }
        }
    }

    func forEach(_ body: (Edge) throws -> Bool) throws {
        if let candidates, candidates.count < StoreGraph.statementLimit, graph.networkAtHand == nil {
            for sentence in candidates.keys {
                for statement in try graph.statements(ofSentence: sentence) where try passes(statement) {
                    let edge = Edge(
                        relationship: RelationshipID(statement.key), start: NodeID(statement.subject), end: NodeID(statement.object))
                    guard try body(edge) else { return }
                }
            }
            return
        }
        guard let (network, types) = try graph.network(isNeeded: true) else { return }
        try withoutActuallyEscaping(body) { body in
            try topologyTraversal(network, types).forEach(inKeys(of: network, body))
        }
    }

    func shortestWalk(from start: NodeID, to end: NodeID, _ direction: Direction, maximumLength: Int) throws -> Walk? {
        guard candidates == nil, let (network, types) = try graph.network(isNeeded: true),
            let first = network.actor(start.key), let last = network.actor(end.key)
        else { return nil }
        let walk = topologyTraversal(network, types).shortestWalk(
            from: NodeID(first), to: NodeID(last), direction, maximumLength: maximumLength)
        guard case .found(let relationships)? = walk else { return walk }
        return .found(relationships.map { RelationshipID(network.key(ofStatement: $0.number)) })
    }

    func knows(_ order: RelationshipOrder) -> Bool {
        graph.networkAtHand.map { topologyTraversal($0, $1).knows(order) } ?? false
    }

    func forEach(in order: RelationshipOrder, _ body: (Edge) throws -> Bool) throws {
        guard let (network, types) = try graph.network(isNeeded: true) else { return }
        try withoutActuallyEscaping(body) { body in
            try topologyTraversal(network, types).forEach(in: order, inKeys(of: network, body))
        }
    }

    /// The body for edges of the topology: with keys for its numbers, and for candidates only.
    private func inKeys(of network: StoreNetwork, _ body: @escaping (Edge) throws -> Bool) -> (Edge) throws -> Bool {
        { edge in
            let number = edge.relationship.number
            guard candidates?.contains(network.sentence(ofStatement: number)) ?? true else { return true }
            return try body(
                Edge(
                    relationship: RelationshipID(network.key(ofStatement: number)), start: NodeID(network.actorKeys[edge.start.number]),
                    end: NodeID(network.actorKeys[edge.end.number])))
        }
    }

    private func topologyTraversal(_ network: StoreNetwork, _ types: [String]) -> TopologyTraversal {
        if let known = onNetwork.traversal { return known }
        let traversal = TopologyTraversal(network.topology, types: types, where: filter)
        onNetwork.traversal = traversal
        return traversal
    }

    private func passes(_ statement: StatementFacts) throws -> Bool {
        let relation = try graph.relation(statement.relation)
        return wanted.passes(
            type: GraphVocabulary.relationshipType(ofRelation: relation.name), relation: relation.name, class: relation.class,
            status: statement.status, days: statement.days)
    }
}

/// Nodes and relationships of a store bear the keys of rows.
extension NodeID {
    init(_ key: Int64) { self.init(Int(key)) }
    var key: Int64 { Int64(number) }
}

extension RelationshipID {
    init(_ key: Int64) { self.init(Int(key)) }
    var key: Int64 { Int64(number) }
}
