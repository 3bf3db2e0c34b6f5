extension Expression {
    /// The value of an expression that needs no row: literals, lists and maps of them, arithmetic on constant numbers, dates from constant
    /// text. Nil for anything else, and for what fails: an error belongs to the run of the query.
    var constant: Value? {
        switch kind {
        case .literal(let literal): return literal.value
        case .list(let elements):
            var values: [Value] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                guard let value = element.constant else { return nil }
                values.append(value)
            }
            return .list(values)
        case .map(let entries):
            var values: [String: Value] = [:]
            for (key, expression) in entries {
                guard let value = expression.constant else { return nil }
                values[key] = value
            }
            return .map(values)
        case .unary(.minus, let operand):
            guard let value = operand.constant else { return nil }
            return settled { try Arithmetic.negated(value, at: location) }
        case .unary(.plus, let operand):
            guard let value = operand.constant, value.isNumber else { return nil }
            return value
        case .binary(let operation, let left, let right) where operation.isArithmetic:
            guard let left = left.constant, left.isNumber, let right = right.constant, right.isNumber else { return nil }
            return settled { try Arithmetic.number(operation, left, right, at: location) }
        case .function(let name, isDistinct: false, let arguments): return Self.constantTime(name, arguments)
        default: return nil
        }
    }

    /// `date('2024-05-01')`, `duration({days: 3})`: those that do not read the clock, whatever they are given.
    private static func constantTime(_ name: String, _ arguments: [Expression]) -> Value? {
        let name = name.lowercased()
        guard arguments.count == 1, TemporalFunctions.arities[name]?.contains(1) == true, let argument = arguments[0].constant else {
            return nil
        }
        switch argument {
        case .string where !name.contains("."): break
        case .map where name == "duration": break
        default: return nil
        }
        let epoch = ZonedDateTime(local: LocalDateTime(seconds: 0, nanosecond: 0), offset: 0)
        return settled { try TemporalFunctions.call(name, [argument], now: epoch) }
    }
}

extension Expression.Literal {
    var value: Value {
        switch self {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .float(let value): .float(value)
        case .string(let value): .string(value)
        }
    }
}

extension Expression.BinaryOperator {
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .modulo, .power: true
        default: false
        }
    }
}

extension Value {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .float: true
        default: false
        }
    }
}

/// Nil when the body throws: the same expression throws again when it is run, with its place.
private func settled(_ body: () throws -> Value) -> Value? {
    do { return try body() } catch { return nil }
}
