import GraphFormats
import GraphQuery

/// Something that an assistant can ask.
struct Tool: Sendable {
    let name: String
    let title: String
    /// When to use it, and what it gives.
    let details: String
    var fields: [QueryField] = []
    /// Arguments beside the fields: the schema of each.
    var others: JSONValue = [:]
    /// Names of others that must be there.
    var required: [String] = []
    let answer: JSONValue
    let call: @Sendable (ToolCall) async throws -> JSONText

    static let all: [Tool] = [.searchActors, .who, .path, .query, .evidence, .extract]

    /// As `tools/list` has it.
    var description: JSONValue {
        [
            "name": .string(name), "title": .string(title), "description": .string(details), "inputSchema": input, "outputSchema": answer,
            "annotations": [
                "title": .string(title), "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true, "openWorldHint": false,
            ],
        ]
    }

    private var input: JSONValue {
        var properties = others
        for field in fields {
            let schema = JSONValue.described(field.schema, field.summary)
            properties = properties.adding(
                field.name, field.isRepeated ? ["type": "array", "items": field.schema, "description": .string(field.summary)] : schema)
        }
        return [
            "type": "object", "properties": properties,
            "required": .array((required + fields.filter(\.isRequired).map(\.name)).map { .string($0) }), "additionalProperties": false,
        ]
    }

    /// The result of a call. What goes wrong is a result too, so that an assistant reads how to go on.
    func result(of call: ToolCall, _ version: ProtocolVersion?) async -> JSONText {
        do {
            var call = call
            call.fields = try FormFields(arguments: call.arguments, of: self)
            try QueryField.check(call.fields, against: fields)
            let answer = try await self.call(call)
            return .object { json in
                json.key("content") { json in
                    json.array([answer.text]) { json, text in
                        json.object { json in
                            json.key("type", "text")
                            json.key("text", text)
                        }
                    }
                }
                json.key("structuredContent") { $0.write(answer) }
                json.key("isError") { $0.write(false) }
                json.finish(version)
            }
        } catch {
            let problem = Problem(error)
            return .object { json in
                json.key("content") { json in
                    json.array([problem.remedy]) { json, text in
                        json.object { json in
                            json.key("type", "text")
                            json.key("text", text)
                        }
                    }
                }
                json.key("isError") { $0.write(true) }
                json.finish(version)
            }
        }
    }
}

/// A call of a tool.
struct ToolCall: Sendable {
    let arguments: JSONValue
    let services: ExplorerServices
    /// The arguments that fields describe, checked.
    var fields = FormFields([])

    func number(_ field: QueryField, default number: Int) -> Int { fields[field.name].flatMap(Int.init) ?? number }
}

extension FormFields {
    /// - Throws: `Problem` for an argument that is of another kind than its field.
    fileprivate init(arguments: JSONValue, of tool: Tool) throws(Problem) {
        var fields: [Field] = []
        for member in arguments.members ?? [] where tool.others[member.name] == nil && member.value != .null {
            switch member.value {
            case .string(let text): fields.append(Field(name: member.name, value: text))
            case .integer(let number): fields.append(Field(name: member.name, value: String(number)))
            case .array(let elements):
                for element in elements {
                    guard let text = element.text else { throw .badRequest("`\(member.name.prefix(50))` is a list of texts") }
                    fields.append(Field(name: member.name, value: text))
                }
            default: throw .badRequest("`\(member.name.prefix(50))` is a text, a whole number or a list of texts")
            }
        }
        self.init(fields)
    }
}

extension Problem {
    /// What is wrong and how to go on, for an assistant.
    fileprivate var remedy: String {
        var text = "\(title): \(excerpt ?? detail)"
        if kind == "unknown-actor" { text += "; search_actors finds actors by parts of their names" }
        if !candidates.isEmpty { text += "\nCandidates: " + candidates.map { "\($0.name) (\($0.id))" }.joined(separator: "; ") }
        return text
    }
}
