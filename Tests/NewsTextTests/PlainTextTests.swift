import Foundation
import Testing

@testable import NewsText

@Suite("Plain text")
struct PlainTextTests {
    @Test(
        "gives date and source from what stands in front, and does not extract from it",
        arguments: [
            ("date 2024-03-05 The envoy left.", "2024-3-5", nil, ["The envoy left."]),
            (" date: 2024-03-05\nThe envoy left.", "2024-3-5", nil, ["The envoy left."]),
            ("Date: 5 March 2024\nSource: North Wire\n\nThe envoy left.", "2024-3-5", "North Wire", ["The envoy left."]),
            ("Envoy leaves\n\nTuesday, March 5, 2024\n\nThe envoy left.", "2024-3-5", nil, ["Envoy leaves", "The envoy left."]),
            ("OSLO, March 5, 2024 (North Wire) — The envoy left.", "2024-3-5", "North Wire", ["The envoy left."]),
            ("OSLO, 5 March 2024 (North Wire) - The envoy left.", "2024-3-5", "North Wire", ["The envoy left."]),
            ("OSLO, March 5 - The envoy left.", nil, nil, ["The envoy left."]),
            ("Oslo (North Wire) – The envoy left.", nil, "North Wire", ["The envoy left."]),
            ("NEW YORK, N.Y. -- The envoy left.", nil, nil, ["The envoy left."]),
            ("Envoy leaves\nBy Ann Roe and Bo Lind\n\nOSLO (NW) — The envoy left.", nil, "NW", ["Envoy leaves", "The envoy left."]),
            ("The envoy – a lawyer – left.", nil, nil, ["The envoy – a lawyer – left."]),
            ("Anna Berg - the envoy - left.", nil, nil, ["Anna Berg - the envoy - left."]),
            ("BREAKING — The envoy left.", nil, nil, ["BREAKING — The envoy left."]),
            ("Dates are sweet. They grow.", nil, nil, ["Dates are sweet. They grow."]),
            ("date 2024-13-45 is wrong.", nil, nil, ["date 2024-13-45 is wrong."]),
            ("May 5 be with you.", nil, nil, ["May 5 be with you."]),
        ] as [(String, String?, String?, [String])])
    func preamble(text: String, day: String?, source: String?, passages: [String]) throws {
        let article = try article(text)
        #expect(article.text == text)
        #expect(article.day == day)
        #expect(article.source == source)
        #expect(article.passages == passages)
    }

    @Test(
        "has a headline in front as its title",
        arguments: [
            ("Envoy leaves\n\nTuesday, March 5, 2024\n\nThe envoy left.", "Envoy leaves"),
            ("The envoy left.\n\nNobody saw her.", nil), ("Envoy leaves", nil),
        ] as [(String, String?)])
    func title(text: String, title: String?) throws {
        #expect(try article(text).title == title)
    }

    @Test("is refused when it is longer than any book")
    func tooLong() throws {
        let text = String(repeating: "The envoy left and ", count: 500_000)
        #expect(throws: NewsTextError.self) { try article(text) }
        #expect(try article(String(text.prefix(100_000))).text.utf8.count == 100_000)
    }

    @Test("takes the date it is told over the one it finds")
    func override() throws {
        let told = DateComponents(year: 2020, month: 1, day: 2)
        #expect(try article("date 2024-03-05 The envoy left.", date: told).day == "2020-1-2")
    }

    @Test("joins hard-wrapped lines, and keeps pasted lines apart")
    func lines() throws {
        let wrapped = try article(
            "The envoy of the northern league left the capital on the\nmorning train, and nobody said where she would be going\nnext.\n\nHer aide stayed."
        )
        #expect(wrapped.blocks.count == 2)
        let pasted = try article(
            "Ministers agree on grain\nFoto: A. Roe\nThe ministers of both countries agreed on Monday to open the port of the southern district to grain ships, officials of the two sides said after the meeting.\n"
        )
        #expect(pasted.blocks.map(\.kind) == [.headline, .headline, .paragraph])
        let indented = try article(
            "    The first paragraph of the story goes over a line and a\nhalf or so.\n    The second paragraph is short and has two lines, as\nothers do."
        )
        #expect(indented.blocks.count == 2)
    }

