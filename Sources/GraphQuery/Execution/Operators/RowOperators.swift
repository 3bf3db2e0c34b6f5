/// Only rows for which all conditions are true.
struct Filter: Operator {
    let upstream: any Operator
    let conditions: [Truth]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            for condition in conditions {
                guard try condition.isTrue(frame) else { return true }
            }
            return try consume(frame)
        }
    }
}

/// Puts values of expressions into slots.
struct Assign: Operator {
    let upstream: any Operator
    let assignments: [(slot: Int, value: Evaluator)]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            let held = frame.context.heldElements
            for (slot, value) in assignments {
                let value = try value(frame)
                if !value.isScalar { try frame.context.charge(value.elementCount) }
                frame.slots[slot] = value
            }
            let added = frame.context.heldElements - held
            defer { frame.context.release(added) }
            return try consume(frame)
        }
    }
}

/// For each row, a row for each element of a list; none for null.
struct UnwindList: Operator {
    let upstream: any Operator
    let slot: Int
    let list: Evaluator
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            let elements: [Value]
            switch try list(frame) {
            case .null: return true
            case .list(let list): elements = list
            case let single: elements = [single]
            }
            try frame.context.charge(elements.count)
            defer { frame.context.release(elements.count) }
            for element in elements {
                try frame.context.step()
                frame.slots[slot] = element
                guard try consume(frame) else { return false }
            }
            return true
        }
    }
}

/// For each row, the rows of a plan that starts from it, or one with nulls where there is none: OPTIONAL MATCH.
struct OptionalApply: Operator {
    let upstream: any Operator
    let plan: any Operator
    /// What the plan would have filled.
    let slots: [Int]

    var input: (any Operator)? { upstream }
    var explanation: String { "Optional" }
    var inner: [any Operator] { [plan] }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            var isFound = false
            let goesOn = try plan.run(frame) { frame in
                isFound = true
                return try consume(frame)
            }
            guard !isFound else { return goesOn }
            for slot in slots { frame.slots[slot] = .null }
            return try consume(frame)
        }
    }
}

/// Leaves out the first rows and those past a number.
struct Window: Operator {
    let upstream: any Operator
    let skipped: Int
    /// Nil for all.
    let limit: Int?

    var input: (any Operator)? { upstream }
    var explanation: String {
        "Window skip \(skipped)" + (limit.map { " limit \($0)" } ?? "")
    }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        var seen = 0
        // With a limit of none the rows are not even looked for.
        guard limit != 0 else { return true }
        var goesOn = true
        _ = try upstream.run(frame) { frame in
            seen += 1
            guard seen > skipped else { return true }
            goesOn = try consume(frame)
            return goesOn && (limit.map { seen - skipped < $0 } ?? true)
        }
        return goesOn
    }
}

/// Makes path values of the nodes and relationships that a pattern has found.
struct BuildPath: Operator {
    let upstream: any Operator
    let slot: Int
    let start: Int
    /// A relationship or a list of them, one for each step of the pattern.
    let steps: [Int]
    let explanation: String

    var input: (any Operator)? { upstream }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try upstream.run(frame) { frame in
            frame.slots[slot] = try path(frame)
            return try consume(frame)
        }
    }

    private func path(_ frame: Frame) throws -> Value {
        guard case .node(let start) = frame.slots[start] else { return .null }
        var path = PathValue(nodes: [start], relationships: [])
        for step in steps {
            switch frame.slots[step] {
            case .relationship(let id): try append(id, to: &path, frame.context.graph)
            case .list(let list):
                for case .relationship(let id) in list { try append(id, to: &path, frame.context.graph) }
            default: return .null
            }
        }
        return .path(path)
    }

    private func append(_ id: RelationshipID, to path: inout PathValue, _ graph: any PropertyGraph) throws {
        let ends = try graph.ends(of: id)
        path.relationships.append(id)
        path.nodes.append(ends.start == path.nodes[path.nodes.count - 1] ? ends.end : ends.start)
    }
}
