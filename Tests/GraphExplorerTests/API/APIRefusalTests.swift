import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("The HTTP API refuses")
struct APIRefusalTests {
    private func server() async throws -> TestServer { try await TestServer.harbourStrike.value }

    private static let endpoints = Endpoint.all(
        ExplorerServices(store: emptyStore, renderer: .thisProcess)
    ).filter { $0.method == .get }

    @Test("text that breaks what reads it carelessly, in every field: a problem, or an answer", arguments: endpoints.map(\.path))
    func hostileFields(path: String) async throws {
        let endpoint = try #require(Self.endpoints.first { $0.path == path })
        let attacks = ["'; DROP TABLE statements; --", "../../etc/passwd", "\r\nSet-Cookie: a=b", "%00", "\0", "<script>", "\u{202E}x"]
        // Drawing takes long.
        let isDrawn = ["figure", "report"].contains(path)
        let texts = isDrawn ? attacks : hostileTexts.filter { $0.utf8.count < 2_000 } + attacks
        for field in endpoint.fields {
            for text in texts {
                var fields = [(field.name, text)]
                for other in endpoint.fields where other.isRequired && other.name != field.name {
                    fields.append((other.name, other.example?.text ?? "x"))
                }
                let answer = try await server().get(path, fields)
                #expect([200, 400, 404, 409, 422].contains(answer.status), "\(path) \(field.name) \(text) \(answer.status)")
                #expect(answer.headers["set-cookie"] == nil)
                if answer.status >= 400 {
                    #expect(answer.headers["content-type"] == "application/problem+json")
                    #expect(try answer.json["detail"]?.text?.isEmpty == false)
                }
            }
        }
        #expect(try await server().get("stats").json["statements"] == .integer(harbourStrikeContents.statements.count))
    }

    @Test(
        "what is no value of a field, and says what would be one",
        arguments: [
            ("actors?limit=0", "from 1 to 500"), ("actors?limit=99999999999999999999", "from 1 to 500"),
            ("actors?limit=-1", "from 1 to 500"),
            ("actors?limit=1&limit=2", "more than once"), ("actors?type=robot", "is one of person, country"),
            ("statements?since=June", "a day, month or year"), ("statements?since=2031&until=2030", "later than"),
            ("statements?class=WAR", "is one of AGREE"), ("statements?nope=1", "the fields are `actor`, `with`"),
            ("statements?cursor=1", "take it from `next`"), ("statements?cursor=99_99%27", "take it from `next`"),
            ("actors?cursor=AAAA", "take it from `next`"), ("actors?cursor=..%2F", "take it from `next`"),
            ("documents?cursor=%00", "take it from `next`"), ("search", "`q` is missing"), ("search?q=%20", "`q` is missing"),
            ("stats?a=b", "takes none"), ("paths?from=Kestria&to=country/kestria", "one actor"), ("export", "`format` is missing"),
            ("export?format=exe", "is one of jsonl"), ("figure?cluster=country&timeline=day", "a timeline or has frames"),
            ("figure?hops=9", "from 1 to 3"),
        ])
    func values(target: String, says: String) async throws {
        let answer = try await server().ask("GET", "/api/v1/\(target)")
        #expect(answer.status == 400)
        #expect(try answer.json["detail"]?.text?.contains(says) == true, "\(answer.text)")
    }

    @Test("texts that are too long")
    func lengths() async throws {
        #expect(try await server().get("search", [("q", String(repeating: "x", count: 201))]).status == 400)
        #expect(try await server().get("actor", [("id", String(repeating: "x", count: 2_001))]).status == 400)
        #expect(try await server().get("query", [("q", String(repeating: "x", count: 8_001))]).status == 400)
    }

    @Test("what is not there", arguments: ["actor?id=nobody", "statement?id=0", "document?id=0", "nothing", "figure?around=nobody"])
    func missing(target: String) async throws {
        let answer = try await server().ask("GET", "/api/v1/\(target)")
        #expect(answer.status == 404)
        #expect(try answer.json["status"] == 404)
    }

    @Test("names that several actors have, and says which")
    func ambiguous() async throws {
        let graph = StatementList(
            sampleStatements("Ida Holm:person | met-with CONSULT sym | Per Holm:person", document: "d"))
        let answer = try await TestServer(graph).get("actor", [("id", "holm")])
        #expect(answer.status == 409)
        #expect(try answer.json["candidates"]?.elements.compactMap { $0["id"]?.text } == ["person/ida-holm", "person/per-holm"])
    }

    @Test("queries that ask for too much")
    func queryLimits() async throws {
        var options = ExplorerOptions()
        options.limits.rows = 5
        options.limits.querySeconds = 1
        let server = try await TestServer(options: options)
        let rows = try await server.get("query", [("q", "UNWIND range(1, 6) AS n RETURN n")])
        #expect(rows.status == 422)
        #expect(rows.headers["connection"] == "close")
        let time = try await server.get(
            "query", [("q", "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a)")])
        #expect(time.status == 422)
        #expect(try time.json["type"] == "/api/v1/problems#query-limit")
    }

    @Test("clients without the token, from other sites and for other hosts")
    func security() async throws {
        let server = try await TestServer(options: ExplorerOptions(token: "0123456789abcdef"))
        #expect(try await server.get("stats").status == 401)
        let wrong = try await server.ask("GET", "/api/v1/stats", headers: ["Authorization": "Bearer 0123456789abcdeg"])
        #expect(wrong.status == 401)
        #expect(try wrong.json["status"] == 401)
        #expect(try await server.ask("GET", "/api/v1/stats", headers: ["Authorization": "Bearer 0123456789abcdef"]).status == 200)
        let other = try await self.server().ask(
            "POST", "/api/v1/query", headers: ["Content-Type": "application/json", "Origin": "http://evil.example"],
            body: #"{"q":"RETURN 1"}"#)
        #expect(other.status == 403)
        let bytes = try await self.server().exchange(
            Array("GET /api/v1/stats HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".utf8))
        #expect(String(decoding: bytes.prefix(12), as: UTF8.self) == "HTTP/1.1 421")
    }
}

private let emptyStore: GraphStore = {
    do { return try GraphStore.inMemory() } catch { preconditionFailure("\(error)") }
}()
