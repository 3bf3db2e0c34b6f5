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
    /// Writes the graph; equal graphs give equal bytes. Memory may grow with the actors and documents, never with the statements.
    func write(_ graph: some GraphContents, to output: inout some TextOutputStream) throws
}

extension GraphFormat {
    /// Writes statements of which nothing else is known.
    public func write(_ statements: [Statement], to output: inout some TextOutputStream) throws {
        try write(StatementList(statements), to: &output)
    }
}

/// A format that takes several files, such as one for nodes and one for edges.
///
/// `write(_:to:)` writes the first of them, for a pipe.
public protocol FileSetFormat: GraphFormat {
    /// Their names, such as `["edges.csv", "nodes.csv"]`; the first is the one that says most.
    var files: [String] { get }
    /// Writes one of `files`.
    func write(file: String, of graph: some GraphContents, to output: inout some TextOutputStream) throws
}

extension FileSetFormat {
    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) throws {
        try write(file: files[0], of: graph, to: &output)
    }
}

/// The formats that exist.
public enum GraphFormats {
    /// Every format, in the order help shows them.
    public static let all: [any GraphFormat] = [
        JSONLines(), Triples(), CSV(), GraphML(), GEXF(), Neo4j(), Cytoscape(), Turtle(), JSONLD(), FollowTheMoney(), PLOVER(), Mermaid(),
        DOT(),
    ]

    /// The format with this name; nil when there is none.
    public static func named(_ name: String) -> (any GraphFormat)? {
        all.first { $0.name == name }
    }
}
