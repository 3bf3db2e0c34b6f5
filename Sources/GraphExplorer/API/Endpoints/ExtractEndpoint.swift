import GraphFormats
import Hummingbird
import NewsText
import RelationExtraction

extension Endpoint {
    private enum Form: String, CaseIterable {
        case json, jsonl
    }

    /// - Parameter limit: bytes of an article.
    static func extract(limit: Int) -> Endpoint {
        Endpoint(
            method: .post, path: "extract", summary: "The statements of an article that is sent",
            details: "Nothing is kept. The article is text, an HTML page, or JSON with its text; of at most \(limit) bytes.",
            fields: [
                QueryField(
                    name: "format", summary: "one object, or a statement a line", kind: .choice(Form.allCases.map(\.rawValue)),
                    standard: "json"),
                QueryField(name: "title", summary: "the headline; JSON has it inside", kind: .text(longest: 1_000)),
                QueryField(name: "date", summary: "the article's day; JSON has it inside", kind: .day, example: "2025-06-01"),
                QueryField(name: "url", summary: "its address; JSON has it inside", kind: .text(longest: 2_000)),
            ],
            body: [
                .json(.reference("Article"), example: ["text": "Ida Holm met Bruno Salvi in Lindhaven on Friday.", "date": "2031-05-03"]),
                .text("text/plain", example: "Ida Holm met Bruno Salvi in Lindhaven on Friday."), .text("text/html"),
            ],
            answers: [.json(.reference("Extraction")), .text("application/jsonl")],
            problems: [.contentTooLarge, .unsupportedMediaType, .unprocessableContent, .notImplemented], isKept: false, isWatched: true
        ) { request in
            let form = try request.fields.choice("format", Form.self) ?? .json
            let article = try await article(of: request, limit: limit)
            let text = try await request.services.extract { extractor in
                let document = try extractor.document(of: article.article())
                return JSONText.extraction(document, asLines: form == .jsonl)
            }
            guard form == .jsonl else { return .json(text) }
            return Response(status: .ok, headers: [.contentType: JSONLines().mediaType], body: .text(text))
        }
    }

    private static func article(of request: APIRequest, limit: Int) async throws -> SentArticle {
        var article = SentArticle(title: request.fields["title"], date: request.fields["date"], url: request.fields["url"])
        switch request.mediaType {
        case "application/json":
            let body = try await request.jsonBody(upTo: request.services.options.limits.body)
            try article.take(body)
        case "text/plain", "text/html":
            article.isPage = request.mediaType == "text/html"
            article.text = String(decoding: try await request.body(upTo: limit).readableBytesView, as: UTF8.self)
        default:
            throw Problem.unsupportedMediaType("send `Content-Type: application/json`, text/plain or text/html")
        }
        try article.check(limit: limit)
        return article
    }
}

extension JSONText {
    /// What was found in an article.
    static func extraction(_ document: ExtractionDocument, asLines: Bool) -> String {
        if asLines { return document.statements.map { JSONLines.line(of: $0) + "\n" }.joined() }
        return text { json in
            json.object { json in
                json.key("title", document.article.title)
                json.key("date", document.article.dayText)
                json.key("statements", document.statements)
                json.key("warnings", document.article.warnings)
            }
        }
    }
}
