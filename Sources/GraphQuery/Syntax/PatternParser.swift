// Patterns: openCypher 9, Pattern.
extension Parser {
    /// `p = (a)-[r]->(b)`, `shortestPath(…)`, `((a)-->(b))`.
    func pathPattern() throws -> PathPattern {
        let location = location
        var variable: Variable?
        if isVariable(token), token(ahead: 1).kind == .sign(.equal) {
            variable = try self.variable("a variable")
            advance()
        }
        var pattern = try kindOfPath() == .walk ? parenthesisedWalk() : shortest()
        pattern.variable = variable
        pattern.location = location
        return pattern
    }

    private func kindOfPath() -> PathPattern.Kind {
        guard token.kind == .word, token(ahead: 1).kind == .sign(.openParenthesis) else { return .walk }
        switch text.string(token.start, token.end).lowercased() {
        case "shortestpath": return .shortestPath
        case "allshortestpaths": return .allShortestPaths
        default: return .walk
        }
    }

    private func shortest() throws -> PathPattern {
        let kind = kindOfPath()
        index += 2
        var pattern = try walk()
        pattern.kind = kind
        try expect(.closeParenthesis, "to close \(kind == .shortestPath ? "shortestPath" : "allShortestPaths")")
        return pattern
    }

    /// Parentheses around a walk mean nothing.
    private func parenthesisedWalk() throws -> PathPattern {
        var count = 0
        while isAt(.openParenthesis), token(ahead: 1).kind == .sign(.openParenthesis) {
            advance()
            count += 1
        }
        let pattern = try walk()
        for _ in 0..<count { try expect(.closeParenthesis, "to close the pattern") }
        return pattern
    }

    private func walk() throws -> PathPattern {
        let location = location
        var nodes = [try node()]
        var steps: [RelationshipPattern] = []
        while isAtDash || isAtLess {
            steps.append(try relationship())
            nodes.append(try node())
        }
        try countParts(nodes.count + steps.count)
        return PathPattern(variable: nil, kind: .walk, nodes: nodes, steps: steps, location: location)
    }

    private func node() throws -> NodePattern {
        let location = location
        try expect(.openParenthesis, "and a node, as in (n:Person)")
        let variable = isVariable(token) ? try variable("a variable") : nil
        let labels = isAt(.colon) ? try labels() : []
        let properties = try patternProperties()
        if isAt(.bar), !labels.isEmpty {
            throw syntaxError("a node cannot have one label or another here; write WHERE n:A OR n:B")
        }
        try expect(.closeParenthesis, "to close the node")
        return NodePattern(variable: variable, labels: labels, properties: properties, location: location)
    }

    /// `:A:B`.
    func labels() throws -> [String] {
        var labels: [String] = []
        while take(.colon) { labels.append(try name("a label after `:`")) }
        return labels
    }

    private func patternProperties() throws -> Expression? {
        isAt(.openBrace) || token.kind == .parameter ? try atom() : nil
    }

    private func relationship() throws -> RelationshipPattern {
        let location = location
        let pointsLeft = takeLess()
        try dash()
        var relationship = RelationshipPattern(types: [], direction: .either, location: location)
        if take(.openBracket) {
            relationship.variable = isVariable(token) ? try variable("a variable") : nil
            relationship.types = isAt(.colon) ? try types() : []
            relationship.length = try length()
            relationship.properties = try patternProperties()
            try expect(.closeBracket, "to close the relationship")
        }
        try dash()
        let pointsRight = takeGreater()
        if pointsLeft != pointsRight { relationship.direction = pointsLeft ? .left : .right }
        return relationship
    }

    /// `:A|B|:C`.
    private func types() throws -> [String] {
        try expect(.colon, "before the type of a relationship")
        var types = [try name("the type of a relationship after `:`")]
        while take(.bar) {
            _ = take(.colon)
            types.append(try name("the type of a relationship after `|`"))
        }
        return types
    }

