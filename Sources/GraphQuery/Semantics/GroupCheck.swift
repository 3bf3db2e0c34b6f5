/// Checks a column that aggregates: what stands outside of the aggregation must be the same throughout a group, and be seen to be so.
struct GroupCheck {
    /// Canonical texts of the plain columns: variables and properties.
    private let keys: Set<String>
    /// Variables that are columns of their own name: patterns and subqueries find them.
    private let unrenamed: Set<String>
    private let variables: [String: StaticType]

    /// - Parameters:
    ///   - columns: the columns with their names; those that are not plain do not count.
    ///   - variables: what is known before the columns.
    init(columns: [(name: String, expression: Expression)], variables: [String: StaticType]) {
        keys = Set(columns.map(\.expression).filter(\.isSimple).map(\.canonicalText))
        unrenamed = Set(
            columns.filter { column in
                if case .variable(column.name) = column.expression.kind { true } else { false }
            }.map(\.name))
        self.variables = variables
    }

    func check(_ expression: Expression, own: Set<String> = []) throws {
        if KnownFunctions.isAggregation(expression) || expression.isSimple && keys.contains(expression.canonicalText) { return }
        var own = own
        switch expression.kind {
        case .variable(let name):
            guard own.contains(name) else { throw ambiguous(name, at: expression.location) }
        case .pattern, .patternComprehension, .exists, .countSubquery:
            for name in expression.freeVariables.sorted() where variables[name] != nil && !own.contains(name) {
                guard unrenamed.contains(name) else { throw ambiguous(name, at: expression.location) }
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
    /// A variable or a property of one: what a column that aggregates may use again.
    var isSimple: Bool {
        switch kind {
        case .variable: true
        case .property(let base, _): base.isSimple
        default: false
        }
    }
}
