/// Exchanges expressions for others wherever they stand written again, as ORDER BY may write a column's expression again.
///
/// The outermost of several is exchanged, and what was put in is not looked at. O(nodes), however many there are to look for.
struct ExpressionReplacement {
    /// Equal expressions have one number: it is found from their own kind and from the numbers of what they hold.
    private struct Shape: Hashable {
        var head: String
        var children: [Int]
    }

    private var numbers: [Shape: Int] = [:]
    private var replacements: [Int: Expression] = [:]

    /// - Parameter pairs: an expression, and what to put in its place; the first counts of those that are the same.
    init(_ pairs: [(old: Expression, new: Expression)]) {
        for (old, new) in pairs {
            let number = add(old)
            if replacements[number] == nil { replacements[number] = new }
        }
    }

    func applied(to expression: Expression) -> Expression {
        replacements.isEmpty ? expression : numbered(expression).expression
    }

    private mutating func add(_ expression: Expression) -> Int {
        var children: [Int] = []
        for child in expression.children { children.append(add(child)) }
        let shape = Shape(head: expression.canonicalHead, children: children)
        if let number = numbers[shape] { return number }
        numbers[shape] = numbers.count
        return numbers.count - 1
    }

    /// The expression with parts exchanged, and the number that it had; nil when nothing like it is looked for.
    private func numbered(_ expression: Expression) -> (expression: Expression, number: Int?) {
        var new: [Expression] = []
        var children: [Int] = []
        for child in expression.children {
            let (exchanged, number) = numbered(child)
            new.append(exchanged)
            if let number { children.append(number) }
        }
        let isKnown = children.count == new.count
        let number = isKnown ? numbers[Shape(head: expression.canonicalHead, children: children)] : nil
        if let number, let replacement = replacements[number] { return (replacement, number) }
        return (expression.withChildren(new), number)
    }
}
