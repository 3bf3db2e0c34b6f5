/// The picture of a report, as whoever draws it hands it over.
public struct ReportFigure: Sendable, Hashable {
    /// The SVG element, for a page: as `Drawing.render(as: .svg)` gives it.
    public var svg: String
    /// Where the picture lies, for Markdown: `report.svg` beside the text, or a `data:` address.
    public var file: String?
    /// Stands under the figure.
    public var caption: String
    /// The figure in words, for readers who cannot see it.
    public var alternative: String

    public init(svg: String, file: String? = nil, caption: String, alternative: String) {
        self.svg = svg
        self.file = file
        self.caption = caption
        self.alternative = alternative
    }

    /// The picture of a diagram, with caption and description from its content.
    public init(svg: String, file: String? = nil, of diagram: Diagram) {
        let remarks = [diagram.subtitle, diagram.omission].compactMap(\.self).filter { !$0.isEmpty }
        let relations = diagram.edges.prefix(12).map { edge in
            let labels = edge.rows.map { ($0.isDenied ? "not " : "") + $0.label }.joined(separator: ", ")
            return "\(diagram.nodes[edge.subject].actor.name) – \(labels) – \(diagram.nodes[edge.object].actor.name)"
        }
        let more = diagram.edges.count > relations.count ? ["and \(diagram.edges.count - relations.count) more"] : []
        self.init(
            svg: svg, file: file, caption: ([LabelText.line(diagram.title, columns: 200)] + remarks).joined(separator: ". ") + ".",
            alternative: "Network diagram. " + (relations + more).map { LabelText.line($0, columns: 200) }.joined(separator: "; "))
    }

    /// Wider than high, by the size that the SVG element states.
    var isWide: Bool {
        let head = svg.prefix(1_000)
        guard let width = head.firstMatch(of: /width="([0-9]+)/), let height = head.firstMatch(of: /height="([0-9]+)/),
            let across = Int(width.output.1), let down = Int(height.output.1)
        else { return false }
        return across > down
    }
}
