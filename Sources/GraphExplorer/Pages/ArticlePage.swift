import GraphFormats
import GraphStore
import KnowledgeGraph
import NewsText
import RelationExtraction

/// An article that is given here: what is read from it, at once.
struct ArticlePage: Page {
    static let template = "article"

    let frame: PageFrame
    let canExtract: Bool
    let isEditable: Bool
    let isLocal: Bool
    let limitWords: String
    let editField = EditToken.field
    let editToken: String
    /// What the form has in it again.
    let articleText: String
    let articleDate: String
    /// What was read; nil before anything is sent.
    let reading: Reading?
    var figure: FigurePart?

    struct Reading: Sendable {
        let readingTitle: String
        let readingSummary: String
        let articles: [ReadArticle]
        let warnings: [String]
        let hasWarnings: Bool
        /// What the form to add it sends again.
        let content: String
        let contentName: String
        let contentDate: String
        let documentName: String
        let isNamed: Bool
    }

    struct ReadArticle: Sendable {
        let readTitle: String
        let readDate: String?
        let readStatements: [StatementItem]
        let hasReadStatements: Bool
    }

    init(services: ExplorerServices, sent: ArticleSubmission? = nil, documents: [ExtractionDocument] = []) {
        canExtract = services.canExtract
        isEditable = services.editing != nil
        isLocal = services.options.isLocal
        editToken = services.editToken.value
        limitWords = "\(PageWords.number(services.options.limits.article / 1000)) kilobytes"
        articleText = sent?.pasted ?? ""
        articleDate = sent?.date ?? ""
        let words = RelationWords(labels: services.relationLabels)
        reading = sent.map { Reading($0, documents, words: words) }
        frame = PageFrame(
            reading.map { "Read: \($0.readingTitle)" } ?? "Read an article", site: services.options.title, section: .article,
            hasFigure: true)
    }
}

extension ArticlePage.Reading {
    init(_ sent: ArticleSubmission, _ documents: [ExtractionDocument], words: RelationWords) {
        let count = documents.reduce(0) { $0 + $1.statements.count }
        let titles = documents.map { document in
            document.article.title.flatMap { LabelText.line($0, columns: 120).nonEmpty } ?? LabelText.line(document.article.id, columns: 80)
        }
        readingTitle = titles.count == 1 ? titles[0] : PageWords.counted(titles.count, "article")
        readingSummary =
            count == 0
            ? "Nothing was found in it that says who did what to whom."
            : "\(PageWords.counted(count, "statement")) from \(PageWords.counted(documents.count, "article")). Nothing has been kept."
        articles = zip(documents, titles).map { document, title in
            ArticlePage.ReadArticle(
                readTitle: title, readDate: document.article.day.map(PageWords.day),
                readStatements: document.statements.map {
                    StatementItem($0, details: nil, words: words, isStored: false, hasSource: false)
                },
                hasReadStatements: !document.statements.isEmpty)
        }
        warnings = documents.flatMap(\.article.warnings).prefix(20).map(\.asSentence)
        hasWarnings = !warnings.isEmpty
        content = sent.encoded
        contentName = sent.name
        contentDate = sent.date ?? ""
        documentName = documents.count == 1 ? documents[0].article.id : ""
        isNamed = documents.count == 1
    }
}

extension ExplorerOptions {
    /// Whether only programs of this machine can ask.
    var isLocal: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }
}

extension Article {
    var day: CalendarDate? {
        guard let year = date?.year, let month = date?.month, let day = date?.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
