/// Turns expressions into closures over a row: variables become slots, constants and parameters values, and each operator one closure.
///
/// ```swift
/// let evaluate = try ExpressionCompiler(scope: scope, patterns: planner, context: context).compile(expression)
/// let value = try evaluate(frame)
/// ```
/// Compiling throws the errors of compile time that need no types: unknown variables and functions, wrong numbers of arguments, aggregation
/// where there is none. What is computed is null wherever openCypher says so, and a `QueryError` with its place otherwise.
struct ExpressionCompiler {
    let scope: Scope
    let patterns: any PatternCompiling
    /// The run that the closures are for: parameters are constants in it, and properties are read from its graph.
    let context: ExecutionContext

    /// The value of an expression. What it took to get there is counted while it runs; whoever keeps the value counts that.
    func compile(_ expression: Expression) throws -> Evaluator {
        let evaluate = try evaluator(expression)
        guard expression.contains(where: \.takesMemory) else { return evaluate }
        return Evaluator { frame in
            let held = frame.context.heldElements
            let value = try evaluate(frame)
            frame.context.release(to: held)
            return value
        }
    }

    /// Whether a WHERE holds.
    func compileCondition(_ expression: Expression) throws -> Truth {
        let truth = try truth(of: expression)
        guard expression.contains(where: \.takesMemory) else { return truth }
        return Truth { frame in
            let held = frame.context.heldElements
            let holds = try truth(frame)
            frame.context.release(to: held)
            return holds
        }
    }

    /// As `compile`, for a part of an expression: what is counted stays counted until the whole is done.
    func evaluator(_ expression: Expression) throws -> Evaluator {
        if let value = constant(expression) { return Evaluator { _ in value } }
        let location = expression.location
        switch expression.kind {
        case .literal(let literal):
            let value = literal.value
            return Evaluator { _ in value }
        case .variable(let name):
            let slot = try slot(of: name, at: location)
            return Evaluator { frame in frame.slots[slot] }
        case .parameter(let name):
            throw QueryError(
                .parameterMissing, .compileTime, "MissingParameter", "no value was given for the parameter $\(name)", at: location)
        case .list(let elements): return try compileList(elements)
        case .map(let entries): return try compileMap(entries)
        case .property(let owner, let key): return try compileProperty(key, of: owner, at: location)
        case .subscript_(let collection, let index): return try compileSubscript(collection, index, at: location)
        case .slice(let list, let from, let to): return try compileSlice(list, from: from, to: to, at: location)
        case .unary(.plus, let operand): return try compilePlus(operand, at: location)
        case .unary(.minus, let operand):
            let operand = try evaluator(operand)
            return Evaluator { frame in try Arithmetic.negated(operand(frame), at: location) }
        case .binary(let operation, let left, let right) where operation.isArithmetic:
            return try compileArithmetic(operation, left, right, at: location)
        case .function(let name, let isDistinct, let arguments):
            return try compileFunction(name, isDistinct: isDistinct, arguments, at: location)
        case .countAll: throw misplacedAggregation(at: location)
        case .case_(let subject, let branches, let otherwise):
            return try compileCase(subject, branches, otherwise)
        case .listComprehension(let variable, let list, let condition, let result):
            return try compileComprehension(variable, list, where: condition, result: result, at: location)
        case .patternComprehension(let pattern, let condition, let result):
            return try patterns.comprehension(pattern, where: condition, result: result, in: scope)
        case .reduce(let accumulator, let initial, let variable, let list, let result):
            return try compileReduce(accumulator, initial, variable, list, result, at: location)
        case .pattern(let pattern): return try patterns.existence(of: pattern, in: scope)
        case .exists(let query): return try patterns.existence(of: query, in: scope)
        case .countSubquery(let query): return try patterns.count(of: query, in: scope)
        case .unary(.not, _), .binary, .comparison, .isNull, .hasLabels, .quantifier:
            let truth = try truth(of: expression)
            return Evaluator { frame in
                if let value = try truth(frame) { .boolean(value) } else { .null }
            }
        }
    }

    /// The value of an expression that is the same for every row: a parameter, or `Expression.constant`.
    func constant(_ expression: Expression) -> Value? {
        if case .parameter(let name) = expression.kind { return context.parameters[name] }
        return expression.constant
    }

