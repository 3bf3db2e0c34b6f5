import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("The HTTP API")
struct APITests {
    private func server() async throws -> TestServer { try await TestServer.harbourStrike.value }

    @Test("completes names and finds sentences while words are typed")
    func search() async throws {
        let answer = try await server().get("search", [("q", "ida h")])
        #expect(answer.status == 200)
        #expect(try answer.json["actors"]?.elements.first?["id"] == "person/ida-holm")
        let sentences = try await server().get("search", [("q", "attacked")]).json["sentences"]?.elements ?? []
        #expect(!sentences.isEmpty)
        #expect(sentences.allSatisfy { $0["sentence"]?.text?.contains("attacked") == true && $0["statements"]?.elements.isEmpty == false })
    }

    @Test("gives lists page by page: none twice, none left out", arguments: ["actors", "statements", "documents"])
    func pages(list: String) async throws {
        var target = "/api/v1/\(list)?limit=3"
        var ids: [String] = []
        for _ in 0..<40 {
            let answer = try await server().ask("GET", target)
            #expect(answer.status == 200)
            ids += try answer.json[list]?.elements.compactMap { $0["id"]?.text } ?? []
            guard let next = try answer.json["next"]?.text else {
                #expect(answer.headers["link"] == nil)
                break
            }
            #expect(answer.headers["link"] == "<\(next)>; rel=\"next\"")
            target = next
        }
        let store = try GraphStore.holding(harbourStrikeContents)
        let all =
            switch list {
            case "actors": try store.actors().map(\.actor.id)
            case "statements": try store.page(limit: 500).statements.map(\.id)
            default: try store.documentPage(limit: 500).documents.map(\.id)
            }
        #expect(ids == all)
    }

    @Test("filters statements by actor, counterpart, class, status and date")
    func statements() async throws {
        let answer = try await server().get(
            "statements", [("actor", "Kestria"), ("with", "facility/ostmark-naval-yards"), ("class", "assault"), ("since", "2031-05-02")])
        let found = try answer.json["statements"]?.elements ?? []
        #expect(found.count == 1)
        #expect(found.first?["relation"] == "attacked")
        let denied = try await server().get("statements", [("status", "denied")])
        #expect(try denied.json["statements"]?.elements.map { $0["status"] } == ["denied"])
    }

    @Test("writes a statement as JSON Lines does, with its document and its rule")
    func statement() async throws {
        let expected = try #require(harbourStrikeContents.statements.first { $0.relation == "spoke-with" })
        let answer = try await server().get("statement", [("id", expected.id)])
        #expect(answer.text.hasPrefix("{\"statement\":\(JSONLines.line(of: expected)),"))
        #expect(try answer.json["document"]?["source"] == "Harbour Gazette")
    }

    @Test("tells of an actor its names, its offices and who is on the other side")
    func actor() async throws {
        let json = try await server().get("actor", [("id", "Bruno Salvi")]).json
        #expect(json["id"] == "person/bruno-salvi")
        #expect(json["offices"]?.elements.map { $0["detail"] } == ["Secretary of State"])
        #expect(json["counterpartCount"] == 3)
    }

    @Test("gives a document with its text, in which the spans of its statements are true")
    func document() async throws {
        let json = try await server().get("document", [("id", "harbour-strike"), ("limit", "500")]).json
        let text = try #require(json["text"]?.text)
        #expect(json["statements"]?.elements.count == harbourStrikeContents.statements.count)
        for statement in json["statements"]?.elements ?? [] {
            guard case .array(let ends)? = statement["evidence"]?["span"], case .integer(let start) = ends[0],
                case .integer(let end) = ends[1]
            else { continue }
            #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == statement["evidence"]?["sentence"]?.text)
        }
    }

    @Test("answers as the command does: paths, counts and rows")
    func sameAnswers() async throws {
        let store = try GraphStore.holding(harbourStrikeContents)
        let paths = try store.shortestPaths(from: "person/marta-quell", to: "country/kestria", maximumLength: 6, limit: 3)
        let answer = try await server().get("paths", [("from", "Marta Quell"), ("to", "Kestria")])
        #expect(answer.text.hasSuffix("\"paths\":[\(paths.map { path in JSONText.text { $0.write(path) } }.joined(separator: ","))]}\n"))
        #expect(!paths.isEmpty)
        let stats = try await server().get("stats")
        let statistics = try store.statistics()
        #expect(stats.text == JSONText.text { $0.write(statistics, merges: 0) } + "\n")
    }

    @Test("takes queries with parameters of every kind, and gives each back as it came")
    func query() async throws {
        let sent = #"{"q":"RETURN $x AS x","parameters":{"x":[1,1.5,"a\"b",null,true,{"k":[]}]}}"#
        let answer = try await server().ask("POST", "/api/v1/query", headers: ["Content-Type": "application/json"], body: sent)
        #expect(answer.text == #"{"columns":["x"],"rows":[{"x":[1,1.5,"a\"b",null,true,{"k":[]}]}]}"# + "\n")
        let broken = try await server().get("query", [("q", "MATCH (a) RETRN a")])
        #expect(broken.status == 400)
        #expect(try broken.json["excerpt"]?.text?.contains("^") == true)
        let writing = try await server().get("query", [("q", "CREATE (a)")])
        #expect(writing.status == 400)
    }

