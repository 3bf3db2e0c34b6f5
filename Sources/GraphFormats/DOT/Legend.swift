import KnowledgeGraph

/// What the colours and strokes of a figure mean: only those that are present.
struct Legend {
    struct Entry: Hashable {
        var colour: String
        /// A piece of the line, in characters.
        var sample: String
        var text: String
    }

    private let palette: Palette
    private(set) var entries: [Entry] = []

    init(_ diagram: Diagram, _ palette: Palette) {
        self.palette = palette
        let (classes, words) = (diagram.classes, diagram.language.words)
        for tone in [RelationTone.talks, .aid, .criticism, .attack, .state] {
            let names = classes.filter { RelationTone($0) == tone }.map(words.legend)
            guard !names.isEmpty else { continue }
            let style = diagram.theme.style(of: tone)
            let mark = style.mark.map { $0 + " " } ?? ""
            entries.append(Entry(colour: style.line, sample: style.sample, text: mark + names.joined(separator: ", ")))
        }
        if diagram.edges.contains(where: { $0.stroke == .dashed }) {
            entries.append(Entry(colour: palette.muted, sample: "– –", text: "✗ \(words.didNotHappen)"))
        }
        let tentative = diagram.edges.filter { $0.stroke == .dotted }.flatMap { $0.statements.map(\.status) }
        if !tentative.isEmpty {
            let names = [Status.planned, .requested, .possible].filter(tentative.contains).compactMap(words.word)
            entries.append(Entry(colour: palette.muted, sample: "· · ·", text: names.joined(separator: ", ")))
        }
    }

    /// The legend as lines of text. Strokes are characters: cells of a table would be spread over the width of a long title.
    ///
    /// - Parameters:
    ///   - columns: characters of the longest line, which should stay narrower than the figure.
    ///   - size: of the text, in points.
    func lines(columns: Int, size: String) -> [String] {
        var lines: [(html: String, length: Int)] = []
        for entry in entries {
            let length = entry.text.count + 7
            if let last = lines.last, last.length + length <= columns {
                lines[lines.count - 1] = (last.html + HTMLLabel.font("    ", palette.ink, size) + html(entry, size), last.length + length)
            } else {
                lines.append((html(entry, size), length))
            }
        }
        return lines.map(\.html)
    }

    private func html(_ entry: Entry, _ size: String) -> String {
        return HTMLLabel.font(entry.sample, entry.colour, size, bold: true) + HTMLLabel.font("  " + entry.text, palette.ink, size)
    }
}