    @Test("finds list items, and headlines by their missing stop")
    func kinds() throws {
        let article = try article("What was agreed\n\n- Ships may sail.\n- Trains may run.\n\nNo more was said.")
        #expect(article.blocks.map(\.kind) == [.headline, .listItem, .listItem, .paragraph])
        #expect(article.passages[1] == "Ships may sail.")
    }

    @Test("keeps the bytes of the file, also with a byte order mark and CR LF")
    func bytes() throws {
        let text = "\u{FEFF}Headline\r\n\r\nFirst.\r\n\r\nSecond."
        let article = try article(text)
        #expect(article.text.utf8.elementsEqual(text.utf8))
        #expect(article.passages.suffix(2) == ["First.", "Second."])
    }

    @Test("reads Windows-1252 and UTF-16, repairs broken UTF-8, and says so")
    func encodings() throws {
        let western = try read(
            Array("The caf".utf8) + [0xE9] + Array(" closed, ".utf8) + [0x93] + Array("for good".utf8) + [0x94], as: "a.txt")
        #expect(try western[0].get().text == "The café closed, “for good”")
        #expect(try western[0].get().warnings.first?.contains("Windows-1252") == true)
        let broken = try read(Array("Ω bro".utf8) + [0xCE, 0xC0, 0x81] + Array("ken Ωμέγα".utf8), as: "a.txt")
        #expect(try broken[0].get().text.contains("\u{FFFD}"))
        #expect(try broken[0].get().warnings.count == 1)
        let wide = try read([0xFF, 0xFE] + "Ünter".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, as: "a.txt")
        #expect(try wide[0].get().text.hasSuffix("Ünter"))
    }

    @Test("one sentence a line: every line is a block and nothing is left out")
    func sentenceLines() throws {
        let results = try read("OSLO (NW) — One.\n\nTwo. Three.\r\n", as: "a.txt", format: ArticleFormats.named("lines"))
        #expect(try results[0].get().passages == ["OSLO (NW) — One.", "Two. Three."])
    }

    @Test(
        "gives no blocks for an empty file, and does not mind an endless line",
        arguments: ["", " \n\n", String(repeating: "word ", count: 100_000)])
    func extremes(text: String) throws {
        let article = try article(text)
        #expect(article.blocks.count == (text.count > 10 ? 1 : 0))
        #expect(article.hasSoundBlocks)
    }
}

@Suite("Errors of reading")
struct NewsTextErrorTests {
    @Test("say where, what and what to do")
    func messages() throws {
        let missing = Array(ArticleReader().articles(in: .file("nowhere/story.txt")))
        #expect(throws: NewsTextError(file: "nowhere/story.txt", problem: .missing)) { try missing[0].get() }
        #expect(
            NewsTextError(file: "a.jsonl", line: 12, problem: .missingText).description == "a.jsonl:12: no \"text\"; every line needs one")
        let folder = FileManager.default.temporaryDirectory.path
        #expect(throws: NewsTextError(file: folder, problem: .isDirectory)) {
            try Array(ArticleReader().articles(in: .file(folder)))[0].get()
        }
        #expect(throws: NewsTextError.self) { try ArticleFormats.named("docx") }
    }

    @Test("refuse what is not text, but take a text with a stray NUL")
    func binary() throws {
        for content in [Array("%PDF-1.7 …".utf8), [0x50, 0x4B, 3, 4, 20, 0], [UInt8](repeating: 0, count: 99)] {
            for name in ["a.txt", "a.html", "a.jsonl", "a.md", "a.rss", "a"] {
                let results = try read(content, as: name)
                #expect(results.count == 1)
                #expect(throws: NewsTextError.self) { try results[0].get() }
            }
        }
        #expect(try read(Array(String(repeating: "The envoy left. ", count: 20).utf8) + [0], as: "a.txt")[0].get().blocks.count == 1)
    }
}
