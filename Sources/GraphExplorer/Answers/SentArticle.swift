import Foundation
import GraphFormats
import KnowledgeGraph
import NewsText

/// An article that somebody sends to be read.
struct SentArticle: Sendable, Hashable {
    var text = ""
    var title: String?
    /// A day, month or year.
    var date: String?
    var url: String?
    /// Whether the text is that of a web page, in HTML.
    var isPage = false

    /// Takes `text`, `title`, `date` and `url` of an object. Throws `Problem` for others.
    mutating func take(_ json: JSONValue) throws(Problem) {
        try json.check(members: ["text", "title", "date", "url"])
        for member in json.members ?? [] {
            if member.value == .null { continue }
            guard let value = member.value.text else { throw .badRequest("`\(member.name)` is text") }
            switch member.name {
            case "text": text = value
            case "title": title = value
            case "date": date = value
            default: url = value
            }
        }
    }

    /// - Parameter limit: bytes of the text.
    func check(limit: Int) throws(Problem) {
        guard !text.trimmingWhitespace.isEmpty else { throw .badRequest("the article has no text") }
        guard text.utf8.count <= limit else { throw .tooLarge("the article has more than \(limit) bytes, which is the limit here") }
        guard (title ?? "").unicodeScalars.count <= 1_000, (url ?? "").unicodeScalars.count <= 2_000 else {
            throw .badRequest("`title` has at most 1000 characters, and `url` 2000")
        }
        guard date.map({ CalendarDate.days(of: $0) != nil }) ?? true else {
            throw .badRequest("`date` is a day, such as 2025-06-01")
        }
    }

    /// As the formats of articles read it.
    func article() throws -> Article {
        let day = date.flatMap(CalendarDate.days).map { days in
            let (year, month, day) = days.lowerBound.components
            return DateComponents(year: year, month: month, day: day)
        }
        let reader = ArticleReader(format: try ArticleFormats.named(isPage ? "html" : "jsonl"), dateOverride: day)
        let bytes = isPage ? Array(text.utf8) : Array(line.utf8)
        var articles = try reader.articles(inBytes: bytes, named: "article")
        guard let first = articles.next() else { throw Problem.badRequest("the article has no text") }
        var article = try first.get()
        article.id = "article"
        article.title = title ?? article.title
        article.url = url ?? article.url
        return article
    }

    /// As a line of JSON Lines.
    private var line: String {
        var line: JSONValue = ["text": .string(text)]
        if let title { line = line.adding("title", .string(title)) }
        return JSONText.text { $0.write(line) }
    }
}

extension Article {
    /// `YYYY-MM-DD`.
    var dayText: String? {
        guard let year = date?.year, let month = date?.month, let day = date?.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)?.description
    }
}
