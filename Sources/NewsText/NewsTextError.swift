/// Why a document could not be read: where, what, and what to do about it.
public struct NewsTextError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Problem: Sendable, Hashable {
        case missing
        case isDirectory
        /// The system's reason, such as "Permission denied".
        case unreadable(String)
        /// What it seems to be, such as "a PDF file".
        case binary(String)
        /// The parser's reason.
        case invalidJSON(String)
        case missingText
        /// The field that has a value of another type than expected.
        case wrongType(field: String, expected: String)
        case lineTooLong(limit: Int)
        /// The document's id, and how many bytes of text one may have.
        case documentTooLong(id: String, limit: Int)
        case unknownFormat(String)
    }

    /// The path, or `-` for standard input.
    public var file: String
    /// From 1; nil when the whole file is meant.
    public var line: Int?
    public var problem: Problem

    public init(file: String, line: Int? = nil, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(what); \(remedy)"
    }

    private var what: String {
        switch problem {
        case .missing: "no such file"
        case .isDirectory: "is a folder"
        case .unreadable(let reason): "cannot be read (\(reason))"
        case .binary(let kind): "is not text but \(kind)"
        case .invalidJSON(let reason): "not a JSON object (\(reason))"
        case .missingText: "no \"text\""
        case .wrongType(let field, let expected): "\"\(field)\" is not \(expected)"
        case .lineTooLong(let limit): "a line of more than \(limit) bytes"
        case .documentTooLong(let id, let limit): "document \"\(id)\" has more than \(limit) bytes of text"
        case .unknownFormat(let name): "unknown input format \"\(name)\""
        }
    }

    private var remedy: String {
        switch problem {
        case .missing: "check the path"
        case .isDirectory: "name the files in it"
        case .unreadable: "check that it may be read"
        case .binary: "convert it to text first"
        case .invalidJSON: "every line must be one JSON object such as {\"text\": \"…\"}"
        case .missingText: "every line needs one"
        case .wrongType(_, let expected): "write it as \(expected)"
        case .lineTooLong: "put each document on a line of its own"
        case .documentTooLong: "split it into several documents"
        case .unknownFormat: "one of \(ArticleFormats.all.map(\.name).joined(separator: ", "))"
        }
    }
}
