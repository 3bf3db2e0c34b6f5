import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("CSV")
struct CSVTests {
    private func rows(of statements: [Statement]) -> [[String]] {
        var text = ""
        CSV().write(StatementList(statements), to: &text)
        return parsed(text)
    }

    @Test("has a header and one row a statement, all as wide")
    func shape() {
        let rows = rows(of: harbourStrike)
        #expect(rows.count == harbourStrike.count + 1)
        #expect(rows[0].first == "id")
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test("gives back any text", arguments: ["a,b", "say \"so\"", "two\r\nlines", "\u{202E}abc", "東京, 大阪", "", "1 = 2"])
    func roundTrip(text: String) {
        let rows = rows(of: [sampleStatement(sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person), sentence: text)])
        #expect(rows.count == 2)
        #expect(rows[1][rows[0].firstIndex(of: "sentence") ?? 0] == text)
    }

    @Test(
        "neutralises what a spreadsheet would run", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\",\"y\")"])
    func formulas(text: String) {
        let rows = rows(of: [sampleStatement(sampleActor(text, .person), "met-with", .consult, sampleActor("B", .person), sentence: text)])
        for column in ["subject", "sentence"] {
            #expect(rows[1][rows[0].firstIndex(of: column) ?? 0] == "'" + text)
        }
    }

    @Test("survives hostile text", arguments: hostileTexts.indices)
    func hostile(index: Int) {
        let actor = sampleActor(hostileTexts[index], .thing)
        let rows = rows(of: [sampleStatement(actor, "attacked", .assault, actor, detail: hostileTexts[index])])
        #expect(rows.count == 2 && rows[1].count == rows[0].count)
    }
}

/// A reader after RFC 4180, independent of the writer.
private func parsed(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var index = 0
    func string() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch (byte, isQuoted) {
        case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
            field.append(byte)
            index += 1
        case (UInt8(ascii: "\""), _): isQuoted.toggle()
        case (UInt8(ascii: ","), false):
            row.append(string())
            field = []
        case (13, false) where next == 10:
            rows.append(row + [string()])
            (row, field) = ([], [])
            index += 1
        default: field.append(byte)
        }
        index += 1
    }
    return rows
}
