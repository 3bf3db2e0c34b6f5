public import KnowledgeGraph

/// A text form of the graph: it knows its name, media type and file extension, and writes statements.
///
/// One file a format, a static member, and one entry in ``GraphFormats/all``; `--format`, help and the golden tests read that list.
///
/// ```swift
/// var text = ""
/// try GraphFormats.named("csv")?.write(statements, to: &text)
/// ```
public protocol GraphFormat: Sendable {
    /// What `--format` takes, such as `csv`.
    var name: String { get }
    /// Internet media type, such as `text/csv; charset=utf-8`.
    var mediaType: String { get }
    /// Without a dot, such as `csv`.
    var fileExtension: String { get }
    /// One line for help.
    var summary: String { get }
    /// Writes all statements in the order given; equal statements give equal bytes.
    func write(_ statements: some Sequence<Statement>, to output: inout some TextOutputStream) throws
}

/// The formats that exist.
public enum GraphFormats {
    /// Every format, in the order help shows them.
    public static let all: [any GraphFormat] = [JSONLines(), Triples(), CSV(), DOT()]

    /// The format with this name; nil when there is none.
    public static func named(_ name: String) -> (any GraphFormat)? {
        all.first { $0.name == name }
    }
}
