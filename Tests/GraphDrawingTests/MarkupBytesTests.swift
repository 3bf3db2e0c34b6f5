import Testing

@testable import GraphDrawing

@Suite("Bytes of markup")
struct MarkupBytesTests {
    @Test(
        "are exchanged wherever they are",
        arguments: [
            ("", ""), ("plain", "plain"), ("<B>", "<b>"), ("<B><B>", "<b><b>"), ("a<B>b</B>c", "a<b>b</b>c"), ("<<B>", "<<b>"),
            ("<B", "<B"), ("ü<B>é", "ü<b>é"),
        ])
    func replacing(text: String, expected: String) {
        // A slice that does not begin at 0.
        let bytes = Array("-\(text)".utf8).dropFirst()
        #expect(String(decoding: bytes.replacing(["<B>": "<b>", "</B>": "</b>"]), as: UTF8.self) == expected)
    }

    @Test("are found at their place in the whole")
    func place() {
        let bytes = Array("--aab".utf8).dropFirst(2)
        #expect(bytes.range(of: "ab") == 3..<5)
        #expect(bytes.range(of: "ba") == nil)
        #expect(bytes.starts(with: "aa") && !bytes.starts(with: "--") && !bytes.starts(with: "aabb"))
        #expect(bytes == "aab" && !(bytes == "aa"))
    }
}
