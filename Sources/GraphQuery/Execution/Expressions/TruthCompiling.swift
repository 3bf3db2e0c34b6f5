/// A condition made ready to run: nil is openCypher's null, “unknown”.
struct Truth {
    private let body: (Frame) throws -> Bool?

    init(_ body: @escaping (Frame) throws -> Bool?) {
        self.body = body
    }

    func callAsFunction(_ frame: Frame) throws -> Bool? { try body(frame) }

    /// Whether a row is kept: null keeps none.
    func isTrue(_ frame: Frame) throws -> Bool { try body(frame) == true }
}

extension ExpressionCompiler {
    /// Compiles an expression that is true, false or null; of any other value the closure throws.
    func truth(of expression: Expression) throws -> Truth {
        let location = expression.location
        switch expression.kind {
        case .unary(.not, let operand):
            let operand = try truth(of: operand)
            return Truth { frame in try operand(frame).map { !$0 } }
        case .binary(.and, _, _): return try compileChain(expression, of: .and, endsAt: false)
        case .binary(.or, _, _): return try compileChain(expression, of: .or, endsAt: true)
        case .binary(.xor, let left, let right):
            let left = try truth(of: left)
            let right = try truth(of: right)
            return Truth { frame in
                let first = try left(frame)
                let second = try right(frame)
                guard let first, let second else { return nil }
                return first != second
            }
        case .binary(.in_, let element, let list): return try compileMembership(of: element, in: list, at: location)
        case .binary(.startsWith, let text, let part): return try compileText(text, part) { $0.hasPrefix(bytesOf: $1) }
        case .binary(.endsWith, let text, let part): return try compileText(text, part) { $0.hasSuffix(bytesOf: $1) }
        case .binary(.contains, let text, let part): return try compileContains(text, part)
        case .binary(.matches, let text, let pattern): return try compileMatches(text, pattern, at: location)
        case .comparison(let operands, let operators): return try compileComparison(operands, operators)
        case .isNull(let operand, let isNegated):
            let operand = try evaluator(operand)
            return Truth { frame in try operand(frame).isNull != isNegated }
        case .hasLabels(let operand, let labels): return try compileLabels(labels, of: operand, at: location)
        case .quantifier(let quantifier, let variable, let list, let condition):
            return try compileQuantifier(quantifier, variable, list, where: condition, at: location)
        default:
            let evaluate = try evaluator(expression)
            return Truth { frame in
                switch try evaluate(frame) {
                case .boolean(let value): return value
                case .null: return nil
                case let value: throw QueryError.wrongOperand("a condition is true or false, not \(value.kindName)", at: location)
                }
            }
        }
    }

    /// AND (which ends at the first false) or OR (which ends at the first true); null unless an operand ends it.
    private func compileChain(
        _ expression: Expression, of operation: Expression.BinaryOperator, endsAt end: Bool
    ) throws -> Truth {
        let operands = try expression.operands(of: operation).map(truth)
        if operands.count == 2 {
            let left = operands[0]
            let right = operands[1]
            return Truth { frame in
                let first = try left(frame)
                if first == end { return end }
                let second = try right(frame)
                if second == end { return end }
                return first == nil || second == nil ? nil : !end
            }
        }
        return Truth { frame in
            var result: Bool? = !end
            for operand in operands {
                let value = try operand(frame)
                if value == end { return end }
                if value == nil { result = nil }
            }
            return result
        }
    }

    /// `n:A:B`, `r:TYPE`: true when all are there.
    private func compileLabels(_ labels: [String], of operand: Expression, at location: SourceLocation) throws -> Truth {
        let operand = try evaluator(operand)
        return Truth { frame in
            switch try operand(frame) {
            case .null: return nil
            case .node(let node):
                for label in labels where try !frame.context.graph.hasLabel(label, node) { return false }
                return true
            case .relationship(let relationship):
                let type = try frame.context.graph.type(of: relationship)
                return labels.allSatisfy { $0 == type }
            case let value: throw QueryError.wrongOperand("\(value.kindName) has no labels; only nodes have", at: location)
            }
        }
    }
}

extension Expression {
    /// The operands of `a AND b AND c`, whichever way the tree leans; without recursion, for chains may be long.
    fileprivate func operands(of operation: BinaryOperator) -> [Expression] {
        var operands: [Expression] = []
        var waiting = [self]
        while let expression = waiting.popLast() {
            if case .binary(operation, let left, let right) = expression.kind {
                waiting.append(right)
                waiting.append(left)
            } else {
                operands.append(expression)
            }
        }
        return operands
    }
}
