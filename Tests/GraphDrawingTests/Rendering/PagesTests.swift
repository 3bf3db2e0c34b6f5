import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("PDF and PNG")
struct PagesTests {
    @Test("PDF embeds every font")
    func fonts() async throws {
        let pdf = PDFFile(try await Drawing(statements: longNames).render(as: .pdf))
        #expect(pdf.count("/Type /FontDescriptor") > 2)
        #expect(pdf.syntax.matches(of: /\/FontFile[23]? [0-9]+ 0 R/).count == pdf.count("/Type /FontDescriptor"))
    }

    @Test("PDF has the figure's size, its title and its maker, and no time of day")
    func metadata() async throws {
        let title = "Strike (all) \\ at ) the harbour"
        let drawing = try Drawing(statements: harbourStrike, options: DiagramOptions(title: title))
        let pdf = PDFFile(try await drawing.render(as: .pdf))
        #expect(pdf.count("/Creator (newsgraph)") == 1 && pdf.count("/CreationDate") == 0 && pdf.count("/ModDate") == 0)
        // Of the file and of the page in the outline, as UTF-16.
        let code = title.utf16.map { String(65_536 + Int($0), radix: 16, uppercase: true).dropFirst() }.joined()
        #expect(pdf.count("/Title <FEFF\(code)>") == 2)
        let svg = String(decoding: try await drawing.render(as: .svg).prefix(500), as: UTF8.self)
        let size = try #require(svg.firstMatch(of: /width="([0-9]+)pt" height="([0-9]+)pt"/))
        let page = try #require(pdf.pageSizes.first)
        #expect(abs(page[0] - (Double(size.1) ?? 0)) <= 1 && abs(page[1] - (Double(size.2) ?? 0)) <= 1)
    }

    @Test("several figures are pages of one file, each of its own size, with an outline")
    func pages() async throws {
        let drawings = try [harbourStrike, sampleNetwork(statements: 20), []].map { try Drawing(statements: $0) }
        let bytes = try await Drawing.pdf(drawings)
        let pdf = PDFFile(bytes)
        #expect(Set(pdf.pageSizes).count == 3)
        // One of the file, three of the outline.
        #expect(pdf.count("/Title (Who did what to whom)") == 4)
        let isSame = try await Drawing.pdf(drawings) == bytes
        #expect(isSame)
    }

    @Test("PDF leads to http and https addresses, which cannot break out of the file's syntax")
    func links() async throws {
        let ids = harbourStrike.map(\.subject.actor.id)
        let links = [
            ids[0]: "https://example.org/?a=(1)&b='2'\\é", ids[2]: "javascript:alert(1)", ids[6]: "#pavel", ids[8]: "data:text/html,x",
        ]
        let pdf = PDFFile(try await Drawing(statements: harbourStrike, options: DiagramOptions(links: links)).render(as: .pdf))
        let addresses = pdf.syntax.matches(of: /\/URI \(([^)]*)\)/).map { String($0.1) }
        #expect(addresses == ["https://example.org/?a=%281%29&b=%272%27%5C%C3%A9"])
        #expect(pdf.count("javascript") == 0 && pdf.count("data:text") == 0)
    }

    @Test("hostile titles and texts give a whole file", arguments: hostileTexts.indices)
    func hostile(index: Int) async throws {
        let text = hostileTexts[index]
        let statement = sampleStatement(sampleActor(text, .person), "met-with", .consult, sampleActor("Ida Holm", .person), detail: text)
        let drawing = try Drawing(statements: [statement], options: DiagramOptions(title: text, links: [statement.subject.actor.id: text]))
        let pdf = PDFFile(try await drawing.render(as: .pdf))
        #expect(pdf.hasTableInPlace && pdf.pageSizes.count == 1)
    }

    @Test("text of a PDF can be searched, in all scripts", .enabled(if: PDFText.isThere, "pdftotext of poppler-utils is not installed"))
    func search() async throws {
        let text = try PDFText.read(try await Drawing(statements: longNames).render(as: .pdf))
        // The program takes the wide gaps of bold Arabic for spaces.
        let letters = text.filter { !$0.isWhitespace }
        for name in ["山田太郎", "OldMillReservoir", "sanctioned", "وزارةالخارجية", "بنعبدالله", "משרדהחוץ"] {
            let isThere = letters.contains(name)
            #expect(isThere, "\(name)")
        }
    }

    @Test("PNG says that it has 144 dots an inch")
    func resolution() async throws {
        let png = try await Drawing(statements: harbourStrike).render(as: .png)
        #expect(Array(png[37..<41]) == Array("pHYs".utf8))
        // 5669 dots a metre across and down, and the checksum that zlib computes for it.
        #expect(Array(png[41..<54]) == [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1, 0x49, 0x52, 0x24, 0xF0])
        #expect(png.ranges(of: Array("pHYs".utf8)).count == 1)
    }
}