    @Test("draws figures in every form, and says what they leave out", arguments: ["svg", "png", "pdf", "dot", "json"])
    func figure(form: String) async throws {
        let answer = try await server().get("figure", [("around", "Kestria"), ("top", "2"), ("format", form)])
        #expect(answer.status == 200)
        let beginnings = ["svg": "<svg", "png": "\u{FFFD}PNG", "pdf": "%PDF", "dot": "digraph", "json": "{\"svg\":"]
        #expect(answer.text.hasPrefix(try #require(beginnings[form])))
        if form == "json" { #expect(try answer.json["notes"]?.elements.isEmpty == false) }
    }

    @Test("exports every format as it is written at once", arguments: GraphFormats.all.map(\.name))
    func export(name: String) async throws {
        let format = try #require(GraphFormats.named(name))
        var expected = ""
        try GraphStore.holding(harbourStrikeContents).withContents { try format.write($0, to: &expected) }
        let answer = try await server().get("export", [("format", name)])
        #expect(answer.status == 200)
        #expect(answer.text == expected)
        #expect(answer.headers["content-type"] == format.mediaType)
        let file = (format as? any FileSetFormat)?.files[0] ?? "newsgraph.\(format.fileExtension)"
        #expect(answer.headers["content-disposition"] == "attachment; filename=\"\(file)\"")
    }

    @Test("exports each file of a format of several, and knows no others")
    func exportFiles() async throws {
        let nodes = try await server().get("export", [("format", "csv"), ("file", "nodes.csv")])
        #expect(nodes.headers["content-disposition"] == "attachment; filename=\"nodes.csv\"")
        #expect(nodes.text.hasPrefix("id,"))
        for (format, file) in [("csv", "../../etc/passwd"), ("csv", "relationships.csv"), ("jsonl", "nodes.csv")] {
            #expect(try await server().get("export", [("format", format), ("file", file)]).status == 400)
        }
    }

    @Test("writes a report that is kept as a file")
    func report() async throws {
        let answer = try await server().get("report", [("title", "A <b>title</b>"), ("around", "Kestria")])
        #expect(answer.status == 200)
        #expect(answer.headers["content-disposition"] == "attachment; filename=\"newsgraph-report.html\"")
        #expect(answer.text.contains("A &lt;b&gt;title&lt;/b&gt;"))
        #expect(answer.text.contains("<svg"))
    }

    @Test("says so to a client that has an answer already, and answers HEAD like GET without a body")
    func kept() async throws {
        let first = try await server().get("stats")
        let tag = try #require(first.headers["etag"])
        let second = try await server().ask("GET", "/api/v1/stats", headers: ["If-None-Match": tag])
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        let head = try await server().ask("HEAD", "/api/v1/stats")
        #expect(head.status == 200)
        #expect(head.headers["content-length"] == first.headers["content-length"])
        #expect(head.body.isEmpty)
        let export = try await server().ask("HEAD", "/api/v1/export?format=jsonl")
        #expect(export.status == 200)
        #expect(export.body.isEmpty)
    }

    @Test(
        "names the methods that an address takes", arguments: [("stats", "GET, HEAD"), ("query", "GET, HEAD, POST"), ("extract", "POST")])
    func methods(path: String, allowed: String) async throws {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let answer = try await server().ask(method, "/api/v1/\(path)")
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == allowed)
            #expect(try answer.json["status"] == 405)
        }
    }

    @Test("refuses to extract without a language model, and bodies of other kinds")
    func extract() async throws {
        func post(_ type: String, _ body: String, _ path: String = "extract") async throws -> Int {
            try await server().ask("POST", "/api/v1/\(path)", headers: ["Content-Type": type], body: body).status
        }
        #expect(try await post("text/plain", "Ida Holm met Bruno Salvi.") == 501)
        #expect(try await post("application/json", #"{"text":"Ida Holm met Bruno Salvi."}"#) == 501)
        #expect(try await post("application/json", #"{"text":" "}"#) == 400)
        #expect(try await post("application/json", #"{"text":"a","path":"/etc/passwd"}"#) == 400)
        #expect(try await post("application/json", #"{"text":1}"#) == 400)
        #expect(try await post("application/json", "{") == 400)
        #expect(try await post("application/json", #"{"text":"a","date":"June"}"#) == 400)
        #expect(try await post("application/xml", "<a/>") == 415)
        #expect(try await post("text/plain", String(repeating: "word ", count: 110_000)) == 413)
        #expect(try await post("text/plain", "{}", "query") == 415)
        #expect(try await post("application/json", "[]", "query") == 400)
        #expect(try await post("application/json", #"{"q":"RETURN 1","file":"x"}"#, "query") == 400)
        #expect(try await post("application/json", String(repeating: "[", count: 100_000), "query") == 400)
    }
}

extension JSONValue {
    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}
