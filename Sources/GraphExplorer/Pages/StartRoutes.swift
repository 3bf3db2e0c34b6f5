import GraphStore
import Hummingbird

/// `/`: see ``StartPage``.
struct StartRoutes: RouteGroup {
    let services: ExplorerServices

    func add(to router: Router<ExplorerContext>) {
        router.page("/", services) { _ in
            let (start, graphFigure) = try await services.read { store in
                let start = try StartPage(in: store, services: services)
                let figure =
                    start.isGraphEmpty ? nil : try GraphFigure(StartPage.view, in: store, relationLabels: services.relationLabels)
                return (start, figure)
            }
            var page = start
            if let graphFigure { page.figure = try await FigurePart(graphFigure, view: StartPage.view, in: services.figures) }
            return page.response()
        }
    }
}
