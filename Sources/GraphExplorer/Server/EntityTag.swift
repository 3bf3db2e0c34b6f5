import HTTPTypes
import Hummingbird

/// Answers that depend on the database and the address alone: the client that has one already is told so (RFC 9110, 13.1.2).
enum EntityTag {
    /// Changes with every start of the server, whose pages and formats may be newer.
    private static let run = String(SecretText.random().prefix(8))

    /// The answer with its tag; `304 Not Modified` for a client that names it. `make` runs only when there is something to send.
    ///
    /// - Parameter state: the database's `stateTag()`.
    static func response(to request: Request, state: String, make: () async throws -> Response) async throws -> Response {
        let tag = "W/\"\(run)-\(state)\""
        if let known = request.headers[.ifNoneMatch], known == "*" || known.split(separator: ",").contains(where: { $0.trimmed == tag }) {
            return Response(status: .notModified, headers: [.eTag: tag, .vary: "Accept-Encoding"])
        }
        var response = try await make()
        if response.status == .ok { response.headers[.eTag] = tag }
        return response
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmingWhitespace }
}
