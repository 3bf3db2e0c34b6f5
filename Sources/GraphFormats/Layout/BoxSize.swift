import KnowledgeGraph

/// Half of width and height of what `DOTWriter` draws, before Graphviz measures it.
///
/// Within three points of what Graphviz makes of Latin text, and never much smaller for others.
enum BoxSize {
    /// Margins of a box and the rounding of its table.
    private static let margins = Point(15, 8)
    private static let stripe = 10.0

    static func half(_ node: Diagram.Node) -> Point {
        let look = NodeLook(node.actor.type, .light)
        let nameSize = Double(look.nameSize) ?? 12
        let names = LabelText.lines(node.actor.name, columns: look.columns, atMost: 3)
        let roles = node.secondLine.map(DOTWriter.roleLines) ?? []
        let widths =
            (names.isEmpty ? ["(no name)"] : names).map { TextWidth.points($0, size: nameSize, bold: true) }
            + roles.map { TextWidth.points($0, size: 9) }
        let text = Point(
            (widths.max() ?? 0) + (node.stripe == nil ? 0 : stripe),
            Double(max(1, names.count)) * lineHeight(nameSize) + Double(roles.count) * lineHeight(9))
        // A hexagon stands around its text.
        let size = look.shape == "hexagon" ? Point(text.x * 1.5 + 12, text.y * 1.5 + 4) : text + margins
        return size / 2
    }

    static func half(_ edge: Diagram.Edge) -> Point {
        let widths = edge.rows.map { row in
            let words = (row.isDenied ? "✗ " : "") + row.label + (row.count > 1 ? " ×\(row.count)" : "")
            return TextWidth.points(words, size: 9.5) + (row.note.map { TextWidth.points("  " + $0, size: 8) } ?? 0)
        }
        return Point((widths.max() ?? 0) + 2, Double(edge.rows.count) * lineHeight(9.5)) / 2
    }

    private static func lineHeight(_ size: Double) -> Double { (size * 1.1).rounded() }
}
