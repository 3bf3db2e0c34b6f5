import KnowledgeGraph

/// What the colours and strokes of a figure mean: only those that are present.
struct Legend {
    struct Entry: Hashable {
        var colour: String
        var stroke: Diagram.Edge.Stroke
        var text: String
    }

    private let palette: Palette
    private(set) var entries: [Entry] = []

    /// A line of a legend is no longer than this many characters, so that it stays narrower than most figures.
    private static let columns = 115

    init(_ diagram: Diagram, _ palette: Palette) {
        self.palette = palette
        let classes = diagram.classes
        for tone in [RelationTone.talks, .aid, .criticism, .attack, .state] {
            let names = classes.filter { RelationTone($0) == tone }.map(\.legend)
            guard !names.isEmpty else { continue }
            entries.append(Entry(colour: palette.colour(of: tone), stroke: .solid, text: names.joined(separator: ", ")))
        }
        if diagram.edges.contains(where: { $0.stroke == .dashed }) {
            entries.append(Entry(colour: palette.muted, stroke: .dashed, text: "✗ did not happen"))
        }
        let tentative = diagram.edges.filter { $0.stroke == .dotted }.flatMap { $0.statements.map(\.status) }
        if !tentative.isEmpty {
            let names = [Status.planned, .requested, .possible].filter(tentative.contains).map(\.rawValue)
            entries.append(Entry(colour: palette.muted, stroke: .dotted, text: names.joined(separator: ", ")))
        }
    }

    /// The legend as lines of text. Strokes are characters: cells of a table would be spread over the width of a long title.
    var lines: [String] {
        var lines: [(html: String, length: Int)] = []
        for entry in entries {
            let length = entry.text.count + 7
            if let last = lines.last, last.length + length <= Legend.columns {
                lines[lines.count - 1] = (last.html + HTMLLabel.font("    ", palette.ink, "10") + html(entry), last.length + length)
            } else {
                lines.append((html(entry), length))
            }
        }
        return lines.map(\.html)
    }

    private func html(_ entry: Entry) -> String {
        let line =
            switch entry.stroke {
            case .solid: "——"
            case .dashed: "– –"
            case .dotted: "· · ·"
            }
        return HTMLLabel.font(line, entry.colour, "10", bold: true) + HTMLLabel.font("  " + entry.text, palette.ink, "10")
    }
}
