extension ExpressionCompiler {
    /// `[x IN list WHERE condition | result]`.
    func compileComprehension(
        _ variable: Variable, _ list: Expression, where condition: Expression?, result: Expression?, at location: SourceLocation
    ) throws -> Evaluator {
        let values = try compileElements(list, of: "a list comprehension", at: location)
        let (inner, slot) = declaring(variable)
        let condition = try condition.map(inner.compileCondition)
        let result = try result.map(inner.compile)
        return { frame in
            guard let values = try values(frame) else { return .null }
            let context = frame.context
            var results: [Value] = []
            for value in values {
                let held = context.heldElements
                frame.slots[slot] = value
                if let condition {
                    guard try condition(frame) else { continue }
                    context.release(to: held)
                }
                let value = try result.map { try $0(frame) } ?? value
                if value.isScalar { context.release(to: held) }
                try context.charge(1)
                results.append(value)
            }
            return .list(results)
        }
    }

    /// `all`, `any`, `none` and `single`: null when the elements that are null in the condition could decide.
    func compileQuantifier(
        _ quantifier: Expression.Quantifier, _ variable: Variable, _ list: Expression, where condition: Expression?,
        at location: SourceLocation
    ) throws -> Truth {
        let values = try compileElements(list, of: "a quantifier", at: location)
        let (inner, slot) = declaring(variable)
        let condition = try inner.compileTruth(
            condition ?? Expression(kind: .variable(variable.name), location: variable.location))
        return { frame in
            guard let values = try values(frame) else { return nil }
            let held = frame.context.heldElements
            var matches = 0
            var hasUnknown = false
            for value in values {
                frame.slots[slot] = value
                let holds = try condition(frame)
                frame.context.release(to: held)
                switch (quantifier, holds) {
                case (.all, false?): return false
                case (.any, true?): return true
                case (.none, true?): return false
                case (.single, true?):
                    matches += 1
                    if matches > 1 { return false }
                case (_, nil): hasUnknown = true
                default: continue
                }
            }
            if hasUnknown { return nil }
            return switch quantifier {
            case .all, .none: true
            case .any: false
            case .single: matches == 1
            }
        }
    }

    /// `reduce(accumulator = initial, variable IN list | result)`.
    func compileReduce(
        _ accumulator: Variable, _ initial: Expression, _ variable: Variable, _ list: Expression, _ result: Expression,
        at location: SourceLocation
    ) throws -> Evaluator {
        let values = try compileElements(list, of: "reduce", at: location)
        let initial = try compile(initial)
        let (outer, accumulatorSlot) = declaring(accumulator)
        let (inner, slot) = outer.declaring(variable)
        let result = try inner.compile(result)
        return { frame in
            guard let values = try values(frame) else { return .null }
            let context = frame.context
            frame.slots[accumulatorSlot] = try initial(frame)
            for (index, value) in values.enumerated() {
                let held = context.heldElements
                frame.slots[slot] = value
                let next = try result(frame)
                if next.isScalar { context.release(to: held) }
                // A list that is put into itself again and again gets too deep for the stack.
                if index % 64 == 63 { try next.checkDepth(at: location) }
                frame.slots[accumulatorSlot] = next
            }
            return frame.slots[accumulatorSlot]
        }
    }

    /// The elements to go through; nil for null.
    private func compileElements(
        _ list: Expression, of name: String, at location: SourceLocation
    ) throws -> (Frame) throws -> [Value]? {
        let list = try compile(list)
        return { frame in
            switch try list(frame) {
            case .null: return nil
            case .list(let values): return values
            case let value: throw QueryError.wrongOperand("\(name) takes a list, not \(value.kindName)", at: location)
            }
        }
    }
}

extension Value {
    /// Whether the value holds no memory worth counting.
    var isScalar: Bool {
        switch self {
        case .string, .list, .map: false
        default: true
        }
    }

    /// Throws when lists and maps are nested more than 1000 deep. Visits every element.
    fileprivate func checkDepth(at location: SourceLocation, remaining: Int = 1000) throws {
        guard remaining > 0 else {
            throw QueryError(.limitReached, .runtime, "DepthLimit", "lists and maps are nested too deep", at: location)
        }
        switch self {
        case .list(let values):
            for value in values { try value.checkDepth(at: location, remaining: remaining - 1) }
        case .map(let values):
            for value in values.values { try value.checkDepth(at: location, remaining: remaining - 1) }
        default: break
        }
    }
}
