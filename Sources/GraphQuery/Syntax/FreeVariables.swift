extension Expression {
    /// The variables that must be known to evaluate it: those of comprehensions and patterns' own are not among them, unless they are known
    /// outside too (a pattern's variables are all given, as the caller knows which of them are bound already).
    var freeVariables: Set<String> {
        switch kind {
        case .variable(let name):
            [name]
        case .listComprehension(let variable, let list, let condition, let result):
            list.freeVariables.union(
                [condition, result].compactMap { $0 }.freeVariables.subtracting([variable.name]))
        case .quantifier(_, let variable, let list, let condition):
            list.freeVariables.union((condition?.freeVariables ?? []).subtracting([variable.name]))
        case .reduce(let accumulator, let initial, let variable, let list, let result):
            [initial, list].freeVariables.union(result.freeVariables.subtracting([accumulator.name, variable.name]))
        case .pattern(let pattern):
            pattern.variables
        case .patternComprehension(let pattern, let condition, let result):
            pattern.variables.union([condition, result].compactMap { $0 }.freeVariables)
        case .exists(let query), .countSubquery(let query):
            query.variables
        default:
            children.freeVariables
        }
    }
}

extension Sequence<Expression> {
    var freeVariables: Set<String> {
        reduce(into: []) { $0.formUnion($1.freeVariables) }
    }
}

extension PathPattern {
    /// Every variable that stands in it, inside its property maps too.
    var variables: Set<String> {
        var names = Set(namedVariables.map(\.name))
        for properties in nodes.compactMap(\.properties) + steps.compactMap(\.properties) {
            names.formUnion(properties.freeVariables)
        }
        return names
    }

    /// The variables it gives names to, from left to right, the path's own first.
    var namedVariables: [Variable] {
        var variables = [variable, nodes.first?.variable]
        for (step, node) in zip(steps, nodes.dropFirst()) {
            variables += [step.variable, node.variable]
        }
        return variables.compactMap { $0 }
    }
}

extension Query {
    /// Every variable that stands anywhere in it.
    fileprivate var variables: Set<String> {
        parts.flatMap(\.clauses).reduce(into: []) { names, clause in
            switch clause {
            case .match(let match):
                for pattern in match.patterns { names.formUnion(pattern.variables) }
                names.formUnion(match.condition?.freeVariables ?? [])
            case .unwind(let unwind):
                names.formUnion(unwind.list.freeVariables)
            case .with(let projection), .return_(let projection):
                names.formUnion(
                    (projection.items.map(\.expression) + projection.order.map(\.expression)
                        + [projection.skip, projection.limit, projection.condition].compactMap { $0 }).freeVariables)
            case .create(let patterns, _):
                for pattern in patterns { names.formUnion(pattern.variables) }
            case .unsupported:
                break
            }
        }
    }
}
