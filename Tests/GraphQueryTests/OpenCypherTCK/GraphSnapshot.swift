@testable import GraphQuery

/// Everything in a graph at one moment, to see what a query changed.
struct GraphSnapshot: Sendable, Hashable {
    private var nodes: Set<NodeID> = []
    private var relationships: Set<RelationshipID> = []
    /// Those that some node has.
    private var labels: Set<String> = []
    private var properties: Set<Property> = []

    private struct Property: Sendable, Hashable {
        var owner: Owner
        var key: String
        var value: ComparableValue
    }

    private enum Owner: Sendable, Hashable {
        case node(NodeID)
        case relationship(RelationshipID)
    }

    init(of graph: any PropertyGraph) throws {
        for node in try graph.nodes(label: nil) {
            nodes.insert(node)
            labels.formUnion(try graph.labels(of: node))
            for (key, value) in try graph.properties(of: node) {
                properties.insert(Property(owner: .node(node), key: key, value: try ComparableValue(value, in: graph)))
            }
        }
        try graph.forEachRelationship(where: .everything) { edge in
            relationships.insert(edge.relationship)
            for (key, value) in try graph.properties(of: edge.relationship) {
                let value = try ComparableValue(value, in: graph)
                properties.insert(Property(owner: .relationship(edge.relationship), key: key, value: value))
            }
            return true
        }
    }

    /// How the TCK counts what was done since `earlier`: `+nodes`, `-nodes`, and so on for relationships, labels and properties; a
    /// property with another value counts on both sides. Without those that are 0.
    func changes(since earlier: Self) -> [String: Int] {
        var counts: [String: Int] = [:]
        func count<Element>(_ name: String, _ before: Set<Element>, _ after: Set<Element>) {
            counts["+\(name)"] = after.subtracting(before).count
            counts["-\(name)"] = before.subtracting(after).count
        }
        count("nodes", earlier.nodes, nodes)
        count("relationships", earlier.relationships, relationships)
        count("labels", earlier.labels, labels)
        count("properties", earlier.properties, properties)
        return counts.filter { $0.value != 0 }
    }
}
