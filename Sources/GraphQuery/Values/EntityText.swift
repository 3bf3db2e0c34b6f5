/// Nodes, relationships and paths as results show them: `(:Person {name: 'Ada'})`, `[:MET {since: 2}]`, `<(:A)-[:MET]->(:B)>`.
struct EntityText {
    let graph: any PropertyGraph

    /// The text of any value; nodes, relationships and paths are read from the graph.
    func text(of value: Value, strings: Value.StringStyle = .quoted) throws -> String {
        try value.text(strings: strings, entity: describe)
    }

    private func describe(_ value: Value) throws -> String {
        switch value {
        case .node(let node): try text(of: node)
        case .relationship(let relationship): try text(of: relationship)
        case .path(let path): try text(of: path)
        default: try text(of: value)
        }
    }

    private func text(of node: NodeID) throws -> String {
        let labels = try graph.labels(of: node).map { ":" + Value.name($0) }.joined()
        let properties = try text(of: graph.properties(of: node))
        return "(" + [labels, properties].filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }

    private func text(of relationship: RelationshipID) throws -> String {
        let type = try ":" + Value.name(graph.type(of: relationship))
        let properties = try text(of: graph.properties(of: relationship))
        return "[" + [type, properties].filter { !$0.isEmpty }.joined(separator: " ") + "]"
    }

    private func text(of path: PathValue) throws -> String {
        var output = try "<" + text(of: path.nodes[0])
        for (index, relationship) in path.relationships.enumerated() {
            let isForward = try graph.ends(of: relationship).start == path.nodes[index]
            output += try (isForward ? "-" : "<-") + text(of: relationship) + (isForward ? "->" : "-")
            output += try text(of: path.nodes[index + 1])
        }
        return output + ">"
    }

    private func text(of properties: [String: Value]) throws -> String {
        try properties.isEmpty ? "" : text(of: .map(properties))
    }
}
