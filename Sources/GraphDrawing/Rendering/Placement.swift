import GraphFormats

/// How a figure lies on its page, in points: scaled evenly to fit the sheet, in its middle.
struct Placement: Hashable {
    /// Of the page.
    private(set) var width, height: Double
    private(set) var scale = 1.0
    /// The figure's upper left corner.
    private(set) var left = 0.0
    private(set) var top = 0.0

    /// The largest page that a PDF reader must take (ISO 32000-1, annex C): 200 inches.
    private static let longestSide = 14_400.0
    /// A small figure is not blown up to shouting.
    private static let mostEnlarged = 2.0
    /// Points around the drawing on each side: `pad` of the house style.
    static let padding = 0.3 * 72

    /// Points at each side of a sheet that stay empty: printers need some.
    static func border(of sheet: FigureSize) -> Double { min(28, 0.04 * min(sheet.width, sheet.height)) }

    /// - Parameters:
    ///   - figureWidth: with the padding, which may reach beyond the sheet's border.
    ///   - sheet: as it is to lie.
    init(ofFigure figureWidth: Double, _ figureHeight: Double, on sheet: FigureSize?) {
        guard let sheet else {
            scale = min(1, Placement.longestSide / max(figureWidth, figureHeight))
            (width, height) = (figureWidth * scale, figureHeight * scale)
            return
        }
        (width, height) = (sheet.width, sheet.height)
        let (border, padding) = (2 * Placement.border(of: sheet), 2 * Placement.padding)
        scale = min((width - border) / (figureWidth - padding), (height - border) / (figureHeight - padding), Placement.mostEnlarged)
        left = (width - figureWidth * scale) / 2
        top = (height - figureHeight * scale) / 2
    }
}