    /// The compiler for expressions in a scope with one more variable, and that variable's slot.
    func declaring(_ variable: Variable) -> (compiler: ExpressionCompiler, slot: Int) {
        var inner = scope
        let slot = inner.declare(variable.name)
        return (ExpressionCompiler(scope: inner, patterns: patterns, context: context), slot)
    }

    func misplacedAggregation(at location: SourceLocation) -> QueryError {
        QueryError(
            .syntaxError, .compileTime, "InvalidAggregation",
            "aggregating functions stand in the items of RETURN and WITH only; aggregate in a WITH first", at: location)
    }

    private func slot(of name: String, at location: SourceLocation) throws -> Int {
        guard let slot = scope[name] else {
            throw QueryError(
                .syntaxError, .compileTime, "UndefinedVariable", "the variable \(name) is not defined here; MATCH, WITH or UNWIND it first",
                at: location)
        }
        return slot
    }

    private func compileList(_ elements: [Expression]) throws -> Evaluator {
        let elements = try elements.map(evaluator)
        return Evaluator { frame in
            var values: [Value] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                let value = try element(frame)
                if !value.isScalar { try frame.context.charge(value.elementCount) }
                values.append(value)
            }
            return .list(values)
        }
    }

    private func compileMap(_ entries: [(key: String, value: Expression)]) throws -> Evaluator {
        let entries = try entries.map { (key: $0.key, value: try evaluator($0.value)) }
        return Evaluator { frame in
            var values: [String: Value] = Dictionary(minimumCapacity: entries.count)
            for entry in entries {
                let value = try entry.value(frame)
                if !value.isScalar { try frame.context.charge(value.elementCount) }
                values[entry.key] = value
            }
            return .map(values)
        }
    }

    private func compilePlus(_ operand: Expression, at location: SourceLocation) throws -> Evaluator {
        let operand = try evaluator(operand)
        return Evaluator { frame in
            let value = try operand(frame)
            switch value {
            case .null, .integer, .float, .duration: return value
            default: throw QueryError.wrongOperand("\(value.kindName) has no sign; + takes a number", at: location)
            }
        }
    }

    private func compileArithmetic(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, at location: SourceLocation
    ) throws -> Evaluator {
        let left = try evaluator(left)
        let right = try evaluator(right)
        // The common case of `+` is decided here, without a call.
        guard operation == .add else {
            return Evaluator { frame in try Arithmetic.number(operation, left(frame), right(frame), at: location) }
        }
        return Evaluator { frame in
            let first = try left(frame)
            let second = try right(frame)
            if case .integer(let first) = first, case .integer(let second) = second {
                let (sum, overflow) = first.addingReportingOverflow(second)
                if !overflow { return .integer(sum) }
            }
            return try Arithmetic.sum(first, second, in: frame.context, at: location)
        }
    }

    /// With a subject, the first branch that equals it; without, the first that is true.
    private func compileCase(
        _ subject: Expression?, _ branches: [(when: Expression, then: Expression)], _ otherwise: Expression?
    ) throws -> Evaluator {
        let results = try branches.map { try evaluator($0.then) }
        let otherwise = try otherwise.map(evaluator) ?? Evaluator { _ in .null }
        guard let subject else {
            let conditions = try branches.map { try truth(of: $0.when) }
            return Evaluator { frame in
                for (index, condition) in conditions.enumerated() where try condition.isTrue(frame) {
                    return try results[index](frame)
                }
                return try otherwise(frame)
            }
        }
        let value = try evaluator(subject)
        let candidates = try branches.map { try evaluator($0.when) }
        return Evaluator { frame in
            let value = try value(frame)
            for (index, candidate) in candidates.enumerated() where try value.equals(candidate(frame)) == true {
                return try results[index](frame)
            }
            return try otherwise(frame)
        }
    }
}

extension Expression {
    /// Whether the expression itself, apart from its parts, counts what it holds.
    fileprivate var takesMemory: Bool {
        switch kind {
        case .list, .map, .binary(.add, _, _), .listComprehension, .patternComprehension, .reduce, .quantifier: true
        case .pattern, .exists, .countSubquery: true
        case .function(let name, _, _): Function.named(name)?.takesMemory == true
        default: false
        }
    }
}
