import GraphFormats

/// The size of a picture as libgvc writes it, and the same picture in the middle of a sheet.
struct SVGFrame {
    /// Of the picture, in points.
    let width, height: Double

    /// Nil when the text has no size.
    init?(_ svg: String) {
        guard let match = svg.firstMatch(of: /viewBox="0\.00 0\.00 ([0-9.]+) ([0-9.]+)"/), let width = Double(match.1),
            let height = Double(match.2)
        else { return nil }
        (self.width, self.height) = (width, height)
    }

    /// The picture on the sheet, with paper up to its edges.
    func placed(_ svg: String, on sheet: FigureSize) -> String {
        let placement = Placement(ofFigure: width, height, on: sheet)
        // A part of the text is as large as before; the sheet is as large as that makes it.
        let (wide, high) = (sheet.width / placement.scale, sheet.height / placement.scale)
        let (left, top) = ((width - wide) / 2, (height - high) / 2)
        var svg = svg
        if let size = svg.firstMatch(of: /width="[0-9]+pt" height="[0-9]+pt"\n viewBox="[^"]*"/) {
            let box = [left, top, wide, high].map { decimal($0, places: 2) }.joined(separator: " ")
            svg.replaceSubrange(
                size.range, with: "width=\"\(Int(sheet.width))pt\" height=\"\(Int(sheet.height))pt\"\n viewBox=\"\(box)\"")
        }
        // The first area is the paper, in the coordinates of the group that it is in.
        if let shift = svg.firstMatch(of: /translate\(([0-9.-]+) ([0-9.-]+)\)/), let x = Double(shift.1), let y = Double(shift.2),
            let paper = svg.firstMatch(of: /(<polygon fill="[^"]*" stroke="[^"]*" points=")[^"]*"/)
        {
            let (right, bottom) = (left + wide, top + high)
            let corners = [(left, top), (left, bottom), (right, bottom), (right, top), (left, top)]
            let points = corners.map { "\(decimal($0.0 - x, places: 2)),\(decimal($0.1 - y, places: 2))" }.joined(separator: " ")
            svg.replaceSubrange(paper.range, with: "\(paper.1)\(points)\"")
        }
        return svg
    }
}
