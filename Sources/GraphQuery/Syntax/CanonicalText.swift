extension Expression {
    /// The same text for two expressions that are the same apart from spaces and places: to find again what was projected.
    var canonicalText: String {
        let parts = children.map(\.canonicalText).joined(separator: ",")
        return switch kind {
        case .literal(let literal): "\(literal)"
        case .variable(let name): "variable(\(name.debugDescription))"
        case .parameter(let name): "$\(name.debugDescription)"
        case .list: "list(\(parts))"
        case .map(let entries): "map(\(entries.map(\.key.debugDescription).joined(separator: ","));\(parts))"
        case .property(_, let key): "property(\(key.debugDescription);\(parts))"
        case .subscript_: "subscript(\(parts))"
        case .slice(_, let from, let to): "slice(\(from == nil ? "" : "from")\(to == nil ? "" : "to");\(parts))"
        case .unary(let sign, _): "\(sign)(\(parts))"
        case .binary(let sign, _, _): "\(sign)(\(parts))"
        case .comparison(_, let signs): "\(signs)(\(parts))"
        case .isNull(_, let negated): "\(negated ? "isNotNull" : "isNull")(\(parts))"
        case .hasLabels(_, let labels): "labels(\(labels.debugDescription);\(parts))"
        case .function(let name, let isDistinct, _): "\(name.lowercased())\(isDistinct ? " distinct" : "")(\(parts))"
        case .countAll: "count(*)"
        case .case_(let subject, _, let otherwise):
            "case(\(subject == nil ? "" : "subject")\(otherwise == nil ? "" : "else");\(parts))"
        case .listComprehension(let variable, _, let condition, let result):
            "comprehension(\(variable.name.debugDescription)\(condition == nil ? "" : "where")\(result == nil ? "" : "result");\(parts))"
        case .quantifier(let quantifier, let variable, _, _): "\(quantifier)(\(variable.name.debugDescription);\(parts))"
        case .reduce(let accumulator, _, let variable, _, _):
            "reduce(\(accumulator.name.debugDescription),\(variable.name.debugDescription);\(parts))"
        // Patterns and subqueries are compared by their place: the same place is the same pattern.
        case .pattern, .patternComprehension, .exists, .countSubquery: "pattern(\(location.offset))"
        }
    }
}
