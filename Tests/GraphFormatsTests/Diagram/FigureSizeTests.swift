import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("The size of a figure")
struct FigureSizeTests {
    @Test(
        "is read from a name, or from width and height with a unit",
        arguments: [
            ("a4", FigureSize.a4), ("A4", .a4), ("a3", .a3), ("letter", .letter), ("slide", .slide),
            ("1200x800", FigureSize(width: 900, height: 600)), ("1200 × 800 px", FigureSize(width: 900, height: 600)),
            ("8x5in", FigureSize(width: 576, height: 360)), ("8inx5in", FigureSize(width: 576, height: 360)),
            ("8inx5", FigureSize(width: 576, height: 360)), ("2.5x2.5in", FigureSize(width: 180, height: 180)),
            ("25.4cmx254mm", FigureSize(width: 720, height: 720)), ("600x400pt", FigureSize(width: 600, height: 400)),
        ])
    func reads(argument: String, size: FigureSize) throws {
        let read = try FigureSize(argument: argument)
        #expect(abs(read.width - size.width) < 1e-9 && abs(read.height - size.height) < 1e-9 && read.mayTurn == size.mayTurn)
    }

    @Test(
        "is refused when it is none",
        arguments: ["", "a9", "x", "1200", "1200x", "x800", "1200x800x3", "-5x100", "1e3x800", "12,5x8cm", "8x5ft", "NaNxNaN", "１２x８in"])
    func refuses(argument: String) {
        let error = #expect(throws: DiagramError.unknownSize(argument)) { try FigureSize(argument: argument) }
        #expect(error?.description.contains("a4, a3, letter, slide") == true && error?.description.contains("1200x800") == true)
    }

    @Test(
        "is refused when nothing could be drawn on it",
        arguments: ["1x1", "99999999x100", "100x\(String(repeating: "9", count: 400))", "500x500cm", "0x0", "71x500pt"])
    func limits(argument: String) {
        let error = #expect(throws: DiagramError.self) { try FigureSize(argument: argument) }
        guard case .impossibleSize = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("1 to 200 inches") == true)
    }

    @Test("may be A0")
    func large() throws {
        #expect(try FigureSize(argument: "841x1189mm").height > 3370)
    }

    @Test("is refused by a figure too, however it was made", arguments: [Double.nan, .infinity, 0, -72, 1e6])
    func options(side: Double) {
        let options = DiagramOptions(size: FigureSize(width: side, height: 500))
        let error = #expect(throws: DiagramError.self) { try Diagram(harbourStrike, options: options) }
        #expect(error?.description.isEmpty == false)
    }
}
