/// A query as it was written: single queries joined by UNION.
struct Query: Sendable {
    var parts: [SingleQuery]
    /// Between the parts: true for UNION ALL. One fewer than `parts`; all equal in a valid query.
    var unions: [Union] = []
    /// What stands before the query: nothing, or EXPLAIN.
    var isExplained = false

    struct Union: Sendable {
        var isAll: Bool
        var location: SourceLocation
    }
}

struct SingleQuery: Sendable {
    var clauses: [Clause]
}

enum Clause: Sendable {
    case match(Match)
    case unwind(Unwind)
    case with(Projection)
    case return_(Projection)
    /// CREATE: parsed for the set-up of tests; a query that has one is refused.
    case create([PathPattern], SourceLocation)
    /// Any other clause that writes, or CALL: its keyword, for the error that refuses it.
    case unsupported(keyword: String, SourceLocation)

    struct Match: Sendable {
        var isOptional: Bool
        var patterns: [PathPattern]
        var condition: Expression?
        var location: SourceLocation
    }

    struct Unwind: Sendable {
        var list: Expression
        var variable: Variable
        var location: SourceLocation
    }

    /// WITH or RETURN.
    struct Projection: Sendable {
        var isDistinct: Bool
        /// `*`: everything in scope, before `items`.
        var includesAll: Bool
        var items: [Item]
        var order: [SortItem]
        var skip: Expression?
        var limit: Expression?
        /// WHERE after WITH.
        var condition: Expression?
        var location: SourceLocation

        struct Item: Sendable {
            var expression: Expression
            /// After AS; nil when there is none.
            var alias: Variable?
            /// The expression as it was written: the column's name without an alias.
            var text: String
        }

        struct SortItem: Sendable {
            var expression: Expression
            var isAscending: Bool
        }
    }
}

/// A name and where it stands.
struct Variable: Sendable, Hashable {
    var name: String
    var location: SourceLocation
}

/// `p = (a)-[r:R*1..3]->(b)`, or `shortestPath(…)` around it.
struct PathPattern: Sendable {
    enum Kind: Sendable { case walk, shortestPath, allShortestPaths }

    var variable: Variable?
    var kind: Kind
    /// One more than `steps`.
    var nodes: [NodePattern]
    var steps: [RelationshipPattern]
    var location: SourceLocation
}

struct NodePattern: Sendable {
    var variable: Variable?
    /// All of these must be there.
    var labels: [String]
    var properties: Expression?
    var location: SourceLocation
}

struct RelationshipPattern: Sendable {
    enum Direction: Sendable { case right, left, either }

    var variable: Variable?
    /// One of these; any when empty.
    var types: [String]
    var direction: Direction
    /// Nil for exactly one relationship. `*` is 1…nil; `*..` too; `*2` is 2…2.
    var length: Length?
    var properties: Expression?
    var location: SourceLocation

    struct Length: Sendable, Hashable {
        var minimum: Int?
        var maximum: Int?
    }
}

/// An expression and where it starts.
struct Expression: Sendable {
    var kind: Kind
    var location: SourceLocation

    indirect enum Kind: Sendable {
        case literal(Literal)
        case variable(String)
        case parameter(String)
        case list([Expression])
        /// Keys in the order they were written.
        case map([(key: String, value: Expression)])
        case property(Expression, String)
        /// `list[index]`, `map[key]`.
        case subscript_(Expression, Expression)
        /// `list[from..to]`.
        case slice(Expression, from: Expression?, to: Expression?)
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `a < b <= c`: one more operand than operators; each pair must hold.
        case comparison([Expression], [ComparisonOperator])
        case isNull(Expression, negated: Bool)
        /// `n:A:B`.
        case hasLabels(Expression, [String])
        /// Name as it was written, namespace included: `count`, `date.truncate`.
        case function(name: String, isDistinct: Bool, arguments: [Expression])
        case countAll
        case case_(subject: Expression?, branches: [(when: Expression, then: Expression)], otherwise: Expression?)
        /// `[x IN list WHERE condition | result]`.
        case listComprehension(variable: Variable, list: Expression, condition: Expression?, result: Expression?)
        /// `[p = (a)-->(b) WHERE condition | result]`.
        case patternComprehension(pattern: PathPattern, condition: Expression?, result: Expression)
        /// `all(x IN list WHERE condition)`.
        case quantifier(Quantifier, variable: Variable, list: Expression, condition: Expression?)
        /// `reduce(sum = 0, x IN list | sum + x)`.
        case reduce(accumulator: Variable, initial: Expression, variable: Variable, list: Expression, result: Expression)
        /// `(a)-->(b)` as a condition, or in `exists(…)`.
        case pattern(PathPattern)
        /// `EXISTS { (a)-->(b) WHERE … }` (a MATCH without RETURN) or `EXISTS { MATCH … RETURN … }`.
        case exists(Query)
        /// `COUNT { … }`, an extension.
        case countSubquery(Query)
    }

    enum Literal: Sendable, Hashable {
        case null
        case boolean(Bool)
        case integer(Int)
        case float(Double)
        case string(String)
    }

    enum UnaryOperator: Sendable { case not, plus, minus }

    enum BinaryOperator: Sendable {
        case or, xor, and
        case add, subtract, multiply, divide, modulo, power
        case in_, startsWith, endsWith, contains, matches
    }

    enum ComparisonOperator: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

    enum Quantifier: Sendable { case all, any, none, single }
}
