// Lists, comprehensions, quantifiers, reduce and subqueries.
extension Parser {
    func list() throws -> Expression {
        let location = location
        advance()
        let elements = try isAt(.closeBracket) ? [] : expressions()
        try expect(.closeBracket, "to close the list")
        return Expression(kind: .list(elements), location: location)
    }

    func listComprehension() throws -> Expression {
        let location = location
        advance()
        let (variable, list, condition) = try range()
        let result = take(.bar) ? try expression() : nil
        try expect(.closeBracket, "to close the list comprehension")
        return Expression(
            kind: .listComprehension(variable: variable, list: list, condition: condition, result: result), location: location)
    }

    func patternComprehension() throws -> Expression {
        let location = location
        advance()
        try descend(by: Self.depthOfPattern)
        let pattern = try pathPattern()
        let condition = take(.where_) ? try expression() : nil
        try expect(.bar, "and the result after the pattern")
        let result = try expression()
        depth -= Self.depthOfPattern
        try grow(by: Self.depthOfPattern)
        try expect(.closeBracket, "to close the pattern comprehension")
        return Expression(
            kind: .patternComprehension(pattern: pattern, condition: condition, result: result), location: location)
    }

    /// `all(x IN list WHERE condition)` and its like.
    func quantified(_ quantifier: Expression.Quantifier) throws -> Expression {
        let location = location
        index += 2
        let (variable, list, condition) = try range()
        try expect(.closeParenthesis, "to close the quantifier")
        return Expression(
            kind: .quantifier(quantifier, variable: variable, list: list, condition: condition), location: location)
    }

    /// `filter(x IN list WHERE condition)`, `extract(x IN list | result)`: how openCypher wrote list comprehensions before.
    func olderComprehension() throws -> Expression {
        let location = location
        index += 2
        let (variable, list, condition) = try range()
        let result = take(.bar) ? try expression() : nil
        try expect(.closeParenthesis, "to close the list comprehension")
        return Expression(
            kind: .listComprehension(variable: variable, list: list, condition: condition, result: result), location: location)
    }

    /// `reduce(sum = 0, x IN list | sum + x)`.
    func reduction() throws -> Expression {
        let location = location
        index += 2
        let accumulator = try variable("the variable of reduce that sums up, as in reduce(sum = 0, x IN list | sum + x)")
        try expect(.equal, "and the first value after the variable")
        let initial = try expression()
        try expect(.comma, "after the first value")
        let variable = try variable("a variable for the elements")
        try expect(.in_, "and the list after the variable")
        let list = try expression()
        try expect(.bar, "and the next value after the list")
        let result = try expression()
        try expect(.closeParenthesis, "to close reduce")
        return Expression(
            kind: .reduce(accumulator: accumulator, initial: initial, variable: variable, list: list, result: result),
            location: location)
    }

    /// `x IN list WHERE condition`.
    private func range() throws -> (variable: Variable, list: Expression, condition: Expression?) {
        let variable = try variable("a variable and IN, as in x IN list")
        try expect(.in_, "and a list after the variable")
        let list = try expression()
        return (variable, list, take(.where_) ? try expression() : nil)
    }

    func existsSubquery() throws -> Expression {
        let location = location
        advance()
        return Expression(kind: .exists(try subquery()), location: location)
    }

    func countSubquery() throws -> Expression {
        let location = location
        advance()
        return Expression(kind: .countSubquery(try subquery()), location: location)
    }

    /// `{ … }` after EXISTS or COUNT: a query, or a pattern with its condition.
    private func subquery() throws -> Query {
        try expect(.openBrace, "before the subquery")
        try descend(by: Self.depthOfSubquery)
        let query = try isAtClause ? query() : patternAsQuery()
        depth -= Self.depthOfSubquery
        try grow(by: Self.depthOfSubquery)
        try expect(.closeBrace, "to close the subquery")
        return query
    }

    private var isAtClause: Bool {
        token.keyword?.beginsClause == true && token(ahead: 1).kind != .sign(.equal)
    }

    private func patternAsQuery() throws -> Query {
        Query(parts: [SingleQuery(clauses: [.match(try patternsWithCondition(isOptional: false, at: location))])])
    }
}
