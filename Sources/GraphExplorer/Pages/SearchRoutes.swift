import GraphStore
import Hummingbird

/// `/search`: see ``SearchPage``; `/suggest`: see ``SuggestionList``.
struct SearchRoutes: RouteGroup {
    let services: ExplorerServices

    /// Longer texts are not looked for.
    static let longestQuery = 300

    func add(to router: Router<ExplorerContext>) {
        router.page("search", services) { fields in
            let query = try Self.query(fields)
            return try await services.read { try SearchPage(query, in: $0, services: services) }.response()
        }
        router.page("suggest", services) { fields in
            let query = try Self.query(fields)
            let list = try await services.read { try SuggestionList(query, in: $0) }
            return .html(PageTemplates.text(of: "suggestions", for: list))
        }
    }

    private static func query(_ fields: FormFields) throws(Problem) -> String {
        let query = fields["q"] ?? ""
        guard query.unicodeScalars.count <= longestQuery else {
            throw .badRequest("a search has \(longestQuery) characters at most; look for fewer words")
        }
        return query
    }
}
