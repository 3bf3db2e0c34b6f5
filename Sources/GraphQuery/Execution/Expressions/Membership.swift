extension ExpressionCompiler {
    /// `x IN list`: true when an element equals x; null when none does, but a null among them leaves it open.
    func compileMembership(of element: Expression, in list: Expression, at location: SourceLocation) throws -> Truth {
        let element = try evaluator(element)
        if case .list(let values)? = constant(list), let set = ScalarSet(values) {
            return Truth { frame in set.contains(try element(frame)) }
        }
        let list = try evaluator(list)
        return Truth { frame in
            let element = try element(frame)
            switch try list(frame) {
            case .null: return nil
            case .list(let values):
                try frame.context.step(values.count / 16)
                return values.holds(element)
            case let value: throw QueryError.wrongOperand("\(value.kindName) has no elements; IN takes a list", at: location)
            }
        }
    }
}

extension [Value] {
    /// Whether an element equals the value, as `IN` has it.
    func holds(_ value: Value) -> Bool? {
        var result: Bool? = false
        for element in self {
            switch element.equals(value) {
            case true?: return true
            case nil: result = nil
            case false?: continue
            }
        }
        return result
    }
}

/// A list of constant strings or of constant integers, to be searched at once.
private struct ScalarSet {
    private let values: [Value]
    private let keys: Set<GroupKey>

    /// Nil when the list is short, or holds anything else.
    init?(_ values: [Value]) {
        guard values.count > 4 else { return nil }
        for value in values {
            switch value {
            case .string, .integer: continue
            default: return nil
            }
        }
        self.values = values
        keys = Set(values.map { GroupKey($0) })
    }

    func contains(_ value: Value) -> Bool? {
        switch value {
        case .string, .integer: keys.contains(GroupKey(value))
        default: values.holds(value)
        }
    }
}
