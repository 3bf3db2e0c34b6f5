import Foundation

/// `+ - * / % ^` on values: numbers, strings, lists and temporal values; null with anything is null.
enum Arithmetic {
    /// Numbers and durations are added, strings and lists joined; anything else becomes an element of the list beside it.
    static func sum(_ left: Value, _ right: Value, in context: ExecutionContext, at location: SourceLocation) throws -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): return .null
        case (.list(let left), .list(let right)):
            try context.charge(left.count + right.count)
            return .list(left + right)
        case (.list(let list), _):
            try context.charge(list.count + right.elementCount)
            return .list(list + CollectionOfOne(right))
        case (_, .list(let list)):
            try context.charge(list.count + left.elementCount)
            return .list(CollectionOfOne(left) + list)
        case (.string(let left), .string(let right)):
            try context.charge((left.utf8.count + right.utf8.count) / 24)
            return .string(left + right)
        case (.string(let left), .integer(let right)): return .string(left + String(right))
        case (.string(let left), .float(let right)): return .string(left + Value.text(of: right))
        case (.integer(let left), .string(let right)): return .string(String(left) + right)
        case (.float(let left), .string(let right)): return .string(Value.text(of: left) + right)
        default:
            return try number(.add, left, right, at: location)
        }
    }

    /// What the operator gives for numbers and temporal values; null for a null.
    static func number(
        _ operation: Expression.BinaryOperator, _ left: Value, _ right: Value, at location: SourceLocation
    ) throws -> Value {
        switch (left, right) {
        case (.null, _), (_, .null): return .null
        case (.integer(let left), .integer(let right)): return try integer(operation, left, right, at: location)
        case (.integer(let left), .float(let right)): return .float(float(operation, Double(left), right))
        case (.float(let left), .integer(let right)): return .float(float(operation, left, Double(right)))
        case (.float(let left), .float(let right)): return .float(float(operation, left, right))
        default:
            if let value = try temporal(operation, left, right, at: location) { return value }
            throw QueryError.wrongOperand(
                "\(left.kindName) and \(right.kindName) are no operands for \(symbol(of: operation))", at: location)
        }
    }

    static func negated(_ value: Value, at location: SourceLocation) throws -> Value {
        switch value {
        case .null: return .null
        case .float(let number): return .float(-number)
        case .integer(let number):
            guard number != .min else { throw overflow("-", at: location) }
            return .integer(-number)
        default:
            if let product = try temporal(.multiply, value, .integer(-1), at: location) { return product }
            throw QueryError.wrongOperand("\(value.kindName) has no negative; - takes a number", at: location)
        }
    }

    private static func integer(
        _ operation: Expression.BinaryOperator, _ left: Int, _ right: Int, at location: SourceLocation
    ) throws -> Value {
        let result: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .power: return .float(pow(Double(left), Double(right)))
        case .divide, .modulo:
            guard right != 0 else {
                throw QueryError(.arithmeticError, .runtime, "DivisionByZero", "an integer is divided by zero", at: location)
            }
            // The smallest integer modulo -1 is 0, though the quotient overflows.
            result =
                operation == .divide
                ? left.dividedReportingOverflow(by: right) : (left.remainderReportingOverflow(dividingBy: right).partialValue, false)
        default: preconditionFailure("\(operation) is no arithmetic")
        }
        guard !result.overflow else { throw overflow(symbol(of: operation), at: location) }
        return .integer(result.partialValue)
    }

    private static func float(_ operation: Expression.BinaryOperator, _ left: Double, _ right: Double) -> Double {
        switch operation {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        case .modulo: left.truncatingRemainder(dividingBy: right)
        case .power: pow(left, right)
        default: preconditionFailure("\(operation) is no arithmetic")
        }
    }

    private static func temporal(
        _ operation: Expression.BinaryOperator, _ left: Value, _ right: Value, at location: SourceLocation
    ) throws -> Value? {
        do {
            return switch operation {
            case .add: try TemporalFunctions.sum(left, right)
            case .subtract: try TemporalFunctions.difference(left, right)
            case .multiply: try TemporalFunctions.product(left, right)
            case .divide: try TemporalFunctions.quotient(left, right)
            default: nil
            }
        } catch let error as QueryError {
            throw error.located(at: location)
        }
    }

    private static func overflow(_ symbol: String, at location: SourceLocation) -> QueryError {
        QueryError(
            .arithmeticError, .runtime, "IntegerOverflow",
            "the result of \(symbol) is no 64-bit integer; toFloat() on an operand avoids that", at: location)
    }

    private static func symbol(of operation: Expression.BinaryOperator) -> String {
        switch operation {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .modulo: "%"
        case .power: "^"
        default: "\(operation)"
        }
    }
}
