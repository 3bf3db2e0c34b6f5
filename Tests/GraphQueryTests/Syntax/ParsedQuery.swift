@testable import GraphQuery

/// What the parser and the compile-time checks make of a query.
enum ParsedQuery {
    /// What is wrong with the query's text.
    static func syntaxError(_ query: String) throws -> QueryError? {
        do {
            _ = try Query(parsing: query)
            return nil
        } catch let error as QueryError {
            return error
        }
    }

    /// What is wrong with the query: its text or its meaning.
    static func error(_ query: String) throws -> QueryError? {
        do {
            try SemanticCheck.check(try Query(parsing: query))
            return nil
        } catch let error as QueryError {
            return error
        }
    }

    /// The detail of what is wrong; `valid` when nothing is.
    static func detail(_ query: String) throws -> String {
        try error(query)?.detail ?? "valid"
    }

    static func clauses(_ query: String) throws -> [Clause] {
        try Query(parsing: query).parts[0].clauses
    }

    /// The columns of the last clause.
    static func projection(_ query: String) throws -> Clause.Projection {
        guard case .return_(let projection) = try clauses(query).last else { throw NotAsExpected() }
        return projection
    }

    static func expression(_ text: String) throws -> Expression {
        try projection("RETURN " + text).items[0].expression
    }

    /// The patterns of a query that begins with MATCH.
    static func patterns(_ query: String) throws -> [PathPattern] {
        guard case .match(let match) = try clauses(query).first else { throw NotAsExpected() }
        return match.patterns
    }

    struct NotAsExpected: Error {}
}
