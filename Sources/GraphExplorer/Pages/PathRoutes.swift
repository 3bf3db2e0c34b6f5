import GraphStore
import Hummingbird
import KnowledgeGraph

/// `/path`: see ``PathPage``.
struct PathRoutes: RouteGroup {
    let services: ExplorerServices

    /// Statements of a step that are drawn.
    private static let drawn = 12

    func add(to router: Router<ExplorerContext>) {
        router.page("path", services) { fields in
            let request = try PathRequest(fields)
            let (made, figure) = try await services.read { store -> (PathPage, GraphFigure?) in
                let ends = PathRequest.Ends(
                    from: try PathRequest.Resolved(request.from, in: store), to: try PathRequest.Resolved(request.to, in: store))
                var paths: [Path] = []
                if let from = ends.from.actor, let to = ends.to.actor, from.id != to.id {
                    paths = try store.shortestPaths(
                        from: from.id, to: to.id, maximumLength: PathPage.longestChain, where: request.filter, limit: PathPage.mostChains)
                }
                let page = try PathPage(request, ends, paths, try store.statistics(), in: store, services: services)
                var seen: Set<Statement.ID> = []
                let statements = paths.flatMap(\.steps).flatMap { $0.statements.prefix(Self.drawn) }.filter { seen.insert($0.id).inserted }
                guard !statements.isEmpty else { return (page, nil) }
                return (page, try GraphFigure(of: statements, title: page.heading, relationLabels: services.relationLabels))
            }
            var page = made
            if let figure { page.figure = try await FigurePart(figure, view: GraphView(), in: services.figures) }
            return page.response()
        }
    }
}
