import HTTPTypes
import Hummingbird

/// The routes of endpoints: each checks its fields, answers `HEAD` where it answers `GET`, and says what it takes to those who ask otherwise.
struct EndpointRoutes: RouteGroup {
    private let endpoints: [Endpoint]
    private let services: ExplorerServices

    init(_ services: ExplorerServices) {
        self.services = services
        endpoints = Endpoint.all(services)
    }

    func add(to router: Router<ExplorerContext>) {
        var paths: [String: [Endpoint]] = [:]
        for endpoint in endpoints { paths[endpoint.path, default: []].append(endpoint) }
        for endpoints in paths.values { add(endpoints, to: router) }
    }

    private static let others: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect, .query]

    /// - Parameter endpoints: those of one path.
    private func add(_ endpoints: [Endpoint], to router: Router<ExplorerContext>) {
        let path = RouterPath(endpoints[0].address)
        var taken: [HTTPRequest.Method] = []
        for endpoint in endpoints {
            taken.append(endpoint.method)
            router.on(path, method: endpoint.method) { [services] request, _ in
                try await Self.respond(to: request, endpoint, services)
            }
            guard endpoint.method == .get else { continue }
            taken.append(.head)
            router.on(path, method: .head) { [services] request, _ in
                let response = try await Self.respond(to: request, endpoint, services)
                var head = response.createHeadResponse()
                if response.headers[.contentLength] == nil {
                    // Of a body whose length is not known, the mark of its end would be sent, which a client takes for the next answer.
                    head.body = ResponseBody { _ in throw CancellationError() }
                    head.headers[.connection] = "close"
                }
                return head
            }
        }
        let allowed = taken.map(\.rawValue).joined(separator: ", ")
        for method in Self.others where !taken.contains(method) {
            router.on(path, method: method) { _, _ -> Response in throw Problem.methodNotAllowed(allowed) }
        }
    }

    private static func respond(
        to request: Request, _ endpoint: Endpoint, _ services: ExplorerServices
    ) async throws -> Response {
        let fields = FormFields(request.uri.query ?? "")
        try QueryField.check(fields, against: endpoint.fields)
        let request = APIRequest(request: request, fields: fields, services: services)
        guard endpoint.isKept else { return try await answer(request, endpoint) }
        let state = try await services.read { try $0.stateTag() }
        return try await EntityTag.response(to: request.request, state: state) { try await answer(request, endpoint) }
    }

    private static func answer(_ request: APIRequest, _ endpoint: Endpoint) async throws -> Response {
        guard endpoint.isWatched else { return try await endpoint.answer(request) }
        do {
            var response = try await request.request.body.consumeWithCancellationOnInboundClose { body in
                var request = request
                request.request = Request(head: request.request.head, body: body)
                return try await endpoint.answer(request)
            }
            response.headers[.connection] = "close"
            return response
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw LastAnswer(error: error)
        }
    }
}

/// An error on a connection that ends with its answer.
struct LastAnswer: Error {
    let error: any Error
}

extension Response {
    /// - Parameter next: the address of the next page.
    static func json(_ text: String, next: String? = nil) -> Response {
        var response = Response(status: .ok, headers: [.contentType: "application/json"], body: .text(text + "\n"))
        if let next { response.headers[.link] = "<\(next)>; rel=\"next\"" }
        return response
    }
}