    /// `*`, `*2`, `*1..3`, `*..3`, `*2..`.
    private func length() throws -> RelationshipPattern.Length? {
        if isAt(.dots) || token.kind == .integer {
            throw invalidLength("lengths of a path need `*` before them, as in [:KNOWS*1..3]")
        }
        guard take(.star) else { return nil }
        let minimum = try lengthBound()
        guard take(.dots) else { return .init(minimum: minimum ?? 1, maximum: minimum) }
        let maximum = try lengthBound()
        return .init(minimum: minimum ?? 1, maximum: maximum)
    }

    private func lengthBound() throws -> Int? {
        switch token.kind {
        case .integer: return try integer(isNegative: false)
        case .sign(.minus): throw invalidLength("the length of a path cannot be negative")
        case .float, .parameter: throw invalidLength("the length of a path must be an integer, written in the query")
        default: return nil
        }
    }

    private func invalidLength(_ message: String) -> QueryError {
        syntaxError(message, detail: "InvalidRelationshipPattern")
    }

    private var isAtDash: Bool { Self.isDash(token) }

    private var isAtLess: Bool { Self.isLess(token) }

    private func dash() throws {
        guard isAtDash else { throw unexpected("`-` of a relationship, as in -[r:KNOWS]->") }
        advance()
    }

    private func takeLess() -> Bool {
        guard isAtLess else { return false }
        advance()
        return true
    }

    private func takeGreater() -> Bool {
        guard Self.isGreater(token) else { return false }
        advance()
        return true
    }
}

// Telling patterns from expressions, by jumping over brackets.
extension Parser {
    /// Whether a pattern with a relationship starts here, rather than an expression in parentheses: `(a)-->(b)`, `(a)<-[…`.
    func isAtPattern() -> Bool {
        guard let end = endOfNode(index) else { return false }
        return endOfRelationship(end) != nil
    }

    /// Whether `[(a)-->(b) WHERE … |` or `[p = (a)-->(b) |` starts here: one pattern, then WHERE or a bar.
    func isAtPatternComprehension() -> Bool {
        var position = index + 1
        if isVariable(token(ahead: 1)), token(ahead: 2).kind == .sign(.equal) { position += 2 }
        guard var end = endOfNode(position) else { return false }
        while let next = endOfRelationship(end).flatMap({ endOfNode($0) }) { end = next }
        return tokens[end].keyword == .where_ || tokens[end].kind == .sign(.bar)
    }

    /// Behind `(name :Label {…})`; nil when no node starts there.
    private func endOfNode(_ start: Int) -> Int? {
        guard tokens[start].kind == .sign(.openParenthesis) else { return nil }
        var position = start + 1
        if isVariable(tokens[position]) { position += 1 }
        while tokens[position].kind == .sign(.colon), isName(tokens[position + 1]) { position += 2 }
        if tokens[position].kind == .parameter {
            position += 1
        } else if tokens[position].kind == .sign(.openBrace), partners[position] > 0 {
            position = partners[position] + 1
        }
        return tokens[position].kind == .sign(.closeParenthesis) ? position + 1 : nil
    }

    /// Behind `-->`, `<-[…]-` and their like, when a parenthesis follows; nil otherwise.
    private func endOfRelationship(_ start: Int) -> Int? {
        var position = start
        if Self.isLess(tokens[position]) { position += 1 }
        guard Self.isDash(tokens[position]) else { return nil }
        position += 1
        if tokens[position].kind == .sign(.openBracket), partners[position] > 0 { position = partners[position] + 1 }
        guard Self.isDash(tokens[position]) else { return nil }
        position += 1
        if Self.isGreater(tokens[position]) { position += 1 }
        return tokens[position].kind == .sign(.openParenthesis) ? position : nil
    }

    private static func isDash(_ token: Token) -> Bool {
        token.kind == .sign(.minus) || token.kind == .sign(.otherDash)
    }

    private static func isLess(_ token: Token) -> Bool {
        token.kind == .sign(.less) || token.kind == .sign(.otherLess)
    }

    private static func isGreater(_ token: Token) -> Bool {
        token.kind == .sign(.greater) || token.kind == .sign(.otherGreater)
    }
}
