import KnowledgeGraph
import Testing

@Suite("Text by its bytes")
struct ByteTextTests {
    @Test("is another text when it is spelt otherwise, however it looks")
    func spellings() {
        let (one, two) = ("\u{E9}", "e\u{301}")
        #expect(one == two)
        #expect(ByteText(one) != ByteText(two) && !one.hasBytes(of: two))
        #expect(Set([ByteText(one), ByteText(two), ByteText(one)]).count == 2)
        #expect(ByteText("a") != ByteText("ab") && ByteText("") == ByteText(""))
    }
}
