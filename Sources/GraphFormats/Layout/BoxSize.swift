import KnowledgeGraph

/// Half of width and height of what `DOTWriter` draws, before Graphviz measures it.
///
/// Within a few points of what Graphviz makes of Latin text, and hardly ever smaller for others.
enum BoxSize {
    /// Margins of a box and the rounding of its table.
    private static let margins = Point(15, 8)
    private static let stripe = 10.0

    static func half(_ node: Diagram.Node, in diagram: Diagram) -> Point {
        let look = NodeLook(node.actor.type, diagram.theme)
        let nameSize = Double(look.nameSize) ?? 12
        var names = LabelText.lines(node.actor.name, columns: look.columns, atMost: 3)
        if names.isEmpty { names = [diagram.language.words.noName] }
        let roles = node.secondLine.map(DOTWriter.roleLines) ?? []
        let widths =
            names.map { TextWidth.points($0, size: nameSize, bold: true) } + roles.map { TextWidth.points($0, size: 9) }
        let text = Point(
            (widths.max() ?? 0) + (node.stripe == nil ? 0 : stripe),
            Double(names.count) * lineHeight(nameSize) + Double(roles.count) * lineHeight(9))
        // A hexagon stands around its text.
        let size = look.shape == "hexagon" ? Point(text.x * 1.5 + 12, text.y * 1.5 + 4) : text + margins
        return size / 2
    }

    static func half(_ edge: Diagram.Edge, in diagram: Diagram) -> Point {
        let widths = edge.rows.map { row in
            let words = DOTWriter.words(row, diagram.theme.style(of: RelationTone(row.relationClass)))
            return TextWidth.points(words, size: 9.5) + (row.note.map { TextWidth.points("  " + $0, size: 8) } ?? 0)
        }
        return Point((widths.max() ?? 0) + 2, Double(edge.rows.count) * lineHeight(9.5)) / 2
    }

    private static func lineHeight(_ size: Double) -> Double { (size * 1.1).rounded() }
}
