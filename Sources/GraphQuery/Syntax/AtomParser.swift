// What operators join: openCypher 9, Atom.
extension Parser {
    /// What reads the expression that comes next.
    private typealias Reader = () throws -> Expression

    /// Stands on the stack at every level: what is to be found out is found out before.
    func atom() throws -> Expression {
        try reader()()
    }

    private func reader() throws -> Reader {
        switch token.kind {
        case .integer, .float, .string, .parameter: return literal
        case .quotedName: return named
        case .word: return try token.keyword?.isReserved == true ? keyword() : formLikeCall ?? named
        case .sign(.openParenthesis): return isAtPattern() ? patternAtom : parenthesised
        case .sign(.openBracket):
            if isAtPatternComprehension() { return patternComprehension }
            return isVariable(token(ahead: 1)) && token(ahead: 2).keyword == .in_ ? listComprehension : list
        case .sign(.openBrace): return map
        case .sign(.minus) where isAtNegativeNumber: return negativeNumber
        case .fault(.malformedNumber): throw malformedNumber()
        default: throw unexpected("an expression")
        }
    }

    private func keyword() throws -> Reader {
        switch (token.keyword, token(ahead: 1).kind) {
        case (.null, _): return { self.constant(.null) }
        case (.true_, _): return { self.constant(.boolean(true)) }
        case (.false_, _): return { self.constant(.boolean(false)) }
        case (.case_, _): return conditional
        case (.all, .sign(.openParenthesis)): return { try self.quantified(.all) }
        case (.exists, .sign(.openBrace)): return existsSubquery
        case (.exists, .sign(.openParenthesis)): return { try self.call(endOfName: self.index + 1) }
        default: throw unexpected("an expression")
        }
    }

    /// A call or a variable.
    private var named: Reader {
        var end = index + 1
        while tokens[end].kind == .sign(.dot), isName(tokens[end + 1]) { end += 2 }
        return tokens[end].kind == .sign(.openParenthesis) ? { try self.call(endOfName: end) } : variableAtom
    }

    /// The forms that look like calls.
    private var formLikeCall: Reader? {
        get throws {
            let name = text.string(token.start, token.end).lowercased()
            if name == "count", token(ahead: 1).kind == .sign(.openBrace) { return countSubquery }
            guard token(ahead: 1).kind == .sign(.openParenthesis) else { return nil }
            switch name {
            case "count": return token(ahead: 2).kind == .sign(.star) ? countAll : nil
            case "any": return { try self.quantified(.any) }
            case "none": return { try self.quantified(.none) }
            case "single": return { try self.quantified(.single) }
            case "reduce": return reduction
            case "filter", "extract": return olderComprehension
            case "shortestpath", "allshortestpaths":
                throw syntaxError(
                    "\(excerpt(token)) finds paths in MATCH only; write MATCH p = \(excerpt(token))(…) before, and use p here")
            default: return nil
            }
        }
    }

    private func literal() throws -> Expression {
        let location = location
        switch token.kind {
        case .parameter: return Expression(kind: .parameter(parameter()), location: location)
        case .string: return Expression(kind: .literal(.string(try string())), location: location)
        default: return Expression(kind: .literal(try number(isNegative: false)), location: location)
        }
    }

    private func negativeNumber() throws -> Expression {
        let location = location
        advance()
        return Expression(kind: .literal(try number(isNegative: true)), location: location)
    }

    private func constant(_ literal: Expression.Literal) -> Expression {
        let location = location
        advance()
        return Expression(kind: .literal(literal), location: location)
    }

    private func variableAtom() throws -> Expression {
        let variable = try variable("a variable")
        return Expression(kind: .variable(variable.name), location: variable.location)
    }

    private func patternAtom() throws -> Expression {
        try descend(by: Self.depthOfPattern)
        let pattern = try pathPattern()
        depth -= Self.depthOfPattern
        try grow(by: Self.depthOfPattern)
        return Expression(kind: .pattern(pattern), location: pattern.location)
    }

    private func parenthesised() throws -> Expression {
        advance()
        let inner = try expression()
        try expect(.closeParenthesis, "to close the parenthesis")
        return inner
    }

    private func map() throws -> Expression {
        let location = location
        advance()
        var entries: [(key: String, value: Expression)] = []
        while !isAt(.closeBrace) || !entries.isEmpty {
            let key = try name("the name of a key")
            try expect(.colon, "after the key")
            entries.append((key, try expression()))
            guard take(.comma) else { break }
        }
        try expect(.closeBrace, "to close the map")
        return Expression(kind: .map(entries), location: location)
    }

    private func conditional() throws -> Expression {
        let location = location
        advance()
        let subject = isAt(.when) ? nil : try expression()
        var branches: [(when: Expression, then: Expression)] = []
        repeat { branches.append(try branch()) } while isAt(.when)
        let otherwise = take(.else_) ? try expression() : nil
        try expect(.end, "to close CASE")
        return Expression(kind: .case_(subject: subject, branches: branches, otherwise: otherwise), location: location)
    }

    private func branch() throws -> (when: Expression, then: Expression) {
        try expect(.when, "in CASE")
        let condition = try expression()
        try expect(.then, "after the condition of WHEN")
        return (condition, try expression())
    }

    private func call(endOfName end: Int) throws -> Expression {
        let location = location
        let name = nameOfFunction(endingAt: end)
        index = end + 1
        let isDistinct = take(.distinct)
        try descend(by: Self.depthOfCall - 1)
        let arguments = try isAt(.closeParenthesis) && !isDistinct ? [] : expressions()
        depth -= Self.depthOfCall - 1
        try grow(by: Self.depthOfCall - 1)
        try expect(.closeParenthesis, "to close the call of \(name)")
        return Expression(kind: .function(name: name, isDistinct: isDistinct, arguments: arguments), location: location)
    }

    private func nameOfFunction(endingAt end: Int) -> String {
        stride(from: index, to: end, by: 2).map { name(of: tokens[$0]) }.joined(separator: ".")
    }

    /// Expressions with commas between them.
    func expressions() throws -> [Expression] {
        var expressions: [Expression] = []
        repeat { expressions.append(try expression()) } while take(.comma)
        return expressions
    }

    private func countAll() throws -> Expression {
        let location = location
        index += 3
        try expect(.closeParenthesis, "after count(*")
        return Expression(kind: .countAll, location: location)
    }
}
