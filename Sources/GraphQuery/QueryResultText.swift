extension QueryResult {
    /// A value of the rows as text, for people: strings as they are, nodes as `(:Person {name: 'Ada'})`, relationships as `[:MET {since: '2025-06-01'}]`,
    /// paths as `<(:A)-[:MET]->(:B)>`, lists and maps as a query would write them.
    public func text(of value: Value) -> String {
        value.text(strings: .raw, entity: describe)
    }

    private func describe(_ value: Value) -> String {
        switch value {
        case .node(let id): describe(id)
        case .relationship(let id): describe(id)
        case .path(let path): describe(path)
        default: text(of: value)
        }
    }

    private func describe(_ id: NodeID) -> String {
        let labels = (nodes[id]?.labels ?? []).map { ":" + Value.name($0) }.joined()
        return "(" + [labels, text(of: nodes[id]?.properties ?? [:])].filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }

    private func describe(_ id: RelationshipID) -> String {
        let type = ":" + Value.name(relationships[id]?.type ?? "")
        return "[" + [type, text(of: relationships[id]?.properties ?? [:])].filter { !$0.isEmpty }.joined(separator: " ") + "]"
    }

    private func describe(_ path: PathValue) -> String {
        var output = "<" + describe(path.nodes[0])
        for (index, id) in path.relationships.enumerated() {
            let isForward = relationships[id]?.start == path.nodes[index]
            output += (isForward ? "-" : "<-") + describe(id) + (isForward ? "->" : "-") + describe(path.nodes[index + 1])
        }
        return output + ">"
    }

    private func text(of properties: [String: Value]) -> String {
        properties.isEmpty ? "" : text(of: .map(properties))
    }
}
