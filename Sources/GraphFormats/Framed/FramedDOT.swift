import KnowledgeGraph

/// A large figure with frames as DOT statements with every position given; Graphviz's engine `nop2` draws them where they are.
struct FramedDOT {
    private let diagram: Diagram
    private let writer: DOTWriter
    private let layout: FramedLayout

    init(_ diagram: Diagram, _ writer: DOTWriter) {
        self.diagram = diagram
        self.writer = writer
        layout = FramedLayout(
            diagram.nodes.map(writer.size), hexagons: diagram.nodes.indices.filter { diagram.nodes[$0].actor.type == .event },
            members: diagram.frames.map(\.nodes),
            captionWidth: diagram.frames.map { TextWidth.points(FramedDOT.caption($0), size: 10, bold: true) + 4 },
            edges: diagram.edges.map { edge in
                let label = writer.labelSize(edge)
                return (edge.subject, edge.object, label.width, label.height)
            })
    }

    /// Nodes, labels, lines and frames, a statement each.
    var statements: [String] {
        diagram.frames.indices.flatMap(frame) + diagram.nodes.indices.map(node) + diagram.edges.indices.flatMap(line)
    }

    /// Paper under all frames: Graphviz makes the figure as large as boxes and this are.
    var background: String {
        guard let all = Rect.around(layout.frames) else { return "" }
        let paper = writer.palette.paper
        let corners = [(all.left, all.bottom), (all.right, all.bottom), (all.right, all.top), (all.left, all.top)]
        let points = corners.map { "\(decimal($0.0, places: 1)) \(decimal($0.1, places: 1))" }.joined(separator: " ")
        return "c \(paper.utf8.count) -\(paper) C \(paper.utf8.count) -\(paper) P 4 \(points) "
    }

    static func caption(_ frame: Diagram.Frame) -> String { LabelText.line(frame.actor.name, columns: 30) }

    private func node(_ index: Int) -> String {
        let box = layout.boxes[index]
        var list =
            writer.node(diagram.nodes[index]) + [
                ("pos", position(Point(x: box.x, y: box.y))), ("width", decimal(box.width / 72, places: 3)),
                ("height", decimal(box.height / 72, places: 3)),
            ]
        // Left to itself a hexagon is half as large again as its text needs.
        if diagram.nodes[index].actor.type == .event { list.append(("fixedsize", "true")) }
        return "  n\(index + 1) \(attributes(list));"
    }

    private func line(_ index: Int) -> [String] {
        writer.edgeWithLabel(diagram.edges[index], name: "r\(index + 1)", on: layout.lines[index])
    }

    /// The outline and its caption, as nodes: Graphviz draws clusters in the order of their addresses in memory.
    private func frame(_ index: Int) -> [String] {
        let (frame, box, place) = (diagram.frames[index], layout.frames[index], layout.captions[index])
        let palette = writer.palette
        let caption = HTMLLabel.font(FramedDOT.caption(frame), palette.muted, "10", bold: true)
        let outline = attributes([
            ("shape", "box"), ("style", "rounded"), ("label", ""), ("pos", position(Point(x: box.x, y: box.y))),
            ("width", decimal(box.width / 72, places: 3)), ("height", decimal(box.height / 72, places: 3)), ("fixedsize", "true"),
            ("color", frame.stripe.map { Palette.stripes[$0] } ?? palette.personLine), ("id", frame.id), ("class", "frame"),
        ])
        let text = attributes([
            ("shape", "plain"), ("label", HTMLLabel.table("<TR><TD>\(caption)</TD></TR>", background: palette.paper)),
            ("pos", position(Point(x: place.x, y: place.y))), ("id", "\(frame.id)-caption"), ("class", "frame-caption"),
        ])
        return ["  c\(index + 1) \(outline);", "  t\(index + 1) \(text);"]
    }

    private func position(_ point: Point) -> String { "\(decimal(point.x, places: 1)),\(decimal(point.y, places: 1))" }
}

extension DOTWriter {
    /// Width and height of a node's box in points, at least what Graphviz needs for its text.
    fileprivate func size(of node: Diagram.Node) -> (width: Double, height: Double) {
        let look = NodeLook(node.actor.type, diagram.theme)
        let (names, roles) = nodeLines(node, look)
        let nameSize = Double(look.nameSize) ?? 12
        let text =
            max(
                names.map { TextWidth.points($0, size: nameSize, bold: true) }.max() ?? 0,
                roles.map { TextWidth.points($0, size: 9) }.max() ?? 0)
            + (node.stripe == nil ? 0 : 10)
        let height = Double(names.count) * (nameSize * 1.2 + 1) + Double(roles.count) * 12
        // In a hexagon of half as much again in both directions the corners of the text touch the slanted sides.
        return node.actor.type == .event ? (text * 1.5 + 12, height * 1.5 + 4) : (text + 18, height + 10)
    }

    /// Width and height of an edge's label in points, never less than Graphviz makes it.
    func labelSize(_ edge: Diagram.Edge) -> (width: Double, height: Double) {
        let widths = edge.rows.map { row in
            TextWidth.points(Self.words(row, diagram.theme.style(of: RelationTone(row.relationClass))), size: edge.isSecondary ? 8.5 : 9.5)
                + (row.note.map { TextWidth.points("  " + $0, size: 8) } ?? 0)
        }
        return ((widths.max() ?? 0) + 4, Double(edge.rows.count) * 12)
    }
}
