extension Expression.ComparisonOperator {
    /// What the operator makes of two values.
    func holds(_ left: Value, _ right: Value) -> Bool? {
        switch self {
        case .equal: left.equals(right)
        case .notEqual: left.equals(right).map { !$0 }
        default: holds(left.compared(to: right))
        }
    }

    /// What an operator of order makes of a comparison.
    func holds(_ comparison: Value.Comparison) -> Bool? {
        switch (self, comparison) {
        case (_, .incomparable): nil
        case (.less, .less), (.lessOrEqual, .less), (.greater, .greater), (.greaterOrEqual, .greater): true
        case (.equal, .equal), (.lessOrEqual, .equal), (.greaterOrEqual, .equal): true
        case (.notEqual, .less), (.notEqual, .greater), (.notEqual, .unordered): true
        default: false
        }
    }

    /// The operator with its sides changed.
    var flipped: Self {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

extension ExpressionCompiler {
    /// `a < b <= c`: each operand is computed once, each neighbouring pair must hold.
    func compileComparison(_ operands: [Expression], _ operators: [Expression.ComparisonOperator]) throws -> Truth {
        if operators.count == 1 { return try compileComparison(operands[0], operators[0], operands[1]) }
        let first = try evaluator(operands[0])
        let rest = try operands.dropFirst().map(evaluator)
        return Truth { frame in
            var left = try first(frame)
            var result: Bool? = true
            for (index, operand) in rest.enumerated() {
                let right = try operand(frame)
                switch operators[index].holds(left, right) {
                case false?: return false
                case nil: result = nil
                case true?: break
                }
                left = right
            }
            return result
        }
    }

    private func compileComparison(
        _ left: Expression, _ operation: Expression.ComparisonOperator, _ right: Expression
    ) throws -> Truth {
        if let constant = constant(right) { return compare(try evaluator(left), operation, with: constant) }
        if let constant = constant(left) { return compare(try evaluator(right), operation.flipped, with: constant) }
        let left = try evaluator(left)
        let right = try evaluator(right)
        return Truth { frame in try operation.holds(left(frame), right(frame)) }
    }

    /// With a constant of a common type, the other side's type decides without a call.
    private func compare(
        _ operand: Evaluator, _ operation: Expression.ComparisonOperator, with constant: Value
    ) -> Truth {
        switch (constant, operation) {
        case (.null, _):
            return Truth { frame in
                _ = try operand(frame)
                return nil
            }
        case (.integer(let constant), .equal):
            return Truth { frame in
                let value = try operand(frame)
                if case .integer(let value) = value { return value == constant }
                return value.equals(.integer(constant))
            }
        case (.integer(let constant), .less): return compareInteger(operand, operation, with: constant) { $0 < constant }
        case (.integer(let constant), .lessOrEqual): return compareInteger(operand, operation, with: constant) { $0 <= constant }
        case (.integer(let constant), .greater): return compareInteger(operand, operation, with: constant) { $0 > constant }
        case (.integer(let constant), .greaterOrEqual): return compareInteger(operand, operation, with: constant) { $0 >= constant }
        case (.string(let constant), .equal):
            return Truth { frame in
                let value = try operand(frame)
                if case .string(let value) = value { return value.hasSameBytes(as: constant) }
                return value.isNull ? nil : false
            }
        case (.date(let constant), .less): return compareDate(operand, operation, with: constant) { $0 < constant }
        case (.date(let constant), .lessOrEqual): return compareDate(operand, operation, with: constant) { $0 <= constant }
        case (.date(let constant), .greater): return compareDate(operand, operation, with: constant) { $0 > constant }
        case (.date(let constant), .greaterOrEqual): return compareDate(operand, operation, with: constant) { $0 >= constant }
        default: return Truth { frame in operation.holds(try operand(frame), constant) }
        }
    }

    private func compareInteger(
        _ operand: Evaluator, _ operation: Expression.ComparisonOperator, with constant: Int,
        _ holds: @escaping (Int) -> Bool
    ) -> Truth {
        Truth { frame in
            let value = try operand(frame)
            if case .integer(let value) = value { return holds(value) }
            return operation.holds(value.compared(to: .integer(constant)))
        }
    }

    private func compareDate(
        _ operand: Evaluator, _ operation: Expression.ComparisonOperator, with constant: LocalDate,
        _ holds: @escaping (LocalDate) -> Bool
    ) -> Truth {
        Truth { frame in
            let value = try operand(frame)
            if case .date(let value) = value { return holds(value) }
            return operation.holds(value.compared(to: .date(constant)))
        }
    }
}
