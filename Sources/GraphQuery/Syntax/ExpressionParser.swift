// Operators and their precedence: openCypher 9, Expression.
extension Parser {
    /// What binds more tightly is greater.
    enum Precedence: Int, Comparable {
        case or, xor, and, not, comparison, predicate, sum, product, power, unary

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
    }

    private enum Infix {
        /// OR, XOR, AND: what they join makes a chain.
        case logical(Expression.BinaryOperator, Precedence)
        case comparison(Expression.ComparisonOperator)
        case binary(Expression.BinaryOperator, Precedence)
        case isNull

        var precedence: Precedence {
            switch self {
            case .logical(_, let precedence), .binary(_, let precedence): precedence
            case .comparison: .comparison
            case .isNull: .predicate
            }
        }
    }

    /// An expression of operators that bind at least so tightly.
    func expression(_ lowest: Precedence = .or) throws -> Expression {
        try descend(by: 1)
        let outerHeight = height
        height = 0
        defer {
            depth -= 1
            height = max(height, outerHeight)
        }
        let left = try operand(lowest)
        return infix == nil ? left : try operators(after: left, lowest)
    }

    private func operators(after first: Expression, _ lowest: Precedence) throws -> Expression {
        var left = first
        while let infix, infix.precedence >= lowest {
            left = try applied(infix, to: left)
            try grow()
        }
        return left
    }

    /// The tree becomes one node higher.
    func grow(by levels: Int = 1) throws {
        height += levels
        guard height <= Self.maximumDepth else { throw tooDeep() }
    }

    /// The operator that comes next.
    private var infix: Infix? {
        switch token.kind {
        case .sign(let sign): Self.infix(sign)
        case .word: token.keyword.flatMap { Self.infix($0) }
        default: nil
        }
    }

    private static func infix(_ sign: Sign) -> Infix? {
        switch sign {
        case .equal: .comparison(.equal)
        case .notEqual: .comparison(.notEqual)
        case .less: .comparison(.less)
        case .lessOrEqual: .comparison(.lessOrEqual)
        case .greater: .comparison(.greater)
        case .greaterOrEqual: .comparison(.greaterOrEqual)
        case .matches: .binary(.matches, .predicate)
        case .plus: .binary(.add, .sum)
        case .minus: .binary(.subtract, .sum)
        case .star: .binary(.multiply, .product)
        case .slash: .binary(.divide, .product)
        case .percent: .binary(.modulo, .product)
        case .caret: .binary(.power, .power)
        default: nil
        }
    }

    private static func infix(_ keyword: Keyword) -> Infix? {
        switch keyword {
        case .or: .logical(.or, .or)
        case .xor: .logical(.xor, .xor)
        case .and: .logical(.and, .and)
        case .in_: .binary(.in_, .predicate)
        case .starts: .binary(.startsWith, .predicate)
        case .ends: .binary(.endsWith, .predicate)
        case .contains: .binary(.contains, .predicate)
        case .is_: .isNull
        default: nil
        }
    }

    private func applied(_ infix: Infix, to left: Expression) throws -> Expression {
        let location = left.location
        switch infix {
        case .logical(let logical, let precedence):
            return try chain(logical, precedence, first: left)
        case .comparison:
            return try comparison(first: left)
        case .binary(let binary, let precedence):
            advance()
            if binary == .startsWith || binary == .endsWith { try expect(.with, "after STARTS or ENDS") }
            return Expression(kind: .binary(binary, left, try expression(precedence.next)), location: location)
        case .isNull:
            advance()
            let negated = take(.not)
            try expect(.null, "after \(negated ? "IS NOT" : "IS")")
            return Expression(kind: .isNull(left, negated: negated), location: location)
        }
    }

    private func comparison(first: Expression) throws -> Expression {
        var operands = [first]
        var operators: [Expression.ComparisonOperator] = []
        while case .comparison(let comparison) = infix {
            advance()
            operators.append(comparison)
            operands.append(try expression(.predicate))
        }
        return Expression(kind: .comparison(operands, operators), location: first.location)
    }

