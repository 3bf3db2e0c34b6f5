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
        var columns = try projection.items.map { (name: try name(of: $0), expression: $0.expression) }
        if projection.includesAll {
            columns += variables.keys.map { (name: $0, expression: Expression(kind: .variable($0), location: projection.location)) }
        }
        let check = GroupCheck(columns: columns, variables: variables)
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
            let isColumn = if case .variable = expression.kind { true } else { false }
            if isColumn || !aggregates(sort.expression) {
                _ = try check.type(of: expression)
            } else {
                _ = try strict.type(of: plain.applied(to: sort.expression))
            }
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

extension Expression {
    fileprivate var readsGraph: Bool {
        switch kind {
        case .pattern, .patternComprehension, .exists, .countSubquery: true
        default: false
        }
    }
}
