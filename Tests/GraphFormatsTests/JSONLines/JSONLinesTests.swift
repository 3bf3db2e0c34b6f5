import Foundation
import KnowledgeGraph
import Testing

@testable import GraphFormats

@Suite("JSON Lines")
struct JSONLinesTests {
    @Test("writes every key in the order of the contract, absent values as null, detail last and only when there is one")
    func layout() {
        #expect(
            JSONLines.line(of: StatementSamples.full) == """
                {"id":"7f3a9c1e52d0b8aa","document":"briefing","subject":{"id":"person/ana-ruiz","name":"Ana Ruiz","type":"person",\
                "mention":{"text":"Ruiz","span":[3,7]}},"relation":"spoke-with","class":"CONSULT","mode":"phone",\
                "object":{"id":"organization/acme","name":"Acme","type":"organization","mention":null},"symmetric":true,\
                "status":"actual","predicate":{"text":"spoke with","lemma":"speak","span":[8,18]},\
                "attribution":{"name":"Ministry of Health","id":"organization/ministry-of-health","verb":"said","span":[60,83]},\
                "date":{"start":"2025-06-01","end":"2025-06-02","precision":"range","text":"on Sunday","source":"text"},\
                "place":"Lima","topic":"vaccines","quantities":[{"value":41,"unit":"trucks","text":"41 trucks","span":[30,39]},\
                {"value":2.5,"unit":"tonne","text":"2.5 tonnes","span":[41,51]}],\
                "evidence":{"sentence":"Dr Ruiz spoke with Acme.","index":0,"span":[0,24]},"confidence":0.94,\
                "rule":"CONSULT/spoke-with#speak-with","detail":"Director"}
                """)
        #expect(
            JSONLines.line(of: StatementSamples.sparse) == """
                {"id":"00","document":"briefing","subject":{"id":"person/ana-ruiz","name":"Ana Ruiz","type":"person","mention":null},\
                "relation":"spoke-with","class":"CONSULT","mode":null,\
                "object":{"id":"organization/acme","name":"Acme","type":"organization","mention":null},"symmetric":true,\
                "status":"actual","predicate":{"text":"spoke with","lemma":"speak","span":[8,18]},"attribution":null,"date":null,\
                "place":null,"topic":null,"quantities":[],"evidence":{"sentence":"Ruiz spoke with Acme.","index":0,"span":[0,21]},\
                "confidence":0.94,"rule":"CONSULT/spoke-with#speak-with"}
                """)
    }

    static let hostile = [
        "", "\"quoted\" \\ and / slashes", "line\nbreak\r\ttab", "nul \0, bell \u{7}, escape \u{1B}[31m", "separators \u{2028}\u{2029}",
        "emoji 👩‍👩‍👧 🇹🇷", "e\u{301} is not \u{E9}", "bidi \u{202E}evil\u{2066}", "C1 \u{9B}31m\u{7F}", "\u{FEFF}mark", "\u{10FFFF}\u{FFFF}",
        "'); DROP TABLE statements; --",
    ]

    @Test("reads back what it wrote, byte for byte, on one line", arguments: hostile)
    func roundTrip(text: String) throws {
        var statement = StatementSamples.statement(id: text, place: text, topic: text, sentence: text, name: text, detail: text)
        statement.mode = text
        let line = JSONLines.line(of: statement)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || "\u{9B}\u{2028}\u{2029}\u{202E}\u{2066}".unicodeScalars.contains($0) })
        let read = try JSONLines.statement(line: line.utf8)
        #expect(read == statement)
        #expect(Array(read.subject.actor.name.utf8) == Array(text.utf8))
        #expect(JSONLines.line(of: read) == line)
    }

    @Test("keeps a sentence of a hundred thousand characters")
    func longText() throws {
        let statement = StatementSamples.statement(id: "1", sentence: String(repeating: "\"a\"\n", count: 25_000))
        #expect(try JSONLines.statement(line: JSONLines.line(of: statement).utf8) == statement)
    }

    // JSONSerialization drops a byte order mark at the start of a string, which is its own doing.
    @Test("is read by Foundation's own parser with the same strings", arguments: hostile.filter { !$0.hasPrefix("\u{FEFF}") })
    func otherParser(text: String) throws {
        let line = JSONLines.line(of: StatementSamples.statement(id: "1", sentence: text))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let evidence = try #require(object["evidence"] as? [String: Any])
        #expect(evidence["sentence"] as? String == text)
    }

    @Test("passes over blank lines, Windows line ends and unknown keys")
    func leniency() throws {
        let lines = [StatementSamples.full, StatementSamples.sparse].map(JSONLines.line)
        let text = "\n" + lines[0] + "\r\n   \n" + lines[1].dropLast() + ",\"reviewed\":true}"
        #expect(try JSONLines.statements(in: text.utf8) == [StatementSamples.full, StatementSamples.sparse])
        #expect(try JSONLines.statements(in: "".utf8) == [])
    }

    @Test(
        "says which line is no statement, and why",
        arguments: [
            ("\"status\":\"actual\"", "\"status\":\"perhaps\"", "status"),
            ("\"class\":\"CONSULT\",", "", "\"class\" is missing"),
            ("[8,18]", "[18,8]", "predicate.span"),
            ("[8,18]", "[-1,8]", "predicate.span"),
            ("[8,18]", "[1]", "predicate.span"),
            ("\"confidence\":0.94", "\"confidence\":\"high\"", "\"confidence\" must be a number"),
            ("\"confidence\":0.94", "\"confidence\":1e999", "not valid JSON"),
            ("\"id\":\"00\"", "\"id\":null", "\"id\""),
            ("{\"id\":\"00\"", "[", "not valid JSON"),
            ("Ruiz spoke", "\\ud800", "not valid JSON"),
        ])
    func malformed(original: String, replacement: String, reason: String) throws {
        let good = JSONLines.line(of: StatementSamples.sparse)
        let text = good + "\n\n" + good.replacingOccurrences(of: original, with: replacement) + "\n"
        let error = try #require(throws: GraphFormatError.self) { try JSONLines.statements(in: text.utf8) }
        #expect(error.description.hasPrefix("line 3: "))
        #expect(error.description.contains(reason))
    }

    @Test("refuses what is not JSON at all", arguments: ["not json", "\0\0\0", "[]", "12", "null", "{", "{\"id\":"])
    func notJSON(text: String) {
        #expect(throws: GraphFormatError.self) { try JSONLines.statements(in: text.utf8) }
    }

    @Test("refuses bytes that are not UTF-8")
    func invalidBytes() {
        let line = Array(JSONLines.line(of: StatementSamples.sparse).utf8)
        #expect(throws: GraphFormatError.self) { try JSONLines.statements(in: line.prefix(9) + [0xFF, 0xFE] + line.dropFirst(9)) }
    }

    @Test(
        "refuses dates that no calendar has or that end before they start",
        arguments: [("2025-06-02", "2025-02-30"), ("2025-06-02", "2025-05-01")])
    func dates(original: String, replacement: String) {
        let line = JSONLines.line(of: StatementSamples.full).replacingOccurrences(of: original, with: replacement)
        #expect(throws: GraphFormatError.self) { try JSONLines.statement(line: line.utf8) }
    }

    @Test(
        "writes numbers that JSON can hold",
        arguments: [(Double.infinity, "0"), (Double.nan, "0"), (1e300, "1e+300"), (-3, "-3"), (0.1, "0.1"), (-0.0, "0")])
    func numbers(value: Double, expected: String) {
        var json = JSONText()
        json.write(value)
        #expect(json.text == expected)
    }
}
