import GraphStore
import Testing

@testable import GraphExplorer

@Suite("The OpenAPI description")
struct OpenAPITests {
    private func description() async throws -> JSONValue { try await TestServer.harbourStrike.value.get("openapi.json").json }

    @Test("has every route of the API, and no other")
    func routes() async throws {
        let paths = try await description()["paths"]?.members ?? []
        let described = Set(paths.flatMap { path in (path.value.members ?? []).map { "\($0.name.uppercased()) \(path.name)" } })
        var declared: Set<String> = []
        let explorer = Explorer(store: try GraphStore.inMemory(), renderer: .thisProcess)
        for route in explorer.router().routes where "\(route.path)".hasPrefix("/api/v1") || "\(route.path)".hasPrefix("api/v1") {
            let path = "\(route.path)".hasPrefix("/") ? "\(route.path)" : "/\(route.path)"
            // Others are declared too, to be refused.
            let answer = try await TestServer.harbourStrike.value.ask(route.method.rawValue, path)
            if answer.status != 405 { declared.insert("\(route.method.rawValue) \(path)") }
        }
        #expect(declared.count > 20)
        #expect(described == declared)
    }

    @Test("has the very fields that each route takes")
    func fields() async throws {
        for path in try await description()["paths"]?.members ?? [] {
            for operation in path.value.members ?? [] {
                let described = operation.value["parameters"]?.elements.compactMap { $0["name"]?.text } ?? []
                // A route names its fields to who gives another.
                let answer = try await TestServer.harbourStrike.value.ask(
                    operation.name == "head" ? "GET" : operation.name.uppercased(), "\(path.name)?no-such-field=1")
                #expect(answer.status == 400)
                let detail = try answer.json["detail"]?.text ?? ""
                let names = detail.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.dropFirst().map { String($0.element) }
                #expect(names == described, "\(operation.name) \(path.name)")
            }
        }
    }

    @Test("refers to schemas that are there, and has none that nothing refers to")
    func references() async throws {
        let description = try await description()
        var found: Set<String> = []
        func collect(_ value: JSONValue) {
            if let reference = value["$ref"]?.text { found.insert(reference) }
            for member in value.members ?? [] { collect(member.value) }
            for element in value.elements { collect(element) }
        }
        collect(description)
        let schemas = (description["components"]?["schemas"]?.members ?? []).map { "#/components/schemas/\($0.name)" }
        #expect(found.subtracting(["#/components/responses/Problem"]) == Set(schemas))
    }

    @Test("is true of the answers: every member that they have is described, and every required one is there")
    func answers() async throws {
        let description = try await description()
        let schemas = description["components"]?["schemas"] ?? [:]
        let requests = [
            "search": "q=ida", "actors": "limit=3", "actor": "id=Kestria", "statements": "limit=20", "documents": "",
            "document": "id=harbour-strike",
            "paths": "from=Marta+Quell&to=Kestria", "query": "q=RETURN+1", "figure": "format=json", "stats": "", "relations": "",
        ]
        for (path, query) in requests {
            let answer = try await TestServer.harbourStrike.value.ask("GET", "/api/v1/\(path)?\(query)")
            #expect(answer.status == 200)
            let content = description["paths"]?["/api/v1/\(path)"]?["get"]?["responses"]?["200"]?["content"]
            let schema = try #require(content?["application/json"]?["schema"])
            #expect(SchemaCheck(schemas: schemas).faults(of: try answer.json, schema, at: path) == [])
        }
    }
}

/// As much of JSON Schema as the descriptions use.
struct SchemaCheck {
    let schemas: JSONValue

    func faults(of value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        if let reference = schema["$ref"]?.text {
            guard let target = reference.split(separator: "/").last.flatMap({ schemas[String($0)] }) else {
                return ["\(place): no \(reference)"]
            }
            return faults(of: value, target, at: place)
        }
        if case .array(let choices)? = schema["anyOf"] {
            return choices.contains { faults(of: value, $0, at: place).isEmpty } ? [] : ["\(place): none of the choices"]
        }
        var found: [String] = []
        let types = schema["type"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
        if !types.isEmpty, !types.contains(where: value.isType) { found.append("\(place): not \(types)") }
        if case .array(let values)? = schema["enum"], !values.contains(value) { found.append("\(place): none of the values") }
        for name in schema["required"]?.elements.compactMap(\.text) ?? [] where value[name] == nil {
            found.append("\(place): \(name) is missing")
        }
        if let properties = schema["properties"] {
            for member in value.members ?? [] {
                guard let property = properties[member.name] else {
                    found.append("\(place): \(member.name) is not described")
                    continue
                }
                found += faults(of: member.value, property, at: "\(place).\(member.name)")
            }
        }
        if let items = schema["items"] {
            for element in value.elements { found += faults(of: element, items, at: "\(place)[]") }
        }
        return found
    }
}

extension JSONValue {
    func isType(_ name: String) -> Bool {
        switch self {
        case .null: name == "null"
        case .boolean: name == "boolean"
        case .integer: name == "integer" || name == "number"
        case .number: name == "number"
        case .string: name == "string"
        case .array: name == "array"
        case .object: name == "object"
        }
    }
}
