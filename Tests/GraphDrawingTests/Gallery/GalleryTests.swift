import Foundation
import ImageComparison
import Testing

@testable import GraphDrawing

/// `Docs/Gallery.md` and its figures; `make gallery` records them anew.
@Suite("The gallery")
struct GalleryTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Docs").standardized
    private static let records = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    @Test("has every figure on its page")
    func page() throws {
        try compare(Array(GalleryFigure.page.utf8), with: "Gallery.md") { new, old in new == old }
    }

    @Test("has figures as they are drawn", arguments: GalleryFigure.all)
    func figure(_ figure: GalleryFigure) async throws {
        let drawing = try await Drawing(statements: figure.statements, options: figure.options).fitted()
        try compare(Array(drawing.dot().utf8), with: "Gallery/\(figure.name).dot") { new, old in new == old }
        // Neither compared nor recorded without them: a picture of empty boxes would replace the right one.
        if figure.needsMoreFonts, FontMetrics.installed == nil { return }
        try compare(try await drawing.render(as: .svg), with: "Gallery/\(figure.name).svg") { new, old in
            try SVGStructure(new) == SVGStructure(old)
        }
        try compare(try await drawing.render(as: .png), with: "Gallery/\(figure.name).png") { new, old in
            try !Picture(png: new).difference(from: Picture(png: old)).isVisible
        }
    }

    @Test("tells figures apart in their structure")
    func structure() throws {
        func structure(_ text: String) throws -> SVGStructure {
            try SVGStructure(Array("<svg><g id=\"n-1\" class=\"actor\"><text x=\"1\">\(text)</text></g></svg>".utf8))
        }
        #expect(try structure("Ida Holm") == structure("Ida Holm"))
        #expect(try structure("Ida Holm") != structure("Ida Halm"))
    }

    private func compare(
        _ bytes: [UInt8], with file: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ isSame: ([UInt8], [UInt8]) throws -> Bool
    ) throws {
        let url = Self.docs.appending(path: file)
        let known = FileManager.default.contents(atPath: url.path).map(Array.init)
        let isAsKnown = try known.map { try isSame(bytes, $0) } ?? false
        guard Self.records else {
            #expect(isAsKnown, "differs from Docs/\(file); look at it, and if it is better, `make gallery`", sourceLocation: sourceLocation)
            return
        }
        // A picture that looks the same is not replaced: the repository would grow for nothing.
        guard !isAsKnown else { return }
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        Issue.record("recorded \(file); look at the difference, then run without RECORD_GOLDEN", sourceLocation: sourceLocation)
    }
}
