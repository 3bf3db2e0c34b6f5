import GraphStore
import Hummingbird

/// `/actor`: see ``ActorPage``.
struct ActorRoutes: RouteGroup {
    let services: ExplorerServices

    private static let figureLines = 20

    func add(to router: Router<ExplorerContext>) {
        router.page("actor", services) { fields in
            let request = try ActorRequest(fields)
            let found = try await services.read { store -> Found in
                let actor = try store.actor(named: request.id).actor
                guard actor.id == request.id else { return .elsewhere(actor.id) }
                guard let profile = try store.profile(of: actor.id, where: request.view.filter) else { return .elsewhere(actor.id) }
                let page = try ActorPage(profile, request, in: store, services: services)
                var view = request.view
                (view.around, view.top) = (actor.id, Self.figureLines)
                return .page(page, try GraphFigure(about: actor, view, in: store, relationLabels: services.relationLabels), view)
            }
            switch found {
            case .elsewhere(let id): return .leading(to: PageAddress.actor(id, request.view))
            case .page(let page, let figure, let view):
                var page = page
                page.figure = try await FigurePart(figure, view: view, in: services.figures)
                return page.response()
            }
        }
    }

    private enum Found: Sendable {
        /// The page of another id: a name was given, or the actor has been merged.
        case elsewhere(String)
        case page(ActorPage, GraphFigure, GraphView)
    }
}
