/// How long a layout will take, told before it begins: Graphviz cannot be stopped.
///
/// Fitted to Graphviz 2.42.2 on random graphs with twice as many lines as boxes (CPU seconds, measured for predicted): `dot` with
/// labels, 200 lines 0.4 for 0.4, 360 lines 3.1 for 2.6; `neato`, 400 boxes 1.0 for 1.0; `fdp`, 400 boxes 0.43 for 0.43; `sfdp`,
/// 400 boxes 0.28 for 0.28; `nop2`, 10 000 boxes 0.69 for 0.70; lines that go round boxes, 100 boxes and 120 lines 1.2 for 1.2.
struct LayoutCost: Hashable {
    var boxes: Int
    var lines: Int
    /// CPU seconds, about.
    let seconds: Double

    /// More than this is refused: a figure for readers takes a tenth of a second.
    static let limit = 20.0

    /// - Parameter goesRoundBoxes: lines are led past boxes, which costs more than any layout.
    init(engine: String, boxes: Int, lines: Int, goesRoundBoxes: Bool) {
        self.boxes = boxes
        self.lines = lines
        let (count, lineCount) = (Double(boxes), Double(lines))
        let places =
            switch engine {
            case "dot": 0.055e-6 * lineCount * lineCount * lineCount + 1e-4 * count
            case "neato": 6e-6 * count * count
            case "fdp": 2.7e-6 * count * count
            case "sfdp": 7e-4 * count
            default: 7e-5 * count
            }
        // `dot` leads its lines between ranks, and `nop2` draws them where they are.
        let routes = goesRoundBoxes && engine != "dot" && engine != "nop2" ? 1e-6 * count * count * lineCount : 0
        seconds = places + routes
    }

    func check() throws(DrawingError) {
        guard seconds <= LayoutCost.limit else {
            throw .tooCostly(boxes: boxes, lines: lines, seconds: seconds < 1e9 ? Int(seconds) : .max)
        }
    }
}
