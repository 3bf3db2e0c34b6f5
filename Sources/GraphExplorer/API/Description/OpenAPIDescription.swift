import GraphFormats
import HTTPTypes
import Hummingbird

extension Endpoint {
    /// The description of endpoints, and of itself.
    static func description(of endpoints: [Endpoint], version: String) -> Endpoint {
        // It describes itself too, so it is made in two steps.
        let itself = description(text: "")
        return description(text: OpenAPIDescription(endpoints + [itself], version: version).json)
    }

    private static func description(text: String) -> Endpoint {
        Endpoint(
            path: "openapi.json", summary: "This description, in OpenAPI 3.1",
            answers: [.json(["type": "object", "required": ["openapi", "info", "paths"]])]
        ) { _ in .json(text) }
    }
}

/// The API in OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1.html.
struct OpenAPIDescription {
    private let endpoints: [Endpoint]
    private let version: String

    init(_ endpoints: [Endpoint], version: String) {
        self.endpoints = endpoints
        self.version = version
    }

    var json: String { JSONText.text { $0.write(value) } }

    private var value: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "newsgraph", "version": .string(version),
                "description":
                    "Who did what to whom in a collection of news, with the sentences that say so. Served by `newsgraph explore DB`. Answers are the same as those of the command.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/", "description": "this server"]],
            "paths": paths,
            "components": [
                "schemas": .object(APISchemas.all.map { JSONValue.Member(name: $0.name, value: $0.schema) }),
                "responses": ["Problem": problem],
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "asked for by a server that listens to others than its own machine",
                    ]
                ],
            ],
            "security": [[:], ["token": []]],
        ]
    }

    private var paths: JSONValue {
        var paths: [JSONValue.Member] = []
        for endpoint in endpoints {
            let method = endpoint.method.rawValue.lowercased()
            var operations = [JSONValue.Member(name: method, value: operation(endpoint, id: method + name(of: endpoint)))]
            if endpoint.method == .get { operations.append(JSONValue.Member(name: "head", value: head(of: endpoint))) }
            if let place = paths.firstIndex(where: { $0.name == endpoint.address }) {
                paths[place].value = .object((paths[place].value.members ?? []) + operations)
            } else {
                paths.append(JSONValue.Member(name: endpoint.address, value: .object(operations)))
            }
        }
        return .object(paths)
    }

    private func name(of endpoint: Endpoint) -> String {
        let word = endpoint.path.prefix { $0 != "." }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private func operation(_ endpoint: Endpoint, id: String) -> JSONValue {
        var operation: JSONValue = ["operationId": .string(id), "summary": .string(endpoint.summary)]
        if !endpoint.details.isEmpty { operation = operation.adding("description", .string(endpoint.details)) }
        operation = operation.adding("parameters", .array(endpoint.fields.map(parameter)))
        if !endpoint.body.isEmpty {
            operation = operation.adding("requestBody", ["required": true, "content": content(endpoint.body)])
        }
        return operation.adding("responses", responses(of: endpoint))
    }

    private func head(of endpoint: Endpoint) -> JSONValue {
        [
            "operationId": .string("head" + name(of: endpoint)), "summary": "The headers of the same",
            "parameters": .array(endpoint.fields.map(parameter)),
            "responses": [
                "200": ["description": "there is an answer"], "default": ["description": "there is none; `GET` says why"],
            ],
        ]
    }

    private func parameter(_ field: QueryField) -> JSONValue {
        var parameter: JSONValue = ["name": .string(field.name), "in": "query", "description": .string(field.summary)]
        if field.isRequired { parameter = parameter.adding("required", true) }
        let schema = field.schema
        parameter = parameter.adding("schema", field.isRepeated ? ["type": "array", "items": schema, "maxItems": 50] : schema)
        if field.isRepeated { parameter = parameter.adding("style", "form").adding("explode", true) }
        return field.example.map { parameter.adding("example", $0) } ?? parameter
    }

    private func content(_ contents: [Endpoint.Content]) -> JSONValue {
        .object(
            contents.map { content in
                var value: JSONValue = ["schema": content.schema]
                if let example = content.example { value = value.adding("example", example) }
                return JSONValue.Member(name: content.mediaType, value: value)
            })
    }

    private func responses(of endpoint: Endpoint) -> JSONValue {
        var responses: JSONValue = [
            "200": ["description": "the answer", "headers": headers(of: endpoint), "content": content(endpoint.answers)]
        ]
        if endpoint.isKept { responses = responses.adding("304", ["description": "the client has it already (`If-None-Match`)"]) }
        for status in ([.badRequest] + endpoint.problems).sorted(by: { $0.code < $1.code }) {
            responses = responses.adding("\(status.code)", ["$ref": "#/components/responses/Problem"])
        }
        return responses.adding("default", ["$ref": "#/components/responses/Problem"])
    }

    private func headers(of endpoint: Endpoint) -> JSONValue {
        var headers: JSONValue = [:]
        if endpoint.isKept {
            headers = headers.adding(
                "ETag", ["description": "changes with the database and with every start of the server", "schema": ["type": "string"]])
        }
        if endpoint.fields.contains(where: { $0.name == QueryField.cursor.name }) {
            headers = headers.adding("Link", ["description": "`rel=\"next\"`: the next page", "schema": ["type": "string"]])
        }
        return headers
    }

    private var problem: JSONValue {
        [
            "description": "why there is no answer, and how to go on (RFC 9457)",
            "content": [
                "application/problem+json": [
                    "schema": .reference("Problem"),
                    "example": [
                        "type": "/api/v1/problems#ambiguous-actor", "title": "More than one actor has this name", "status": 409,
                        "detail": "“holm” may be one of several actors; choose one, by its id",
                        "candidates": [["id": "person/ida-holm", "name": "Ida Holm"], ["id": "person/per-holm", "name": "Per Holm"]],
                    ],
                ]
            ],
        ]
    }
}

extension JSONValue {
    /// A schema of ``APISchemas``.
    static func reference(_ name: String) -> JSONValue { ["$ref": "#/components/schemas/\(name)"] }
}
