import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("Forms with files")
struct MultipartFormTests {
    private func form(_ text: String, _ type: String = "multipart/form-data; boundary=B") throws -> MultipartForm {
        try MultipartForm(Array(text.utf8), contentType: type)
    }

    @Test("give their parts as they are, line ends and all")
    func parts() throws {
        let text =
            "--B\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n--b\r\n\r\n--B\r\n"
            + "content-disposition: form-data; name=\"file\"; filename=\"a;%22b.txt\"\r\nContent-Type: text/plain\r\n\r\n\u{0}é\r\n--B--\r\n"
        let form = try form(text)
        #expect(form.parts.map(\.name) == ["text", "file"])
        #expect(form["text"]?.text == "a\r\n--b\r\n")
        #expect(form["text"]?.fileName == nil)
        #expect(form["file"]?.fileName == "a;\"b.txt")
        #expect(form["file"]?.bytes == Array("\u{0}é".utf8))
    }

    @Test("may have empty parts")
    func empty() throws {
        let form = try form("--B\r\nContent-Disposition: form-data; name=file; filename=\"\"\r\n\r\n\r\n--B--")
        #expect(form["file"]?.bytes.isEmpty == true)
        #expect(form["file"]?.fileName == "")
    }

    @Test(
        "that are broken are refused",
        arguments: [
            "", "B", "--B", "--B\r\n", "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--Bx\r\n\r\n--B--",
            "--B\r\n\r\n\r\n--B",
            "--B\r\n" + String(repeating: "a", count: 5_000) + "\r\n\r\n\r\n--B--",
        ])
    func broken(text: String) {
        #expect(throws: Problem.self) { try form(text) }
    }

    @Test(
        "need a boundary",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ])
    func boundary(type: String) {
        #expect(throws: Problem.self) { try form("--B--", type) }
    }

    @Test("of any bytes whatever are refused or read, and never a trap")
    func anything() {
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            let pieces = ["--B", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", ";", "\"", "=", "\r\n\r\n", "x", "\u{0}"]
            var text = "--B"
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            _ = try? form(text)
        }
    }
}

@Suite("Addresses of this machine")
struct LoopbackAddressTests {
    @Test(
        "are read",
        arguments: [
            ("http://127.0.0.1/", "127.0.0.1", 80, "/"), ("http://localhost:8000/a/b.html?c=d#e", "localhost", 8000, "/a/b.html?c=d"),
            ("HTTP://LocalHost", "localhost", 80, "/"), ("http://[::1]:9/x", "[::1]", 9, "/x"),
        ])
    func addresses(text: String, host: String, port: Int, path: String) throws {
        let address = try LoopbackAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.path == path)
    }

    @Test(
        "are all that is asked",
        arguments: [
            "http://example.org/", "https://127.0.0.1/", "http://127.0.0.1.example.org/", "http://127.0.0.1@example.org/",
            "http://localhost@example.org",
            "http://localhost.example.org", "http://169.254.169.254/", "http://0.0.0.0/", "http://2130706433/", "file:///etc/passwd",
            "ftp://localhost/",
            "http://localhost:99999/", "http://localhost:-1/", "http://localhost:80:80/", "http://[::2]/", "http://127.0.0.1/\r\nX: y", "",
            "localhost",
            "http://localhost:8 0/", "http://user:word@localhost/",
        ])
    func others(text: String) {
        #expect(throws: Problem.self) { try LoopbackAddress(text) }
    }
}

@Suite("Words of pages")
struct PageWordsTests {
    @Test(
        "group the digits of numbers",
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "−12,345"),
            (Int.min, "−9,223,372,036,854,775,808"),
        ])
    func numbers(number: Int, text: String) {
        #expect(PageWords.number(number) == text)
    }

    @Test("make sentences of notes", arguments: [("only a note", "Only a note."), ("Done.", "Done."), ("", ""), ("why?", "Why?")])
    func sentences(note: String, sentence: String) {
        #expect(note.asSentence == sentence)
    }

    @Test("mark what was looked for, whatever its case and accents")
    func marks() {
        let parts = WordMark.parts(of: "Élysée: the élysées met.", marking: "elys MET")
        #expect(parts.filter(\.isFound).map(\.wordText) == ["Élysée", "élysées", "met"])
        #expect(parts.map(\.wordText).joined() == "Élysée: the élysées met.")
        #expect(WordMark.parts(of: "a b", marking: "–").count == 1)
    }

    @Test(
        "of a command line are quoted",
        arguments: [("a.sqlite", "a.sqlite"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"), ("$(x)", "'$(x)'")])
    func shell(word: String, quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}
