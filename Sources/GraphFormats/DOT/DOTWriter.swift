import KnowledgeGraph

/// A diagram as DOT text in the house style.
///
/// All text of documents stands in HTML-like labels, escaped; node names and element ids are our own (`n1`, `r-1`).
/// Attributes that libgvc writes raw into SVG or that read files (`URL`, `href`, `tooltip`, `target`, `stylesheet`, `image`,
/// `shapefile`) are never written.
struct DOTWriter {
    let diagram: Diagram
    let palette: Palette
    /// Nil where Graphviz finds the places.
    private let placement: BoxPlacement?

    /// Layout needs metrics; Liberation Sans has Arial's.
    static let font = "Arial"

    init(_ diagram: Diagram) {
        self.diagram = diagram
        palette = diagram.theme.palette
        placement = BoxPlacement(diagram)
    }

    var text: String {
        let (timeline, framed) = (self.timeline, self.framed)
        var lines = ["digraph newsgraph {", "  graph \(attributes(graphAttributes(timeline?.background ?? framed?.background)));"]
        lines.append(
            "  node \(attributes([("fontname", Self.font), ("fontsize", "12"), ("width", "0.1"), ("height", "0.1"), ("penwidth", "1.2")]));"
        )
        lines.append("  edge \(attributes([("fontname", Self.font), ("fontsize", "9.5"), ("arrowsize", "0.65")]));")
        if let timeline { return Self.closed(lines + timeline.statements) }
        if let framed { return Self.closed(lines + framed.statements) }
        let order = placement == nil ? nodesByLines : Array(diagram.nodes.indices)
        for index in order {
            let place = placement.map { Self.place($0.actors[index]) } ?? []
            lines.append("  n\(index + 1) \(attributes(place + node(diagram.nodes[index])));")
        }
        if let placement {
            if let curves = placement.curves {
                for (index, edge) in diagram.edges.enumerated() { lines += edgeWithLabel(edge, name: "r\(index + 1)", on: curves[index]) }
            } else {
                let routes = LinePlacement(placement, of: diagram).lines
                for (index, edge) in diagram.edges.enumerated() {
                    lines += edgeThroughLabel(edge, name: "r\(index + 1)", at: placement.labels[index].middle, routes[index])
                }
            }
        } else {
            var rank = order
            for (position, index) in order.enumerated() { rank[index] = position }
            lines += diagram.edges.sorted { (rank[$0.subject], rank[$0.object]) < (rank[$1.subject], rank[$1.object]) }.map(labelledEdge)
        }
        return Self.closed(lines)
    }

    private static func closed(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n}\n" }

    /// Those with most lines first, then by id: `dot` ranks boxes in the order of the text, and that of mention would change as a
    /// whole when something is said before.
    private var nodesByLines: [Int] {
        var counts = [Int](repeating: 0, count: diagram.nodes.count)
        for edge in diagram.edges {
            counts[edge.subject] += 1
            counts[edge.object] += 1
        }
        return diagram.nodes.indices.sorted { (-counts[$0], diagram.nodes[$0].actor.id) < (-counts[$1], diagram.nodes[$1].actor.id) }
    }

    // MARK: Graph

    /// - Parameter background: what Graphviz draws under the figure, in the language of xdot, where positions are given.
    private func graphAttributes(_ background: String?) -> [(String, String)] {
        var list = [
            ("layout", diagram.layout.engine), ("bgcolor", palette.paper), ("pad", "0.3"), ("fontname", Self.font),
            ("fontsize", "10"), ("labelloc", "t"), ("labeljust", "l"), ("outputorder", "edgesfirst"),
            ("label", DiagramHeader(diagram, palette).html),
        ]
        switch diagram.layout {
        case .layered:
            let sheet = diagram.sheet ?? Diagram.Sheet(.a4)
            list += [
                ("rankdir", sheet.direction.rawValue), ("nodesep", decimal(sheet.nodeSeparation, places: 2)),
                ("ranksep", decimal(sheet.rankSeparation, places: 2)), ("splines", "spline"), ("nslimit", "2"), ("nslimit1", "2"),
            ]
        case .timeline, .framed:
            if let background { list.append(("_background", background)) }
        case .stress, .straightStress:
            // Every place is given.
            break
        }
        return list
    }

    private var framed: FramedDOT? { diagram.layout == .framed ? FramedDOT(diagram, self) : nil }

    private var timeline: TimelineDOT? { diagram.timeline.map { TimelineDOT($0, of: diagram, self) } }

    // MARK: Nodes

    /// Place and least size, in inches, of a box: that which lines end at.
    private static func place(_ box: Box) -> [(String, String)] {
        let size = box.half / 36
        return [("pos", box.middle.text), ("width", decimal(size.x, places: 3)), ("height", decimal(size.y, places: 3))]
    }

    func node(_ node: Diagram.Node) -> [(String, String)] {
        let look = NodeLook(node.actor.type, diagram.theme)
        return [
            ("shape", look.shape), ("style", look.style), ("fillcolor", look.fill), ("color", look.line),
            ("margin", look.margin), ("label", nodeLabel(node, look)), ("id", node.id),
            ("class", "actor \(node.actor.type.rawValue)"),
        ] + (look.lineWidth.map { [("penwidth", $0)] } ?? [])
    }

