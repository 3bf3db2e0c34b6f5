import GraphStore
import HTTPTypes
import Hummingbird

extension Router<ExplorerContext> {
    /// A page that depends on its address and the database alone: who has it already is told so.
    func page(
        _ path: RouterPath, _ services: ExplorerServices, make: @escaping @Sendable (FormFields) async throws -> Response
    ) {
        @Sendable func respond(_ request: Request) async throws -> Response {
            let state = try await services.read { try $0.stateTag() }
            return try await EntityTag.response(to: request, state: state) {
                do {
                    return try await make(FormFields(request.uri.query ?? ""))
                } catch GraphStoreError.unknownActor(let name, _) {
                    // What was looked for may be written another way, or stand in a sentence.
                    let words = String(name.unicodeScalars.prefix(SearchRoutes.longestQuery))
                    return try await services.read { try SearchPage(words, in: $0, services: services) }.response(status: .notFound)
                }
            }
        }
        get(path) { request, _ in try await respond(request) }
        head(path) { request, _ in
            let response = try await respond(request)
            var head = response.createHeadResponse()
            head.headers[.contentLength] = response.headers[.contentLength]
            return head
        }
    }
}
