import Hummingbird

extension Explorer {
    /// The pages, and the files that they need.
    static func pageRoutes(_ services: ExplorerServices) -> [any RouteGroup] {
        []
    }
}
