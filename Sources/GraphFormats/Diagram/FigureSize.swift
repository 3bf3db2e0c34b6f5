/// The sheet that a figure is fitted to, in points (1/72 inch).
public struct FigureSize: Sendable, Hashable, Codable {
    public var width, height: Double
    /// Whether the sheet may lie or stand as suits the figure, as paper may; a screen may not.
    public var mayTurn: Bool

    public init(width: Double, height: Double, mayTurn: Bool = false) {
        self.width = width
        self.height = height
        self.mayTurn = mayTurn
    }

    /// ISO 216 A4, lying or standing as suits the figure.
    public static let a4 = FigureSize(width: 595.276, height: 841.89, mayTurn: true)
    /// ISO 216 A3, lying or standing as suits the figure.
    public static let a3 = FigureSize(width: 841.89, height: 1190.551, mayTurn: true)
    /// 8.5 by 11 inches, lying or standing as suits the figure.
    public static let letter = FigureSize(width: 612, height: 792, mayTurn: true)
    /// A slide of 16 by 9: 13.333 by 7.5 inches.
    public static let slide = FigureSize(width: 960, height: 540)

    private static let named: [(name: String, size: FigureSize)] = [("a4", a4), ("a3", a3), ("letter", letter), ("slide", slide)]

    /// What `init(argument:)` knows besides widths and heights.
    public static var names: [String] { named.map(\.name) }
}

extension FigureSize {
    /// Reads what `--size` takes: a name, or width and height, which are kept as given.
    ///
    /// `a4`, `letter`, `slide`; `1200x800` in pixels, 96 to the inch as in CSS; `20x15cm`, `8x5in`, `200x150mm`, `600x400pt`.
    /// A PNG has 144 pixels to the inch, so 1200x800 gives one of 1800 by 1200.
    /// - Throws: `DiagramError.unknownSize`, or `.impossibleSize` for a sheet that cannot be drawn on.
    public init(argument: String) throws(DiagramError) {
        if let size = FigureSize.named.first(where: { $0.name == argument.lowercased() })?.size {
            self = size
            return
        }
        let text = argument.lowercased().replacing("×", with: "x").filter { $0 != " " }
        guard let match = text.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?)([a-z]*?)x([0-9]+(?:\.[0-9]+)?)([a-z]*)/),
            let width = Double(match.1), let height = Double(match.3)
        else { throw .unknownSize(argument) }
        // One unit is enough for both.
        let units = [match.2, match.4].filter { !$0.isEmpty }
        guard let widthUnit = FigureSize.points(in: units.first ?? "px"), let heightUnit = FigureSize.points(in: units.last ?? "px") else {
            throw .unknownSize(argument)
        }
        self.init(width: width * widthUnit, height: height * heightUnit)
        try check()
    }

    /// - Throws: `DiagramError.impossibleSize`.
    func check() throws(DiagramError) {
        guard FigureSize.sides.contains(width), FigureSize.sides.contains(height), width * height <= FigureSize.largestArea else {
            throw .impossibleSize(self)
        }
    }

    /// From an inch to what a page of PDF can have (ISO 32000-1, Annex C: 200 inches).
    static let sides = 72.0...14_400.0
    /// A0 with a little more: 38 million pixels as PNG.
    private static let largestArea = 9_500_000.0

    private static func points(in unit: Substring) -> Double? {
        switch unit {
        case "px": 72.0 / 96
        case "pt": 1
        case "in": 72
        case "cm": 72 / 2.54
        case "mm": 72 / 25.4
        default: nil
        }
    }

    /// One decimal: "8.3".
    static func inches(_ points: Double) -> String {
        guard points.isFinite, points.magnitude < 1e9 else { return "\(points)" }
        let tenths = Int((points / 7.2).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10 < 0 ? -(tenths % 10) : tenths % 10)"
    }
}
