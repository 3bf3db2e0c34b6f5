import KnowledgeGraph

/// A diagram as DOT text in the house style.
///
/// All text of documents stands in HTML-like labels, escaped; node names and element ids are our own (`n1`, `r-1`).
/// Attributes that libgvc writes raw into SVG or that read files (`URL`, `href`, `tooltip`, `target`, `stylesheet`, `image`,
/// `shapefile`) are never written.
struct DOTWriter {
    let diagram: Diagram
    let palette: Palette

    /// Layout needs metrics; Liberation Sans has Arial's.
    static let font = "Arial"

    init(_ diagram: Diagram) {
        self.diagram = diagram
        palette = diagram.theme.palette
    }

    var text: String {
        var lines = ["digraph newsgraph {", "  graph \(attributes(graphAttributes));"]
        lines.append(
            "  node \(attributes([("fontname", Self.font), ("fontsize", "12"), ("width", "0.1"), ("height", "0.1"), ("penwidth", "1.2")]));"
        )
        lines.append("  edge \(attributes([("fontname", Self.font), ("fontsize", "9.5"), ("arrowsize", "0.65")]));")
        if let timeline {
            lines += timeline.statements
        } else {
            for (index, node) in diagram.nodes.enumerated() {
                lines.append("  n\(index + 1) \(attributes(self.node(node)));")
            }
            for (index, edge) in diagram.edges.enumerated() {
                lines += diagram.layout == .layered ? [labelledEdge(edge)] : edgeThroughLabel(edge, name: "r\(index + 1)")
            }
            lines += frames
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    // MARK: Graph

    private var graphAttributes: [(String, String)] {
        var list = [
            ("layout", diagram.layout.engine), ("bgcolor", palette.paper), ("pad", "0.3"), ("fontname", Self.font),
            ("fontsize", "10"), ("labelloc", "t"), ("labeljust", "l"), ("outputorder", "edgesfirst"),
            ("label", DiagramHeader(diagram, palette).html),
        ]
        switch diagram.layout {
        case .layered:
            list += [
                ("rankdir", "LR"), ("nodesep", "0.28"), ("ranksep", "0.55"), ("splines", "spline"), ("nslimit", "2"),
                ("nslimit1", "2"),
            ]
        case .timeline:
            if let timeline { list.append(("_background", timeline.background)) }
        case .framed:
            list += [("overlap", "prism"), ("sep", "+9,6"), ("esep", "+4,3"), ("splines", "line"), ("K", "0.4"), ("start", "5")]
        case .stress, .springs, .straightSprings:
            // A small overlap_scaling starts dense: boxes are pushed apart only as far as they must be.
            list += [
                ("overlap", "prism"), ("overlap_scaling", diagram.layout == .stress ? "-2.2" : "-3"), ("sep", "+9,6"), ("esep", "+4,3"),
                ("splines", diagram.layout == .straightSprings ? "line" : "true"), ("K", "0.4"), ("start", "5"),
            ]
        }
        return list
    }

    private var timeline: TimelineDOT? { diagram.timeline.map { TimelineDOT($0, of: diagram, self) } }

    // MARK: Nodes

    private func node(_ node: Diagram.Node) -> [(String, String)] {
        let look = NodeLook(node.actor.type, palette)
        return [
            ("shape", look.shape), ("style", look.style), ("fillcolor", look.fill), ("color", look.line),
            ("margin", look.margin), ("label", nodeLabel(node, look)), ("id", node.id),
            ("class", "actor \(node.actor.type.rawValue)"),
        ]
    }

    private func nodeLabel(_ node: Diagram.Node, _ look: NodeLook) -> String {
        var names = LabelText.lines(node.actor.name, columns: look.columns, atMost: 3)
        if names.isEmpty { names = ["(no name)"] }
        let roles = node.secondLine.map(roleLines) ?? []
        let alignment = LabelText.isRightToLeft(node.actor.name) ? "RIGHT" : look.alignment
        let cells =
            names.map { HTMLLabel.font($0, look.text, look.nameSize, bold: true) }
            + roles.map { HTMLLabel.font($0, palette.muted, "9") }
        let rows = cells.enumerated().map { index, cell in
            let stripe = index == 0 ? node.stripe.map { HTMLLabel.stripe(Palette.stripes[$0], rows: cells.count) } ?? "" : ""
            return "<TR>\(stripe)<TD ALIGN=\"\(alignment)\">\(cell)</TD></TR>"
        }
        return HTMLLabel.table(rows.joined())
    }

    /// "Foreign Minister · Ostmark" on one line, or on two where it is long.
    private func roleLines(_ text: String) -> [String] {
        let columns = 38
        guard LabelText.width(text) > columns, let dot = text.firstRange(of: " · ") else {
            return LabelText.lines(text, columns: columns, atMost: 2)
        }
        return [text[..<dot.lowerBound], text[dot.upperBound...]].map { LabelText.line(String($0), columns: columns) }
    }

    // MARK: Edges

    private func labelledEdge(_ edge: Diagram.Edge) -> String {
        var list = stroke(edge)
        if !edge.rows.isEmpty { list.append(("label", edgeLabel(edge, background: nil))) }
        list.append(("id", edge.id))
        if edge.isSymmetric { list.append(("dir", "both")) }
        return "  n\(edge.subject + 1) -> n\(edge.object + 1) \(attributes(list));"
    }

    /// The label is a node of its own on the way, so that the layout keeps it clear of everything else.
    private func edgeThroughLabel(_ edge: Diagram.Edge, name: String) -> [String] {
        let label = [
            ("shape", "plain"), ("label", edgeLabel(edge, background: palette.paper)), ("id", edge.id),
            ("class", "relation-label \(edge.tone.name)"),
        ]
        let first = stroke(edge) + [("id", "\(edge.id)-a"), ("dir", edge.isSymmetric ? "back" : "none")]
        let second = stroke(edge) + [("id", "\(edge.id)-b")]
        return [
            "  \(name) \(attributes(label));", "  n\(edge.subject + 1) -> \(name) \(attributes(first));",
            "  \(name) -> n\(edge.object + 1) \(attributes(second));",
        ]
    }

    func stroke(_ edge: Diagram.Edge) -> [(String, String)] {
        var list = [
            ("color", palette.colour(of: edge.tone)), ("penwidth", decimal(edge.lineWidth)),
            ("class", classNames(edge)),
        ]
        switch edge.stroke {
        case .solid: break
        case .dotted: list.append(("style", "dotted"))
        case .dashed: list += [("style", "dashed"), ("arrowhead", "onormal")]
        }
        if edge.arrowSize != 0.65 { list.append(("arrowsize", decimal(edge.arrowSize))) }
        return list
    }

    private func classNames(_ edge: Diagram.Edge) -> String {
        let kind = edge.isSecondary ? "relation secondary" : "relation"
        let stroke =
            switch edge.stroke {
            case .solid: ""
            case .dotted: " tentative"
            case .dashed: " denied"
            }
        return "\(kind) \(edge.tone.name)\(stroke)"
    }

    func edgeLabel(_ edge: Diagram.Edge, background: String?) -> String {
        let rows = edge.rows.map { row in
            let colour = palette.colour(of: RelationTone(row.relationClass))
            var cell = HTMLLabel.font(row.words, edge.isSecondary ? palette.muted : colour, edge.isSecondary ? "8.5" : "9.5")
            if let note = row.note { cell += HTMLLabel.font("  " + note, palette.muted, "8") }
            return "<TR><TD>\(cell)</TD></TR>"
        }
        return HTMLLabel.table(rows.joined(), background: background)
    }
}

/// Shape and colours of a kind of actor.
struct NodeLook {
    var shape = "box"
    var style = "filled"
    var fill, line, text: String
    var nameSize = "12"
    /// Longest line of the name.
    var columns = 22
    var alignment = "LEFT"
    /// Inches at the sides and above.
    var margin = "0.09,0.05"

    init(_ type: ActorType, _ palette: Palette) {
        text = palette.ink
        switch type {
        case .person:
            (style, fill, line) = ("rounded,filled", palette.personFill, palette.personLine)
        case .organization, .group:
            (fill, line) = (palette.organizationFill, palette.organizationLine)
        case .country:
            (fill, line, text, nameSize) = (palette.countryFill, palette.countryFill, palette.countryText, "14")
        case .event:
            // A hexagon is a third wider than its text as it is, so it needs no margin.
            (shape, fill, line) = ("hexagon", palette.eventFill, palette.eventLine)
            (columns, alignment, margin) = (24, "CENTER", "0,0")
        case .place, .facility, .thing:
            (style, fill, line) = ("filled,dashed", palette.placeFill, palette.placeLine)
        }
    }
}

/// `[a="1", label=<…>]`: values that start with `<` are HTML-like labels. All values are our own or escaped by `HTMLLabel`.
func attributes(_ list: [(String, String)]) -> String {
    "[" + list.map { name, value in "\(name)=\(value.hasPrefix("<") ? "<\(value)>" : "\"\(value)\"")" }.joined(separator: ", ") + "]"
}

/// Two decimals at most: 1.5, 2, -0.25.
func decimal(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (value < 0 && hundredths > 0 ? "-" : "") + "\(whole)\(fraction)"
}
