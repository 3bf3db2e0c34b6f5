/// What GEXF 1.3 allows of what we write: children and attributes of each element, and that ids hold together.
///
/// Written after the published schema's documentation; the schema itself is not at hand where tests run.
enum GEXFSchema {
    private static let elements: [String: (children: Set<String>, required: Set<String>, optional: Set<String>)] = [
        "gexf": (["meta", "graph"], ["version"], ["xmlns", "xmlns:viz", "xmlns:xsi", "xsi:schemaLocation", "variant"]),
        "meta": (["creator", "keywords", "description"], [], ["lastmodifieddate"]), "creator": ([], [], []),
        "graph": (
            ["attributes", "nodes", "edges"], [],
            ["defaultedgetype", "mode", "timeformat", "timerepresentation", "timezone", "idtype", "start", "end", "timestamp"]
        ),
        "attributes": (["attribute"], ["class"], ["mode", "start", "end"]),
        "attribute": (["default", "options"], ["id", "title", "type"], []), "nodes": (["node"], [], ["count"]),
        "edges": (["edge"], [], ["count"]),
        "node": (["attvalues", "spells", "viz:color", "viz:size", "viz:position", "viz:shape"], ["id"], ["label", "pid", "start", "end"]),
        "edge": (
            ["attvalues", "spells", "viz:color", "viz:thickness", "viz:shape"], ["source", "target"],
            ["id", "type", "label", "weight", "kind", "start", "end"]
        ), "attvalues": (["attvalue"], [], []), "attvalue": ([], ["for", "value"], ["start", "end"]), "spells": (["spell"], [], []),
        "spell": ([], [], ["start", "end", "timestamp"]), "viz:color": ([], ["r", "g", "b"], ["a", "hex"]),
    ]
    private static let values: [String: Set<String>] = [
        "defaultedgetype": ["directed", "undirected", "mutual"], "mode": ["static", "dynamic"],
        "timeformat": ["integer", "double", "date", "dateTime"], "timerepresentation": ["interval", "timestamp"],
        "class": ["node", "edge"],
    ]
    private static let types: Set<String> = ["integer", "long", "float", "double", "boolean", "string", "liststring", "anyURI"]

    static func faults(in root: XMLTree) -> [String] {
        var faults = root.name == "gexf" ? shape(root) : ["the root is \(root.name)"]
        let nodes = Set(root.all("node").compactMap { $0.attributes["id"] })
        if nodes.count != root.all("node").count { faults.append("two nodes with one id") }
        for edge in root.all("edge") where !nodes.isSuperset(of: [edge.attributes["source"] ?? "", edge.attributes["target"] ?? ""]) {
            faults.append("an edge without its ends: \(edge.attributes)")
        }
        for attributes in root.all("attributes") {
            let declared = Set(attributes.children.compactMap { $0.attributes["id"] })
            for element in root.all(attributes.attributes["class"] ?? "") {
                let used = element.all("attvalue").compactMap { $0.attributes["for"] }
                if Set(used).count != used.count || !declared.isSuperset(of: used) { faults.append("attributes of \(element.attributes)") }
            }
        }
        return faults
    }

    private static func shape(_ element: XMLTree) -> [String] {
        guard let allowed = elements[element.name] else { return ["unknown element \(element.name)"] }
        let names = Set(element.attributes.keys)
        var faults: [String] = []
        if !names.isSuperset(of: allowed.required) { faults.append("\(element.name) lacks \(allowed.required.subtracting(names))") }
        if !names.isSubset(of: allowed.required.union(allowed.optional)) { faults.append("\(element.name) has \(names)") }
        for (name, value) in element.attributes {
            if let known = values[name], !known.contains(value) { faults.append("\(name) = \(value)") }
            if name == "type", element.name == "attribute", !types.contains(value) { faults.append("type \(value)") }
        }
        return faults
            + element.children.flatMap { child in
                allowed.children.contains(child.name) ? shape(child) : ["\(child.name) in \(element.name)"]
            }
    }
}
