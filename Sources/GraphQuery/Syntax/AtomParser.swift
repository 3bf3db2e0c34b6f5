// What operators join: openCypher 9, Atom.
extension Parser {
    /// Each form has a function of its own: this one stands on the stack at every level.
    mutating func atom() throws -> Expression {
        switch token.kind {
        case .integer, .float, .string, .parameter: return try literal()
        case .quotedName: return try named()
        case .word: return try token.keyword?.isReserved == true ? keyword() : named()
        case .sign(.openParenthesis): return try parenthesised()
        case .sign(.openBracket): return try bracketed()
        case .sign(.openBrace): return try map()
        case .fault(.malformedNumber): throw malformedNumber()
        default: throw unexpected("an expression")
        }
    }

    private mutating func literal() throws -> Expression {
        let location = location
        switch token.kind {
        case .parameter: return Expression(kind: .parameter(parameter()), location: location)
        case .string: return Expression(kind: .literal(.string(try string())), location: location)
        default: return Expression(kind: .literal(try number(isNegative: false)), location: location)
        }
    }

    private mutating func keyword() throws -> Expression {
        let location = location
        switch token.keyword {
        case .null: return constant(.null)
        case .true_: return constant(.boolean(true))
        case .false_: return constant(.boolean(false))
        case .case_: return try conditional()
        case .all where token(ahead: 1).kind == .sign(.openParenthesis):
            return try quantified(.all)
        case .exists where token(ahead: 1).kind == .sign(.openBrace):
            advance()
            return Expression(kind: .exists(try subquery()), location: location)
        case .exists where token(ahead: 1).kind == .sign(.openParenthesis):
            return try call(endOfName: index + 1)
        default: throw unexpected("an expression")
        }
    }

    private mutating func constant(_ literal: Expression.Literal) -> Expression {
        let location = location
        advance()
        return Expression(kind: .literal(literal), location: location)
    }

    private mutating func parenthesised() throws -> Expression {
        let location = location
        if isAtPattern() { return Expression(kind: .pattern(try pathPattern()), location: location) }
        advance()
        let inner = try expression()
        try expect(.closeParenthesis, "to close the parenthesis")
        return inner
    }

    private mutating func map() throws -> Expression {
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

    private mutating func conditional() throws -> Expression {
        let location = location
        advance()
        let subject = isAt(.when) ? nil : try expression()
        var branches: [(when: Expression, then: Expression)] = []
        repeat {
            try expect(.when, "in CASE")
            let condition = try expression()
            try expect(.then, "after the condition of WHEN")
            branches.append((condition, try expression()))
        } while isAt(.when)
        let otherwise = take(.else_) ? try expression() : nil
        try expect(.end, "to close CASE")
        return Expression(kind: .case_(subject: subject, branches: branches, otherwise: otherwise), location: location)
    }

    /// A variable or a call, or one of the forms that look like calls.
    private mutating func named() throws -> Expression {
        let location = location
        if token.kind == .word, let form = try formLikeCall(text.string(token.start, token.end).lowercased()) { return form }
        var end = index + 1
        while tokens[end].kind == .sign(.dot), isName(tokens[end + 1]) { end += 2 }
        if tokens[end].kind == .sign(.openParenthesis) { return try call(endOfName: end) }
        return Expression(kind: .variable(try variable("a variable").name), location: location)
    }

    private mutating func formLikeCall(_ name: String) throws -> Expression? {
        let location = location
        if name == "count", token(ahead: 1).kind == .sign(.openBrace) {
            advance()
            return Expression(kind: .countSubquery(try subquery()), location: location)
        }
        guard token(ahead: 1).kind == .sign(.openParenthesis) else { return nil }
        switch name {
        case "count" where token(ahead: 2).kind == .sign(.star):
            index += 3
            try expect(.closeParenthesis, "after count(*")
            return Expression(kind: .countAll, location: location)
        case "any": return try quantified(.any)
        case "none": return try quantified(.none)
        case "single": return try quantified(.single)
        case "reduce": return try reduction()
        case "filter", "extract": return try olderComprehension()
        case "shortestpath", "allshortestpaths":
            throw syntaxError("\(excerpt(token)) finds paths in MATCH only; write MATCH p = \(excerpt(token))(…) before, and use p here")
        default: return nil
        }
    }

    private mutating func call(endOfName end: Int) throws -> Expression {
        let location = location
        var name = self.name(of: token)
        for part in stride(from: index + 2, to: end, by: 2) { name += "." + self.name(of: tokens[part]) }
        index = end + 1
        let isDistinct = take(.distinct)
        var arguments: [Expression] = []
        if isDistinct || !isAt(.closeParenthesis) {
            repeat { arguments.append(try expression()) } while take(.comma)
        }
        try expect(.closeParenthesis, "to close the call of \(name)")
        return Expression(kind: .function(name: name, isDistinct: isDistinct, arguments: arguments), location: location)
    }
}
