/// For each row, every node of a kind.
struct NodeScan: Operator {
    enum Nodes {
        /// Those that an index gave before the query ran.
        case known([NodeID])
        /// Those with a label; all when it is nil.
        case labelled(String?)
    }

    let upstream: any Operator
    let slot: Int
    let nodes: Nodes
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            let found =
                switch nodes {
                case .known(let nodes): nodes
                case .labelled(let label): try frame.context.nodes(label: label)
                }
            for node in found {
                try frame.context.step()
                frame.slots[slot] = .node(node)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// For each row, the nodes whose indexed property has the value, or one of the list of values, that an expression gives.
struct NodeLookup: Operator {
    let upstream: any Operator
    let slot: Int
    let key: String
    /// Nil for any.
    let label: String?
    let value: Evaluator
    let isList: Bool
    /// Where the value stands in the query.
    let location: SourceLocation
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            for node in try nodes(frame) {
                try frame.context.step()
                frame.slots[slot] = .node(node)
                guard try consume(frame) else { return false }
            }
            return true
        }
    }

    private func nodes(_ frame: Frame) throws -> [NodeID] {
        let graph = frame.context.graph
        let value = try value(frame)
        guard isList else { return try graph.nodes(whereProperty: key, equals: value, label: label) ?? [] }
        switch value {
        case .null: return []
        case .list(let values):
            var found: Set<NodeID> = []
            for value in values {
                try frame.context.step()
                found.formUnion(try graph.nodes(whereProperty: key, equals: value, label: label) ?? [])
            }
            return found.sorted()
        default: throw QueryError.wrongOperand("\(value.kindName) has no elements; IN takes a list", at: location)
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
