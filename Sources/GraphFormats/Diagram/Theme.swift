/// Colours of a diagram.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    /// For paper and web pages; as SVG it follows the reader's dark mode.
    case light
    case dark

    public var palette: Palette {
        switch self {
        case .light: .light
        case .dark: .dark
        }
    }
}

/// The colours of one theme, as `#rrggbb`, by what they mean.
///
/// No two roles of a palette share a value, so that a style sheet can replace one by the other theme's.
public struct Palette: Sendable, Hashable {
    public var paper, ink, muted: String
    var personFill, personLine, organizationFill, organizationLine: String
    var eventFill, eventLine, placeFill, placeLine: String
    var countryFill, countryText: String
    var talks, aid, criticism, attack, state: String

    /// Every role with its colour, in a fixed order.
    public var roles: [(name: String, colour: String)] {
        [
            ("paper", paper), ("ink", ink), ("muted", muted), ("personFill", personFill), ("personLine", personLine),
            ("organizationFill", organizationFill), ("organizationLine", organizationLine), ("eventFill", eventFill),
            ("eventLine", eventLine), ("placeFill", placeFill), ("placeLine", placeLine), ("countryFill", countryFill),
            ("countryText", countryText), ("talks", talks), ("aid", aid), ("criticism", criticism), ("attack", attack),
            ("state", state),
        ]
    }

    /// Stripes of countries and blocs, the same in both themes; given out in this order.
    static let stripes = ["#8c6bb1", "#d9a400", "#3c7dc4", "#c2572b", "#2a9d8f", "#b05080", "#6b8e23", "#708090"]

    func colour(of tone: RelationTone) -> String {
        switch tone {
        case .talks: talks
        case .aid: aid
        case .criticism: criticism
        case .attack: attack
        case .state: state
        }
    }

    static let light = Palette(
        paper: "#ffffff", ink: "#1b2433", muted: "#5e6b7e",
        personFill: "#fffffe", personLine: "#9fb0c6", organizationFill: "#eef2f8", organizationLine: "#8fa1ba",
        eventFill: "#fff6dc", eventLine: "#b98f1f", placeFill: "#f6f6f1", placeLine: "#8b8b7c",
        countryFill: "#22304a", countryText: "#fefefe",
        talks: "#1f4e9e", aid: "#0e8570", criticism: "#a86700", attack: "#a01030", state: "#667282")

    static let dark = Palette(
        paper: "#10161f", ink: "#e9eef6", muted: "#9aa8bc",
        personFill: "#18202d", personLine: "#4e6182", organizationFill: "#1e2938", organizationLine: "#60759a",
        eventFill: "#332b12", eventLine: "#cba53b", placeFill: "#1c1f1c", placeLine: "#7e8775",
        countryFill: "#dce5f3", countryText: "#10161e",
        talks: "#6c9ff2", aid: "#35e0bc", criticism: "#f2c744", attack: "#fa6f66", state: "#8a97a9")
}
