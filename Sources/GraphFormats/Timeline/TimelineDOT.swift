import KnowledgeGraph

/// A timeline as DOT statements with every position given; Graphviz's engine `nop2` draws them where they are.
struct TimelineDOT {
    private let diagram: Diagram
    private let timeline: Timeline
    private let writer: DOTWriter
    private let layout: TimelineLayout
    private let palette: Palette
    /// Lane of each node, by index.
    private let lane: [Int]

    private static let nameSize = 11.0

    init(_ timeline: Timeline, of diagram: Diagram, _ writer: DOTWriter) {
        self.diagram = diagram
        self.timeline = timeline
        self.writer = writer
        palette = diagram.theme.palette
        var lane = Array(repeating: timeline.lanes.count, count: diagram.nodes.count)
        for (index, node) in timeline.lanes.enumerated() { lane[node] = index }
        self.lane = lane
        let room = TimelineLayout.pitch(lanes: timeline.lanes.count) - 14
        layout = TimelineLayout(
            timeline, ends: diagram.edges.map { ($0.subject, $0.object) }, lane: lane, label: diagram.edges.map(writer.labelSize),
            titleHeight: timeline.rows.map { Double(TimelineDOT.titleLines($0).count) * 12 + ($0.note == nil ? 0 : 10) },
            headerHeight: timeline.lanes.map { TimelineDOT.headerHeight(diagram.nodes[$0], named: diagram.shownName($0), width: room) }
                .max() ?? 0)
    }

    /// Nodes and edges, a statement each.
    var statements: [String] {
        timeline.lanes.enumerated().map(header) + sharedHeader + timeline.rows.indices.flatMap(dates) + diagram.edges.indices.flatMap(arrow)
            + foot
    }

    /// Lanes and the rules between rows, in the language of xdot: they are no part of the graph.
    var background: String {
        var strokes = XDotStrokes()
        strokes.width(0.7)
        strokes.colour(palette.organizationFill)
        for band in layout.bands { strokes.line(TimelineLayout.margin, band.top, layout.width, band.top) }
        strokes.colour(palette.personLine)
        let end = layout.bands.last?.bottom ?? 0
        for x in layout.lanes {
            var y = layout.height - layout.headerHeight - 3
            for gap in layout.bands.compactMap(\.gap) {
                strokes.line(x, y, x, gap.top)
                y = gap.bottom
            }
            strokes.line(x, y, x, end)
        }
        strokes.dotted()
        for gap in layout.bands.compactMap(\.gap) {
            for x in layout.lanes { strokes.line(x, gap.top, x, gap.bottom) }
        }
        return strokes.text
    }

    // MARK: Names of lanes

    private func header(_ lane: Int, _ index: Int) -> String {
        let node = diagram.nodes[index]
        let look = NodeLook(node.actor.type, diagram.theme)
        let (width, height) = (layout.pitch - 14, layout.headerHeight)
        let (names, roles) = TimelineDOT.headerLines(node, named: diagram.shownName(index), width: width)
        let isRightToLeft = LabelText.isRightToLeft(node.actor.name)
        let cells =
            names.map { HTMLLabel.font($0, look.text, shortDecimal(TimelineDOT.nameSize), bold: true) }
            + roles.map { HTMLLabel.font($0, palette.muted, "8") }
        let rows = cells.enumerated().map { index, cell in
            let stripe = index == 0 ? node.stripe.map { HTMLLabel.stripe(Palette.stripes[$0], rows: cells.count) } ?? "" : ""
            return "<TR>\(stripe)<TD ALIGN=\"\(isRightToLeft ? "RIGHT" : "LEFT")\">\(cell)</TD></TR>"
        }
        return "  n\(index + 1) "
            + attributes(
                [
                    ("shape", "box"), ("style", look.style), ("fillcolor", look.fill), ("color", look.line), ("margin", "0.02,0.02"),
                    ("label", HTMLLabel.table(rows.joined())), ("pos", position(layout.lanes[lane], layout.height - height / 2)),
                    ("width", decimal(width / 72, places: 2)), ("height", decimal(height / 72, places: 2)), ("id", node.id),
                    ("class", "actor \(node.actor.type.rawValue)"),
                ] + (look.lineWidth.map { [("penwidth", $0)] } ?? [])) + ";"
    }

