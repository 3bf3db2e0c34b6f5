public import KnowledgeGraph

/// The figure as DOT text in the house style, for Graphviz: `dot -Tsvg figure.dot` draws it as `newsgraph draw` does.
public struct DOT: GraphFormat {
    public let name = "dot"
    public let mediaType = "text/vnd.graphviz; charset=utf-8"
    public let fileExtension = "dot"
    public let summary = "Graphviz DOT of the diagram, in the house style"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) throws {
        output.write(try Diagram(graph.statements).dot())
    }
}

extension GraphFormat where Self == DOT {
    public static var dot: DOT { DOT() }
}

extension Diagram {
    /// The diagram as DOT text, which GraphDrawing lays out unchanged.
    public func dot() -> String { DOTWriter(self).text }
}
