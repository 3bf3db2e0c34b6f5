extension ExpressionCompiler {
    /// `[x IN list WHERE condition | result]`.
    func compileComprehension(
        _ variable: Variable, _ list: Expression, where condition: Expression?, result: Expression?, at location: SourceLocation
    ) throws -> Evaluator {
        let values = try compileElements(list, of: "a list comprehension", at: location)
        let (inner, slot) = declaring(variable)
        let condition = try condition.map(inner.truth)
        let result = try result.map(inner.evaluator)
        return Evaluator { frame in
            guard let values = try values(frame) else { return .null }
            let context = frame.context
            var results: [Value] = []
            for value in values {
                try context.step()
                let held = context.heldElements
                frame.slots[slot] = value
                if let condition {
                    let holds = try condition.isTrue(frame)
                    context.release(to: held)
                    guard holds else { continue }
                }
                let value = try result.map { try $0(frame) } ?? value
                context.release(to: held)
                try context.charge(value.elementCount)
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
        let condition = try inner.truth(
            of:
                condition ?? Expression(kind: .variable(variable.name), location: variable.location))
        return Truth { frame in
            guard let values = try values(frame) else { return nil }
            let held = frame.context.heldElements
            var matches = 0
            var hasUnknown = false
            for value in values {
                try frame.context.step()
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
        let initial = try evaluator(initial)
        let (outer, accumulatorSlot) = declaring(accumulator)
        let (inner, slot) = outer.declaring(variable)
        let result = try inner.evaluator(result)
        return Evaluator { frame in
            guard let values = try values(frame) else { return .null }
            let context = frame.context
            let held = context.heldElements
            frame.slots[accumulatorSlot] = try initial(frame)
            for value in values {
                try context.step()
                frame.slots[slot] = value
                let next = try result(frame)
                // What the last result held is gone.
                context.release(to: held)
                try context.charge(next.elementCount)
                frame.slots[accumulatorSlot] = next
            }
            return frame.slots[accumulatorSlot]
        }
    }

    /// The elements to go through; nil for null.
    private func compileElements(
        _ list: Expression, of name: String, at location: SourceLocation
    ) throws -> (Frame) throws -> [Value]? {
        let list = try evaluator(list)
        return { frame in
            switch try list(frame) {
            case .null: return nil
            case .list(let values): return values
            case let value: throw QueryError.wrongOperand("\(name) takes a list, not \(value.kindName)", at: location)
            }
        }
    }
}
