import Foundation
import GraphStore
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphExplorer

@Suite("Pages")
struct PageTests {
    static let targets = [
        "/", "/search", "/search?q=ida", "/search?q=attacked", "/search?q=zzzz", "/actor?id=person/ida-holm",
        "/actor?id=country/kestria&class=ASSAULT&since=2031-05", "/actor?id=country/kestria&with=facility/ostmark-naval-yards",
        "/figure", "/figure?around=Kestria&hops=2", "/figure?class=PROTEST", "/figure?timeline=day", "/figure?cluster=country&top=5",
        "/path", "/path?from=Marta+Quell&to=Aron+Vey", "/path?from=nobody&to=Kestria", "/path?from=Kestria&to=Kestria",
        "/path?from=Marta+Quell&to=Aron+Vey&class=PROTEST", "/statement?id=harbour-strike-13", "/document?id=harbour-strike", "/query",
        "/query?q=MATCH+(a)-%5Br%5D-%3E(b)+RETURN+a,+r,+b,+r.confidence,+%5Bb%5D,+null", "/query?q=MATCH+(a)+WHERE+false+RETURN+a",
        "/article",
        "/duplicates",
    ]

    private func server() async throws -> TestServer { try await TestServer.harbourStrike.value }

    @Test("are whole, without anything inline", arguments: targets)
    func whole(target: String) async throws {
        let answer = try await server().ask("GET", target)
        #expect(answer.status == 200, "\(answer.text.prefix(400))")
        #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
        let html = answer.text
        expectWhole(html)
        #expect(html.contains("<html lang=\"en\">"))
        #expect(html.ranges(of: /<h1[ >]/).count == 1)
        #expect(html.contains("<main id=\"main\""))
    }

