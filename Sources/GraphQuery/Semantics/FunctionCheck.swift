// Calls, and the forms that bind variables of their own.
extension ExpressionCheck {
    func call(_ name: String, _ isDistinct: Bool, _ arguments: [Expression], at location: SourceLocation) throws -> StaticType {
        let lowercased = name.lowercased()
        try checkCall(name, isDistinct, arguments.count, at: location)
        if Aggregation.named(name) != nil { return try aggregation(lowercased, arguments, at: location) }
        if lowercased == "exists", case .pattern = arguments[0].kind { return try logical("exists", arguments) }
        let types = try types(arguments)
        if let type = types.first, !KnownFunctions.takes(lowercased, type) {
            throw wrongArgument(name, type, at: arguments[0].location)
        }
        return KnownFunctions.result(lowercased, types)
    }

    private func types(_ expressions: [Expression]) throws -> [StaticType] {
        var types: [StaticType] = []
        for expression in expressions { types.append(try type(of: expression)) }
        return types
    }

    private func checkCall(_ name: String, _ isDistinct: Bool, _ count: Int, at location: SourceLocation) throws {
        let lowercased = name.lowercased()
        guard let arity = KnownFunctions.arities[lowercased] else {
            let remedy = KnownFunctions.nearest(to: name).map { "; did you mean `\($0)`?" } ?? ""
            throw QueryError.atCompileTime("UnknownFunction", "there is no function `\(name)`\(remedy)", at: location)
        }
        guard arity.contains(count) else {
            throw QueryError.atCompileTime(
                "InvalidNumberOfArguments", "`\(name)` takes \(Self.described(arity)), not \(count)", at: location)
        }
        guard !isDistinct || Aggregation.named(name) != nil else {
            throw QueryError.atCompileTime(
                "InvalidAggregation", "`\(name)` does not aggregate, so that DISTINCT has no meaning in it", at: location)
        }
    }

    private func wrongArgument(_ name: String, _ type: StaticType, at location: SourceLocation) -> QueryError {
        mismatch("`\(name)` takes \(KnownFunctions.expectation(name.lowercased())), not \(type.description)", at: location)
    }

    private static func described(_ arity: ClosedRange<Int>) -> String {
        switch (arity.lowerBound, arity.upperBound) {
        case (0, 0): "no arguments"
        case (1, 1): "one argument"
        case (let lower, Int.max): "at least \(lower) argument\(lower == 1 ? "" : "s")"
        case (let lower, let upper): lower == upper ? "\(lower) arguments" : "\(lower) to \(upper) arguments"
        }
    }

    func aggregation(_ name: String, _ arguments: [Expression], at location: SourceLocation) throws -> StaticType {
        try checkAggregation(name, at: location)
        var inner = self
        inner.aggregation = .nested
        inner.hidden = []
        let types = try inner.types(arguments)
        try checkAggregated(arguments, at: location)
        return KnownFunctions.result(name, types)
    }

    /// Whether a function may aggregate at this place.
    private func checkAggregation(_ name: String, at location: SourceLocation) throws {
        switch aggregation {
        case .refused(let place):
            throw QueryError.atCompileTime(
                "InvalidAggregation", "`\(name)` cannot aggregate in \(place); aggregate in a WITH before, and use its column here",
                at: location)
        case .nested:
            throw QueryError.atCompileTime(
                "NestedAggregation", "`\(name)` cannot aggregate inside another aggregation; aggregate in two steps, with WITH",
                at: location)
        case .allowed, .projected:
            break
        }
    }

    private func checkAggregated(_ arguments: [Expression], at location: SourceLocation) throws {
        if let random = arguments.first(where: { $0.contains(where: KnownFunctions.isRandom) }) {
            throw QueryError.atCompileTime(
                "NonConstantExpression", "an aggregation cannot depend on rand(); project it in a WITH before", at: random.location)
        }
        if case .projected = aggregation {
            throw QueryError.atCompileTime(
                "InvalidAggregation", "ORDER BY can only aggregate what is a column; add it to the columns", at: location)
        }
    }

    func listComprehension(
        _ variable: Variable, _ list: Expression, _ condition: Expression?, _ result: Expression?
    ) throws -> StaticType {
        let element = try element(of: list)
        let inner = binding([variable.name: element], in: "a list comprehension")
        if let condition { try inner.condition(condition, of: "WHERE") }
        return .list(try result.map(inner.type) ?? element)
    }

    func patternComprehension(_ pattern: PathPattern, _ condition: Expression?, _ result: Expression) throws -> StaticType {
        let bound = try PatternCheck(variables: variables).matching([pattern])
        let inner = binding(bound, in: "a pattern comprehension")
        if let condition { try inner.condition(condition, of: "WHERE") }
        return .list(try inner.type(of: result))
    }

    func quantifier(_ variable: Variable, _ list: Expression, _ condition: Expression?) throws -> StaticType {
        let inner = binding([variable.name: try element(of: list)], in: "a quantifier")
        if let condition { try inner.condition(condition, of: "WHERE") }
        return .boolean
    }

    func reduction(
        _ accumulator: Variable, _ initial: Expression, _ variable: Variable, _ list: Expression, _ result: Expression
    ) throws -> StaticType {
        _ = try type(of: initial)
        // The first value and the results may differ in type.
        let inner = binding([accumulator.name: .any, variable.name: try element(of: list)], in: "reduce")
        _ = try inner.type(of: result)
        return .any
    }

    /// The type of the elements of what must be a list.
    private func element(of list: Expression) throws -> StaticType {
        let type = try type(of: list)
        guard type.mayBeList else { throw mismatch("IN needs a list, not \(type.description)", at: list.location) }
        return type.element
    }

    /// The check with more variables, for the part of an expression that is evaluated for each element.
    private func binding(_ new: [String: StaticType], in place: String) -> ExpressionCheck {
        var inner = self
        inner.variables.merge(new) { _, new in new }
        inner.hidden.subtract(new.keys)
        if case .nested = aggregation { return inner }
        inner.aggregation = .refused(place)
        return inner
    }
}
