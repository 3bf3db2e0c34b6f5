import Hummingbird

extension Explorer {
    /// What programs ask: `/api/v1`.
    static func programRoutes(_ services: ExplorerServices) -> [any RouteGroup] {
        [EndpointRoutes(services)]
    }
}
