import Foundation
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("XML writer")
struct XMLWriterTests {
    @Test("closes what it opens and leaves out attributes without a value")
    func structure() {
        var xml = XMLWriter()
        var text = ""
        xml.declaration()
        xml.open("graph", [("id", "g"), ("start", nil)])
        xml.flush(to: &text)
        xml.element("node", [("id", "n\"1")]) { $0.element("data", text: "A & B") }
        xml.element("end")
        xml.close()
        xml.flush(to: &text)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <graph id="g">
                  <node id="n&quot;1">
                    <data>A &amp; B</data>
                  </node>
                  <end/>
                </graph>

                """)
    }

    @Test("keeps any text that XML can hold, in elements and in attributes", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        var xml = XMLWriter()
        var text = ""
        xml.element("a", [("b", hostileTexts[index])], text: hostileTexts[index])
        xml.flush(to: &text)
        let element = try XMLTree(parsing: text)
        let expected = Self.asXMLHoldsIt(hostileTexts[index])
        #expect(element.name == "a" && element.children.isEmpty)
        #expect(element.text == expected)
        #expect(element.attributes["b"] == expected)
    }

    /// Written apart from the writer: controls, U+FFFE, U+FFFF and directional overrides gone, tabs and carriage returns spaces.
    private static func asXMLHoldsIt(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    if scalar == "\n" { return scalar }
                    if scalar == "\t" || scalar == "\r" { return " " }
                    let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                    let isForbidden = scalar.properties.generalCategory == .control || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                    return isOverride || isForbidden ? nil : scalar
                }))
    }

    @Test(
        "makes name tokens of ids",
        arguments: [
            ("person/ida-holm", "person:ida-holm"), ("a b_c", "a_20_b_5F_c"), ("a:b", "a_3A_b"), ("", "_"),
            ("place/é東", "place:_E9__6771_"),
            ("\0", "_0_"), ("👩", "_1F469_"), ("\"<&>", "_22__3C__26__3E_"), ("e\u{301}", "e_301_"),
        ])
    func tokens(id: String, token: String) {
        #expect(Array(XMLName.token(id).unicodeScalars) == Array(token.unicodeScalars))
    }

    @Test("never makes one token of two ids")
    func distinctTokens() {
        let ids = hostileTexts + ["a/b", "a:b", "a_2F_b", "a_3A_b", "_", "é", "e\u{301}", "20", "_20_"]
        #expect(Set(ids.map { Array(XMLName.token($0).utf8) }).count == Set(ids.map { Array($0.utf8) }).count)
    }
}
