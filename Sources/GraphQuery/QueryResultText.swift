extension QueryResult {
    /// A value of the rows as text, for people: strings as they are, nodes as `(:Person {name: 'Ada'})`, relationships as `[:MET {since: '2025-06-01'}]`,
    /// paths as `<(:A)-[:MET]->(:B)>`, lists and maps as a query would write them.
    /// - Parameter properties: which properties of nodes and relationships to write; all when nil.
    public func text(of value: Value, showing properties: Set<String>? = nil) -> String {
        ResultText(result: self, properties: properties).text(of: value)
    }
}

/// Writes values with what the result knows of their nodes and relationships.
private struct ResultText {
    let result: QueryResult
    let properties: Set<String>?

    func text(of value: Value) -> String {
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
        let labels = (result.nodes[id]?.labels ?? []).map { ":" + Value.name($0) }.joined()
        return "(" + [labels, text(of: result.nodes[id]?.properties ?? [:])].filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }

    private func describe(_ id: RelationshipID) -> String {
        let type = ":" + Value.name(result.relationships[id]?.type ?? "")
        return "[" + [type, text(of: result.relationships[id]?.properties ?? [:])].filter { !$0.isEmpty }.joined(separator: " ") + "]"
    }

    private func describe(_ path: PathValue) -> String {
        var output = "<" + describe(path.nodes[0])
        for (index, id) in path.relationships.enumerated() {
            let isForward = result.relationships[id]?.start == path.nodes[index]
            output += (isForward ? "-" : "<-") + describe(id) + (isForward ? "->" : "-") + describe(path.nodes[index + 1])
        }
        return output + ">"
    }

    private func text(of all: [String: Value]) -> String {
        let shown = properties.map { properties in all.filter { properties.contains($0.key) } } ?? all
        return shown.isEmpty ? "" : text(of: .map(shown))
    }
}
