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

    /// - Parameter sheet: an A4 sheet is turned to lie when that suits the figure.
    init(ofFigure figureWidth: Double, _ figureHeight: Double, on sheet: FigureSize?) {
        guard let sheet else {
            scale = min(1, Placement.longestSide / max(figureWidth, figureHeight))
            (width, height) = (figureWidth * scale, figureHeight * scale)
            return
        }
        let lies = sheet == .a4 && figureWidth > figureHeight
        (width, height) = lies ? (sheet.height, sheet.width) : (sheet.width, sheet.height)
        scale = min(width / figureWidth, height / figureHeight, Placement.mostEnlarged)
        left = (width - figureWidth * scale) / 2
        top = (height - figureHeight * scale) / 2
    }
}
