// Operators.
extension ExpressionCheck {
    func binary(_ sign: Expression.BinaryOperator, _ left: Expression, _ right: Expression) throws -> StaticType {
        switch sign {
        case .or: return try logical("OR", [left, right])
        case .xor: return try logical("XOR", [left, right])
        case .and: return try logical("AND", [left, right])
        case .in_: return try membership(left, right)
        case .startsWith, .endsWith, .contains, .matches:
            // Other values than strings give null.
            _ = try (type(of: left), type(of: right))
            return .boolean
        case .add: return try sum(left, right)
        case .subtract: return try arithmetic("-", left, right)
        case .multiply: return try arithmetic("*", left, right)
        case .divide: return try arithmetic("/", left, right)
        case .modulo: return try arithmetic("%", left, right)
        case .power:
            _ = try arithmetic("^", left, right)
            return .float
        }
    }

    func logical(_ sign: String, _ operands: [Expression]) throws -> StaticType {
        for operand in operands { try condition(operand, of: sign) }
        return .boolean
    }

    func signed(_ operand: Expression, _ sign: String) throws -> StaticType {
        try calculable(operand, sign)
    }

    private func membership(_ left: Expression, _ right: Expression) throws -> StaticType {
        _ = try type(of: left)
        let list = try type(of: right)
        guard list.mayBeList else { throw mismatch("IN needs a list, not \(list.description)", at: right.location) }
        return .boolean
    }

    /// Numbers, durations, dates; strings and lists are joined.
    private func sum(_ left: Expression, _ right: Expression) throws -> StaticType {
        switch (try type(of: left), try type(of: right)) {
        case (.list(let first), .list(let second)): return .list(first.joined(second))
        case (.list(let element), let other), (let other, .list(let element)): return .list(element.joined(other))
        case (.any, _), (_, .any): return .any
        case (.string, _), (_, .string): return .string
        case (let first, let second):
            try checkCalculable(first, "+", at: left.location)
            try checkCalculable(second, "+", at: right.location)
            return Self.result(first, second)
        }
    }

    private func arithmetic(_ sign: String, _ left: Expression, _ right: Expression) throws -> StaticType {
        let first = try calculable(left, sign)
        return Self.result(first, try calculable(right, sign))
    }

    private func calculable(_ operand: Expression, _ sign: String) throws -> StaticType {
        let type = try type(of: operand)
        try checkCalculable(type, sign, at: operand.location)
        return type
    }

    private func checkCalculable(_ type: StaticType, _ sign: String, at location: SourceLocation) throws {
        guard type.isNumber || type.mayBe(.temporal) else {
            throw mismatch("`\(sign)` reckons with numbers, dates and durations, not with \(type.description)", at: location)
        }
    }

    private static func result(_ left: StaticType, _ right: StaticType) -> StaticType {
        switch (left, right) {
        case (.any, _), (_, .any): .any
        case (.temporal, _), (_, .temporal): .temporal
        case (.float, _), (_, .float): .float
        case (.integer, .integer): .integer
        default: .number
        }
    }
}
