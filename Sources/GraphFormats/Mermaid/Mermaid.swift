public import KnowledgeGraph

/// The figure as a Mermaid flowchart: for Markdown on GitHub and GitLab, notebooks and wikis.
///
/// The boxes, lines and labels are those of ``Diagram``. Source of the syntax: https://mermaid.js.org/syntax/flowchart.html.
public struct Mermaid: GraphFormat {
    public let name = "mermaid"
    public let mediaType = "text/vnd.mermaid; charset=utf-8"
    public let fileExtension = "mmd"
    public let summary = "a Mermaid flowchart of the diagram, for Markdown on GitHub"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) throws {
        // The figure decides what is worth a line, and for that it needs every statement.
        let statements = Array(graph.statements)
        var diagram = try Diagram(statements)
        var text = MermaidWriter(diagram).text
        // A figure of long names in small steps: fewer lines, and the figure says that some are left out.
        while text.utf16.count > Self.longest, diagram.edges.count > 1 {
            diagram = try Diagram(statements, options: DiagramOptions(top: diagram.edges.count * 4 / 5))
            text = MermaidWriter(diagram).text
        }
        output.write(text)
    }

    /// Mermaid's `maxTextSize`, which GitHub leaves at its default: longer texts are not drawn.
    private static let longest = 50_000
}

extension GraphFormat where Self == Mermaid {
    public static var mermaid: Mermaid { Mermaid() }
}

extension Diagram {
    /// The diagram as a Mermaid flowchart. Stripes, legend and line widths by number of mentions are what it has no way to say.
    public func mermaid() -> String { MermaidWriter(self).text }
}
