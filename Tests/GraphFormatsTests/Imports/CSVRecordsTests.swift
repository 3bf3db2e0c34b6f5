import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Records of a table")
struct CSVRecordsTests {
    private func records(_ bytes: some Sequence<UInt8>, pieceSize: Int = 1 << 16) throws -> [String] {
        var rest = ArraySlice(Array(bytes))
        var records = try CSVRecords(
            ByteReader {
                defer { rest = rest.dropFirst(pieceSize) }
                return rest.prefix(pieceSize)
            })
        var found: [String] = []
        while let record = try records.next() {
            switch record {
            case .success(let record): found.append("\(record.line) \(record.fields.joined(separator: "|"))")
            case .failure(let fault): found.append("\(fault.line)! \(fault.text.prefix(22))")
            }
        }
        return found
    }

    @Test(
        "know their lines, whatever ends these",
        arguments: [
            ("a,b\nc,d\n", ["1 a|b", "2 c|d"]), ("a,b\r\nc,d", ["1 a|b", "2 c|d"]), ("a,b\rc,d\r\re,f\n", ["1 a|b", "2 c|d", "4 e|f"]),
            ("a,b\n\n\r\n\"c\nd\r\ne\rf\",g\nh,i\n", ["1 a|b", "4 c\nd\r\ne\rf|g", "8 h|i"]), ("\n\n", []), ("", []), ("a", ["1 a"]),
            (",\n,,", ["1 |", "2 ||"]),
        ])
    func lines(text: String, expected: [String]) throws {
        for size in [1, 2, 3, 1000] { #expect(try records(text.utf8, pieceSize: size) == expected) }
    }

    @Test(
        "have fields with quotes as RFC 4180 says",
        arguments: [
            ("\"a,b\",\"say \"\"so\"\"\",\"\"", "1 a,b|say \"so\"|"), ("5\" pipe,b", "1 5\" pipe|b"),
            ("\"a\0b\",\u{202E}", "1 a\0b|\u{202E}"),
            ("\"\"\"\"\"\",\"\"\"\u{301}\"", "1 \"\"|\"\u{301}"), (" \"a\" ,b", "1  \"a\" |b"),
        ])
    func quotes(text: String, expected: String) throws {
        #expect(try records(text.utf8) == [expected])
    }

    @Test(
        "find the separator by the first line",
        arguments: [("a;b,c;d\n1;2\n", "1 a|b,c|d"), ("a\tb;c\td", "1 a|b;c|d"), ("a,b;c", "1 a|b;c"), ("\"a;;;\",b,c", "1 a;;;|b|c")])
    func separators(text: String, expected: String) throws {
        #expect(try records(text.utf8).first == expected)
    }

    @Test("that are broken are faults of their line alone")
    func broken() throws {
        #expect(try records("a,b\n\"c,d\ne,f\ng,h\n".utf8) == ["1 a|b", "2! a quote is never close", "3 e|f", "4 g|h"])
        #expect(try records("a,b\n\"c\"d,e\r\nf,g".utf8) == ["1 a|b", "2! text stands behind a c", "3 f|g"])
        #expect(try records([0x61, 0x0A, 0xFF, 0x0A, 0x62]) == ["1 a", "2! not valid UTF-8; save ", "3 b"])
    }

    @Test("of a million columns, or of very many bytes, are faults, and what follows is read")
    func limits() throws {
        let wide = "a,b\n" + String(repeating: ",", count: 1_000_000) + "\nc,d\n"
        #expect(try records(wide.utf8) == ["1 a|b", "2! more than 10000 column", "3 c|d"])
        let long = Array("a,b\n".utf8) + [UInt8](repeating: 0x78, count: CSVRecords.longestRecord + 1) + Array("\nc,d\n".utf8)
        #expect(try records(long) == ["1 a|b", "2! more than 16 MB in one", "3 c|d"])
    }

    @Test("do not take more than linear time when every second line leaves a quote open", .timeLimit(.minutes(1)))
    func manyOpenQuotes() throws {
        let text = String(repeating: "\"a\nb,\"\"c\nd,e\n", count: 20_000)
        #expect(try records(text.utf8).count > 20_000)
    }
}
