/// What holds the actors of one frame together.
public enum FigureCluster: String, Sendable, Hashable, CaseIterable {
    case country
    case organization = "organisation"
}

/// How long the rows of a timeline are.
public enum FigureTimeline: String, Sendable, Hashable, CaseIterable {
    case day, month
}

/// A language that figures can be labelled in, by its ISO 639-1 code.
public enum FigureLanguage: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case russian = "ru"
}

/// Where an actor's box has its middle, in points, from the lower left.
public struct FigurePosition: Sendable, Hashable {
    public var x, y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The largest coordinate that is taken, in points: 35 metres.
    public static let limit = 100_000.0

    /// Finite and on a sheet of thinkable size.
    var isUsable: Bool { abs(x) <= FigurePosition.limit && abs(y) <= FigurePosition.limit }
}
