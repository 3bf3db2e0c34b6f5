import KnowledgeGraph

/// What the colours and strokes of a figure mean: only those that are present.
struct Legend {
    struct Entry: Hashable {
        var colour: String
        var style: String
        var text: String
    }

    private let palette: Palette
    private(set) var entries: [Entry] = []

    /// In rows of four, in columns: narrower than most figures.
    private static let columns = 4
    private static let rowHeight = 16

    init(_ diagram: Diagram, _ palette: Palette) {
        self.palette = palette
        let classes = diagram.classes
        for tone in [RelationTone.talks, .aid, .criticism, .attack, .state] {
            let names = classes.filter { RelationTone($0) == tone }.map(\.legend)
            guard !names.isEmpty else { continue }
            entries.append(Entry(colour: palette.colour(of: tone), style: "solid", text: names.joined(separator: ", ")))
        }
        if diagram.edges.contains(where: { $0.stroke == .dashed }) {
            entries.append(Entry(colour: palette.muted, style: "dashed", text: "✗ did not happen"))
        }
        let tentative = diagram.edges.filter { $0.stroke == .dotted }.flatMap { $0.statements.map(\.status) }
        if !tentative.isEmpty {
            let names = [Status.planned, .requested, .possible].filter(tentative.contains).map(\.rawValue)
            entries.append(Entry(colour: palette.muted, style: "dotted", text: names.joined(separator: ", ")))
        }
    }

    /// A cell of fixed size: Graphviz would spread the columns over the width of a long title.
    var cell: String {
        let rows = stride(from: 0, to: entries.count, by: Legend.columns).map {
            Array(entries[$0..<min($0 + Legend.columns, entries.count)])
        }
        let html = rows.map { "<TR>\($0.map(cells).joined())\(blanks(after: $0, of: rows))</TR>" }.joined()
        let widths = (0..<Legend.columns).map { column in
            rows.compactMap { $0.indices.contains(column) ? Legend.width($0[column]) : nil }.max() ?? 0
        }
        let size = "FIXEDSIZE=\"TRUE\" WIDTH=\"\(widths.reduce(0, +))\" HEIGHT=\"\(rows.count * Legend.rowHeight + 4)\""
        return "<TD ALIGN=\"LEFT\" \(size)>\(HTMLLabel.table(html))</TD>"
    }

    private func cells(_ entry: Entry) -> String {
        let text = HTMLLabel.font(" " + entry.text, palette.ink, "10") + HTMLLabel.font("    ", palette.ink, "10")
        return HTMLLabel.swatch(entry.colour, style: entry.style) + "<TD ALIGN=\"LEFT\" HEIGHT=\"\(Legend.rowHeight)\">\(text)</TD>"
    }

    private func blanks(after row: [Entry], of rows: [[Entry]]) -> String {
        String(repeating: "<TD></TD><TD></TD>", count: (rows.first?.count ?? 0) - row.count)
    }

    /// Points, generous: at least what a wide fallback font takes.
    private static func width(_ entry: Entry) -> Int { 24 + entry.text.count * 6 + 24 }
}
