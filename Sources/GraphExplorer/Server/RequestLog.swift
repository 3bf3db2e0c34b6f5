import Foundation
import Hummingbird
import Logging

/// A line of JSON for each request on standard error, and the counts behind `/metrics`.
///
/// Neither addresses with their queries nor bodies are logged: what people look for is their own affair.
struct RequestLog: RouterMiddleware {
    let metrics: RequestMetrics

    static let logger: Logger = {
        var logger = Logger(label: "newsgraph.explorer") { _ in JSONLogHandler() }
        logger.logLevel = ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .warning
        return logger
    }()

    func handle(
        _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        metrics.begin()
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            metrics.end(route: "other", status: 500, after: ContinuousClock.now - start)
            throw error
        }
        let elapsed = ContinuousClock.now - start
        let route = context.endpointPath ?? "other"
        metrics.end(route: route, status: response.status.code, after: elapsed)
        context.logger.log(
            level: response.status.code >= 500 ? .error : .info, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
                "ms": "\(elapsed.milliseconds)",
            ])
        return response
    }
}

extension Duration {
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
    }
}