    /// `a OR b OR c …`, however long, in a tree of little height: these operators are associative.
    private func chain(
        _ logical: Expression.BinaryOperator, _ precedence: Precedence, first: Expression
    ) throws -> Expression {
        var operands = [first]
        while case .logical(logical, _) = infix {
            advance()
            operands.append(try expression(precedence.next))
        }
        // The last node is counted by the caller.
        try grow(by: Int.bitWidth - (operands.count - 1).leadingZeroBitCount - 1)
        return Self.balanced(operands[...], logical)
    }

    private static func balanced(_ operands: ArraySlice<Expression>, _ logical: Expression.BinaryOperator) -> Expression {
        if operands.count == 1, let only = operands.first { return only }
        let middle = operands.startIndex + (operands.count + 1) / 2
        let left = balanced(operands[..<middle], logical)
        return Expression(kind: .binary(logical, left, balanced(operands[middle...], logical)), location: left.location)
    }

    /// NOT or signs with what they stand before, or an atom with what follows it.
    private func operand(_ lowest: Precedence) throws -> Expression {
        if isAt(.not) { return try negated(lowest) }
        if isAt(.minus) || isAt(.plus), !isAtNegativeNumber { return try signed() }
        let atom = try atom()
        try grow()
        return isAtPostfix ? try postfixed(atom) : atom
    }

    private var isAtPostfix: Bool { isAt(.dot) || isAt(.openBracket) || isAt(.colon) }

    private func negated(_ lowest: Precedence) throws -> Expression {
        guard lowest <= .not else {
            throw syntaxError("NOT cannot stand here without parentheses; write (NOT …)")
        }
        var locations: [SourceLocation] = []
        while isAt(.not) {
            locations.append(location)
            advance()
        }
        var operand = try expression(.comparison)
        try grow(by: locations.count)
        for location in locations.reversed() { operand = Expression(kind: .unary(.not, operand), location: location) }
        return operand
    }

    private func signed() throws -> Expression {
        let signs = signs()
        let operand = try operand(.unary)
        try grow(by: signs.count)
        return signs.reversed().reduce(operand) { operand, sign in
            Expression(kind: .unary(sign.operator, operand), location: sign.location)
        }
    }

    /// The signs that come next, but for one before a number: the smallest integer has no positive counterpart.
    private func signs() -> [(operator: Expression.UnaryOperator, location: SourceLocation)] {
        var signs: [(operator: Expression.UnaryOperator, location: SourceLocation)] = []
        while isAt(.minus) || isAt(.plus), !isAtNegativeNumber {
            signs.append((isAt(.minus) ? .minus : .plus, location))
            advance()
        }
        return signs
    }

    /// Whether a minus and a number come next.
    var isAtNegativeNumber: Bool {
        guard isAt(.minus) else { return false }
        let next = token(ahead: 1).kind
        return next == .integer || next == .float
    }

    /// Properties, elements and labels of an expression.
    private func postfixed(_ atom: Expression) throws -> Expression {
        var base = atom
        while true {
            if take(.dot) {
                base = Expression(kind: .property(base, try name("the name of a property after `.`")), location: base.location)
            } else if take(.openBracket) {
                base = try element(of: base)
            } else if isAt(.colon) {
                base = Expression(kind: .hasLabels(base, try labels()), location: base.location)
                try grow()
                return base
            } else {
                return base
            }
            try grow()
        }
    }

    /// `index]`, `from..to]`, either end left out or both.
    private func element(of base: Expression) throws -> Expression {
        let first = isAt(.dots) ? nil : try expression()
        if let first, !isAt(.dots) {
            try expect(.closeBracket, "after the index")
            return Expression(kind: .subscript_(base, first), location: base.location)
        }
        try expect(.dots, "between the ends of a slice")
        let last = isAt(.closeBracket) ? nil : try expression()
        try expect(.closeBracket, "after the slice")
        return Expression(kind: .slice(base, from: first, to: last), location: base.location)
    }
}
