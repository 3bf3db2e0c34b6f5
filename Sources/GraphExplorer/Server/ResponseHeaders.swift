import HTTPTypes
import Hummingbird

/// The headers of every answer: what a browser may do with it.
///
/// Nothing but what this server sends may run, be shown, be sent to or frame it; there is no inline script. `style-src` has the hashes of
/// the style sheets that are inside figures.
struct ResponseHeaders: RouterMiddleware {
    typealias Context = ExplorerContext

    private let policy: String

    /// - Parameter styles: sources of style sheets beside the site's own, as a policy names them.
    init(styles: [String]) {
        policy =
            "default-src 'none'; script-src 'self'; style-src \((["'self'"] + styles).joined(separator: " ")); img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // An image that is opened by itself brings its own style sheet and nothing else.
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // With none at all a form would come from "null", and could not be told from another site's.
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
        return response
    }
}

extension HTTPField.Name {
    static let link = known("Link")
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
    static let secFetchSite = known("Sec-Fetch-Site")

    private static func known(_ name: String) -> Self {
        guard let name = Self(name) else { preconditionFailure("\(name) is no name of a header") }
        return name
    }
}
