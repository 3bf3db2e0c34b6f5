/// Checks expressions, and finds out what is known of their types.
struct ExpressionCheck {
    /// Whether aggregating functions may be called.
    enum AggregationRule {
        case allowed
        /// Not at this place: WHERE, a list comprehension.
        case refused(String)
        /// Only those that were projected: in ORDER BY.
        case projected
        /// Inside another one.
        case nested
    }

    /// What may be named.
    var variables: [String: StaticType]
    var aggregation: AggregationRule
    /// Variables that cannot be named, but that columns were made of: beside an aggregation, they have no one value.
    var hidden: Set<String> = []
    /// Why variables may be missing.
    var note: String?

    /// Checks an expression whose value must be true or false, or a pattern to be found.
    func condition(_ expression: Expression, of place: String) throws {
        if case .pattern(let pattern) = expression.kind { return try PatternCheck(variables: variables).checkCondition(pattern) }
        let type = try type(of: expression)
        guard type.mayBe(.boolean) else {
            throw mismatch("\(place) needs a boolean, not \(type.description)", at: expression.location)
        }
    }

    func type(of expression: Expression) throws -> StaticType {
        try check(expression)()
    }

    /// The check of this kind of expression. It is handed back and called by `type(of:)`, so that the many cases here take no room on the
    /// stack while the parts of the expression are checked.
    private func check(_ expression: Expression) -> () throws -> StaticType {
        let location = expression.location
        switch expression.kind {
        case .literal(let literal): return { literal.type }
        case .parameter: return { .any }
        case .variable(let name): return { try variable(name, at: location) }
        case .list(let elements): return { .list(try elements.map(type).joined()) }
        case .map(let entries): return { try map(entries.map(\.value)) }
        case .property(let base, let key): return { try property(key, of: base, at: location) }
        case .subscript_(let base, let index): return { try element(index, of: base) }
        case .slice(let base, let from, let to): return { try slice(of: base, [from, to]) }
        case .unary(.not, let operand): return { try logical("NOT", [operand]) }
        case .unary(let sign, let operand): return { try signed(operand, sign == .minus ? "-" : "+") }
        case .binary(let sign, let left, let right): return { try binary(sign, left, right) }
        case .comparison(let operands, _): return { try boolean(operands) }
        case .isNull(let operand, _): return { try boolean([operand]) }
        case .hasLabels(let operand, _): return { try hasLabels(operand) }
        case .function(let name, let isDistinct, let arguments): return { try call(name, isDistinct, arguments, at: location) }
        case .countAll: return { try aggregation("count", [], at: location) }
        case .case_(let subject, let branches, let otherwise): return { try conditional(subject, branches, otherwise) }
        case .listComprehension(let variable, let list, let condition, let result):
            return { try listComprehension(variable, list, condition, result) }
        case .patternComprehension(let pattern, let condition, let result):
            return { try patternComprehension(pattern, condition, result) }
        case .quantifier(_, let variable, let list, let condition): return { try quantifier(variable, list, condition) }
        case .reduce(let accumulator, let initial, let variable, let list, let result):
            return { try reduction(accumulator, initial, variable, list, result) }
        case .pattern: return { throw misplacedPattern(at: location) }
        case .exists(let query): return { try subquery(query, .boolean) }
        case .countSubquery(let query): return { try subquery(query, .integer) }
        }
    }

    func mismatch(_ message: String, at location: SourceLocation) -> QueryError {
        .atCompileTime("InvalidArgumentType", message, at: location)
    }

    private func misplacedPattern(at location: SourceLocation) -> QueryError {
        .atCompileTime(
            "UnexpectedSyntax",
            "a pattern is a condition here, not a value; write EXISTS { … }, COUNT { … }, or [pattern | value] for a list", at: location)
    }

    private func variable(_ name: String, at location: SourceLocation) throws -> StaticType {
        if let type = variables[name] { return type }
        if hidden.contains(name) {
            throw QueryError.atCompileTime(
                "AmbiguousAggregationExpression",
                "`\(name)` is not the same throughout a group; project what is meant in a WITH before, and use its name here", at: location)
        }
        throw QueryError.undefined(name, among: variables, at: location, note: note)
    }

    private func map(_ values: [Expression]) throws -> StaticType {
        for value in values { _ = try type(of: value) }
        return .map
    }

    private func boolean(_ operands: [Expression]) throws -> StaticType {
        for operand in operands { _ = try type(of: operand) }
        return .boolean
    }

    private func property(_ key: String, of base: Expression, at location: SourceLocation) throws -> StaticType {
        let type = try type(of: base)
        if type.mayBe(.map, .node, .relationship, .temporal) { return .any }
        let message = "\(type.description) has no property `\(key)`; nodes, relationships, maps, dates and times have properties"
        // The TCK wants another kind of error for values than for paths.
        throw QueryError(type == .path ? .syntaxError : .typeError, .compileTime, "InvalidArgumentType", message, at: location)
    }

    private func element(_ index: Expression, of base: Expression) throws -> StaticType {
        _ = try type(of: index)
        return try type(of: base).element
    }

    private func slice(of base: Expression, _ ends: [Expression?]) throws -> StaticType {
        for end in ends.compactMap({ $0 }) { _ = try type(of: end) }
        return .list(try type(of: base).element)
    }

    private func hasLabels(_ operand: Expression) throws -> StaticType {
        let type = try type(of: operand)
        guard type.mayBe(.node, .relationship) else {
            throw mismatch("only a node has labels, and a relationship its type, not \(type.description)", at: operand.location)
        }
        return .boolean
    }

    private func conditional(
        _ subject: Expression?, _ branches: [(when: Expression, then: Expression)], _ otherwise: Expression?
    ) throws -> StaticType {
        if let subject { _ = try type(of: subject) }
        var results: [StaticType] = []
        for branch in branches {
            if subject == nil {
                try condition(branch.when, of: "WHEN")
            } else {
                _ = try type(of: branch.when)
            }
            results.append(try type(of: branch.then))
        }
        if let otherwise { results.append(try type(of: otherwise)) }
        return results.joined()
    }

    private func subquery(_ query: Query, _ type: StaticType) throws -> StaticType {
        try SemanticCheck.check(subquery: query, outer: variables)
        return type
    }
}

extension Expression.Literal {
    fileprivate var type: StaticType {
        switch self {
        case .null: .any
        case .boolean: .boolean
        case .integer: .integer
        case .float: .float
        case .string: .string
        }
    }
}

extension QueryError {
    /// The error for a variable that is not there.
    static func undefined(
        _ name: String, among variables: [String: StaticType], at location: SourceLocation, note: String? = nil
    ) -> QueryError {
        let known = variables.keys.sorted()
        let remedy =
            if let nearest = Spelling.nearest(to: name, in: known) {
                "did you mean `\(nearest)`?"
            } else if let note {
                note
            } else if known.isEmpty {
                "bind it in MATCH, UNWIND or WITH before, or write a string in quotes"
            } else {
                "there are " + known.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (known.count > 8 ? ", …" : "")
            }
        return atCompileTime("UndefinedVariable", "there is no variable `\(name)` here; \(remedy)", at: location)
    }
}
