import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("Forms that change the database")
struct EditingTests {
    private static let graph = StatementList(
        sampleStatements(
            """
            Ida Holm:person | met-with CONSULT sym | Bruno Salvi:person
            I. Holm:person | praised SUPPORT | Kestria:country
            Ida Holm:person | visited CONSULT | Kestria:country
            """, document: "d"))

    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

    private func token(_ server: TestServer) async throws -> String {
        let html = try await server.ask("GET", "/article").text + (try await server.ask("GET", "/duplicates").text)
        return String(try #require(html.firstMatch(of: /name="form" value="([0-9a-f]{32})"/)).output.1)
    }

    @Test("merge two actors and undo it")
    func mergeAndSplit() async throws {
        let server = try await TestServer(Self.graph, isEditable: true)
        let token = try await token(server)
        let before = try await server.ask("GET", "/duplicates").text
        #expect(before.contains("action=\"/merge\""))
        let merged = try await server.ask(
            "POST", "/merge", headers: Self.form, body: "form=\(token)&actor=person/i.-holm&target=person/ida-holm&reason=the+same")
        #expect(merged.status == 303)
        #expect(merged.headers["location"] == "/duplicates?merged=person/i.-holm")
        let after = try await server.ask("GET", "/duplicates?merged=person/i.-holm").text
        #expect(after.contains("now counts as person/ida-holm"))
        #expect(after.contains("the same"))
        #expect(try await server.ask("GET", "/actor?id=person/i.-holm").headers["location"] == "/actor?id=person/ida-holm")
        let split = try await server.ask("POST", "/split", headers: Self.form, body: "form=\(token)&actor=person/i.-holm")
        #expect(split.status == 303)
        #expect(try await server.ask("GET", "/actor?id=person/i.-holm").status == 200)
    }

    @Test("are refused without the token, with a wrong one, and from other sites", arguments: ["/merge", "/split", "/article/add"])
    func token(path: String) async throws {
        let server = try await TestServer(Self.graph, isEditable: true)
        let token = try await token(server)
        let fields = "actor=person/i.-holm&target=person/ida-holm&content=YQ==&name=a"
        for body in [fields, "form=&\(fields)", "form=\(String(repeating: "0", count: 32))&\(fields)"] {
            #expect(try await server.ask("POST", path, headers: Self.form, body: body).status == 403)
        }
        let foreign = Self.form.merging(["Origin": "http://evil.example"]) { _, new in new }
        #expect(try await server.ask("POST", path, headers: foreign, body: "form=\(token)&\(fields)").status == 403)
        let page = try await server.ask("GET", "/duplicates").text
        #expect(page.contains("Nothing has been merged"))
        #expect(try await server.ask("GET", path).status == 404)
    }

    @Test("are not there without --edit; the commands are shown instead")
    func readingOnly() async throws {
        let server = try await TestServer(Self.graph)
        let page = try await server.ask("GET", "/duplicates").text
        #expect(!page.contains("action=\"/merge\""))
        #expect(page.contains("newsgraph merge newsgraph person/i.-holm person/ida-holm"))
        let answer = try await server.ask("POST", "/merge", headers: Self.form, body: "actor=a&target=b")
        #expect(answer.status == 403)
        #expect(answer.text.contains("--edit"))
    }

    @Test("say what cannot be merged")
    func conflicts() async throws {
        let server = try await TestServer(Self.graph, isEditable: true)
        let token = try await token(server)
        let same = try await server.ask(
            "POST", "/merge", headers: Self.form, body: "form=\(token)&actor=person/ida-holm&target=person/ida-holm")
        #expect(same.status == 409)
        let unknown = try await server.ask("POST", "/merge", headers: Self.form, body: "form=\(token)&actor=nobody&target=person/ida-holm")
        #expect(unknown.status == 404)
        #expect(try await server.ask("POST", "/split", headers: Self.form, body: "form=\(token)&actor=person/ida-holm").status == 409)
        #expect(try await server.ask("POST", "/merge", headers: ["Content-Type": "text/plain"], body: "x").status == 415)
    }

    @Test("articles: limits and forms are told kindly; without a model none is read")
    func articles() async throws {
        var options = ExplorerOptions()
        options.limits.article = 1_000
        options.limits.body = 5_000
        let server = try await TestServer(Self.graph, isEditable: true, options: options)
        let text = try await server.ask("POST", "/article", headers: Self.form, body: "text=Ida+met+Bruno.")
        #expect(text.status == 501)
        #expect(try await server.ask("POST", "/article", headers: Self.form, body: "text=").status == 400)
        let long = try await server.ask("POST", "/article", headers: Self.form, body: "text=" + String(repeating: "a", count: 1_001))
        #expect(long.status == 413)
        #expect(long.text.contains("1,000"))
        #expect(
            try await server.ask("POST", "/article", headers: Self.form, body: "text=" + String(repeating: "a", count: 6_000)).status == 413
        )
        let broken = try await server.ask(
            "POST", "/article", headers: ["Content-Type": "multipart/form-data; boundary=x"], body: "--x\r\nnope")
        #expect(broken.status == 400)
        let address = try await server.ask("POST", "/article", headers: Self.form, body: "address=http://example.org/")
        #expect(address.status == 403)
    }
}
