import GraphFormats
import KnowledgeGraph

extension Tool {
    static let extract = Tool(
        name: "extract", title: "Read an article",
        details: """
            Use this to find who did what to whom in a text that is not in the database, such as an article that somebody pasted. Nothing is kept. \
            Gives statements with their sentences.
            """,
        fields: [
            QueryField(name: "title", summary: "the headline", kind: .text(longest: 1_000)),
            QueryField(name: "date", summary: "the article's day, for dates such as “on Friday”", kind: .day),
            QueryField(name: "url", summary: "its address", kind: .text(longest: 2_000)),
        ],
        others: ["text": ["type": "string", "minLength": 1, "description": "the article, as plain text"]],
        required: ["text"],
        answer: .record([
            "statements": .list(ToolStatement.schema), "total": .count, "warnings": .list(.text), "notes": .list(.text),
        ])
    ) { call in
        var article = SentArticle(title: call.fields["title"], date: call.fields["date"], url: call.fields["url"])
        guard let text = call.arguments["text"]?.text else { throw Problem.badRequest("`text` is missing: the article, as text") }
        article.text = text
        try article.check(limit: call.services.options.limits.article)
        let sent = article, labels = call.services.relationLabels
        return try await call.services.extract { extractor in
            let document = try extractor.document(of: sent.article())
            let details = DocumentDetails(
                id: document.article.id, date: document.article.dayText.flatMap(CalendarDate.init(iso8601:)), title: document.article.title,
                url: document.article.url)
            let shown = document.statements.prefix(200).map { ToolStatement($0, document: details, labels: labels) }
            var notes: [String] = []
            if shown.count < document.statements.count {
                notes.append("200 of \(document.statements.count) are shown; send the article in parts")
            }
            if shown.isEmpty { notes.append("the text says of no two actors what one did to the other, or not in English") }
            return .object { json in
                json.key("statements", shown)
                json.key("total", document.statements.count)
                json.key("warnings", document.article.warnings)
                json.key("notes", notes)
            }
        }
    }
}
