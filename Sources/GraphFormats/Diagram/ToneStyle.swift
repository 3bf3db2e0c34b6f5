/// How a theme draws the lines of one tone, and how it writes their labels.
struct ToneStyle: Hashable, Sendable {
    /// `#rrggbb` of the line, and of the text.
    var line, text: String
    /// Points, for a line of one statement.
    var width: Double
    /// Points that a line grows by with each further statement.
    var growth = 0.4
    /// Two thin lines side by side instead of one.
    var isDouble = false
    /// Stands before each label of the tone, where colour cannot tell it.
    var mark: String?
    /// A piece of the line in characters, for the legend.
    var sample = "——"

    /// Grows with the number of mentions, up to four further ones.
    func width(of edge: Diagram.Edge) -> Double {
        edge.isSecondary ? min(width, 1) : width + growth * Double(min(4, edge.statements.count - 1))
    }
}

extension Theme {
    func style(of tone: RelationTone) -> ToneStyle {
        self == .print ? printed(tone) : ToneStyle(line: palette.colour(of: tone), text: palette.colour(of: tone), width: tone.lineWidth)
    }

    /// As on a map: deeds are wide lines, words are thin ones, and what is against somebody is the blackest of its kind.
    /// Dashes and dots are left to what did not happen and to what is only planned. Marks: squares are against somebody,
    /// circles are with him; filled ones are deeds, hollow ones words.
    private func printed(_ tone: RelationTone) -> ToneStyle {
        let line = palette.colour(of: tone)
        return switch tone {
        case .attack: ToneStyle(line: line, text: palette.ink, width: 2.8, growth: 0.2, mark: "■", sample: "▬▬")
        case .criticism: ToneStyle(line: line, text: palette.ink, width: 0.6, growth: 0.1, isDouble: true, mark: "□", sample: "══")
        case .aid: ToneStyle(line: line, text: palette.ink, width: 2.8, growth: 0.2, mark: "●", sample: "▬▬")
        case .talks: ToneStyle(line: line, text: palette.ink, width: 1.1, growth: 0.1, mark: "○")
        case .state: ToneStyle(line: line, text: palette.ink, width: 0.5, growth: 0, mark: "◊", sample: "──")
        }
    }
}
