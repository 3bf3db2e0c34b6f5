import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

/// Every format against every text that breaks what writes carelessly: what is in `GraphFormats.all` is tested, and a format without a strict
/// reader fails.
@Suite("Hostile text in every field")
struct HostileFormatsTests {
    /// One file of a format; a format of one file has no `part`.
    struct File: CustomTestStringConvertible, Sendable {
        var format: any GraphFormat
        var part: String?

        static let all = GraphFormats.all.flatMap { format in
            (format as? any FileSetFormat)?.files.map { File(format: format, part: $0) } ?? [File(format: format)]
        }

        var name: String { part ?? "graph." + format.fileExtension }
        var testDescription: String { "\(format.name) \(part ?? "")" }

        func text(_ graph: StatementList) throws -> String {
            guard let part, let set = format as? any FileSetFormat else { return try format.text(graph) }
            return try set.text(part, of: graph)
        }
    }

    @Test("parses strictly, holds no control characters, and keeps what its format can hold", arguments: File.all, hostileTexts.indices)
    func hostile(file: File, index: Int) throws {
        try check(file, hostileTexts[index])
    }

    @Test("the same for texts put together from what breaks writers", arguments: File.all)
    func fuzz(file: File) throws {
        var fuzz = HostileFuzz(seed: 20_310_503)
        for _ in 0..<100 { try check(file, fuzz.next()) }
    }

    @Test("is written in the same bytes twice", arguments: File.all)
    func determinism(file: File) throws {
        let graphs = hostileTexts.filter { $0.utf8.count < 1_000 }.map(hostileGraph)
        let graph = StatementList(graphs.flatMap(\.statements), documents: graphs.flatMap { Array($0.documents.values) })
        #expect(try file.text(graph).utf8.elementsEqual(try file.text(graph).utf8))
    }

    private func check(_ file: File, _ text: String) throws {
        let written = try file.text(Self.graph(text))
        // The importer of Neo4j takes text as it is: Docs/Exports.md.
        if file.format.name != "neo4j" { #expect(!Self.hasControls(written)) }
        let texts: [String]
        do {
            texts = try StrictReader.texts(in: written, of: file.name)
        } catch {
            Issue.record("\(file.testDescription) with \(text.debugDescription.prefix(200)): \(error)")
            return
        }
        // Labels of figures are shortened, and FollowTheMoney has longest lengths.
        let longest = ["dot", "mermaid"].contains(file.format.name) ? 20 : file.format.name == "ftm" ? 300 : Int.max
        let expected = Self.essence(text).prefix(longest)
        #expect(
            texts.contains { Self.contains(Self.essence($0), expected) },
            "\(file.testDescription) loses \(text.debugDescription.prefix(200))")
    }

    /// A long text stands where texts are long: in every field it would be more than Foundation's XML parser reads, and take minutes.
    private static func graph(_ text: String) -> StatementList {
        guard text.utf8.count > 5_000 else { return hostileGraph(text) }
        let actor = Actor(id: text, name: text, type: .person)
        return StatementList([sampleStatement(actor, "attacked", .assault, sampleActor("B", .country), detail: text, sentence: text)])
    }

    /// C0 and C1 controls and DEL, but for tabs and line ends.
    private static func hasControls(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var last: UInt8 = 0
            for byte in bytes {
                if (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F || (last == 0xC2 && byte < 0xA0) {
                    return true
                }
                last = byte
            }
            return false
        }
    }

    /// The letters, digits and signs of a text: what is left when a format drops or replaces what it cannot hold, and breaks lines.
    private static func essence(_ text: String) -> [UInt32] {
        text.unicodeScalars.lazy.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .unassigned, .nonspacingMark, .enclosingMark, .privateUse: false
            default: !scalar.properties.isWhitespace && scalar != "\u{FFFD}" && scalar != "-" && scalar != "'"
            }
        }.map(\.value)
    }

    private static func contains(_ text: [UInt32], _ part: ArraySlice<UInt32>) -> Bool {
        guard let first = part.first, text.count >= part.count else { return part.isEmpty }
        return (0...text.count - part.count).contains { text[$0] == first && text[$0...].starts(with: part) }
    }
}

/// Short texts of pieces that mean something to one format or another; equal seeds give equal texts.
struct HostileFuzz {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> String { (0..<1 + below(8)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined() }

    /// Knuth's MMIX generator.
    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private static let pieces =
        [
            "\"", "\\", "'", "`", "<", ">", "&", ";", "#", "%", "%%{init:", "}%%", "{", "}", "[", "]", "(", ")", "|", "=", "+", "-", "@",
            ":",
            "/", "//", "../", "./", "?", "*", "_", "~", "$", "$$", "^", "^^xsd:date", ",", ".", "!", "\n", "\r\n", "\t", "\0", "\u{1B}[2J",
            "\u{9B}0m", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{E000}", "e\u{301}", "\u{301}",
            "é", "ß", "東京",
            "שלום", "👩‍🚀", " ", "\u{A0}", "a", "Z", "0", "null", "NaN", "end", "]]>", "-->", "<br/>", "</TABLE>", "&#0;", "&#x1B;", "\\u0000",
            "\\N", "\"\"", "<script>", "javascript:", "http://example.org/?a=1&b=\"", "@id", "@base", "_:b0", "a ng:b <c> .", "--", "::=",
        ]
        + [0xFFFE, 0xFFFF, 0x1FFFF].compactMap { Unicode.Scalar(UInt32($0)) }.map { String($0) }
}
