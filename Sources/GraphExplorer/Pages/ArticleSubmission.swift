import Foundation
import GraphStore
import KnowledgeGraph
import NewsText

/// An article as it was sent: pasted text, a file, or what an address of this machine gave.
struct ArticleSubmission: Sendable {
    /// As they came: a web page, Markdown, JSON Lines, a feed, or plain text.
    var bytes: [UInt8]
    /// Of the file, or made up: its extension says what it is.
    var name: String
    /// A day, month or year that takes the place of what the article says.
    var date: String?
    /// What it is called in the database, when somebody has chosen that.
    var documentName: String?
    /// The text, when it was pasted.
    var pasted: String?

    /// Articles of one file that are read.
    static let mostArticles = 20

    /// - Parameter limit: bytes of the article.
    init(pasted text: String, date: String?) {
        // Forms send lines with carriage returns, whatever was pasted.
        let text = text.replacing("\r\n", with: "\n")
        bytes = Array(text.utf8)
        name = "pasted-" + GraphDocument(id: "", text: text).contentHash.prefix(8)
        pasted = text
        self.date = date
    }

    init(bytes: [UInt8], name: String, date: String?) {
        self.bytes = bytes
        let base = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let safe = String(base.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(120).map(Character.init))
        self.name = safe.trimmingWhitespace.isEmpty ? "article" : safe
        self.date = date
    }

    /// What `/article/add` is sent: the same again, encoded so that no byte is lost on the way.
    init(again fields: FormFields) throws(Problem) {
        guard let content = fields["content"], let data = Data(base64Encoded: content), let name = fields["name"] else {
            throw .badRequest("the article is missing; read it once more")
        }
        self.init(bytes: Array(data), name: name, date: fields["date"])
        documentName = fields["document"]
    }

    var encoded: String { Data(bytes).base64EncodedString() }

    /// - Parameter limit: bytes of the article.
    func check(limit: Int) throws(Problem) {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw .badRequest("there is no article: paste a text, or choose a file that is not empty")
        }
        guard bytes.count <= limit else {
            throw .tooLarge(
                "the article has \(PageWords.number(bytes.count)) bytes, and the limit here is \(PageWords.number(limit)); `newsgraph add` reads larger ones"
            )
        }
        guard date.map({ CalendarDate.days(of: $0) != nil }) ?? true else { throw .badRequest("the date is a day, such as 2025-06-01") }
        if let documentName, documentName.unicodeScalars.count > 200 || documentName.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            throw .badRequest("the name in the database has 200 characters at most, all on one line")
        }
    }

    /// As the formats of articles read it.
    func articles() throws -> [Article] {
        let day = date.flatMap(CalendarDate.days).map { days in
            let (year, month, day) = days.lowerBound.components
            return DateComponents(year: year, month: month, day: day)
        }
        var sequence = try ArticleReader(dateOverride: day).articles(inBytes: bytes, named: name)
        var articles: [Article] = []
        while let next = sequence.next() {
            guard articles.count < Self.mostArticles else {
                throw Problem.tooLarge(
                    "the file has more than \(Self.mostArticles) articles, which is the limit here; `newsgraph add` reads them all")
            }
            articles.append(try next.get())
        }
        guard !articles.isEmpty else {
            throw Problem(
                status: .unprocessableContent, kind: "unreadable-article", title: "The article cannot be read",
                detail: "no article was found in what was sent")
        }
        if let documentName, articles.count == 1 { articles[0].id = documentName }
        return articles
    }
}

extension GraphDocument {
    /// What the database keeps of an article.
    init(_ article: Article) {
        self.init(id: article.id, date: article.day, title: article.title, source: article.source, url: article.url, text: article.text)
    }
}
