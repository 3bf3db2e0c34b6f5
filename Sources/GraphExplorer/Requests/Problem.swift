import Hummingbird

/// Why a request has no answer: what and how to go on, for people and programs.
///
/// Source of the JSON form: RFC 9457, problem details for HTTP APIs.
struct Problem: Error, Sendable, Hashable {
    var status: HTTPResponse.Status
    /// Stable name of the kind of problem, such as `unknown-actor`.
    var kind: String
    /// The kind of problem in words.
    var title: String
    /// What is wrong with this request, and what to do.
    var detail: String
    /// Actors that may be meant: id and name.
    var candidates: [Candidate] = []
    /// Text with a mark under the place that is wrong; for queries.
    var excerpt: String?
    /// Seconds after which the same request may have an answer.
    var retryAfter: Int?
    /// The methods that are taken, when it was another that was not: `Allow`.
    var allowed: String?
    /// Whether the connection ends with the answer.
    var isLast = false

    struct Candidate: Sendable, Hashable {
        var id: String
        var name: String
    }

    static func badRequest(_ detail: String) -> Problem {
        Problem(status: .badRequest, kind: "bad-request", title: "The request cannot be read", detail: detail)
    }

    static func notFound(_ what: String) -> Problem {
        Problem(status: .notFound, kind: "not-found", title: "Nothing is there", detail: what)
    }

    static func forbidden(_ detail: String) -> Problem {
        Problem(status: .forbidden, kind: "forbidden", title: "This is not allowed", detail: detail)
    }

    static func tooLarge(_ detail: String) -> Problem {
        Problem(status: .contentTooLarge, kind: "too-large", title: "That is too much", detail: detail)
    }

    static func methodNotAllowed(_ allowed: String) -> Problem {
        Problem(
            status: .methodNotAllowed, kind: "method-not-allowed", title: "The method is not taken here",
            detail: "this address takes \(allowed)", allowed: allowed)
    }

    static func unsupportedMediaType(_ detail: String) -> Problem {
        Problem(status: .unsupportedMediaType, kind: "media-type", title: "The body's form is not taken here", detail: detail)
    }

    static let busy = Problem(
        status: .serviceUnavailable, kind: "busy", title: "Too many are asking at once",
        detail: "as many requests as may wait are waiting; try again in a few seconds", retryAfter: 5)

    static let notEditable = Problem.forbidden(
        "the database is open for reading only; start `newsgraph explore DB --edit` to merge, split and add")
}
