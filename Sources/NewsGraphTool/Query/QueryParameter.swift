import ArgumentParser
import GraphQuery
import KnowledgeGraph

/// `name=value` on the command line.
struct QueryParameter {
    let name: String
    let value: Value

    /// Throws a `ValidationError` that says what is wrong.
    init(reading argument: String) throws {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
            throw ValidationError("a parameter is written name=value, such as -p who='Anwar Sadat'")
        }
        name = String(argument[..<equals])
        value = try Self.value(String(argument[argument.index(after: equals)...]), of: name)
    }

    private static func value(_ text: String, of name: String) throws -> Value {
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: break
        }
        if let number = Int(text) { return .integer(number) }
        // "inf" and "nan" are words, not numbers.
        if text.contains(where: \.isNumber), let number = Double(text), number.isFinite { return .float(number) }
        guard let first = text.first, "'\"[{".contains(first) else { return .string(text) }
        return try written(text, of: name)
    }

    /// A string, list or map as a query writes it.
    private static func written(_ text: String, of name: String) throws -> Value {
        let query = "RETURN \(text)"
        do {
            let result = try PreparedQuery(query).run(on: Graph([]))
            guard result.rows.count == 1, result.rows[0].count == 1 else { throw ValidationError("the parameter \(name) is not one value") }
            return result.rows[0][0]
        } catch let error as QueryError {
            throw ValidationError(
                """
                the parameter \(name) starts as a string, list or map of Cypher, but is none; as text it is written in quotes: "…"
                \(error.rendered(in: query))
                """)
        }
    }
}
