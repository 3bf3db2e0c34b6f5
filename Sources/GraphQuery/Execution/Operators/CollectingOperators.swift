/// Each different row once: the first of its kind.
struct Distinct: Operator {
    let upstream: any Operator
    let slots: [Int]

    var input: (any Operator)? { upstream }
    var explanation: String { "Distinct" }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        var seen: Set<GroupKey> = []
        var held = 0
        defer { frame.context.release(held) }
        return try upstream.run(frame) { frame in
            let values = slots.map { frame.slots[$0] }
            guard seen.insert(GroupKey(values)).inserted else { return true }
            let before = frame.context.heldElements
            try frame.context.charge(for: values)
            held += frame.context.heldElements - before
            return try consume(frame)
        }
    }
}

/// The rows of several plans one after the other, each plan's columns moved into the same slots.
struct Union: Operator {
    struct Part {
        let plan: any Operator
        let columns: [Int]
    }

    let parts: [Part]
    let slots: [Int]

    var input: (any Operator)? { nil }
    var explanation: String { "Union" }
    var inner: [any Operator] { parts.map(\.plan) }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        for part in parts {
            let goesOn = try part.plan.run(frame) { frame in
                for (slot, column) in zip(slots, part.columns) { frame.slots[slot] = frame.slots[column] }
                return try consume(frame)
            }
            guard goesOn else { return false }
        }
        return true
    }
}
