import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("A figure on a sheet")
struct SheetTests {
    private func drawing(_ statements: [Statement], _ size: String) async throws -> Drawing {
        try await Drawing(statements: statements, options: DiagramOptions(size: FigureSize(argument: size))).fitted()
    }

    /// The numbers in the first piece of text between these two.
    private func numbers(in svg: String, between start: String, and end: String) throws -> [Double] {
        let from = try #require(svg.firstRange(of: start)).upperBound
        let to = try #require(svg[from...].firstRange(of: end)).lowerBound
        return svg[from..<to].split { " ,".contains($0) }.compactMap { Double($0) }
    }

    /// Width and height that an SVG gives in points.
    private func extent(_ svg: String) throws -> [Int] {
        let width = try numbers(in: svg, between: " width=\"", and: "pt")[0]
        let height = try numbers(in: svg, between: " height=\"", and: "pt")[0]
        let box = try numbers(in: svg, between: "viewBox=\"", and: "\"")
        #expect(abs(box[2] / box[3] - width / height) < 0.0005)
        return [Int(width), Int(height)]
    }

    @Test(
        "is as large as the sheet in every format",
        arguments: [("slide", [960, 540]), ("1200x800", [900, 600]), ("6x9in", [432, 648])], [12, 40])
    func exact(size: (String, [Int]), count: Int) async throws {
        let drawing = try await drawing(sampleNetwork(statements: count), size.0)
        #expect(try extent(String(decoding: await drawing.render(as: .svg), as: UTF8.self)) == size.1)
        let png = try await drawing.render(as: .png)
        func pixels(at start: Int) -> Int { png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect([pixels(at: 16), pixels(at: 20)] == size.1.map { $0 * 2 })
        let pdf = String(decoding: try await drawing.render(as: .pdf), as: UTF8.self)
        #expect(pdf.contains("/MediaBox [ 0 0 \(size.1[0]) \(size.1[1]) ]"))
        #expect(try await Drawing.pdf([drawing, drawing]).count > 1000)
    }

    @Test("lies or stands as suits the figure on paper, and only there")
    func orientation() async throws {
        // A ring of talks lies; a chain of long names stands when its ranks run down.
        let wide = try await drawing(harbourStrike, "a4")
        #expect(wide.diagram.sheet?.page.map { [$0.width, $0.height] } == [842, 595])
        let high = try await drawing(
            sampleStatements((0..<14).map { "Person \($0):person | praised SUPPORT | B:person" }.joined(separator: "\n")), "a4")
        #expect(high.diagram.sheet?.page.map { [$0.width, $0.height] } == [595, 842])
        let given = try await drawing(harbourStrike, "595x842pt")
        #expect(given.diagram.sheet?.page.map { [$0.width, $0.height] } == [595, 842])
    }

    @Test(
        "has all of its text within the sheet", .enabled(if: FontMetrics.installed != nil),
        arguments: ["a4", "slide", "600x1800", "2000x400"], [11, 40, 80])
    func within(size: String, count: Int) async throws {
        let drawing = try await drawing(count == 11 ? harbourStrike : sampleNetwork(statements: count), size)
        let page = try #require(drawing.diagram.sheet?.page)
        let svg = String(decoding: try await drawing.render(as: .svg), as: UTF8.self)
        let box = try numbers(in: svg, between: "viewBox=\"", and: "\"")
        let shift = try numbers(in: svg, between: "translate(", and: ")")
        let scale = page.width / box[2]
        let metrics = try #require(FontMetrics.installed)
        let texts = try #require(FigureGeometry(Array(svg.utf8), metrics)).texts.map(\.box)
        #expect(texts.count > 10)
        let left = ((texts.map(\.left).min() ?? 0) - box[0]) * scale
        let right = ((texts.map(\.right).max() ?? 0) - box[0]) * scale
        let top = ((texts.map(\.top).min() ?? 0) - box[1]) * scale
        let bottom = ((texts.map(\.bottom).max() ?? 0) - box[1]) * scale
        #expect(left > 5 && right < page.width - 5 && top > 5 && bottom < page.height - 5)
        // Paper covers the sheet.
        let corners = try numbers(in: svg, between: "<polygon fill=\"#ffffff\" stroke=\"none\" points=\"", and: "\"")
        #expect(abs(corners[0] + shift[0] - box[0]) < 0.05 && abs(corners[1] + shift[1] - box[1]) < 0.05)
        #expect(abs(corners[4] - corners[0] - box[2]) < 0.05 && abs(corners[5] - corners[1] - box[3]) < 0.05)
        // Either width or height is used, or the figure is as large as a small one becomes.
        #expect(right - left > 0.85 * page.width || bottom - top > 0.8 * page.height || scale > 1.9)
    }

    @Test("is arranged for the sheet, so that its text is larger than if it were only reduced", arguments: [12, 20])
    func arranged(count: Int) async throws {
        let statements = sampleNetwork(statements: count)
        let free = try #require(SVGFrame(String(decoding: try await Drawing(statements: statements).render(as: .svg), as: UTF8.self)))
        let reduced = Placement(ofFigure: free.width, free.height, on: try FigureSize(argument: "6x9in")).scale
        let svg = String(decoding: try await drawing(statements, "6x9in").render(as: .svg), as: UTF8.self)
        let box = try numbers(in: svg, between: "viewBox=\"", and: "\"")
        #expect(432 / box[2] > 1.1 * reduced)
    }

    @Test("keeps its labels apart", .enabled(if: FontMetrics.installed != nil), arguments: ["6x9in", "slide"], [12, 20, 40, 60])
    func labels(size: String, count: Int) async throws {
        let metrics = try #require(FontMetrics.installed)
        let svg = try await drawing(sampleNetwork(statements: count), size).render(as: .svg)
        #expect(try #require(FigureGeometry(svg, metrics)).faults() == [])
    }

    @Test("says when its text becomes too small to read, and what to do")
    func unreadable() async throws {
        let crowded = try await drawing(sampleNetwork(statements: 140), "5x5in")
        let note = try #require(crowded.diagram.notes.last)
        #expect(note.contains("--top ") && note.contains("points high"))
        let advised = try #require(note.firstMatch(of: /--top ([0-9]+)/).flatMap { Int($0.1) })
        #expect((1..<crowded.diagram.edges.count).contains(advised))
        #expect(try await !drawing(harbourStrike, "a4").diagram.notes.contains { $0.contains("points high") })
    }

    @Test("is fitted once, and drawn as its DOT text says")
    func agrees() async throws {
        let fitted = try await drawing(harbourStrike, "slide")
        #expect(try await fitted.fitted().dot() == fitted.dot())
        let unfitted = try Drawing(statements: harbourStrike, options: DiagramOptions(size: .slide))
        #expect(try await unfitted.render(as: .svg) == fitted.render(as: .svg))
        #expect(unfitted.diagram.sheet?.page == nil)
    }

    @Test("may be empty")
    func empty() async throws {
        let drawing = try await drawing([], "a4")
        #expect(SVGText(try await drawing.render(as: .svg)).error == nil && drawing.diagram.notes == [])
    }
}
