import HTTPTypes
import Hummingbird

/// One thing that programs can ask: what it takes and gives, in the words of its description, and how it is answered.
///
/// The list ``all(_:)`` is the API: routes, checks of fields and the OpenAPI description are made from it.
struct Endpoint: Sendable {
    var method = HTTPRequest.Method.get
    /// Below `/api/v1/`.
    let path: String
    /// One line.
    let summary: String
    var details = ""
    var fields: [QueryField] = []
    var body: [Content] = []
    /// Forms of the answer; the first is the usual one.
    let answers: [Content]
    /// Statuses of problems that it may answer with, beside those of every endpoint.
    var problems: [HTTPResponse.Status] = []
    /// Whether the answer depends on the database and the address alone, so that a client may keep it.
    var isKept = true
    /// Whether the work may take long and ends when the client goes away. The connection ends with the answer then.
    var isWatched = false
    let answer: @Sendable (APIRequest) async throws -> Response

    /// A body in one of its forms.
    struct Content: Sendable {
        var mediaType: String
        var schema: JSONValue
        var example: JSONValue?

        static func json(_ schema: JSONValue, example: JSONValue? = nil) -> Content {
            Content(mediaType: "application/json", schema: schema, example: example)
        }

        static func text(_ mediaType: String, example: JSONValue? = nil) -> Content {
            Content(mediaType: mediaType, schema: ["type": "string", "minLength": 1], example: example)
        }

        /// OpenAPI 3.1 gives what is not text no type.
        static func binary(_ mediaType: String) -> Content { Content(mediaType: mediaType, schema: [:]) }
    }

    /// Where programs ask.
    static let root = "/api/v1"

    var address: String { "\(Self.root)/\(path)" }

    /// Everything that can be asked.
    static func all(_ services: ExplorerServices) -> [Endpoint] {
        let endpoints: [Endpoint] = [
            .search, .actors, .actor, .statements, .statement, .documents, .document, .paths, .query, .queryWithParameters, .figure,
            .report,
            .export, .extract(limit: services.options.limits.article), .stats, .relations,
        ]
        return endpoints + [.description(of: endpoints, version: "1.0.0")]
    }
}

/// A request whose fields have been checked.
struct APIRequest: Sendable {
    var request: Request
    let fields: FormFields
    let services: ExplorerServices

    /// The number of a field that has been checked.
    func number(_ field: QueryField, default number: Int) -> Int { fields[field.name].flatMap(Int.init) ?? number }

    /// The address of this list after a place in it.
    func address(after cursor: String) -> String {
        var query = QueryString()
        for field in fields.fields where field.name != QueryField.cursor.name { query.append(field.name, field.value) }
        query.append(QueryField.cursor.name, cursor)
        return query.after(request.uri.path)
    }
}
