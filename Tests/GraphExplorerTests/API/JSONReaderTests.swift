import GraphFormats
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("JSON that others wrote")
struct JSONReaderTests {
    @Test(
        "is read and written again as it was",
        arguments: [
            "null", "true", "[]", "{}", "[1,-2,1.5,0,-0.25,9223372036854775807]", #"{"b":1,"a":{"c":[null,false]}}"#, #""a\"b\\c\n""#,
            #""é日👩🏽‍🚀""#,
        ])
    func roundTrip(text: String) throws {
        let value = try JSONReader.value(text.utf8)
        #expect(JSONText.text { $0.write(value) } == text)
    }

    @Test("of texts that break what reads them carelessly", arguments: hostileTexts)
    func hostile(text: String) throws {
        let written = JSONText.text { $0.write(text) }
        #expect(try JSONReader.value(written.utf8).text?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test(
        "reads escapes",
        arguments: [
            (#""\u00e9""#, "é"), (#""\ud83d\ude80""#, "🚀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude80x""#, "\u{FFFD}x"),
            (#""\/\b\f""#, "/\u{8}\u{C}"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try JSONReader.value(text.utf8) == .string(value))
    }

    @Test(
        "is refused when it is none",
        arguments: [
            "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{a:1}", "01", "1.", ".5", "+1", "-", "1e",
            "1e999",
            "NaN", "tru", "nulll", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "'a'", "1 1", "\u{FEFF}1",
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
        ])
    func refusals(text: String) {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value(text.utf8) }
    }

    @Test("is refused when it is not UTF-8")
    func bytes() {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.value([0x22, 0xFF, 0x22]) }
    }
}
