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
        let lines = rows.map { "<TR><TD ALIGN=\"LEFT\"\($0.height.map { " HEIGHT=\"\($0)\"" } ?? "")>\($0.html)</TD></TR>" }
        return HTMLLabel.table(lines.joined() + "<TR><TD HEIGHT=\"10\"></TD></TR>")
    }

    /// Points, about.
    var height: Double { rows.reduce(10) { $0 + ($1.height.map(Double.init) ?? 22 * scale) } }

    /// Lines with the least height of each, in points; nil for the title's own.
    private var rows: [(html: String, height: Int?)] {
        let (large, small) = (shortDecimal(18 * scale), shortDecimal(10 * scale))
        func height(_ points: Double) -> Int { Int((points * scale).rounded()) }
        func columns(_ count: Int) -> Int { Int(Double(count) * (diagram.sheet?.headMeasure ?? 1)) }
        var rows: [(html: String, height: Int?)] = []
        for line in LabelText.lines(diagram.title, columns: columns(64), atMost: 2) {
            rows.append((HTMLLabel.font(line, palette.ink, large, bold: true), nil))
        }
        for line in LabelText.lines(diagram.subtitle, columns: columns(110), atMost: 2) {
            rows.append((HTMLLabel.font(line, palette.muted, small), height(18)))
        }
        for line in diagram.omission.map({ LabelText.lines($0, columns: columns(110), atMost: 2) }) ?? [] {
            rows.append((HTMLLabel.font(line, palette.criticism, small), height(18)))
        }
        return rows + Legend(diagram, palette).lines(columns: columns(115), size: small).map { ($0, height(16)) }
    }

    private var scale: Double { diagram.sheet?.headScale ?? 1 }
}

extension Diagram {
    /// About how many points the title, the counts and the legend take above the boxes and lines.
    package var headHeight: Double { DiagramHeader(self, theme.palette).height }
}
