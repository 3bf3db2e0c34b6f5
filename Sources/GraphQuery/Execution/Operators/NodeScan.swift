/// For each row, every node of a list that is known before the query runs.
struct NodeScan: Operator {
    let upstream: any Operator
    let slot: Int
    let nodes: [NodeID]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            for node in nodes {
                try frame.context.step()
                frame.slots[slot] = .node(node)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// For each row, the nodes whose indexed property has the value that an expression gives.
struct NodeLookup: Operator {
    let upstream: any Operator
    let slot: Int
    let key: String
    let label: String?
    let value: Evaluator
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            let nodes = try frame.context.graph.nodes(whereProperty: key, equals: value(frame), label: label) ?? []
            for node in nodes {
                try frame.context.step()
                frame.slots[slot] = .node(node)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// Only rows whose node is one of a few that are known before the query runs.
struct NodeSetFilter: Operator {
    let upstream: any Operator
    let slot: Int
    let nodes: Set<NodeID>
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            guard case .node(let node) = frame.slots[slot], nodes.contains(node) else { return true }
            return try consume(frame)
        }
    }
}
