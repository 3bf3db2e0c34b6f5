public import KnowledgeGraph

/// GEXF 1.3 with time: for Gephi's timeline and for networkx.
///
/// One `edge` a statement, with the days of its date as its spell; a node has the days of all its statements, joined where they follow one
/// another. What has no date has no spell, which means always. All edges are directed, as networkx refuses files that have both kinds; the
/// attribute `symmetric` says which have no direction. Edges of one `kind` may be added up: relation and status.
/// Memory grows with the actors and the stretches of days in which they act. Source: https://gexf.net/schema.html.
public struct GEXF: GraphFormat {
    public let name = "gexf"
    public let mediaType = "application/gexf+xml"
    public let fileExtension = "gexf"
    public let summary = "nodes and edges that come and go with their dates, for Gephi"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        var spells: [Spells] = []
        let nodes = ActorNodes(of: graph.statements) { node, _, statement in
            if node == spells.count { spells.append(Spells()) }
            if let date = statement.date { spells[node].insert(date.daysSince1970) }
        }.nodes

        var xml = XMLWriter()
        open(&xml, days: Self.days(of: nodes))
        declare(ActorNode.tokenAttributes, of: "node", in: &xml)
        declare(StatementEdge.tokenAttributes, of: "edge", in: &xml)
        xml.open("nodes")
        for (node, spells) in zip(nodes, spells) {
            write(node, spells, to: &xml)
            xml.flush(to: &output)
        }
        xml.close()
        xml.open("edges")
        for edge in graph.edges {
            write(edge, to: &xml)
            xml.flush(to: &output)
        }
        for _ in ["edges", "graph", "gexf"] { xml.close() }
        xml.flush(to: &output)
    }

    private func open(_ xml: inout XMLWriter, days: ClosedRange<CalendarDate>?) {
        xml.declaration()
        xml.open(
            "gexf",
            [
                ("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"), ("version", "1.3"),
            ])
        xml.element("meta") { $0.element("creator", text: "newsgraph") }
        xml.open(
            "graph",
            [
                ("defaultedgetype", "directed"), ("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval"),
                ("start", days?.lowerBound.description), ("end", days?.upperBound.description),
            ])
    }

    private static func days(of nodes: [ActorNode]) -> ClosedRange<CalendarDate>? {
        let all = nodes.compactMap(\.days)
        guard let first = all.map(\.lowerBound).min(), let last = all.map(\.upperBound).max() else { return nil }
        return first...last
    }

    private func declare<Element>(_ attributes: [GraphAttribute<Element>], of element: String, in xml: inout XMLWriter) {
        xml.element("attributes", [("class", element), ("mode", "static")]) { xml in
            for attribute in attributes {
                let name = "\(attribute.name)"
                xml.element("attribute", [("id", name), ("title", name), ("type", Self.name(of: attribute.type))])
            }
        }
    }

    private func write(_ node: ActorNode, _ spells: Spells, to xml: inout XMLWriter) {
        xml.element("node", [("id", XMLName.token(node.actor.id)), ("label", node.actor.name)]) { xml in
            write(node, ActorNode.tokenAttributes, to: &xml)
            write(spells, to: &xml)
            write(colour: GEXFColour.of(node.actor.type), to: &xml)
        }
    }

    private func write(_ edge: StatementEdge, to xml: inout XMLWriter) {
        let statement = edge.statement
        var spells = Spells()
        if let date = statement.date { spells.insert(date.daysSince1970) }
        let attributes: [XMLWriter.Attribute] = [
            ("id", XMLName.token(statement.id)), ("source", XMLName.token(statement.subject.actor.id)),
            ("target", XMLName.token(statement.object.actor.id)), ("label", edge.label), ("kind", edge.kind), ("weight", "1.0"),
        ]
        xml.element("edge", attributes) { xml in
            write(edge, StatementEdge.tokenAttributes, to: &xml)
            write(spells, to: &xml)
            write(colour: GEXFColour.of(statement.relationClass), to: &xml)
        }
    }

    private func write<Element>(_ element: Element, _ attributes: [GraphAttribute<Element>], to xml: inout XMLWriter) {
        xml.element("attvalues") { xml in
            for attribute in attributes {
                guard let value = attribute.value(element) else { continue }
                xml.element("attvalue", [("for", "\(attribute.name)"), ("value", value.description)])
            }
        }
    }

    private func write(_ spells: Spells, to xml: inout XMLWriter) {
        guard !spells.days.isEmpty else { return }
        xml.element("spells") { xml in
            for days in spells.days {
                let (first, last) = (CalendarDate(daysSince1970: days.lowerBound), CalendarDate(daysSince1970: days.upperBound))
                xml.element("spell", [("start", first.description), ("end", last.description)])
            }
        }
    }

    private func write(colour: GEXFColour, to xml: inout XMLWriter) {
        xml.element("viz:color", [("r", "\(colour.red)"), ("g", "\(colour.green)"), ("b", "\(colour.blue)")])
    }

    private static func name(of type: AttributeType) -> String {
        switch type {
        case .text: "string"
        case .integer: "integer"
        case .decimal: "double"
        case .flag: "boolean"
        }
    }
}

extension GraphFormat where Self == GEXF {
    public static var gexf: GEXF { GEXF() }
}
