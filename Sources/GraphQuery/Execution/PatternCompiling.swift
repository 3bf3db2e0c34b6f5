/// How expressions that hold patterns or queries are made ready to run: the planner's part of compiling expressions.
protocol PatternCompiling {
    /// True when the pattern is found once; variables in scope are bound already.
    func existence(of pattern: PathPattern, in scope: Scope) throws -> Evaluator
    /// The list of `result` for each match.
    func comprehension(
        _ pattern: PathPattern, where condition: Expression?, result: Expression, in scope: Scope
    ) throws -> Evaluator
    /// True when the query has a row.
    func existence(of query: Query, in scope: Scope) throws -> Evaluator
    /// How many rows the query has.
    func count(of query: Query, in scope: Scope) throws -> Evaluator
}
