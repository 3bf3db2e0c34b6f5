/// Colours of a diagram.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    /// For paper and web pages; as SVG it follows the reader's dark mode.
    case light
    case dark
    /// For printers without colour: white paper, little toner, and every kind of relation told by its line and its mark.
    case print

    public var palette: Palette {
        switch self {
        case .light: .light
        case .dark: .dark
        case .print: .print
        }
    }

    /// Stripes of countries; greys would not be told apart, so in print the country stands in words instead.
    var stripes: [String] { self == .print ? [] : Palette.stripes }
}
