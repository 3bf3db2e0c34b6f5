import GraphFormats
import GraphStore
import Hummingbird

/// `/statement`: see ``StatementPage``; `/document`: see ``DocumentPage``.
struct StatementRoutes: RouteGroup {
    let services: ExplorerServices

    private static let mostEvidence = 40

    func add(to router: Router<ExplorerContext>) {
        router.page("statement", services) { fields in
            let ids = fields[all: "id"]
            guard let id = ids.first else { throw Problem.badRequest("`id` is missing: the id of a statement") }
            if fields["part"] == "evidence" { return try await evidence(of: ids) }
            return try await services.read { store in
                guard let statement = try store.statement(id) else { throw Self.noStatement }
                return try StatementPage(statement, in: store, services: services)
            }.response()
        }
        router.page("document", services) { fields in
            guard let id = fields["id"] else { throw Problem.badRequest("`id` is missing: the id of a document") }
            return try await services.read { store in
                guard let page = try DocumentPage(id, isAdded: fields["added"] == "1", in: store, services: services) else {
                    throw Problem.notFound("no document has this id; it may have been removed, or read again under another one")
                }
                return page
            }.response()
        }
    }

    private static let noStatement = Problem.notFound(
        "no statement has this id; its document may have been removed, or read again with another result")

    private func evidence(of ids: [String]) async throws -> Response {
        let words = RelationWords(labels: services.relationLabels)
        let items = try await services.read { store in
            try StatementItem.items(try store.statements(Array(ids.prefix(Self.mostEvidence))), in: store, words: words)
        }
        guard !items.isEmpty else { throw Self.noStatement }
        let title = ids.count == 1 ? "The sentence behind this line" : "The \(ids.count) sentences behind this line"
        let note = ids.count > items.count ? "\(items.count) of \(ids.count) are shown." : nil
        return .html(
            PageTemplates.text(of: "evidence", for: EvidenceFragment(evidenceTitle: title, statements: items, evidenceNote: note)))
    }
}
