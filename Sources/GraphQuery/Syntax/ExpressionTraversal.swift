extension Expression {
    /// The expressions directly inside, in the order they were written. What patterns and subqueries hold is not among them.
    var children: [Expression] {
        var children: [Expression] = []
        _ = kind.mapChildren { child in
            children.append(child)
            return child
        }
        return children
    }

    /// The expression with each of `children` replaced.
    func mapChildren(_ transform: (Expression) throws -> Expression) rethrows -> Expression {
        // In two steps: `kind.mapChildren` takes much of the stack, and trees are high.
        var new: [Expression] = []
        for child in children { new.append(try transform(child)) }
        return withChildren(new)
    }

    /// The expression with others for its `children`: as many, in their order.
    func withChildren(_ new: [Expression]) -> Expression {
        var rest = new[...]
        return Expression(kind: kind.mapChildren { rest.popFirst() ?? $0 }, location: location)
    }

    /// The expression with every part that `replacement` knows exchanged, outermost first; what was put in is not looked at again.
    func replacing(_ replacement: (Expression) throws -> Expression?) rethrows -> Expression {
        if let new = try replacement(self) { return new }
        return try mapChildren { try $0.replacing(replacement) }
    }

    /// Whether this or anything inside passes, outside of patterns and subqueries.
    func contains(where passes: (Expression) -> Bool) -> Bool {
        passes(self) || children.contains { $0.contains(where: passes) }
    }
}

extension Expression.Kind {
    fileprivate func mapChildren(_ transform: (Expression) throws -> Expression) rethrows -> Expression.Kind {
        switch self {
        case .literal, .variable, .parameter, .countAll, .pattern, .exists, .countSubquery:
            return self
        case .list(let elements):
            return .list(try elements.map(transform))
        case .map(let entries):
            return .map(try entries.map { ($0.key, try transform($0.value)) })
        case .property(let base, let key):
            return .property(try transform(base), key)
        case .subscript_(let base, let index):
            return .subscript_(try transform(base), try transform(index))
        case .slice(let base, let from, let to):
            return .slice(try transform(base), from: try from.map(transform), to: try to.map(transform))
        case .unary(let sign, let operand):
            return .unary(sign, try transform(operand))
        case .binary(let sign, let left, let right):
            return .binary(sign, try transform(left), try transform(right))
        case .comparison(let operands, let signs):
            return .comparison(try operands.map(transform), signs)
        case .isNull(let operand, let negated):
            return .isNull(try transform(operand), negated: negated)
        case .hasLabels(let operand, let labels):
            return .hasLabels(try transform(operand), labels)
        case .function(let name, let isDistinct, let arguments):
            return .function(name: name, isDistinct: isDistinct, arguments: try arguments.map(transform))
        case .case_(let subject, let branches, let otherwise):
            return .case_(
                subject: try subject.map(transform), branches: try branches.map { (try transform($0.when), try transform($0.then)) },
                otherwise: try otherwise.map(transform))
        case .listComprehension(let variable, let list, let condition, let result):
            return .listComprehension(
                variable: variable, list: try transform(list), condition: try condition.map(transform), result: try result.map(transform))
        case .patternComprehension(let pattern, let condition, let result):
            return .patternComprehension(pattern: pattern, condition: try condition.map(transform), result: try transform(result))
        case .quantifier(let quantifier, let variable, let list, let condition):
            return .quantifier(quantifier, variable: variable, list: try transform(list), condition: try condition.map(transform))
        case .reduce(let accumulator, let initial, let variable, let list, let result):
            return .reduce(
                accumulator: accumulator, initial: try transform(initial), variable: variable, list: try transform(list),
                result: try transform(result))
        }
    }
}
