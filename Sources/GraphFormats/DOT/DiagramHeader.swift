import KnowledgeGraph

/// What stands above a figure: title, source and counts, what was left out, and a legend of what is present.
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
        let legend = legendEntries
        // Rows of four keep the legend narrower than most figures.
        for start in stride(from: 0, to: legend.count, by: 4) {
            let cells = legend[start..<min(start + 4, legend.count)].joined()
            rows.append(left(HTMLLabel.table("<TR>\(cells)</TR>"), height: 16))
        }
        rows.append("<TR><TD HEIGHT=\"10\"></TD></TR>")
        return HTMLLabel.table(rows.joined())
    }

    private var legendEntries: [String] {
        let classes = diagram.classes
        var entries: [String] = []
        for tone in [RelationTone.talks, .aid, .criticism, .attack, .state] {
            let names = classes.filter { RelationTone($0) == tone }.map(\.legend)
            guard !names.isEmpty else { continue }
            entries.append(entry(palette.colour(of: tone), "solid", names.joined(separator: ", ")))
        }
        if diagram.edges.contains(where: { $0.stroke == .dashed }) { entries.append(entry(palette.muted, "dashed", "✗ did not happen")) }
        let tentative = diagram.edges.filter { $0.stroke == .dotted }.flatMap { $0.statements.map(\.status) }
        if !tentative.isEmpty {
            let names = [Status.planned, .requested, .possible].filter(tentative.contains).map(\.rawValue)
            entries.append(entry(palette.muted, "dotted", names.joined(separator: ", ")))
        }
        return entries
    }

    private func entry(_ colour: String, _ style: String, _ text: String) -> String {
        HTMLLabel.swatch(colour, style: style)
            + "<TD ALIGN=\"LEFT\">\(HTMLLabel.font(" " + text, palette.ink, "10"))</TD><TD WIDTH=\"18\"></TD>"
    }

    private func left(_ content: String, height: Int? = nil) -> String {
        "<TR><TD ALIGN=\"LEFT\"\(height.map { " HEIGHT=\"\($0)\"" } ?? "")>\(content)</TD></TR>"
    }
}