    @Test("have headings in order, a label for each field, and every id once", arguments: targets)
    func accessible(target: String) async throws {
        let html = try await server().ask("GET", target).text
        let levels = html.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1, "\(target): h\(level) before h\(next)") }
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
        let labelled = Set(html.matches(of: /\sfor="([^"]*)"/).map { String($0.output.1) })
        for field in html.matches(of: /<(?:input|select|textarea)[^>]*>/).map({ String($0.output) })
        where !field.contains("type=\"hidden\"") {
            let id = field.firstMatch(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            let isInside = html.contains("<label") && html.range(of: field).map { isInsideLabel(html, $0.lowerBound) } ?? false
            #expect(id.map(labelled.contains) ?? false || isInside, "\(target): \(field)")
        }
        for reference in html.matches(of: /\saria-labelledby="([^" ]*)"/).map({ String($0.output.1) }) { #expect(ids.contains(reference)) }
    }

    @Test("lead only to what is there")
    func links() async throws {
        let server = try await server()
        var waiting = Self.targets
        var seen: Set<String> = []
        var asked: [String: Int] = [:]
        while let target = waiting.popLast() {
            guard seen.insert(target).inserted else { continue }
            let path = String(target.prefix { $0 != "?" })
            asked[path, default: 0] += 1
            // A few of each kind are enough; images are others' to test.
            guard asked[path, default: 0] <= 12, !target.hasPrefix("/api/v1/figure") else { continue }
            let answer = try await server.ask("GET", target)
            #expect([200, 303].contains(answer.status), "\(target): \(answer.status)")
            guard answer.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
            for link in answer.text.matches(of: /(?:href|src|action)="(\/[^"]*)"/).map({ String($0.output.1) })
            where !["/merge", "/split", "/article/add", "/suggest"].contains(link) {
                let plain = link.replacing("&amp;", with: "&")
                waiting.append(String(plain.prefix { $0 != "#" }))
            }
        }
        for path in [
            "/", "/actor", "/statement", "/document", "/figure", "/path", "/query", "/search", "/assets/explorer.css", "/assets/search.js",
        ] {
            #expect(asked[path, default: 0] > 0, "nothing leads to \(path)")
        }
    }

    @Test(
        "of an empty database say how to begin",
        arguments: ["/", "/figure", "/search?q=x", "/path?from=a&to=b", "/query?q=MATCH+(a)+RETURN+a", "/duplicates"])
    func empty(target: String) async throws {
        let answer = try await TestServer(StatementList([])).ask("GET", target)
        #expect(answer.status == 200)
        expectWhole(answer.text)
        if target == "/" { #expect(answer.text.contains("newsgraph add")) }
    }

    @Test("know what has not changed, and answer HEAD")
    func tags() async throws {
        let server = try await server()
        let tag = try #require(try await server.ask("GET", "/actor?id=person/ida-holm").headers["etag"])
        let again = try await server.ask("GET", "/actor?id=person/ida-holm", headers: ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        let head = try await server.ask("HEAD", "/actor?id=person/ida-holm")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
    }

    @Test(
        "say what is wrong with a request",
        arguments: [
            ("/actor?id=nobody", 404, "Nothing has this name"), ("/actor", 400, "id"), ("/statement?id=0", 404, "no statement"),
            ("/document?id=0", 404, "no document"),
            ("/figure?since=June", 400, "a day, month or year"), ("/figure?around=nobody", 404, "Nothing has this name"),
            ("/figure?hops=9", 400, "from 1 to 3"),
            ("/actor?id=country/kestria&after=x", 400, "place in the list"), ("/nothing", 404, "start page"),
            ("/query?q=RETURN", 400, "mistake"),
        ])
    func problems(target: String, status: Int, says: String) async throws {
        let answer = try await server().ask("GET", target, headers: ["Accept": "text/html"])
        #expect(answer.status == status)
        #expect(answer.text.localizedCaseInsensitiveContains(says), "\(answer.text)")
        expectWhole(answer.text)
    }

    @Test("ask who is meant by a name that several have")
    func ambiguous() async throws {
        let server = try await TestServer(
            StatementList(sampleStatements("Ida Holm:person | met-with CONSULT sym | Per Holm:person", document: "d")))
        let answer = try await server.ask("GET", "/path?from=holm&to=Ida+Holm")
        #expect(answer.text.contains("Who is meant?"))
        #expect(answer.text.contains("/path?from=person/per-holm&amp;to=Ida%20Holm"))
        let problem = try await server.ask("GET", "/actor?id=holm")
        #expect(problem.status == 409)
        #expect(problem.text.contains("/actor?id=person/ida-holm"))
    }

    @Test("lead from a name to the actor's own address")
    func canonical() async throws {
        let answer = try await server().ask("GET", "/actor?id=Ida+Holm&class=CONSULT")
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/actor?id=person/ida-holm&class=CONSULT")
        let form = try await server().ask("GET", "/figure?around=&hops=1&since=&until=&arrangement=day&relation=&top=")
        #expect(form.headers["location"] == "/figure?timeline=day")
    }

    @Test("go through all statements of an actor, each once")
    func paging() async throws {
        let server = try await TestServer(StatementList(sampleNetwork(statements: 400)))
        let html = try await server.ask("GET", "/").text
        let id = try #require(html.firstMatch(of: /class="who">[^<]*<a href="(\/actor\?id=[^"]*)"/)).output.1
        var next: String? = String(id)
        var pages = 0
        var seen: [String] = []
        while let target = next, pages < 40 {
            let page = try await server.ask("GET", target).text
            let list = try #require(page.firstRange(of: "id=\"statements\""))
            let end = page[list.upperBound...].firstRange(of: "<div class=\"side\">")?.lowerBound ?? page.endIndex
            seen += page[list.upperBound..<end].matches(of: /class="relation" href="\/statement\?id=([^"]*)"/).map { String($0.output.1) }
            next = page.firstMatch(of: /class="next"><a class="button" href="([^"]*)#statements"/).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
            pages += 1
        }
        #expect(pages > 1)
        #expect(Set(seen).count == seen.count)
    }

    @Test("give fragments to scripts")
    func fragments() async throws {
        let server = try await server()
        let figure = try await server.ask("GET", "/figure?around=Kestria&part=figure").text
        #expect(figure.contains("<svg"))
        #expect(!figure.contains("<html"))
        let evidence = try await server.ask("GET", "/statement?id=harbour-strike-13&id=harbour-strike-14&part=evidence").text
        #expect(evidence.ranges(of: "<article").count == 2)
        #expect(!evidence.contains("<html"))
        let suggestions = try await server.ask("GET", "/suggest?q=ida").text
        #expect(suggestions.contains("role=\"option\" data-address=\"/actor?id=person/ida-holm\""))
        #expect(try await server.ask("GET", "/suggest?q=").text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)
    }

    @Test("have files that browsers keep until they change")
    func assets() async throws {
        let server = try await server()
        for asset in Asset.all {
            let answer = try await server.ask("GET", asset.address)
            #expect(answer.body == asset.bytes)
            #expect(answer.headers["cache-control"]?.contains("immutable") == true)
            let older = try await server.ask("GET", "/assets/\(asset.name)?v=0")
            #expect(older.headers["cache-control"] == "no-cache")
            let known = try await server.ask("GET", "/assets/\(asset.name)", headers: ["If-None-Match": "\"\(asset.version)\""])
            #expect(known.status == 304)
        }
    }

    @Test("are made from templates that are all registered, and all used")
    func templates() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../Sources/GraphExplorer/Pages/Files")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
        let registered = Set(PageTemplates.files.map(\.name))
        #expect(Set(names.map { String($0.dropLast(".mustache".count)) }) == registered)
        for file in PageTemplates.files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for partial in text.matches(of: /\{\{[<>]\s*([a-z-]+)/).map({ String($0.output.1) }) {
                #expect(registered.contains(partial), "\(file.name) includes \(partial)")
            }
            #expect(!text.contains("style=\""))
            // Only the drawing, which escapes for itself, goes in as it is.
            for raw in text.matches(of: /\{\{\{([^}]*)\}\}\}/).map({ String($0.output.1) }) { #expect(raw == "svg") }
        }
    }
}

/// Nothing inline, nothing left of a template, closed to the end.
func expectWhole(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!html.contains("{{"), sourceLocation: sourceLocation)
    #expect(html.hasSuffix("</html>\n"), sourceLocation: sourceLocation)
    // Figures are tested where they are drawn; looking at all their tags takes its time.
    let start = html.range(of: "<svg lang")?.lowerBound ?? html.endIndex
    let end = html.range(of: "</svg>", range: start..<html.endIndex)?.upperBound ?? start
    let tags = (html[..<start] + html[end...]).matches(of: /<[a-zA-Z][^>]*>/).map { String($0.output) }
    for tag in tags {
        #expect(!tag.contains(/\son[a-z]+\s*=\s*"/), "\(tag)", sourceLocation: sourceLocation)
        #expect(!tag.contains(/\sstyle\s*=/) || tag.contains("value=\""), "\(tag)", sourceLocation: sourceLocation)
        #expect(!tag.lowercased().contains("href=\"javascript:"), "\(tag)", sourceLocation: sourceLocation)
        if tag.lowercased().hasPrefix("<script") {
            #expect(tag.hasPrefix("<script src=\"/assets/"), "\(tag)", sourceLocation: sourceLocation)
        }
    }
}

private func isInsideLabel(_ html: String, _ index: String.Index) -> Bool {
    let before = html[..<index]
    guard let open = before.ranges(of: "<label").last?.lowerBound else { return false }
    guard let close = before.ranges(of: "</label").last?.lowerBound else { return true }
    return open > close
}
