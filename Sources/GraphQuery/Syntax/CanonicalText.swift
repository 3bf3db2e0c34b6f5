extension Expression {
    /// The same text for two expressions that are the same apart from spaces and places: to find again what was projected.
    var canonicalText: String {
        var text = ""
        writeCanonically(to: &text)
        return text
    }

    // Trees may be 200 nodes high: what stands on the stack meanwhile is little.
    private func writeCanonically(to text: inout String) {
        text += canonicalHead
        text += "("
        for child in children {
            child.writeCanonically(to: &text)
            text += ","
        }
        text += ")"
    }

    /// The part of the canonical text that is not that of its children.
    var canonicalHead: String {
        switch kind {
        case .literal(let literal): "\(literal)"
        case .variable(let name): "variable \(name.debugDescription)"
        case .parameter(let name): "$\(name.debugDescription)"
        case .list: "list"
        case .map(let entries): "map \(entries.map(\.key.debugDescription).joined(separator: ","))"
        case .property(_, let key): "property \(key.debugDescription)"
        case .subscript_: "subscript"
        case .slice(_, let from, let to): "slice\(from == nil ? "" : " from")\(to == nil ? "" : " to")"
        case .unary(let sign, _): "\(sign)"
        case .binary(let sign, _, _): "\(sign)"
        case .comparison(_, let signs): "\(signs)"
        case .isNull(_, let negated): negated ? "isNotNull" : "isNull"
        case .hasLabels(_, let labels): "labels \(labels.debugDescription)"
        case .function(let name, let isDistinct, _): "call \(name.lowercased().debugDescription)\(isDistinct ? " distinct" : "")"
        case .countAll: "count(*)"
        case .case_(let subject, _, let otherwise): "case\(subject == nil ? "" : " subject")\(otherwise == nil ? "" : " else")"
        case .listComprehension(let variable, _, let condition, let result):
            "comprehension \(variable.name.debugDescription)\(condition == nil ? "" : " where")\(result == nil ? "" : " result")"
        case .quantifier(let quantifier, let variable, _, _): "\(quantifier) \(variable.name.debugDescription)"
        case .reduce(let accumulator, _, let variable, _, _):
            "reduce \(accumulator.name.debugDescription),\(variable.name.debugDescription)"
        // Patterns and subqueries are compared by their place: the same place is the same pattern.
        case .pattern, .patternComprehension, .exists, .countSubquery: "pattern \(location.offset)"
        }
    }
}
