extension ExpressionCompiler {
    /// STARTS WITH and ENDS WITH: null unless both sides are strings.
    func compileText(
        _ text: Expression, _ part: Expression, _ matches: @escaping (String, String) -> Bool
    ) throws -> Truth {
        let text = try evaluator(text)
        let part = try evaluator(part)
        return Truth { frame in
            guard case .string(let text) = try text(frame), case .string(let part) = try part(frame) else { return nil }
            return matches(text, part)
        }
    }

    func compileContains(_ text: Expression, _ part: Expression) throws -> Truth {
        let text = try evaluator(text)
        if case .string(let constant)? = constant(part) {
            let search = TextSearch(for: constant)
            return Truth { frame in
                guard case .string(let text) = try text(frame) else { return nil }
                return search.isFound(in: text)
            }
        }
        let part = try evaluator(part)
        return Truth { frame in
            guard case .string(let text) = try text(frame), case .string(let part) = try part(frame) else { return nil }
            return TextSearch(for: part).isFound(in: text)
        }
    }

    /// `text =~ pattern`: null unless both are strings.
    func compileMatches(_ text: Expression, _ pattern: Expression, at location: SourceLocation) throws -> Truth {
        let text = try evaluator(text)
        let pattern = try evaluator(pattern)
        // The pattern is the same for all rows as a rule: the last one is kept.
        var last: TextPattern?
        return Truth { frame in
            guard case .string(let text) = try text(frame), case .string(let source) = try pattern(frame) else { return nil }
            do {
                let current: TextPattern
                if let last, last.source == source { current = last } else { current = try TextPattern(source) }
                last = current
                let (isMatch, reports) = try current.match(text)
                try frame.context.step(1 + 64 * reports)
                return isMatch
            } catch let error as QueryError {
                throw error.located(at: location)
            }
        }
    }
}

extension String {
    func hasPrefix(bytesOf prefix: String) -> Bool {
        utf8.starts(with: prefix.utf8)
    }

    func hasSuffix(bytesOf suffix: String) -> Bool {
        utf8.reversed().starts(with: suffix.utf8.reversed())
    }
}
