public import KnowledgeGraph

/// GraphML 1.0 with typed attributes: for networkx, igraph, Gephi, yEd and Cytoscape.
///
/// One `edge` a statement, all of them directed: networkx refuses files that have both kinds and igraph knows one kind a graph, so what
/// has no direction says so in the attribute `symmetric`. Ids are name tokens, as the schema asks; attribute `actor` has the actor's own.
/// Source: http://graphml.graphdrawing.org/specification.html.
public struct GraphML: GraphFormat {
    public let name = "graphml"
    public let mediaType = "application/graphml+xml"
    public let fileExtension = "graphml"
    public let summary = "nodes and edges with typed attributes, for networkx, igraph, Gephi, yEd and Cytoscape"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        var xml = XMLWriter()
        xml.declaration()
        xml.open(
            "graphml",
            [
                ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                (
                    "xsi:schemaLocation",
                    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
                ),
            ])
        writeKeys(Self.nodeAttributes, of: "node", to: &xml)
        writeKeys(Self.edgeAttributes, of: "edge", to: &xml)
        xml.open("graph", [("id", "newsgraph"), ("edgedefault", "directed")])
        for node in ActorNodes(of: graph.statements).nodes {
            xml.element("node", [("id", XMLName.token(node.actor.id))]) { write(node, Self.nodeAttributes, of: "node", to: &$0) }
            xml.flush(to: &output)
        }
        for edge in graph.edges {
            let ends: [XMLWriter.Attribute] = [
                ("id", XMLName.token(edge.statement.id)), ("source", XMLName.token(edge.statement.subject.actor.id)),
                ("target", XMLName.token(edge.statement.object.actor.id)),
            ]
            xml.element("edge", ends) { write(edge, Self.edgeAttributes, of: "edge", to: &$0) }
            xml.flush(to: &output)
        }
        xml.close()
        xml.close()
        xml.flush(to: &output)
    }

    /// Gephi shows `label`; igraph, networkx and Cytoscape know a node by its `name`.
    private static let nodeAttributes: [GraphAttribute<ActorNode>] =
        [.text("label") { $0.actor.name }, .text("name") { $0.actor.name }] + ActorNode.tokenAttributes

    /// Every edge weighs 1, so that a tool that joins parallel edges counts statements.
    private static let edgeAttributes: [GraphAttribute<StatementEdge>] =
        [.text("label") { $0.label }, .decimal("weight") { _ in 1 }] + StatementEdge.tokenAttributes

    private func writeKeys<Element>(_ attributes: [GraphAttribute<Element>], of element: String, to xml: inout XMLWriter) {
        for attribute in attributes {
            xml.element(
                "key",
                [
                    ("id", "\(element).\(attribute.name)"), ("for", element), ("attr.name", "\(attribute.name)"),
                    ("attr.type", Self.name(of: attribute.type)),
                ])
        }
    }

    private func write<Element>(
        _ element: Element, _ attributes: [GraphAttribute<Element>], of name: String, to xml: inout XMLWriter
    ) {
        for attribute in attributes {
            guard let value = attribute.value(element) else { continue }
            xml.element("data", [("key", "\(name).\(attribute.name)")], text: value.description)
        }
    }

    private static func name(of type: AttributeType) -> String {
        switch type {
        case .text: "string"
        case .integer: "int"
        case .decimal: "double"
        case .flag: "boolean"
        }
    }
}

extension GraphFormat where Self == GraphML {
    public static var graphML: GraphML { GraphML() }
}
