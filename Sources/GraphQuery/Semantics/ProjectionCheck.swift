/// Checks WITH and RETURN.
struct ProjectionCheck {
    private let projection: Clause.Projection
    private let isReturn: Bool
    /// What is known before.
    private let variables: [String: StaticType]

    init(_ projection: Clause.Projection, isReturn: Bool, variables: [String: StaticType]) {
        self.projection = projection
        self.isReturn = isReturn
        self.variables = variables
    }

    private var keyword: String { isReturn ? "RETURN" : "WITH" }

    /// Whether rows become fewer, so that only the columns are left of them.
    private var isGrouped: Bool { projection.isDistinct || aggregates }

    private var aggregates: Bool { projection.items.contains { aggregates($0.expression) } }

    private func aggregates(_ expression: Expression) -> Bool {
        expression.contains(where: KnownFunctions.isAggregation)
    }

    /// Checks the clause and gives its columns.
    func columns() throws -> [String: StaticType] {
        if isReturn, projection.includesAll, variables.isEmpty {
            throw QueryError.atCompileTime(
                "NoVariablesInScope", "RETURN * has nothing to give; name something in the patterns, as in MATCH (n)",
                at: projection.location)
        }
        let types = try types()
        let columns = try columns(types)
        try checkGroups()
        try checkOrder(columns)
        try checkCount(projection.skip, "SKIP")
        try checkCount(projection.limit, "LIMIT")
        if let condition = projection.condition {
            try ExpressionCheck(variables: isGrouped ? columns : merged(columns), aggregation: .refused("WHERE"))
                .condition(condition, of: "WHERE")
        }
        return columns
    }

    private func merged(_ columns: [String: StaticType]) -> [String: StaticType] {
        variables.merging(columns) { _, new in new }
    }

    /// The types of the items.
    private func types() throws -> [StaticType] {
        let check = ExpressionCheck(variables: variables, aggregation: .allowed)
        return try projection.items.map { try check.type(of: $0.expression) }
    }

    private func columns(_ types: [StaticType]) throws -> [String: StaticType] {
        var columns = projection.includesAll ? variables : [:]
        for (item, type) in zip(projection.items, types) {
            guard columns.updateValue(type, forKey: try name(of: item)) == nil else {
                throw QueryError.atCompileTime(
                    "ColumnNameConflict", "\(keyword) has two columns `\(try name(of: item))`; name them apart with AS",
                    at: item.alias?.location ?? item.expression.location)
            }
        }
        return columns
    }

    private func name(of item: Clause.Projection.Item) throws -> String {
        if let alias = item.alias { return alias.name }
        if case .variable(let name) = item.expression.kind { return name }
        guard isReturn else {
            throw QueryError.atCompileTime(
                "NoExpressionAlias", "WITH needs a name for `\(item.text)`; write \(item.text) AS name", at: item.expression.location)
        }
        return item.text
    }

    /// In a column that aggregates, all that stands outside of the aggregation must be the same throughout the group.
    private func checkGroups() throws {
        guard aggregates else { return }
        var keys = projection.includesAll ? Set(variables.keys.map { Expression.variable(named: $0).canonicalText }) : []
        for item in projection.items where item.expression.isSimple { keys.insert(item.expression.canonicalText) }
        let check = GroupCheck(keys: keys, variables: variables)
        for item in projection.items where aggregates(item.expression) { try check.check(item.expression) }
    }

    private func checkOrder(_ columns: [String: StaticType]) throws {
        guard !projection.order.isEmpty else { return }
        let place = "ORDER BY of columns that do not aggregate"
        guard isGrouped else {
            let check = ExpressionCheck(variables: merged(columns), aggregation: .refused(place))
            for sort in projection.order { _ = try check.type(of: sort.expression) }
            return
        }
        // What is a column may be written again.
        let written = try projection.items.map { item in
            (old: item.expression, new: Expression(kind: .variable(try name(of: item)), location: item.expression.location))
        }
        let all = ExpressionReplacement(written)
        var check = ExpressionCheck(variables: columns, aggregation: aggregates ? .projected : .refused(place))
        check.note = "behind DISTINCT or an aggregation, ORDER BY sees only the columns"
        // Beside an aggregation, only plain columns and aggregations.
        let plain = ExpressionReplacement(written.filter { $0.old.isSimple || aggregates($0.old) })
        var strict = check
        strict.hidden = written.map(\.old).filter { !$0.isSimple && !aggregates($0) }.freeVariables.subtracting(columns.keys)
        for sort in projection.order {
            let expression = all.applied(to: sort.expression)
            let aggregates = aggregates(sort.expression)
            let isColumn = if case .variable = expression.kind { true } else { false }
            _ =
                try aggregates && !isColumn
                ? strict.type(of: plain.applied(to: sort.expression)) : check.type(of: expression)
        }
    }

    private func checkCount(_ expression: Expression?, _ keyword: String) throws {
        guard let expression else { return }
        guard expression.freeVariables.isEmpty, !expression.contains(where: \.readsGraph) else {
            throw QueryError.atCompileTime(
                "NonConstantExpression", "\(keyword) needs a number that is the same for all rows: a literal or a parameter",
                at: expression.location)
        }
        if case .literal(.integer(let number)) = expression.kind, number < 0 {
            throw QueryError.atCompileTime(
                "NegativeIntegerArgument", "\(keyword) needs a number that is not negative, not \(number)", at: expression.location)
        }
        let type = try ExpressionCheck(variables: [:], aggregation: .refused(keyword)).type(of: expression)
        guard type.mayBe(.integer, .number) else {
            throw QueryError.atCompileTime(
                "InvalidArgumentType", "\(keyword) needs an integer, not \(type.description)", at: expression.location)
        }
    }
}

/// Checks a column that aggregates: what stands outside of the aggregation.
private struct GroupCheck {
    /// Canonical texts of the plain columns that do not aggregate.
    let keys: Set<String>
    let variables: [String: StaticType]

    func check(_ expression: Expression, own: Set<String> = []) throws {
        if KnownFunctions.isAggregation(expression) || expression.isSimple && keys.contains(expression.canonicalText) { return }
        var own = own
        switch expression.kind {
        case .variable(let name):
            guard own.contains(name) else { throw ambiguous(name, at: expression.location) }
        case .pattern, .patternComprehension, .exists, .countSubquery:
            for name in expression.freeVariables.sorted() where variables[name] != nil && !own.contains(name) {
                guard keys.contains(Expression.variable(named: name).canonicalText) else {
                    throw ambiguous(name, at: expression.location)
                }
            }
            return
        case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _):
            own.insert(variable.name)
        case .reduce(let accumulator, _, let variable, _, _):
            own.formUnion([accumulator.name, variable.name])
        default:
            break
        }
        for child in expression.children { try check(child, own: own) }
    }

    private func ambiguous(_ name: String, at location: SourceLocation) -> QueryError {
        .atCompileTime(
            "AmbiguousAggregationExpression",
            "`\(name)` stands beside an aggregation and is no column of its own; project it, or aggregate in a WITH before", at: location)
    }
}

extension Expression {
    fileprivate static func variable(named name: String) -> Expression {
        Expression(kind: .variable(name), location: SourceLocation(offset: 0))
    }

    /// A variable or a property of one: what a column that aggregates may use again.
    fileprivate var isSimple: Bool {
        switch kind {
        case .variable: true
        case .property(let base, _): base.isSimple
        default: false
        }
    }

    fileprivate var readsGraph: Bool {
        switch kind {
        case .pattern, .patternComprehension, .exists, .countSubquery: true
        default: false
        }
    }
}
