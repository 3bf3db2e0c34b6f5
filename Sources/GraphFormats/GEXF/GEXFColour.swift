import KnowledgeGraph

/// The colours of figures as GEXF writes them, for a tool that draws filled dots and lines on white.
struct GEXFColour {
    var red, green, blue: Int

    /// The line of the actor's box in a figure; its fill is too pale for a dot.
    static func of(_ type: ActorType) -> GEXFColour {
        let palette = Palette.light
        return switch type {
        case .person: GEXFColour(palette.personLine)
        case .organization, .group: GEXFColour(palette.muted)
        case .country: GEXFColour(palette.countryFill)
        case .event: GEXFColour(palette.eventLine)
        case .place, .facility, .thing: GEXFColour(palette.placeLine)
        }
    }

    static func of(_ relationClass: RelationClass) -> GEXFColour {
        GEXFColour(Palette.light.colour(of: RelationTone(relationClass)))
    }

    /// - Parameter hexadecimal: `#rrggbb`.
    private init(_ hexadecimal: String) {
        let value = Int(hexadecimal.dropFirst(), radix: 16) ?? 0
        (red, green, blue) = (value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF)
    }
}
