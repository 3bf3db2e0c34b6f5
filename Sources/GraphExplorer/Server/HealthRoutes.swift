import Hummingbird

/// `/healthz` and `/metrics`: for whoever watches over the server.
struct HealthRoutes: RouteGroup {
    private let services: ExplorerServices
    private let metrics: RequestMetrics

    init(_ services: ExplorerServices, _ metrics: RequestMetrics) {
        self.services = services
        self.metrics = metrics
    }

    func add(to router: Router<ExplorerContext>) {
        router.get("healthz") { [services] _, _ in
            _ = try await services.read { try $0.stateTag() }
            return Response(status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: .text("ok\n"))
        }
        router.get("metrics") { [metrics] _, _ in
            Response(status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"], body: .text(metrics.text))
        }
    }
}

extension ResponseBody {
    static func text(_ text: String) -> ResponseBody { .init(byteBuffer: ByteBuffer(string: text)) }
    static func bytes(_ bytes: [UInt8]) -> ResponseBody { .init(byteBuffer: ByteBuffer(bytes: bytes)) }
}
