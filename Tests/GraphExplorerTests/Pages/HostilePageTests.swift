import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("Pages withstand")
struct HostilePageTests {
    /// What can be kept at all: a store refuses no text, but a page of each takes its time.
    private static let places = Array(hostileTexts.indices)

    @Test("names, sentences and ids that break what writes them carelessly", arguments: places)
    func names(index: Int) async throws {
        let text = hostileTexts[index]
        var graph = hostileGraph(text)
        // A store refuses numbers that are not finite.
        for place in graph.statements.indices {
            graph.statements[place].quantities = []
            graph.statements[place].confidence = 0.5
        }
        let server = try await TestServer(graph)
        var targets = ["/", "/figure", "/duplicates", "/query?q=MATCH+(a)-%5Br%5D-%3E(b)+RETURN+a,+r,+b,+r.sentence", "/search?q=bold"]
        for (path, id) in [("/actor", text), ("/actor", "thing/" + text), ("/statement", text), ("/document", text), ("/path", text)]
        where id.utf8.count < 4_000 {
            var query = QueryString()
            query.append(path == "/path" ? "from" : "id", id)
            query.append("to", path == "/path" ? "thing/" + text : nil)
            targets.append(query.after(path))
        }
        for target in targets {
            let answer = try await server.ask("GET", target, headers: ["Accept": "text/html"])
            #expect([200, 303, 400, 404, 409, 422].contains(answer.status), "\(target.prefix(200)): \(answer.status)")
            guard answer.status != 303 else { continue }
            expectWhole(answer.text)
            #expect(!answer.text.contains("<script>"))
            #expect(!answer.text.contains("<B>bold"))
        }
    }

    @Test(
        "parameters that nobody should send",
        arguments: [
            "/search?q=", "/suggest?q=", "/actor?id=", "/actor?id=country/kestria&after=", "/actor?id=country/kestria&with=",
            "/actor?id=country/kestria&class=",
            "/figure?around=", "/figure?speaker=", "/figure?since=", "/figure?relation=", "/figure?top=", "/figure?arrangement=",
            "/figure?part=",
            "/path?from=", "/path?from=Kestria&to=", "/statement?id=", "/statement?part=evidence&id=", "/document?id=", "/query?q=",
            "/query/rows.csv?q=",
            "/duplicates?merged=", "/duplicates?split=",
        ])
    func parameters(beginning: String) async throws {
        let server = try await TestServer.harbourStrike.value
        let texts =
            hostileTexts[2..<16] + [
                "'; DROP TABLE statements; --", "\r\nSet-Cookie: a=b", "-1", "99999999999999999999", "*", "\"", "NEAR(",
            ]
        for text in texts {
            let answer = try await server.ask("GET", beginning + QueryString.encoded(text), headers: ["Accept": "text/html"])
            #expect([200, 303, 400, 404, 409, 422].contains(answer.status), "\(beginning)\(text.prefix(80)): \(answer.status)")
            #expect(answer.headers["set-cookie"] == nil)
            #expect(!answer.text.contains("<script>alert"))
        }
    }

    @Test("texts that are too long")
    func lengths() async throws {
        let server = try await TestServer.harbourStrike.value
        #expect(try await server.ask("GET", "/search?q=" + String(repeating: "x", count: 301)).status == 400)
        #expect(try await server.ask("GET", "/query?q=" + String(repeating: "x", count: 8_001)).status == 400)
    }
}
