import Hummingbird

extension Explorer {
    /// The pages, and the files that they need.
    static func pageRoutes(_ services: ExplorerServices) -> [any RouteGroup] {
        [
            AssetRoutes(), StartRoutes(services: services), SearchRoutes(services: services), ActorRoutes(services: services),
            FigureRoutes(services: services), StatementRoutes(services: services), PathRoutes(services: services),
            QueryRoutes(services: services), ArticleRoutes(services: services),
            DuplicatesRoutes(services: services),
        ]
    }
}