    /// Name and role as they fit into a header of this width.
    private static func headerLines(_ node: Diagram.Node, named name: String, width: Double) -> (names: [String], roles: [String]) {
        let room = width - 16 - (node.stripe == nil ? 0 : 10)
        let names = lines(name, size: nameSize, bold: true, room: room, atMost: 3)
        guard let role = node.secondLine else { return (names, []) }
        let parts = role.split(separator: " · ", maxSplits: 1).map(String.init)
        let isShort = TextWidth.points(role, size: 8) <= room
        let roles =
            isShort || parts.count < 2
            ? lines(role, size: 8, room: room, atMost: 2) : parts.flatMap { lines($0, size: 8, room: room, atMost: 1) }
        return (names, roles)
    }

    private static func headerHeight(_ node: Diagram.Node, named name: String, width: Double) -> Double {
        let (names, roles) = headerLines(node, named: name, width: width)
        return Double(names.count) * 14 + Double(roles.count) * 10 + 12
    }

    private var sharedHeader: [String] {
        guard layout.lanes.count > timeline.lanes.count, let x = layout.lanes.last else { return [] }
        let label = HTMLLabel.table(
            "<TR><TD>\(HTMLLabel.font(diagram.language.words.timeline.others, palette.muted, "11", bold: true))</TD></TR>")
        let y = layout.height - layout.headerHeight / 2
        return ["  others \(attributes([("shape", "plain"), ("label", label), ("pos", position(x, y)), ("id", "others")]));"]
    }

    private var foot: [String] {
        guard let y = layout.foot else { return [] }
        return timeline.lanes.enumerated().map { lane, index in
            let names = TimelineDOT.lines(diagram.shownName(index), size: 8.5, room: layout.pitch - 8, atMost: 2)
            let rows = names.map { "<TR><TD>\(HTMLLabel.font($0, palette.muted, "8.5"))</TD></TR>" }
            return "  f\(lane + 1) "
                + attributes([
                    ("shape", "plain"), ("label", HTMLLabel.table(rows.joined())), ("pos", position(layout.lanes[lane], y)),
                    ("id", "f-\(lane + 1)"),
                ]) + ";"
        }
    }

    // MARK: Dates

    private func dates(_ index: Int) -> [String] {
        let (row, band) = (timeline.rows[index], layout.bands[index])
        let titles = TimelineDOT.titleLines(row)
        let height = Double(titles.count) * 12 + (row.note == nil ? 0 : 10)
        var cells = titles.map { HTMLLabel.font($0, palette.ink, "10", bold: true) }
        if let note = row.note { cells.append(HTMLLabel.font(note, palette.muted, "8")) }
        var statements = [dateText("d\(index + 1)", cells, y: band.top - 5 - height / 2)]
        if let gap = row.gap, let strip = band.gap {
            statements.append(dateText("g\(index + 1)", [HTMLLabel.font(gap, palette.muted, "8")], y: (strip.top + strip.bottom) / 2))
        }
        return statements
    }

    private func dateText(_ name: String, _ cells: [String], y: Double) -> String {
        let (indent, width) = (Int(TimelineLayout.margin), TimelineLayout.dateWidth - 4)
        let rows = cells.map { "<TR><TD WIDTH=\"\(indent)\"></TD><TD ALIGN=\"LEFT\" WIDTH=\"\(Int(width) - indent)\">\($0)</TD></TR>" }
        return "  \(name) "
            + attributes([
                ("shape", "plain"), ("label", HTMLLabel.table(rows.joined())), ("pos", position(width / 2, y)),
                ("id", "\(name.prefix(1))-\(name.dropFirst())"), ("class", "date"),
            ]) + ";"
    }

    private static func titleLines(_ row: Timeline.Row) -> [String] {
        lines(row.title, size: 10, bold: true, room: TimelineLayout.dateWidth - TimelineLayout.margin - 8, atMost: 3)
    }

    // MARK: Arrows

