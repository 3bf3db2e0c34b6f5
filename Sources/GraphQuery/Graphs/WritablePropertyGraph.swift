/// A graph that queries with CREATE may add to: what the set-up of tests runs over. Queries of users are read-only.
package protocol WritablePropertyGraph: PropertyGraph {
    /// A property that is null is left out; a label that comes twice counts once.
    func createNode(labels: [String], properties: [String: Value]) throws -> NodeID

    /// - Throws: when either node is not in the graph.
    func createRelationship(
        type: String, from start: NodeID, to end: NodeID, properties: [String: Value]
    ) throws -> RelationshipID
}
