import Hummingbird

/// The word without which a server that others can reach answers nothing.
///
/// It is given once in the address that the server prints, and from then on in a cookie that no script can read; programs send it as
/// `Authorization: Bearer TOKEN`.
struct AccessToken: Sendable {
    private let token: String

    enum Outcome {
        case shown
        /// The cookie, and the same address without the token.
        case exchange(Response)
        case missing
    }

    init(_ token: String) {
        self.token = token
    }

    static let problem = Problem(
        status: .unauthorized, kind: "no-token", title: "A token is needed",
        detail: "open the address that the server printed when it was started; programs send `Authorization: Bearer TOKEN`")

    func check(_ request: Request) -> Outcome {
        if let cookie = request.cookies[Self.cookie]?.value, isToken(cookie) { return .shown }
        if let header = request.headers[.authorization], header.hasPrefix("Bearer "), isToken(String(header.dropFirst(7))) { return .shown }
        guard request.method == .get, let given = FormFields(request.uri.query ?? "")["token"], isToken(given) else { return .missing }
        var response = Response(status: .seeOther, headers: [.location: request.uri.path.hasPrefix("//") ? "/" : request.uri.path])
        response.setCookie(Cookie(name: Self.cookie, value: token, path: "/", secure: false, httpOnly: true, sameSite: .strict))
        return .exchange(response)
    }

    private static let cookie = "newsgraph-token"

    private func isToken(_ given: String) -> Bool { SecretText.equal(given, token) }
}

/// Texts that others must not guess.
enum SecretText {
    /// 32 hexadecimal digits from the system's own source of chance.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// In a time that does not tell where they differ.
    static func equal(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