    private func nodeLabel(_ node: Diagram.Node, _ look: NodeLook) -> String {
        let (names, roles) = nodeLines(node, look)
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

    /// Name and role as they are broken into lines.
    func nodeLines(_ node: Diagram.Node, _ look: NodeLook) -> (names: [String], roles: [String]) {
        let names = LabelText.lines(node.actor.name, columns: look.columns, atMost: 3)
        return (names.isEmpty ? [diagram.language.words.noName] : names, node.secondLine.map(Self.roleLines) ?? [])
    }

    /// "Foreign Minister · Ostmark" on one line, or on two where it is long.
    static func roleLines(_ text: String) -> [String] {
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

    /// One curve; the label is a node of its own that lies on it.
    func edgeWithLabel(_ edge: Diagram.Edge, name: String, on line: LineRouting.Line) -> [String] {
        let label = [
            ("shape", "plain"), ("label", edgeLabel(edge, background: palette.paper)), ("id", edge.id),
            ("class", "relation-label \(edge.tone.name)"), ("pos", Point(line.label.x, line.label.y).text),
        ]
        // The arrowhead reaches from the end of the curve to the border.
        let size = 10 * edge.arrowSize
        var curve = LineRouting.shortened(line.curve, by: size)
        if edge.isSymmetric { curve = LineRouting.shortened(curve.reversed(), by: size).reversed() }
        let start = edge.isSymmetric ? "s,\(line.curve[0].text) " : ""
        let list =
            stroke(edge) + [
                ("id", "\(edge.id)-a"), ("dir", edge.isSymmetric ? "both" : "forward"),
                ("pos", "\(start)e,\(line.curve[3].text) \(curve.map(\.text).joined(separator: " "))"),
            ]
        return ["  \(name) \(attributes(label));", "  n\(edge.subject + 1) -> n\(edge.object + 1) \(attributes(list));"]
    }

    /// The label is a node of its own on the way.
    private func edgeThroughLabel(_ edge: Diagram.Edge, name: String, at place: Point, _ line: LinePlacement.Halves) -> [String] {
        let label = [
            ("pos", place.text), ("shape", "plain"), ("label", edgeLabel(edge, background: palette.paper)), ("id", edge.id),
            ("class", "relation-label \(edge.tone.name)"),
        ]
        let first =
            stroke(edge) + [
                ("id", "\(edge.id)-a"), ("dir", edge.isSymmetric ? "back" : "none"),
                ("pos", line.first.text(tipAtStart: line.tipAtSubject)),
            ]
        let second = stroke(edge) + [("id", "\(edge.id)-b"), ("pos", line.second.text(tipAtEnd: line.tipAtObject))]
        return [
            "  \(name) \(attributes(label));", "  n\(edge.subject + 1) -> \(name) \(attributes(first));",
            "  \(name) -> n\(edge.object + 1) \(attributes(second));",
        ]
    }

    func stroke(_ edge: Diagram.Edge) -> [(String, String)] {
        let style = diagram.theme.style(of: edge.tone)
        var list = [
            ("color", style.isDouble ? "\(style.line):\(palette.paper):\(style.line)" : style.line),
            ("penwidth", shortDecimal(style.width(of: edge))),
            ("class", classNames(edge)),
        ]
        switch edge.stroke {
        case .solid: break
        case .dotted: list.append(("style", "dotted"))
        case .dashed: list += [("style", "dashed"), ("arrowhead", "onormal")]
        }
        if edge.arrowSize != 0.65 { list.append(("arrowsize", shortDecimal(edge.arrowSize))) }
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
            let style = diagram.theme.style(of: RelationTone(row.relationClass))
            let words = Self.words(row, style)
            var cell = HTMLLabel.font(words, edge.isSecondary ? palette.muted : style.text, edge.isSecondary ? "8.5" : "9.5")
            if let note = row.note { cell += HTMLLabel.font("  " + note, palette.muted, "8") }
            return "<TR><TD>\(cell)</TD></TR>"
        }
        return HTMLLabel.table(rows.joined(), background: background)
    }

    /// "✗ attacked ×2": the label with its marks.
    static func words(_ row: Diagram.Edge.Row, _ style: ToneStyle) -> String {
        let marks = [row.isDenied ? "✗" : nil, style.mark].compactMap(\.self).map { $0 + " " }.joined()
        return marks + row.label + (row.count > 1 ? " ×\(row.count)" : "")
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
    /// Points; nil for that of all.
    var lineWidth: String?

    init(_ type: ActorType, _ theme: Theme) {
        let palette = theme.palette
        text = palette.ink
        switch type {
        case .person:
            (style, fill, line) = ("rounded,filled", palette.personFill, palette.personLine)
        case .organization, .group:
            (fill, line) = (palette.organizationFill, palette.organizationLine)
        case .country:
            (fill, line, text, nameSize) = (palette.countryFill, palette.countryLine, palette.countryText, "14")
            // A dark area costs toner and comes out in streaks.
            if theme == .print { lineWidth = "2.4" }
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

/// `0.5833`, whatever the locale.
package func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let rounded = Int((value * Double(scale)).rounded())
    let (whole, part) = rounded.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    let digits = String(part)
    return "\(rounded < 0 ? "-" : "")\(whole).\(String(repeating: "0", count: places - digits.count))\(digits)"
}

/// One decimal at most: 1.5, 2.
func shortDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
}
