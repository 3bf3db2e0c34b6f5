import Synchronization

@testable import GraphQuery

/// A graph in memory that queries may write to; nodes and relationships are numbered in the order of their creation.
///
/// A class, as queries that write change the graph they read.
final class TestGraph: WritablePropertyGraph, Sendable {
    private let contents = Mutex(Contents())
    /// Whether the graph looks up nodes by any property, and looks at conditions on relationships itself.
    private let hasIndexes: Bool

    init(hasIndexes: Bool = false) {
        self.hasIndexes = hasIndexes
    }

    private struct Contents {
        var nodes: [Node] = []
        var relationships: [Relationship] = []
    }

    private struct Node {
        /// In the order they were given, each once.
        var labels: [String]
        var properties: [String: Value]
        /// Ascending; a loop is in both.
        var outgoing: [RelationshipID] = []
        var incoming: [RelationshipID] = []
    }

    private struct Relationship {
        var type: String
        var start: NodeID
        var end: NodeID
        var properties: [String: Value]
    }

    private func node(_ id: NodeID) throws -> Node {
        try contents.withLock { contents in
            guard contents.nodes.indices.contains(id.number) else { throw QueryError.missing("node", id.number) }
            return contents.nodes[id.number]
        }
    }

    private func relationship(_ id: RelationshipID) throws -> Relationship {
        try contents.withLock { contents in
            guard contents.relationships.indices.contains(id.number) else { throw QueryError.missing("relationship", id.number) }
            return contents.relationships[id.number]
        }
    }

    // MARK: Nodes

    var nodeCount: Int { contents.withLock { $0.nodes.count } }

    func nodes(label: String?) -> [NodeID] {
        let nodes = contents.withLock { $0.nodes }
        return nodes.indices.filter { number in label.map(nodes[number].labels.contains) ?? true }.map { NodeID($0) }
    }

    func nodeCount(label: String?) -> Int { nodes(label: label).count }

    func labels(of node: NodeID) throws -> [String] { try self.node(node).labels }

    func hasLabel(_ label: String, _ node: NodeID) throws -> Bool { try self.node(node).labels.contains(label) }

    func property(_ key: String, of node: NodeID) throws -> Value { try self.node(node).properties[key] ?? .null }

    func properties(of node: NodeID) throws -> [String: Value] { try self.node(node).properties }

    // MARK: Relationships

    var relationshipCount: Int { contents.withLock { $0.relationships.count } }

    func forEachRelationship(
        of node: NodeID, _ direction: Direction, where filter: RelationshipFilter, _ body: (Adjacent) throws -> Bool
    ) throws {
        let sides = try self.node(node)
        let candidates =
            switch direction {
            case .outgoing: sides.outgoing
            case .incoming: sides.incoming
            // A loop is among the outgoing ones already.
            case .either: try (sides.outgoing + sides.incoming.filter { try relationship($0).start != node }).sorted()
            }
        for id in candidates {
            let relationship = try relationship(id)
            guard filter.types?.contains(relationship.type) ?? true else { continue }
            let neighbour = relationship.start == node ? relationship.end : relationship.start
            guard try body(Adjacent(relationship: id, neighbour: neighbour)) else { return }
        }
    }

    func forEachRelationship(where filter: RelationshipFilter, _ body: (Edge) throws -> Bool) throws {
        let relationships = contents.withLock { $0.relationships }
        for (number, relationship) in relationships.enumerated() {
            guard filter.types?.contains(relationship.type) ?? true else { continue }
            guard try body(Edge(relationship: RelationshipID(number), start: relationship.start, end: relationship.end)) else { return }
        }
    }

    func ends(of relationship: RelationshipID) throws -> (start: NodeID, end: NodeID) {
        let relationship = try self.relationship(relationship)
        return (relationship.start, relationship.end)
    }

    func type(of relationship: RelationshipID) throws -> String { try self.relationship(relationship).type }

    func property(_ key: String, of relationship: RelationshipID) throws -> Value {
        try self.relationship(relationship).properties[key] ?? .null
    }

    func properties(of relationship: RelationshipID) throws -> [String: Value] { try self.relationship(relationship).properties }

    // MARK: Indexes

    func isIndexed(_ property: String) -> Bool { hasIndexes }

    func nodes(whereProperty key: String, equals value: Value, label: String?) throws -> [NodeID]? {
        guard hasIndexes else { return nil }
        return try nodes(label: label).filter { try property(key, of: $0).equals(value) == true }
    }

    func traversal(where filter: RelationshipFilter) -> any Traversal {
        TestTraversal(graph: self, filter: filter, looksAtConditions: hasIndexes)
    }

    // MARK: Writing

    func createNode(labels: [String], properties: [String: Value]) throws -> NodeID {
        contents.withLock { contents in
            let distinct = labels.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            contents.nodes.append(Node(labels: distinct, properties: properties.withoutNulls))
            return NodeID(contents.nodes.count - 1)
        }
    }

    func createRelationship(
        type: String, from start: NodeID, to end: NodeID, properties: [String: Value]
    ) throws -> RelationshipID {
        try contents.withLock { contents in
            for node in [start, end] where !contents.nodes.indices.contains(node.number) { throw QueryError.missing("node", node.number) }
            let id = RelationshipID(contents.relationships.count)
            contents.relationships.append(Relationship(type: type, start: start, end: end, properties: properties.withoutNulls))
            contents.nodes[start.number].outgoing.append(id)
            contents.nodes[end.number].incoming.append(id)
            return id
        }
    }
}

extension QueryError {
    fileprivate static func missing(_ what: String, _ number: Int) -> Self {
        QueryError(.entityNotFound, .runtime, "MissingEntity", "the graph has no \(what) \(number)")
    }
}

extension [String: Value] {
    /// A property that is null is not there.
    fileprivate var withoutNulls: Self {
        filter { entry in
            if case .null = entry.value { false } else { true }
        }
    }
}
