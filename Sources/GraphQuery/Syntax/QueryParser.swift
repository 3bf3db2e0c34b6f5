extension Query {
    /// Reads a query.
    ///
    /// - Throws: `QueryError` of kind `syntaxError` with the place: the first thing that openCypher 9's grammar does not allow, or a query
    ///   that is too long or nested too deeply.
    init(parsing text: String) throws {
        let parser = try Parser(text)
        self = try parser.wholeQuery()
    }
}

// Clauses: openCypher 9, Query.
extension Parser {
    fileprivate func wholeQuery() throws -> Query {
        let isExplained = take(.explain)
        guard token.kind != .end else {
            throw syntaxError("the query is empty; write for example MATCH (n) RETURN n LIMIT 10")
        }
        var query = try query()
        query.isExplained = isExplained
        if take(.semicolon), token.kind != .end {
            throw syntaxError("only one query can be asked at a time; nothing may follow the semicolon")
        }
        guard token.kind == .end else { throw unexpected("a clause such as MATCH, WITH or RETURN, or the end of the query") }
        return query
    }

    /// Single queries joined by UNION.
    func query() throws -> Query {
        let partsBefore = parts
        var query = Query(parts: [try singleQuery()])
        var most = parts
        while isAt(.union) {
            let location = location
            advance()
            query.unions.append(.init(isAll: take(.all), location: location))
            parts = partsBefore
            query.parts.append(try singleQuery())
            most = max(most, parts)
        }
        parts = most
        return query
    }

    private func singleQuery() throws -> SingleQuery {
        var clauses = [try clause()]
        while token.keyword?.beginsClause == true { clauses.append(try clause()) }
        return SingleQuery(clauses: clauses)
    }

    private func clause() throws -> Clause {
        let location = location
        guard let keyword = token.keyword, keyword.beginsClause else {
            throw unexpected("a clause such as MATCH, WITH or RETURN")
        }
        advance()
        if keyword != .create { try countParts(1) }
        switch keyword {
        case .match:
            return .match(try patternsWithCondition(isOptional: false, at: location))
        case .optional:
            try expect(.match, "after OPTIONAL")
            return .match(try patternsWithCondition(isOptional: true, at: location))
        case .unwind:
            return .unwind(try unwind(at: location))
        case .with:
            var projection = try projection(at: location)
            projection.condition = take(.where_) ? try expression() : nil
            return .with(projection)
        case .return_:
            return .return_(try projection(at: location))
        case .create where isAt(.openParenthesis) || token(ahead: 1).kind == .sign(.equal):
            return .create(try patternsToCreate(), location)
        default:
            skipRest()
            return .unsupported(keyword: keyword.rawValue, location)
        }
    }

    func patternsWithCondition(isOptional: Bool, at location: SourceLocation) throws -> Clause.Match {
        let patterns = try patterns()
        let condition = take(.where_) ? try expression() : nil
        return .init(isOptional: isOptional, patterns: patterns, condition: condition, location: location)
    }

    private func patterns() throws -> [PathPattern] {
        var patterns: [PathPattern] = []
        repeat { patterns.append(try pathPattern()) } while take(.comma)
        return patterns
    }

    /// Not counted: only tests run CREATE, some of them at great length.
    private func patternsToCreate() throws -> [PathPattern] {
        var patterns: [PathPattern] = []
        let partsBefore = parts
        repeat {
            patterns.append(try pathPattern())
            parts = partsBefore
        } while take(.comma)
        return patterns
    }

    private func unwind(at location: SourceLocation) throws -> Clause.Unwind {
        let list = try expression()
        try expect(.as_, "and a variable after the list")
        return .init(list: list, variable: try variable("a variable after AS"), location: location)
    }

    /// What follows WITH or RETURN, but for WHERE.
    private func projection(at location: SourceLocation) throws -> Clause.Projection {
        let isDistinct = take(.distinct)
        let includesAll = take(.star)
        var items: [Clause.Projection.Item] = []
        if !includesAll || take(.comma) {
            repeat { items.append(try item()) } while take(.comma)
        }
        let order = take(.order) ? try sortItems() : []
        let skip = take(.skip) ? try expression() : nil
        let limit = take(.limit) ? try expression() : nil
        return .init(
            isDistinct: isDistinct, includesAll: includesAll, items: items, order: order, skip: skip, limit: limit, condition: nil,
            location: location)
    }

    private func item() throws -> Clause.Projection.Item {
        let start = token.start
        try countColumn()
        let expression = try expression()
        let written = text.string(start, tokens[index - 1].end)
        let alias = take(.as_) ? try variable("a name after AS") : nil
        return .init(expression: expression, alias: alias, text: written)
    }

    private func sortItems() throws -> [Clause.Projection.SortItem] {
        try expect(.by, "after ORDER")
        var items: [Clause.Projection.SortItem] = []
        repeat {
            try countColumn()
            let expression = try expression()
            let isDescending = take(.desc) || take(.descending)
            if !isDescending { _ = take(.asc) || take(.ascending) }
            items.append(.init(expression: expression, isAscending: !isDescending))
        } while take(.comma)
        return items
    }

    /// Goes to the end of the query or of the braces around: what follows a clause that is refused is not read.
    private func skipRest() {
        while token.kind != .end, !(isAt(.closeBrace) && partners[index] >= 0) {
            index = max(index, partners[index]) + 1
        }
    }
}
