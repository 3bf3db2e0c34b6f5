import Hummingbird

/// Refuses requests that are not for this server, or not from its own pages, or lack the token.
///
/// - `Host` must be a name of this machine (against DNS rebinding).
/// - What changes something must come from a page of the same origin (`Origin`, `Sec-Fetch-Site`), and carry the form's token, which its route checks.
/// - Beyond this machine every request must carry the access token, once in the address and then in a cookie, or as a bearer.
struct RequestCheck: RouterMiddleware {
    private let hosts: Set<String>
    /// Whether any address in digits is a name of this machine: it listens to all of them.
    private let takesAddresses: Bool
    private let token: AccessToken?

    init(_ options: ExplorerOptions) {
        hosts = Set((["localhost", "127.0.0.1", "[::1]", Self.shown(options.host)] + options.allowedHosts).map { $0.lowercased() })
        takesAddresses = ["0.0.0.0", "::"].contains(options.host)
        token = options.token.map(AccessToken.init)
    }

    func handle(
        _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
        let host = request.head.authority ?? ""
        guard isOurs(host) else {
            throw Problem(
                status: .misdirectedRequest, kind: "wrong-host", title: "This server has another name",
                detail:
                    "the request is for a host that this server does not answer to; start it with `--allow-host NAME` if that is its name")
        }
        if request.method != .get, request.method != .head {
            try checkOrigin(of: request, host: host)
        }
        if let token {
            switch token.check(request) {
            case .shown: break
            case .exchange(let response): return response
            case .missing: throw AccessToken.problem
            }
        }
        return try await next(request, context)
    }

    /// An address as URLs have it: IPv6 in brackets.
    static func shown(_ host: String) -> String { host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host }

    private func isOurs(_ authority: String) -> Bool {
        let name = Self.name(ofAuthority: authority)
        if hosts.contains(name) { return true }
        return takesAddresses && !name.isEmpty && (name.hasPrefix("[") || name.allSatisfy { $0.isNumber || $0 == "." })
    }

    /// Without the port, in small letters.
    private static func name(ofAuthority authority: String) -> String {
        if authority.hasPrefix("[") { return authority.prefix { $0 != "]" }.lowercased() + "]" }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    private func checkOrigin(of request: Request, host: String) throws {
        let origin = request.headers[.origin]
        let site = request.headers[.secFetchSite]
        let isSameSite = site == nil || site == "same-origin" || site == "none"
        let isSameOrigin = origin == nil || origin == "http://\(host)" || origin == "https://\(host)"
        guard isSameSite, isSameOrigin else {
            throw Problem.forbidden("the request comes from another site; send it from a page of this server")
        }
    }
}
