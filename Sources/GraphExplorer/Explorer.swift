public import GraphDrawing
public import GraphStore
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
public import RelationExtraction

/// The graph of a database as web pages and as an HTTP API, served on this machine.
///
/// ```swift
/// let store = try GraphStore(path: "news.sqlite", mode: .reading)
/// try await Explorer(store: store, renderer: RenderWorkers()).run { print("open \($0)") }
/// ```
/// Nothing outside is asked for anything: pages, style sheet and script come from here. It listens to this machine alone unless the options say otherwise,
/// changes nothing unless it is given a store to edit, and stops when the process is told to (`SIGINT`, `SIGTERM`), after what is being answered.
public struct Explorer: Sendable {
    let services: ExplorerServices
    private let metrics = RequestMetrics()

    /// - Parameters:
    ///   - store: open for reading.
    ///   - editing: the same database open for writing, for merges, splits and added articles; nil refuses them.
    ///   - renderer: `RenderWorkers` keeps a figure that fails from taking the server with it.
    ///   - catalogue: labels of relations, and what the rules behind statements look for; without one relations go by their names.
    ///   - extractor: reads articles that are pasted; called once, when the first one is. Nil refuses them.
    public init(
        store: GraphStore, editing: GraphStore? = nil, renderer: some Renderer, catalogue: RelationCatalogue? = nil,
        extractor: (@Sendable () throws -> Extractor)? = nil,
        options: ExplorerOptions = ExplorerOptions()
    ) {
        services = ExplorerServices(
            store: store, editing: editing, renderer: renderer, catalogue: catalogue, extractor: extractor, options: options)
    }

    /// Serves until the process is told to stop.
    ///
    /// - Parameter started: called with the address of the start page, once it can be opened.
    public func run(started: @escaping @Sendable (_ address: String) -> Void) async throws {
        let options = services.options
        let limits = options.limits
        let log = RequestLog.logger
        let application = Application(
            responder: router().buildResponder(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [
                        RequestDeadline(request: .seconds(Int64(limits.requestSeconds)), stalled: .seconds(Int64(limits.stalledSeconds)))
                    ],
                    idleTimeout: .seconds(Int64(limits.idleSeconds)),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? options.port
                started("http://\(RequestCheck.shown(options.host)):\(port)/")
            },
            logger: log)
        try await application.runService()
    }

    /// Every route behind what every request goes through.
    func router() -> Router<ExplorerContext> {
        let router = Router(context: ExplorerContext.self)
        router.addMiddleware {
            RequestLog(metrics: metrics)
            ResponseHeaders(styles: FigureStyle.sources)
            ProblemAnswers(title: services.options.title)
            RequestCheck(services.options)
            ResponseCompression()
        }
        let routes: [any RouteGroup] = [HealthRoutes(services, metrics)] + Self.pageRoutes(services) + Self.programRoutes(services)
        for group in routes { group.add(to: router) }
        return router
    }
}

/// Routes that belong together.
protocol RouteGroup {
    func add(to router: Router<ExplorerContext>)
}
