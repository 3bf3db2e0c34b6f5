/// Forms of conditions that a plan can make use of.
extension Expression {
    /// The parts that are joined by AND.
    var conjuncts: [Expression] {
        switch kind {
        case .binary(.and, let left, let right): left.conjuncts + right.conjuncts
        case .comparison(let operands, let signs) where signs.count > 1:
            signs.indices.map {
                Expression(kind: .comparison([operands[$0], operands[$0 + 1]], [signs[$0]]), location: operands[$0].location)
            }
        default: [self]
        }
    }

    func isVariable(_ name: String) -> Bool {
        if case .variable(name) = kind { true } else { false }
    }

    /// `name.key` of a condition that an index may answer: `name.key = value` either way round, `name.key IN list`.
    struct Lookup {
        var key: String
        var value: Expression
        /// `value` gives a list of values to look up.
        var isList: Bool

        /// The values to look up when `value` gives this; nil when it is no list where one is needed.
        func values(_ value: Value) -> [Value]? {
            switch value {
            case _ where !isList: [value]
            case .list(let list): list
            case .null: []
            default: nil
            }
        }
    }

    func lookup(of name: String) -> Lookup? {
        switch kind {
        case .comparison(let operands, let signs) where signs == [.equal]:
            if let key = operands[0].property(of: name), !operands[1].freeVariables.contains(name) {
                return Lookup(key: key, value: operands[1], isList: false)
            }
            if let key = operands[1].property(of: name), !operands[0].freeVariables.contains(name) {
                return Lookup(key: key, value: operands[0], isList: false)
            }
            return nil
        case .binary(.in_, let left, let right):
            guard let key = left.property(of: name), !right.freeVariables.contains(name) else { return nil }
            return Lookup(key: key, value: right, isList: true)
        default:
            return nil
        }
    }

    /// A comparison of a relationship's property with a value that does not depend on the relationship.
    struct PropertyComparison {
        var property: String
        var comparison: RelationshipFilter.Condition.Comparison
        var value: Expression
    }

    func comparison(of name: String) -> PropertyComparison? {
        switch kind {
        case .comparison(let operands, let signs) where signs.count == 1:
            if let key = operands[0].property(of: name), !operands[1].freeVariables.contains(name),
                let comparison = signs[0].ofFilter(isTurned: false)
            {
                return PropertyComparison(property: key, comparison: comparison, value: operands[1])
            }
            if let key = operands[1].property(of: name), !operands[0].freeVariables.contains(name),
                let comparison = signs[0].ofFilter(isTurned: true)
            {
                return PropertyComparison(property: key, comparison: comparison, value: operands[0])
            }
            return nil
        case .binary(.in_, let left, let right):
            guard let key = left.property(of: name), !right.freeVariables.contains(name) else { return nil }
            return PropertyComparison(property: key, comparison: .isIn, value: right)
        case .binary(.contains, let left, let right):
            guard let key = left.property(of: name), !right.freeVariables.contains(name) else { return nil }
            return PropertyComparison(property: key, comparison: .contains, value: right)
        default:
            return nil
        }
    }

    private func property(of name: String) -> String? {
        if case .property(let subject, let key) = kind, subject.isVariable(name) { key } else { nil }
    }

    /// What a condition says of each relationship or node of a walk.
    struct ConditionOnEach {
        var variable: String
        var condition: Expression
        var isOnNodes: Bool
    }

    /// `all(x IN relationships(path) WHERE …)`, the same with `nodes(path)` or the walk's own variable, and `none(…)` of them.
    func conditionOnEach(of walk: String, path: String?) -> ConditionOnEach? {
        guard case .quantifier(let quantifier, let variable, let list, let condition?) = kind,
            !condition.contains(where: \.holdsPattern)
        else { return nil }
        let isOnNodes: Bool
        switch list.kind {
        case .variable(walk): isOnNodes = false
        case .function(let name, _, let arguments) where arguments.count == 1:
            guard let path, arguments[0].isVariable(path) else { return nil }
            switch name.lowercased() {
            case "relationships", "rels": isOnNodes = false
            case "nodes": isOnNodes = true
            default: return nil
            }
        default: return nil
        }
        switch quantifier {
        case .all: return ConditionOnEach(variable: variable.name, condition: condition, isOnNodes: isOnNodes)
        case .none:
            let negated = Expression(kind: .unary(.not, condition), location: condition.location)
            return ConditionOnEach(variable: variable.name, condition: negated, isOnNodes: isOnNodes)
        case .any, .single: return nil
        }
    }

    private var holdsPattern: Bool {
        switch kind {
        case .pattern, .patternComprehension, .exists, .countSubquery: true
        default: false
        }
    }
}

extension Expression.ComparisonOperator {
    /// The same for indexes; turned when the property stands on the right.
    fileprivate func ofFilter(isTurned: Bool) -> RelationshipFilter.Condition.Comparison? {
        switch self {
        case .equal: .equal
        case .notEqual: nil
        case .less: isTurned ? .greater : .less
        case .lessOrEqual: isTurned ? .greaterOrEqual : .lessOrEqual
        case .greater: isTurned ? .less : .greater
        case .greaterOrEqual: isTurned ? .lessOrEqual : .greaterOrEqual
        }
    }
}