    private func arrow(_ index: Int) -> [String] {
        let edge = diagram.edges[index]
        let arrow = layout.arrows[index]
        let direction = arrow.from < arrow.to ? 1.0 : -1.0
        // Graphviz draws an arrowhead of 10 points times its size and, as long as 0.8 of it, a dot.
        let size = 10 * edge.arrowSize
        let head: Double = arrow.to - direction * size
        let dot: Double = direction * 0.4 * size
        let tail: Double = edge.isSymmetric ? arrow.from + direction * size : arrow.from + dot
        let start: Double = edge.isSymmetric ? arrow.from : arrow.from - dot
        let third: Double = (head - tail) / 3
        let points = [tail, tail + third, head - third, head].map { position($0, arrow.y) }
        let tailShape = (edge.stroke == .dashed ? "o" : "") + (edge.isSymmetric ? "normal" : "dot")
        let list =
            writer.stroke(edge) + [
                ("label", writer.edgeLabel(edge, background: palette.paper)), ("lp", position(arrow.label.x, arrow.label.y)),
                ("pos", "s,\(position(start, arrow.y)) e,\(position(arrow.to, arrow.y)) \(points.joined(separator: " "))"),
                ("id", edge.id), ("dir", "both"), ("arrowtail", tailShape),
            ]
        var statements = ["  \(end(edge.subject)) -> \(end(edge.object)) \(attributes(list));"]
        if let x = arrow.nameX {
            statements.append(name(of: lane[edge.subject] >= timeline.lanes.count ? edge.subject : edge.object, edge, x, arrow.y))
        }
        return statements
    }

    private func end(_ node: Int) -> String { lane[node] < timeline.lanes.count ? "n\(node + 1)" : "others" }

    /// Who is meant at the lane that several share.
    private func name(of node: Int, _ edge: Diagram.Edge, _ x: Double, _ y: Double) -> String {
        let width = TimelineLayout.nameWidth - 12
        let text = TimelineDOT.lines(diagram.shownName(node), size: 9, room: width, atMost: 1).joined()
        let row = "<TR><TD ALIGN=\"LEFT\" WIDTH=\"\(Int(width))\">\(HTMLLabel.font(text, palette.ink, "9"))</TD></TR>"
        return "  o\(edge.id.dropFirst(2)) "
            + attributes([
                ("shape", "plain"), ("label", HTMLLabel.table(row)), ("pos", position(x + width / 2, y)),
                ("id", "o-\(edge.id.dropFirst(2))"),
                ("class", "actor-name"),
            ]) + ";"
    }

    /// Lines that fit into so many points; the fewer the better.
    private static func lines(_ text: String, size: Double, bold: Bool = false, room: Double, atMost limit: Int) -> [String] {
        for columns in stride(from: Int(room / size * 2.4), through: 4, by: -1) {
            let lines = LabelText.lines(text, columns: columns, atMost: limit)
            if lines.allSatisfy({ TextWidth.points($0, size: size, bold: bold) <= room }) { return lines }
        }
        return LabelText.lines(text, columns: 4, atMost: limit)
    }

    private func position(_ x: Double, _ y: Double) -> String { "\(decimal(x, places: 2)),\(decimal(y, places: 2))" }
}

extension Diagram {
    /// The name of a node's actor, or what stands for a name that cannot be shown.
    fileprivate func shownName(_ node: Int) -> String {
        let name = LabelText.cleaned(nodes[node].actor.name)
        return name.isEmpty ? language.words.noName : name
    }
}

/// Strokes in the language of xdot, for the attribute `_background`.
private struct XDotStrokes {
    private(set) var text = ""

    mutating func colour(_ colour: String) { text += "c \(colour.utf8.count) -\(colour) " }

    mutating func width(_ points: Double) { style("setlinewidth(\(decimal(points, places: 2)))") }

    mutating func dotted() { style("dotted") }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        text += "L 2 \(decimal(x1, places: 2)) \(decimal(y1, places: 2)) \(decimal(x2, places: 2)) \(decimal(y2, places: 2)) "
    }

    private mutating func style(_ style: String) { text += "S \(style.utf8.count) -\(style) " }
}
