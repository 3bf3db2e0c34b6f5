import GraphStore
import Hummingbird
import KnowledgeGraph
import RelationExtraction

/// `/article`: see ``ArticlePage``; `/article/add` keeps what was read.
struct ArticleRoutes: RouteGroup {
    let services: ExplorerServices

    func add(to router: Router<ExplorerContext>) {
        router.page("article", services) { _ in ArticlePage(services: services).response() }
        router.post("article") { request, _ -> Response in
            let sent = try await submission(of: request)
            let documents = try await read(sent)
            var page = ArticlePage(services: services, sent: sent, documents: documents)
            let statements = documents.flatMap(\.statements)
            if !statements.isEmpty {
                let title = documents.count == 1 ? documents[0].article.title : nil
                let figure = try GraphFigure(of: statements, title: title, relationLabels: services.relationLabels, isStored: false)
                page.figure = try await FigurePart(figure, view: GraphView(), in: services.figures, isLinked: false)
            }
            return page.response()
        }
        router.post("article/add") { request, _ -> Response in
            guard services.editing != nil else { throw Problem.notEditable }
            // In base64 an article is a third longer.
            let fields = try await FormBody.fields(of: request, limit: services.options.limits.article * 2 + 20_000)
            try services.editToken.check(fields)
            let sent = try ArticleSubmission(again: fields)
            let documents = try await read(sent)
            let id = try await services.edit { store in try Self.add(documents, to: store) }
            var query = QueryString()
            query.append("id", id)
            query.append("added", "1")
            return .leading(to: query.after("/document"))
        }
    }

    private func read(_ sent: ArticleSubmission) async throws -> [ExtractionDocument] {
        try sent.check(limit: services.options.limits.article)
        return try await services.extract { extractor in
            try sent.articles().map { article in
                try Task.checkCancellation()
                return try extractor.document(of: article)
            }
        }
    }

    /// The id of the first document. A document that is there is never replaced from here.
    private static func add(_ documents: [ExtractionDocument], to store: GraphStore) throws -> String {
        for document in documents {
            let new = GraphDocument(document.article)
            if try store.documentDetails(new.id) != nil, try !store.contains(new) {
                throw Problem(
                    status: .conflict, kind: "document-exists", title: "There is another document of this name",
                    detail: "\u{201C}\(new.id)\u{201D} is in the database with other content; go back and give the article another name")
            }
        }
        for document in documents { try store.add(GraphDocument(document.article), statements: document.statements) }
        return documents.first?.article.id ?? ""
    }

    private func submission(of request: Request) async throws -> ArticleSubmission {
        let limits = services.options.limits
        let mediaType = FormBody.mediaType(of: request)
        if mediaType == "multipart/form-data" {
            let bytes = try await FormBody.bytes(of: request, limit: limits.body)
            let form = try MultipartForm(bytes, contentType: request.headers[.contentType] ?? "")
            let date = form["date"]?.text.trimmingWhitespace.nonEmpty
            if let file = form["file"], let name = file.fileName, !name.isEmpty, !file.bytes.isEmpty {
                return ArticleSubmission(bytes: file.bytes, name: name, date: date)
            }
            if let address = form["address"]?.text.trimmingWhitespace.nonEmpty {
                return try await fetched(address, date: date, token: form[EditToken.field]?.text)
            }
            return ArticleSubmission(pasted: form["text"]?.text ?? "", date: date)
        }
        let fields = try await FormBody.fields(of: request, limit: limits.body)
        if let address = fields["address"] { return try await fetched(address, date: fields["date"], token: fields[EditToken.field]) }
        return ArticleSubmission(pasted: fields.text("text") ?? "", date: fields["date"])
    }

    /// What an address of this machine gives, for who sits at it.
    private func fetched(_ address: String, date: String?, token: String?) async throws -> ArticleSubmission {
        guard services.options.isLocal else {
            throw Problem.forbidden("addresses are asked only by a server that listens to its own machine alone; paste the text instead")
        }
        try services.editToken.check(token: token)
        let loopback = try LoopbackAddress(address)
        return ArticleSubmission(
            bytes: try await loopback.contents(limit: services.options.limits.article), name: loopback.name, date: date)
    }
}
