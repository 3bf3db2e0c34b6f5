import KnowledgeGraph

/// A diagram as a Mermaid flowchart in the colours of its theme.
///
/// Text of documents stands in quotes with all that Mermaid or Markdown would obey written as entities; names of nodes are our own.
struct MermaidWriter {
    private let diagram: Diagram
    private let palette: Palette

    init(_ diagram: Diagram) {
        self.diagram = diagram
        palette = diagram.theme.palette
    }

    var text: String {
        var lines = ["---", "title: \"\(Self.escaped(LabelText.line(diagram.title, columns: 110)))\"", "---", "flowchart LR"]
        lines.append("  accTitle: \(Self.escaped(LabelText.line(diagram.title, columns: 110)))")
        lines.append("  accDescr: \(Self.escaped(LabelText.line(diagram.subtitle, columns: 200)))")
        for (index, node) in diagram.nodes.enumerated() { lines.append("  n\(index + 1)\(box(node)):::\(Look(node.actor.type).rawValue)") }
        // A flowchart has no line under its title.
        if let omission = diagram.omission {
            lines.append("  omission[\"\(Self.escaped(LabelText.line(omission, columns: 200)))\"]:::note")
        }
        for edge in diagram.edges { lines.append("  " + line(edge)) }
        lines += lineStyles
        let looks = Set(diagram.nodes.map { Look($0.actor.type) })
        for look in Look.allCases where looks.contains(look) { lines.append("  classDef \(look.rawValue) \(style(look))") }
        if diagram.omission != nil { lines.append("  classDef note fill:none,stroke:none,color:\(palette.criticism)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How a kind of actor looks.
    private enum Look: String, CaseIterable {
        case person, organization, country, event, place

        init(_ type: ActorType) {
            switch type {
            case .person: self = .person
            case .organization, .group: self = .organization
            case .country: self = .country
            case .event: self = .event
            case .place, .facility, .thing: self = .place
            }
        }
    }

    private func box(_ node: Diagram.Node) -> String {
        var names = LabelText.lines(node.actor.name, columns: 24, atMost: 3)
        if names.isEmpty { names = ["(no name)"] }
        let roles = node.secondLine.map { LabelText.lines($0, columns: 38, atMost: 2) } ?? []
        let label = "\"" + (names + roles).map(Self.escaped).joined(separator: "<br/>") + "\""
        return switch Look(node.actor.type) {
        case .person: "(\(label))"
        case .event: "{{\(label)}}"
        case .organization, .country, .place: "[\(label)]"
        }
    }

    private func line(_ edge: Diagram.Edge) -> String {
        let rows = edge.rows.map { row in
            let words = (row.isDenied ? "✗ " : "") + row.label + (row.count > 1 ? " ×\(row.count)" : "")
            return Self.escaped(words + (row.note.map { " (\($0))" } ?? ""))
        }
        let arrow =
            switch edge.stroke {
            case .solid: edge.isSymmetric ? "<-->" : "-->"
            case .dotted: edge.isSymmetric ? "<-.->" : "-.->"
            // A cross where the arrowhead would be: did not happen.
            case .dashed: edge.isSymmetric ? "x-.-x" : "-.-x"
            }
        let label = rows.isEmpty ? "" : "|\"\(rows.joined(separator: "<br/>"))\"|"
        return "n\(edge.subject + 1) \(arrow)\(label) n\(edge.object + 1)"
    }

    /// Lines that look the same share one instruction.
    private var lineStyles: [String] {
        var styles: [(style: String, edges: [Int])] = []
        for (index, edge) in diagram.edges.enumerated() {
            let isDeed = edge.tone == .attack || edge.tone == .aid
            // Labels keep the colour of the reader's own theme, light or dark.
            let style = "stroke:\(palette.colour(of: edge.tone)),stroke-width:\(edge.isSecondary ? "1" : isDeed ? "2" : "1.5")px"
            if let known = styles.firstIndex(where: { $0.style == style }) {
                styles[known].edges.append(index)
            } else {
                styles.append((style, [index]))
            }
        }
        return styles.map { "  linkStyle \($0.edges.map(String.init).joined(separator: ",")) \($0.style)" }
    }

    private func style(_ look: Look) -> String {
        let (fill, line, text) =
            switch look {
            case .person: (palette.personFill, palette.personLine, palette.ink)
            case .organization: (palette.organizationFill, palette.organizationLine, palette.ink)
            case .country: (palette.countryFill, palette.countryFill, palette.countryText)
            case .event: (palette.eventFill, palette.eventLine, palette.ink)
            case .place: (palette.placeFill, palette.placeLine, palette.ink)
            }
        return "fill:\(fill),stroke:\(line),color:\(text)" + (look == .place ? ",stroke-dasharray:4 3" : "")
    }

    /// Mermaid's entities, `#35;` for "#": for what may begin a directive, a comment, markup, a list or a link.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in LabelText.cleaned(text).unicodeScalars {
            let isPlain = scalar.value > 0x7E || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
            if isPlain || " ,'()".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += scalar == "\"" ? "#quot;" : "#\(scalar.value);"
            }
        }
        return result
    }
}
