public import KnowledgeGraph

/// Cytoscape.js JSON: for web pages with Cytoscape.js, and as `.cyjs` for Cytoscape itself.
///
/// One edge a statement. Numbers with decimals always have a point, because Cytoscape takes a column's type from its first value;
/// `value` and `key` are what networkx's `cytoscape_graph` looks for. Source: https://js.cytoscape.org/#notation/elements-json.
public struct Cytoscape: GraphFormat {
    public let name = "cytoscape"
    public let mediaType = "application/json"
    public let fileExtension = "cyjs"
    public let summary = "JSON for Cytoscape.js and Cytoscape"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        output.write(
            #"{"format_version":"1.0","generated_by":"newsgraph","target_cytoscapejs_version":"~3.0","directed":true,"multigraph":true,"#)
        output.write("\"data\":{\"name\":\"newsgraph\"},\"elements\":{\"nodes\":[")
        write(ActorNodes(of: graph.statements).nodes, to: &output) { json, node in
            json.key("id", node.actor.id)
            json.key("value", node.actor.id)
            json.key("name", node.actor.name)
            write(node, ActorNode.attributes, to: &json)
        }
        output.write("],\"edges\":[")
        write(graph.edges, to: &output) { json, edge in
            json.key("id", edge.statement.id)
            json.key("key", edge.statement.id)
            json.key("source", edge.statement.subject.actor.id)
            json.key("target", edge.statement.object.actor.id)
            json.key("interaction", edge.kind)
            json.key("label", edge.label)
            json.key("weight") { $0.write(decimal: 1) }
            write(edge, StatementEdge.attributes, to: &json)
        }
        output.write("]}}\n")
    }

    /// One element a line.
    private func write<Element>(
        _ elements: some Sequence<Element>, to output: inout some TextOutputStream, data: (inout JSONText, Element) -> Void
    ) {
        var separator = "\n"
        for element in elements {
            var json = JSONText()
            json.object { json in
                json.key("data") { json in json.object { data(&$0, element) } }
            }
            output.write(separator)
            output.write(json.text)
            separator = ",\n"
        }
    }

    private func write<Element>(_ element: Element, _ attributes: [GraphAttribute<Element>], to json: inout JSONText) {
        for attribute in attributes {
            guard let value = attribute.value(element) else { continue }
            json.key(attribute.name) { json in
                switch value {
                case .text(let text): json.write(text)
                case .integer(let number): json.write(number)
                case .decimal(let number): json.write(decimal: number)
                case .flag(let flag): json.write(flag)
                }
            }
        }
    }
}

extension GraphFormat where Self == Cytoscape {
    public static var cytoscape: Cytoscape { Cytoscape() }
}
