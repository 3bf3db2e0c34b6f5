import ImageComparison
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("Comparing pictures")
struct ImageComparisonTests {
    @Test("finds a picture equal to itself")
    func same() async throws {
        let picture = try await picture(Drawing(statements: harbourStrike).dot())
        let difference = picture.difference(from: picture)
        #expect(difference.largest == 0 && difference.mean == 0)
    }

    @Test(
        "sees another colour or another letter",
        arguments: [
            // One label, one line.
            ("<FONT COLOR=\"#a01030\" POINT-SIZE=\"9.5\">", "<FONT COLOR=\"#667282\" POINT-SIZE=\"9.5\">"),
            ("[color=\"#a01030\"", "[color=\"#1f4e9e\""),
            ("Bruno Salvi", "Bruno Selvi"),
            ("Defence Minister", "Finance Minister"),
        ])
    func mutation(from: String, to: String) async throws {
        let dot = try Drawing(statements: harbourStrike).dot()
        try #require(dot.contains(from))
        let mutated = try await picture(dot.replacing(from, with: to, maxReplacements: 1))
        let difference = try await picture(dot).difference(from: mutated)
        #expect(difference.isVisible, "\(difference)")
    }

    @Test("does not mind a label that stands less than a pixel aside, as with other smoothing", arguments: [0.1, 0.2, 0.3])
    func smoothing(points: Double) async throws {
        let difference = try await label(at: 100).difference(from: label(at: 100 + points))
        #expect(difference.largest > 0 && !difference.isVisible, "\(difference)")
    }

    @Test("sees a label that has moved", arguments: [2.0, 4.0, 40.0])
    func moved(points: Double) async throws {
        let difference = try await label(at: 100).difference(from: label(at: 100 + points))
        #expect(difference.isVisible, "\(difference)")
    }

    @Test("takes pictures of another size for other pictures")
    func sizes() async throws {
        let difference = try await picture("digraph x { a }").difference(from: picture("digraph x { a -> b }"))
        #expect(difference.largest == 1)
    }

    @Test("throws for what is no PNG", arguments: [[], Array("<svg/>".utf8), [0x89, 0x50, 0x4E, 0x47]])
    func noPNG(bytes: [UInt8]) {
        #expect(throws: Picture.NotPNG.self) { try Picture(png: bytes) }
    }

    /// Small text in a muted colour between two dots that hold the page.
    private func label(at x: Double) async throws -> Picture {
        try await picture(
            """
            digraph x {
              graph [bgcolor="#ffffff", pad="0.3", inputscale="72"];
              node [fontname="Arial", fontsize="9.5", fontcolor="#5e6b7e"];
              a [shape="point", pos="0,0!"]; b [shape="point", pos="240,80!"]; c [shape="plain", label="criticised", pos="\(x),40!"];
            }
            """, engine: "neato")
    }

    private func picture(_ dot: String, engine: String = "dot") async throws -> Picture {
        let request = RenderRequest(format: .png, title: "", pages: [.init(dot: dot, engine: engine)])
        return try Picture(png: try await ThisProcess().image(of: request).bytes)
    }
}
