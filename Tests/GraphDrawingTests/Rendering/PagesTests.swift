import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("PDF and PNG")
struct PagesTests {
    private func text(_ pdf: [UInt8]) -> String { String(decoding: pdf, as: Unicode.ASCII.self) }

    @Test("PDF embeds every font")
    func fonts() async throws {
        let pdf = text(try await Drawing(statements: longNames).render(as: .pdf))
        let described = pdf.ranges(of: "/Type /FontDescriptor").count
        let embedded = pdf.ranges(of: /\/FontFile[23]? [0-9]+ 0 R/).count
        #expect(described > 2 && embedded == described)
    }

    @Test("PDF has the figure's size, its title and its maker, and no time of day")
    func metadata() async throws {
        let drawing = try Drawing(statements: harbourStrike, options: DiagramOptions(title: "Strike (all) \\ at ) the harbour"))
        let pdf = text(try await drawing.render(as: .pdf))
        #expect(pdf.contains("/Creator (newsgraph)"))
        #expect(pdf.contains("/Title (Strike \\(all\\) \\\\ at \\) the harbour)"))
        #expect(!pdf.contains("/CreationDate") && !pdf.contains("/ModDate"))
        let svg = String(decoding: try await drawing.render(as: .svg), as: UTF8.self)
        let size = try #require(svg.firstMatch(of: /width="([0-9]+)pt" height="([0-9]+)pt"/))
        let page = try #require(pdf.firstMatch(of: /\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/))
        #expect(abs(try #require(Double(page.1)) - (try #require(Double(size.1)))) <= 1)
        #expect(abs(try #require(Double(page.2)) - (try #require(Double(size.2)))) <= 1)
    }

    @Test("several figures are pages of one file, each of its own size, with an outline")
    func pages() async throws {
        let drawings = try [harbourStrike, sampleNetwork(statements: 20), []].map { try Drawing(statements: $0) }
        let pdf = text(try await Drawing.pdf(drawings))
        #expect(pdf.ranges(of: "/Type /Page\n").count == 3)
        #expect(pdf.contains("/Count 3"))
        #expect(pdf.ranges(of: "/Title (Who did what to whom)").count == 4)
        #expect(Set(pdf.matches(of: /\/MediaBox \[ 0 0 [0-9. ]+\]/).map { String($0.output) }).count == 3)
        #expect(try await text(Drawing.pdf(drawings)) == pdf)
    }

    @Test("PDF leads to http and https addresses, which cannot break out of the file's syntax")
    func links() async throws {
        let ids = harbourStrike.map(\.subject.actor.id)
        let links = [
            ids[0]: "https://example.org/?a=(1)&b='2'\\é", ids[2]: "javascript:alert(1)", ids[6]: "#pavel", ids[8]: "data:text/html,x",
        ]
        let pdf = text(try await Drawing(statements: harbourStrike, options: DiagramOptions(links: links)).render(as: .pdf))
        #expect(pdf.matches(of: /\/URI \(([^)]*)\)/).map { String($0.1) } == ["https://example.org/?a=%281%29&b=%272%27%5C%C3%A9"])
        #expect(!pdf.contains("javascript") && !pdf.contains("data:text"))
    }

    @Test("hostile titles and texts give a file with its table of contents in order", arguments: hostileTexts.indices)
    func hostile(index: Int) async throws {
        let statement = sampleStatement(
            sampleActor(hostileTexts[index], .person), "met-with", .consult, sampleActor("Ida Holm", .person), detail: hostileTexts[index])
        let drawing = try Drawing(statements: [statement], options: DiagramOptions(title: hostileTexts[index]))
        let pdf = text(try await Drawing.pdf([drawing, drawing]))
        #expect(pdf.hasSuffix("%%EOF\n") && pdf.ranges(of: "/Type /Page\n").count == 2)
        let start = try #require(pdf.matches(of: /startxref\n([0-9]+)\n/).last.flatMap { Int($0.1) })
        #expect(Array(pdf.utf8).dropFirst(start).starts(with: Array("xref".utf8)))
    }

    @Test("text of a PDF can be searched, in all scripts", .enabled(if: PDFText.isThere, "pdftotext of poppler-utils is not installed"))
    func search() async throws {
        let text = try PDFText.read(try await Drawing(statements: longNames).render(as: .pdf))
        for name in ["山田 太郎", "Old Mill Reservoir", "United Lake States", "sanctioned"] { #expect(text.contains(name), "\(name)") }
        // Readers put Arabic and Hebrew in the order of reading.
        for word in ["وزارة", "الخارجية", "משרד"] { #expect(text.contains(word), "\(word)\n\(text)") }
    }

    @Test("PNG says that it has 144 dots an inch")
    func resolution() async throws {
        let png = try await Drawing(statements: harbourStrike).render(as: .png)
        #expect(Array(png[37..<41]) == Array("pHYs".utf8))
        // 5669 dots a metre across and down, and the checksum that other programs write for it.
        #expect(Array(png[41..<54]) == [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1, 0x49, 0x52, 0x24, 0xF0])
        #expect(png.ranges(of: Array("pHYs".utf8)).count == 1)
    }
}

/// `pdftotext`, where it is installed.
enum PDFText {
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }
    private static let path = "/usr/bin/pdftotext"

    static func read(_ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("newsgraph-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [file.path, "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
