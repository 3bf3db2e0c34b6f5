/// For each row, new nodes and relationships: the set-up of tests. All rows are read before the first is written.
struct Create: Operator {
    struct NewNode {
        let slot: Int
        let labels: [String]
        let properties: Evaluator?
    }

    struct NewRelationship {
        let slot: Int
        let type: String
        let from: Int
        let to: Int
        let properties: Evaluator?
    }

    let upstream: any Operator
    let nodes: [NewNode]
    let relationships: [NewRelationship]
    /// Slots of earlier clauses that later ones read.
    let kept: [Int]

    var input: (any Operator)? { upstream }
    var explanation: String { "Create" }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        guard let graph = frame.context.graph as? any WritablePropertyGraph else {
            preconditionFailure("a query that writes runs on a graph that can be written")
        }
        var rows: [[Value]] = []
        _ = try upstream.run(frame) { frame in
            rows.append(kept.map { frame.slots[$0] })
            return true
        }
        for row in rows {
            for (slot, value) in zip(kept, row) { frame.slots[slot] = value }
            for node in nodes {
                frame.slots[node.slot] = .node(
                    try graph.createNode(labels: node.labels, properties: try properties(node.properties, frame)))
            }
            for new in relationships {
                guard case .node(let from) = frame.slots[new.from], case .node(let to) = frame.slots[new.to] else {
                    throw QueryError(.typeError, .runtime, "InvalidArgumentType", "a relationship needs a node at each end, not null")
                }
                frame.slots[new.slot] = .relationship(
                    try graph.createRelationship(type: new.type, from: from, to: to, properties: try properties(new.properties, frame)))
            }
            guard try consume(frame) else { return false }
        }
        return true
    }

    private func properties(_ evaluator: Evaluator?, _ frame: Frame) throws -> [String: Value] {
        guard let evaluator, case .map(let map) = try evaluator(frame) else { return [:] }
        return map.filter { !$0.value.isNull }
    }
}
