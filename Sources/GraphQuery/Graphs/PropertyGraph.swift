/// A graph that queries run over: nodes with labels, relationships with a type, both with properties.
///
/// Answers must be the same each time and in a fixed order; a query reads one state of the graph.
public protocol PropertyGraph {
    /// About how many nodes there are: for the planner, which asks often.
    var nodeCount: Int { get throws }
    /// About how many relationships there are.
    var relationshipCount: Int { get throws }

    /// Nodes with this label, all nodes without one; in ascending order.
    func nodes(label: String?) throws -> [NodeID]
    /// How many `nodes(label:)` gives, or about as many.
    func nodeCount(label: String?) throws -> Int
    /// Whether the graph has an index of the nodes with this property.
    func isIndexed(_ property: String) -> Bool
    /// Exactly the nodes with this label, any without one, whose property equals the value, ascending, when the graph has an index for it;
    /// nil when it has none.
    func nodes(whereProperty key: String, equals value: Value, label: String?) throws -> [NodeID]?

    func labels(of node: NodeID) throws -> [String]
    func hasLabel(_ label: String, _ node: NodeID) throws -> Bool
    /// `.null` when there is none.
    func property(_ key: String, of node: NodeID) throws -> Value
    func properties(of node: NodeID) throws -> [String: Value]

    /// The relationships of a node on one side or both, that pass; a loop comes once. Stops when `body` returns false.
    func forEachRelationship(
        of node: NodeID, _ direction: Direction, where filter: RelationshipFilter, _ body: (Adjacent) throws -> Bool
    ) throws
    /// Every relationship that passes, ascending. Stops when `body` returns false.
    func forEachRelationship(where filter: RelationshipFilter, _ body: (Edge) throws -> Bool) throws

    /// Relationships that pass, made ready to be walked many times.
    func traversal(where filter: RelationshipFilter) throws -> any Traversal
    /// Whether every node has this property, and each another value.
    func isUnique(_ property: String) -> Bool

    func ends(of relationship: RelationshipID) throws -> (start: NodeID, end: NodeID)
    func type(of relationship: RelationshipID) throws -> String
    func property(_ key: String, of relationship: RelationshipID) throws -> Value
    func properties(of relationship: RelationshipID) throws -> [String: Value]

    /// Reads one property of many nodes: what the name stands for is found out once.
    func reader(ofNodes key: String) -> (NodeID) throws -> Value
    /// Reads one property of many relationships.
    func reader(ofRelationships key: String) -> (RelationshipID) throws -> Value
}

public enum Direction: Sendable, Hashable {
    case outgoing, incoming, either
}

/// A relationship seen from one of its nodes.
public struct Adjacent: Sendable, Hashable {
    public var relationship: RelationshipID
    public var neighbour: NodeID

    public init(relationship: RelationshipID, neighbour: NodeID) {
        self.relationship = relationship
        self.neighbour = neighbour
    }
}

/// A relationship with its two nodes.
public struct Edge: Sendable, Hashable {
    public var relationship: RelationshipID
    public var start: NodeID
    public var end: NodeID

    public init(relationship: RelationshipID, start: NodeID, end: NodeID) {
        self.relationship = relationship
        self.start = start
        self.end = end
    }
}

/// What a graph may use its indexes for. A graph need not look at `conditions`: the query checks them again; it must look at `types`.
public struct RelationshipFilter: Sendable {
    /// One of these; any when nil.
    public var types: [String]?
    public var conditions: [Condition]

    /// A comparison of a property with a value that is known before the search.
    public struct Condition: Sendable {
        public enum Comparison: Sendable, Hashable { case equal, less, lessOrEqual, greater, greaterOrEqual, isIn, contains }
        public var property: String
        public var comparison: Comparison
        public var value: Value

        public init(property: String, comparison: Comparison, value: Value) {
            self.property = property
            self.comparison = comparison
            self.value = value
        }
    }

    public init(types: [String]? = nil, conditions: [Condition] = []) {
        self.types = types
        self.conditions = conditions
    }

    public static let everything = RelationshipFilter()
}

/// The relationships that pass one filter, ready to be walked.
public protocol Traversal {
    /// About how many relationships pass.
    var estimatedCount: Int { get }
    /// Whether only relationships that meet the condition are given, so that it need not be looked at again.
    func guarantees(_ condition: RelationshipFilter.Condition) -> Bool
    /// The relationships of a node on one side or both; a loop comes once. Stops when `body` returns false.
    func forEach(of node: NodeID, _ direction: Direction, _ body: (Adjacent) throws -> Bool) throws
    /// Every relationship, ascending. Stops when `body` returns false.
    func forEach(_ body: (Edge) throws -> Bool) throws
    /// One of the shortest walks between two different nodes; nil when the traversal has no way of its own to find it.
    func shortestWalk(from start: NodeID, to end: NodeID, _ direction: Direction, maximumLength: Int) throws -> Walk?
    /// Whether `forEach(in:)` knows this order.
    func knows(_ order: RelationshipOrder) -> Bool
    /// Every relationship in an order that it knows; those with equal values in any. Stops when `body` returns false.
    func forEach(in order: RelationshipOrder, _ body: (Edge) throws -> Bool) throws
}

/// What a traversal's own search for a walk gives.
public enum Walk: Sendable, Hashable {
    case found([RelationshipID])
    /// There is none.
    case none
}

/// By a property; as in ORDER BY, null counts as greater than all else.
public struct RelationshipOrder: Sendable, Hashable {
    public var property: String
    public var isAscending: Bool

    public init(property: String, isAscending: Bool) {
        self.property = property
        self.isAscending = isAscending
    }
}

extension Traversal {
    public func shortestWalk(from start: NodeID, to end: NodeID, _ direction: Direction, maximumLength: Int) throws -> Walk? { nil }

    public func knows(_ order: RelationshipOrder) -> Bool { false }

    public func forEach(in order: RelationshipOrder, _ body: (Edge) throws -> Bool) throws {
        preconditionFailure("a traversal is only asked for orders that it knows")
    }
}

extension PropertyGraph {
    public func isIndexed(_ property: String) -> Bool { false }

    public func reader(ofNodes key: String) -> (NodeID) throws -> Value { { node in try property(key, of: node) } }

    public func reader(ofRelationships key: String) -> (RelationshipID) throws -> Value {
        { relationship in try property(key, of: relationship) }
    }

    public func isUnique(_ property: String) -> Bool { false }

    public func nodes(whereProperty key: String, equals value: Value, label: String?) throws -> [NodeID]? { nil }

    public func traversal(where filter: RelationshipFilter) throws -> any Traversal {
        PlainTraversal(graph: self, filter: filter, estimatedCount: try relationshipCount)
    }
}

/// A traversal that leaves everything to the graph.
private struct PlainTraversal<Graph: PropertyGraph>: Traversal {
    let graph: Graph
    let filter: RelationshipFilter
    let estimatedCount: Int

    func guarantees(_ condition: RelationshipFilter.Condition) -> Bool { false }

    func forEach(of node: NodeID, _ direction: Direction, _ body: (Adjacent) throws -> Bool) throws {
        try graph.forEachRelationship(of: node, direction, where: filter, body)
    }

    func forEach(_ body: (Edge) throws -> Bool) throws {
        try graph.forEachRelationship(where: filter, body)
    }
}
