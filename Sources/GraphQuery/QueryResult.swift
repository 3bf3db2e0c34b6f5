/// The rows that a query gave, and what is known of the nodes and relationships in them.
public struct QueryResult: Sendable {
    public var columns: [String]
    /// One value for each column.
    public var rows: [[Value]]
    /// The nodes that stand anywhere in `rows`, and those at the ends of its relationships.
    public private(set) var nodes: [NodeID: Node] = [:]
    /// The relationships that stand anywhere in `rows`.
    public private(set) var relationships: [RelationshipID: Relationship] = [:]

    /// A node as it was when the query ran.
    public struct Node: Sendable {
        public var labels: [String]
        public var properties: [String: Value]
    }

    /// A relationship as it was when the query ran.
    public struct Relationship: Sendable {
        public var type: String
        public var start: NodeID
        public var end: NodeID
        public var properties: [String: Value]
    }

    init(columns: [String], rows: [[Value]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Looks up every node and relationship of the rows.
    mutating func describe(from graph: any PropertyGraph) throws {
        for row in rows {
            for value in row where value.mayHoldEntities { try describe(value, from: graph) }
        }
    }

    private mutating func describe(_ value: Value, from graph: any PropertyGraph) throws {
        switch value {
        case .node(let id):
            guard nodes[id] == nil else { return }
            nodes[id] = Node(labels: try graph.labels(of: id), properties: try graph.properties(of: id))
        case .relationship(let id):
            guard relationships[id] == nil else { return }
            let ends = try graph.ends(of: id)
            try describe(.node(ends.start), from: graph)
            try describe(.node(ends.end), from: graph)
            relationships[id] = Relationship(
                type: try graph.type(of: id), start: ends.start, end: ends.end, properties: try graph.properties(of: id))
        case .path(let path):
            for node in path.nodes { try describe(.node(node), from: graph) }
            for relationship in path.relationships { try describe(.relationship(relationship), from: graph) }
        case .list(let list):
            for element in list { try describe(element, from: graph) }
        case .map(let map):
            for element in map.values { try describe(element, from: graph) }
        default:
            break
        }
    }
}

extension Value {
    /// Whether a node or relationship may stand in it.
    fileprivate var mayHoldEntities: Bool {
        switch self {
        case .node, .relationship, .path, .list, .map: true
        default: false
        }
    }
}
