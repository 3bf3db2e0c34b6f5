private import Foundation
public import KnowledgeGraph

extension JSONLines {
    /// Reads what `write` wrote: one statement a line; blank lines and unknown keys are passed over.
    ///
    /// Throws `GraphFormatError.malformedLine` for the first line that is no statement, and says what it lacks.
    public static func statements(in text: some Sequence<UInt8>) throws -> [Statement] {
        var statements: [Statement] = []
        for (index, line) in Array(text).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !isWhitespace($0) }) else { continue }
            statements.append(try statement(line: line, number: index + 1))
        }
        return statements
    }

    /// Reads one line; `number` is for the error.
    public static func statement(line: some Collection<UInt8>, number: Int = 1) throws -> Statement {
        do {
            return try JSONDecoder().decode(StatementRecord.self, from: Data(line)).statement
        } catch let error as DecodingError {
            throw GraphFormatError.malformedLine(number, reason: reason(of: error))
        }
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    /// What is wrong with a line that could not be decoded.
    static func reason(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "the line cannot be read" }
        func place(_ path: [any CodingKey]) -> String {
            path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "\"\(place(context.codingPath + [key]))\" is missing"
        case .valueNotFound(_, let context):
            return "\"\(place(context.codingPath))\" is null and must not be"
        case .typeMismatch(let type, let context):
            return context.codingPath.isEmpty
                ? "a JSON object is expected" : "\"\(place(context.codingPath))\" must be a \(name(of: type))"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "the line is not valid JSON" : "\"\(place(context.codingPath))\": \(context.debugDescription)"
        @unknown default:
            return "the line cannot be read"
        }
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "string"
        case is Bool.Type: "boolean"
        case is Int.Type, is Double.Type: "number"
        case is [Any].Type: "list"
        default: "JSON object"
        }
    }
}
