public import KnowledgeGraph

/// A file of statements made elsewhere: links that somebody has written down, or what a database exported.
///
/// JSON Lines with one object a line, or a table (CSV) with a header. Only subject, relation and object are required; what a line leaves out
/// is filled in as `Docs/Imports.md` says. Read piece by piece: memory holds one line, and a number for each statement that has an id.
///
/// ```swift
/// var statements = StatementFile(name: "links.csv", format: .csv).statements(from: pieces)
/// while let next = try statements.next() {
///     switch next {
///     case .success(let statement): print(statement.statement.relation)
///     case .failure(let fault): print(fault)   // links.csv:14: date "2025-13-01": no such day; write YYYY-MM-DD, YYYY-MM or YYYY
///     }
/// }
/// ```
public struct StatementFile: Sendable {
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// JSON Lines.
        case statements
        case csv
    }

    /// What errors call it, such as its path.
    public var name: String
    public var format: Format
    /// Id of the document of statements that name none.
    public var document: String
    /// What is known of relations, by name: classes and whether they are symmetric.
    public var relations: [String: RelationType]

    /// - Parameter document: nil: the file's name without folder and extension.
    public init(name: String, format: Format, document: String? = nil, relations: [String: RelationType] = [:]) {
        self.name = name
        self.format = format
        self.document = document ?? Self.baseName(name)
        self.relations = relations
    }

    /// What a file is, by its extension and its first bytes; nil when it holds no statements.
    ///
    /// A CSV or TSV file is a table of statements. A JSON Lines file is one when the first of its objects has a subject, and no text to
    /// extract from.
    public static func format(name: String, beginning: ArraySlice<UInt8>) -> Format? {
        let base = name.split(separator: "/").last ?? ""
        switch base.lastIndex(of: ".").map({ base[base.index(after: $0)...].lowercased() }) {
        case "csv", "tsv": return .csv
        case "jsonl", "ndjson", "jsonlines", nil: return StatementLines.areStatements(beginning) ? .statements : nil
        default: return nil
        }
    }

    /// The statements of the file.
    /// - Parameter bytes: gives the file's bytes piece by piece, and nil or an empty piece after the last.
    public func statements(from bytes: @escaping () throws -> ArraySlice<UInt8>?) -> StatementReader {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        let defaults = StatementDefaults(document: document, rule: "import/\(base == "-" ? "stdin" : base)", relations: relations)
        return StatementReader(file: name, format: format, defaults: defaults, reader: ByteReader(bytes))
    }

    private static func baseName(_ path: String) -> String {
        guard path != "-" else { return "stdin" }
        let base = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }
}
