import KnowledgeGraph

/// What stands above a figure: title, source and counts, what was left out, and the legend.
struct DiagramHeader {
    private let diagram: Diagram
    private let palette: Palette

    init(_ diagram: Diagram, _ palette: Palette) {
        self.diagram = diagram
        self.palette = palette
    }

    var html: String {
        var rows = LabelText.lines(diagram.title, columns: 64, atMost: 2).map { left(HTMLLabel.font($0, palette.ink, "18", bold: true)) }
        rows += LabelText.lines(diagram.subtitle, columns: 110, atMost: 2).map { left(HTMLLabel.font($0, palette.muted, "10"), height: 18) }
        if let omission = diagram.omission { rows.append(left(HTMLLabel.font(omission, palette.criticism, "10"), height: 18)) }
        rows += Legend(diagram, palette).lines.map { left($0, height: 16) }
        rows.append("<TR><TD HEIGHT=\"10\"></TD></TR>")
        return HTMLLabel.table(rows.joined())
    }

    private func left(_ content: String, height: Int? = nil) -> String {
        "<TR><TD ALIGN=\"LEFT\"\(height.map { " HEIGHT=\"\($0)\"" } ?? "")>\(content)</TD></TR>"
    }
}
