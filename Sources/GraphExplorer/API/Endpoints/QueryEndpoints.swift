import GraphFormats
import GraphQuery
import Hummingbird

extension Endpoint {
    private static let language =
        "openCypher, reading clauses only. Nodes are actors with a label by their type (`:Person`, `:Country`, …), relationships are statements with the "
        + "relation in capitals as their type (`:SPOKE_WITH`). `EXPLAIN` in front of a query gives its plan."
    private static let longest = 20_000

    static let query = Endpoint(
        path: "query", summary: "The rows of a Cypher query", details: language,
        fields: [
            QueryField(
                name: "q", summary: "the query", kind: .text(longest: 8_000), isRequired: true,
                example: "MATCH (a)-[r]->(b) RETURN a.name, type(r), b.name LIMIT 3")
        ],
        answers: [.json(.reference("QueryAnswer"))], problems: [.unprocessableContent], isKept: false, isWatched: true
    ) { request in
        try await rows(of: request.fields["q"] ?? "", [:], for: request)
    }

    static let queryWithParameters = Endpoint(
        method: .post, path: "query", summary: "The rows of a Cypher query with parameters", details: language,
        body: [
            .json(
                .reference("Query"),
                example: ["q": "MATCH (a {name: $who})-[r]-(b) RETURN b.name, r.sentence", "parameters": ["who": "Ida Holm"]])
        ],
        answers: [.json(.reference("QueryAnswer"))], problems: [.unprocessableContent, .contentTooLarge, .unsupportedMediaType],
        isKept: false, isWatched: true
    ) { request in
        let body = try await request.jsonBody(upTo: request.services.options.limits.body)
        try body.check(members: ["q", "parameters"])
        guard let text = body["q"]?.text else { throw Problem.badRequest("`q` is missing: the query, as text") }
        guard text.unicodeScalars.count <= longest else { throw Problem.badRequest("`q` has more than \(longest) characters") }
        let given = body["parameters"] ?? [:]
        guard let members = given.members else { throw Problem.badRequest("`parameters` is an object: a value for each name") }
        let parameters = Dictionary(members.map { ($0.name, Value($0.value)) }, uniquingKeysWith: { first, _ in first })
        return try await rows(of: text, parameters, for: request)
    }

    private static func rows(of text: String, _ parameters: [String: Value], for request: APIRequest) async throws -> Response {
        let limits = QueryLimits(request.services.options.limits)
        return .json(
            try await request.services.query { store in
                do {
                    let result = try PreparedQuery(text).run(on: store, parameters: parameters, limits: limits)
                    return JSONText.text { $0.write(result) }
                } catch let error as QueryError {
                    throw Problem(error, in: text)
                }
            })
    }
}

extension QueryLimits {
    init(_ limits: ExplorerOptions.Limits) {
        self.init(rows: limits.rows, elements: 4_000_000, time: .seconds(limits.querySeconds))
    }
}

extension JSONText {
    mutating func write(_ result: QueryResult) {
        object { json in
            json.key("columns", result.columns)
            json.key("rows") { $0.array(result.rows) { $0.write(row: $1, of: result) } }
        }
    }
}

extension Value {
    /// The value that JSON gives a parameter.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .float(value)
        case .string(let value): self = .string(value)
        case .array(let elements): self = .list(elements.map { Value($0) })
        case .object(let members):
            self = .map(Dictionary(members.map { ($0.name, Value($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
