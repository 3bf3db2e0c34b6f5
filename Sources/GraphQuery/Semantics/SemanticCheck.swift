/// Finds what the grammar allows and a query must not do: unknown variables and functions, values of a type that can never fit, aggregation
/// where there are no groups.
///
/// What depends on values is left to the run of the query. Clauses that write are let through; whether they are run is decided elsewhere.
struct SemanticCheck {
    /// What may be named at this point, and what is known of it.
    private var variables: [String: StaticType]
    private let isSubquery: Bool

    /// - Throws: the first `QueryError` of phase `compileTime`, with the TCK's name of the case and its place.
    static func check(_ query: Query) throws {
        try check(query, outer: [:], isSubquery: false)
    }

    /// Checks the query of EXISTS or COUNT, which sees the variables around it.
    static func check(subquery: Query, outer: [String: StaticType]) throws {
        try check(subquery, outer: outer, isSubquery: true)
    }

    private static func check(_ query: Query, outer: [String: StaticType], isSubquery: Bool) throws {
        let columns = try query.parts.map { part in
            var check = SemanticCheck(variables: outer, isSubquery: isSubquery)
            return try check.check(part)
        }
        for (union, names) in zip(query.unions, columns.dropFirst()) {
            guard union.isAll == query.unions[0].isAll else {
                throw QueryError.atCompileTime(
                    "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query; use one of them throughout",
                    at: union.location)
            }
            guard names == columns[0] else {
                throw QueryError.atCompileTime(
                    "DifferentColumnsInUnion",
                    "both sides of UNION must have the same columns, not \(Self.list(columns[0])) and \(Self.list(names)); name them with AS",
                    at: union.location)
            }
        }
    }

    private static func list(_ names: Set<String>) -> String {
        names.isEmpty ? "none" : names.sorted().map { "`\($0)`" }.joined(separator: ", ")
    }

    /// Checks the clauses in turn.
    /// - Returns: the columns.
    private mutating func check(_ query: SingleQuery) throws -> Set<String> {
        var columns: Set<String> = []
        for (index, clause) in query.clauses.enumerated() {
            try checkPlace(clause, isLast: index == query.clauses.count - 1)
            switch clause {
            case .match(let match):
                try check(match)
            case .unwind(let unwind):
                try check(unwind)
            case .with(let projection):
                variables = try ProjectionCheck(projection, isReturn: false, variables: variables).columns()
            case .return_(let projection):
                variables = try ProjectionCheck(projection, isReturn: true, variables: variables).columns()
                columns = Set(variables.keys)
            case .create(let patterns, _):
                variables = try PatternCheck(variables: variables).creating(patterns)
            case .unsupported:
                return columns
            }
        }
        return columns
    }

    private func checkPlace(_ clause: Clause, isLast: Bool) throws {
        switch clause {
        case .return_(let projection) where !isLast:
            throw composition("RETURN must come last; pass values on with WITH", at: projection.location)
        case .create(_, let location), .unsupported(_, let location):
            if isSubquery { throw composition("a subquery only reads; leave out the clause that writes", at: location) }
        case .match(let match) where isLast && !isSubquery:
            throw composition("a query cannot end with MATCH; say what it gives with RETURN", at: match.location)
        case .unwind(let unwind) where isLast && !isSubquery:
            throw composition("a query cannot end with UNWIND; say what it gives with RETURN", at: unwind.location)
        case .with(let projection) where isLast && !isSubquery:
            throw composition("a query cannot end with WITH; write RETURN instead", at: projection.location)
        default:
            break
        }
    }

    private func composition(_ message: String, at location: SourceLocation) -> QueryError {
        .atCompileTime("InvalidClauseComposition", message, at: location)
    }

    private mutating func check(_ match: Clause.Match) throws {
        variables = try PatternCheck(variables: variables).matching(match.patterns)
        if let condition = match.condition {
            try ExpressionCheck(variables: variables, aggregation: .refused("WHERE")).condition(condition, of: "WHERE")
        }
    }

    private mutating func check(_ unwind: Clause.Unwind) throws {
        let type = try ExpressionCheck(variables: variables, aggregation: .refused("UNWIND")).type(of: unwind.list)
        guard variables[unwind.variable.name] == nil else { throw QueryError.alreadyBound(unwind.variable) }
        variables[unwind.variable.name] = type.element
    }
}

extension QueryError {
    /// An error that needs no row to be found.
    static func atCompileTime(_ detail: String, _ message: String, at location: SourceLocation) -> QueryError {
        QueryError(.syntaxError, .compileTime, detail, message, at: location)
    }

    static func alreadyBound(_ variable: Variable) -> QueryError {
        atCompileTime(
            "VariableAlreadyBound", "the variable `\(variable.name)` is there already; choose another name", at: variable.location)
    }
}
