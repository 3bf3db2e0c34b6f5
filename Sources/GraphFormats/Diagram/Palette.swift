/// The colours of one theme, as `#rrggbb`, by what they mean.
///
/// No two roles of the light palette share a value, nor of the dark one, so that a style sheet can replace one by the other.
public struct Palette: Sendable, Hashable {
    public var paper, ink, muted: String
    var personFill, personLine, organizationFill, organizationLine: String
    var eventFill, eventLine, placeFill, placeLine: String
    var countryFill, countryLine, countryText: String
    var talks, aid, criticism, attack, state: String

    /// Every role with its colour, in a fixed order.
    public var roles: [(name: String, colour: String)] {
        [
            ("paper", paper), ("ink", ink), ("muted", muted), ("personFill", personFill), ("personLine", personLine),
            ("organizationFill", organizationFill), ("organizationLine", organizationLine), ("eventFill", eventFill),
            ("eventLine", eventLine), ("placeFill", placeFill), ("placeLine", placeLine), ("countryFill", countryFill),
            ("countryLine", countryLine), ("countryText", countryText), ("talks", talks), ("aid", aid), ("criticism", criticism),
            ("attack", attack), ("state", state),
        ]
    }

    /// Stripes of countries and blocs, the same on light and dark paper; given out in this order.
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
        countryFill: "#22304a", countryLine: "#22304b", countryText: "#fefefe",
        talks: "#1f4e9e", aid: "#208563", criticism: "#a86700", attack: "#a01030", state: "#6e7089")

    static let dark = Palette(
        paper: "#10161f", ink: "#e9eef6", muted: "#9aa8bc",
        personFill: "#18202d", personLine: "#4e6182", organizationFill: "#1e2938", organizationLine: "#60759a",
        eventFill: "#332b12", eventLine: "#cba53b", placeFill: "#1c1f1c", placeLine: "#7e8775",
        countryFill: "#dce5f3", countryLine: "#dce5f2", countryText: "#10161e",
        talks: "#6c9ff2", aid: "#35e0bc", criticism: "#f2c744", attack: "#fa6f66", state: "#8a97a9")

    /// Ink alone. Only wide areas and wide lines are grey: printers make grey of dots, into which a thin line would fall apart.
    static let print = Palette(
        paper: "#ffffff", ink: "#000000", muted: "#4d4d4d",
        personFill: "#ffffff", personLine: "#000000", organizationFill: "#f0f0f0", organizationLine: "#000000",
        eventFill: "#dedede", eventLine: "#000000", placeFill: "#ffffff", placeLine: "#000000",
        countryFill: "#ffffff", countryLine: "#000000", countryText: "#000000",
        talks: "#000000", aid: "#8c8c8c", criticism: "#000000", attack: "#000000", state: "#000000")
}
