@testable import GraphQuery

/// The relationships of a graph of the tests; those that meet the conditions of the filter when the graph looks at them itself.
struct TestTraversal: Traversal {
    let graph: TestGraph
    let filter: RelationshipFilter
    let looksAtConditions: Bool

    var estimatedCount: Int { graph.relationshipCount }

    func guarantees(_ condition: RelationshipFilter.Condition) -> Bool { looksAtConditions }

    func forEach(of node: NodeID, _ direction: Direction, _ body: (Adjacent) throws -> Bool) throws {
        try graph.forEachRelationship(of: node, direction, where: filter) { adjacent in
            try passes(adjacent.relationship) ? body(adjacent) : true
        }
    }

    func forEach(_ body: (Edge) throws -> Bool) throws {
        try graph.forEachRelationship(where: filter) { edge in try passes(edge.relationship) ? body(edge) : true }
    }

    private func passes(_ relationship: RelationshipID) throws -> Bool {
        guard looksAtConditions else { return true }
        return try filter.conditions.allSatisfy { $0.isMet(by: try graph.property($0.property, of: relationship)) }
    }
}

extension RelationshipFilter.Condition {
    fileprivate func isMet(by property: Value) -> Bool {
        switch comparison {
        case .equal: return property.equals(value) == true
        case .less: return property.compared(to: value) == .less
        case .lessOrEqual: return [.less, .equal].contains(property.compared(to: value))
        case .greater: return property.compared(to: value) == .greater
        case .greaterOrEqual: return [.greater, .equal].contains(property.compared(to: value))
        case .isIn:
            guard case .list(let values) = value else { return false }
            return values.contains { property.equals($0) == true }
        case .contains:
            guard case .string(let text) = property, case .string(let part) = value else { return false }
            return part.isEmpty || text.contains(part)
        }
    }
}
