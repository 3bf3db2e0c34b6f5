/// What holds the actors of one frame together.
public enum FigureCluster: String, Sendable, Hashable, CaseIterable {
    case country
    case organization = "organisation"
}

/// How long the rows of a timeline are.
public enum FigureTimeline: String, Sendable, Hashable, CaseIterable {
    case day, month
}

/// The sheet that a figure is fitted to, in points (1/72 inch).
public struct FigureSize: Sendable, Hashable {
    public var width, height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// ISO 216 A4, lying or standing as suits the figure.
    public static let a4 = FigureSize(width: 595.276, height: 841.89)
    /// A slide of 16 by 9: 13.333 by 7.5 inches.
    public static let slide = FigureSize(width: 960, height: 540)
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
