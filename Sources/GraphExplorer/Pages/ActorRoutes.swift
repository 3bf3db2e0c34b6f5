import GraphStore
import Hummingbird

/// `/actor`: see ``ActorPage``.
struct ActorRoutes: RouteGroup {
    let services: ExplorerServices

    func add(to router: Router<ExplorerContext>) {
        router.page("actor", services) { fields in
            let request = try ActorRequest(fields)
            if fields["part"] == "figure" { return try await figure(request) }
            let found = try await services.read { store -> Found in
                let actor = try store.actor(named: request.id).actor
                guard actor.id == request.id, let profile = try store.profile(of: actor.id, where: request.view.filter) else {
                    return .elsewhere(actor.id)
                }
                return .page(try ActorPage(profile, request, in: store, services: services))
            }
            return switch found {
            case .elsewhere(let id): .leading(to: PageAddress.actor(id, request.view))
            case .page(let page): page.response()
            }
        }
    }

    private enum Found: Sendable {
        /// The page of another id: a name was given, or the actor has been merged.
        case elsewhere(String)
        case page(ActorPage)
    }

    /// What the page's script asks for when the page is there: it need not wait for the drawing.
    private func figure(_ request: ActorRequest) async throws -> Response {
        let view = request.figureView
        let figure = try await services.read { store in
            try GraphFigure(about: try store.actor(named: request.id).actor, view, in: store, relationLabels: services.relationLabels)
        }
        let part = try await FigurePart(figure, view: view, in: services.figures)
        return .html(PageTemplates.text(of: "figure-fragment", for: FigureFragment(figure: part)))
    }
}
