extension ExpressionCompiler {
    func compileFunction(
        _ name: String, isDistinct: Bool, _ arguments: [Expression], at location: SourceLocation
    ) throws -> Evaluator {
        if Aggregation.named(name) != nil { throw misplacedAggregation(at: location) }
        guard !isDistinct else {
            throw QueryError(
                .syntaxError, .compileTime, "InvalidAggregation", "\(name) does not aggregate and takes no DISTINCT", at: location)
        }
        let lowercased = name.lowercased()
        if lowercased == "coalesce" { return try compileCoalesce(arguments, at: location) }
        if lowercased == "exists" { return try compileExists(arguments, at: location) }
        if let arity = TemporalFunctions.arities[lowercased] {
            try check(name, arguments, arity, at: location)
            return try compileTemporal(lowercased, arguments, at: location)
        }
        guard let function = Function.named(name) else {
            throw QueryError(.syntaxError, .compileTime, "UnknownFunction", "there is no function \(name)", at: location)
        }
        try check(name, arguments, function.arity, at: location)
        return try evaluator(of: function, arguments, at: location)
    }

    /// What `compileFunction` compiles apart, with how many arguments each takes.
    static let specialArities: [String: ClosedRange<Int>] = ["coalesce": 1...Int.max, "exists": 1...1]

    private func check(
        _ name: String, _ arguments: [Expression], _ arity: ClosedRange<Int>, at location: SourceLocation
    ) throws {
        guard !arity.contains(arguments.count) else { return }
        let expected =
            arity.upperBound == .max
            ? "\(arity.lowerBound) or more arguments"
            : arity.count == 1 ? "\(arity.lowerBound) arguments" : "\(arity.lowerBound) to \(arity.upperBound) arguments"
        throw QueryError(
            .syntaxError, .compileTime, "InvalidNumberOfArguments", "\(name)() takes \(expected), not \(arguments.count)", at: location)
    }

    private func evaluator(of function: Function, _ arguments: [Expression], at location: SourceLocation) throws -> Evaluator {
        let missing = function.arity.upperBound - arguments.count
        let given = try arguments.map(evaluator)
        let operands = given + function.defaults.suffix(missing).map { value in Evaluator { _ in value } }
        let evaluate: Evaluator
        switch function.body {
        case .readingNone(let body): evaluate = Evaluator { frame in try body(frame.context) }
        case .one(let body):
            let first = operands[0]
            evaluate = Evaluator { frame in try body(first(frame)) }
        case .readingOne(let body):
            let first = operands[0]
            evaluate = Evaluator { frame in try body(first(frame), frame.context) }
        case .two(let body):
            let (first, second) = (operands[0], operands[1])
            evaluate = Evaluator { frame in try body(first(frame), second(frame)) }
        case .readingTwo(let body):
            let (first, second) = (operands[0], operands[1])
            evaluate = Evaluator { frame in try body(first(frame), second(frame), frame.context) }
        case .readingThree(let body):
            let (first, second, third) = (operands[0], operands[1], operands[2])
            evaluate = Evaluator { frame in try body(first(frame), second(frame), third(frame), frame.context) }
        }
        return located(evaluate, at: location)
    }

    private func compileTemporal(_ name: String, _ arguments: [Expression], at location: SourceLocation) throws -> Evaluator {
        let arguments = try arguments.map(evaluator)
        let evaluate = Evaluator { frame in
            let values = try arguments.map { try $0(frame) }
            return try TemporalFunctions.call(name, values, now: frame.context.now)
        }
        return located(evaluate, at: location)
    }

    /// The first argument that is not null.
    private func compileCoalesce(_ arguments: [Expression], at location: SourceLocation) throws -> Evaluator {
        try check("coalesce", arguments, 1...Int.max, at: location)
        let arguments = try arguments.map(evaluator)
        return Evaluator { frame in
            for argument in arguments {
                let value = try argument(frame)
                if !value.isNull { return value }
            }
            return .null
        }
    }

    /// Whether a property is there, or a pattern is found.
    private func compileExists(_ arguments: [Expression], at location: SourceLocation) throws -> Evaluator {
        try check("exists", arguments, 1...1, at: location)
        if case .pattern(let pattern) = arguments[0].kind { return try patterns.existence(of: pattern, in: scope) }
        let argument = try evaluator(arguments[0])
        return Evaluator { frame in .boolean(try !argument(frame).isNull) }
    }

    /// Gives errors of a function the place of its call.
    private func located(_ evaluate: Evaluator, at location: SourceLocation) -> Evaluator {
        Evaluator { frame in
            do {
                return try evaluate(frame)
            } catch let error as QueryError {
                throw error.located(at: location)
            }
        }
    }
}
