import KnowledgeGraph

/// The schemas of answers, in JSON Schema 2020-12, which OpenAPI 3.1 and the Model Context Protocol share.
enum APISchemas {
    struct Named: Sendable {
        var name: String
        var schema: JSONValue
    }

    static let all: [Named] = [
        Named(
            name: "Actor",
            schema: .record(
                ["id": ["type": "string", "examples": ["person/ida-holm"]], "name": .text, "type": .actorType], "who or what takes part")),
        Named(
            name: "Span",
            schema: [
                "type": "array", "items": .count, "minItems": 2, "maxItems": 2,
                "description": "first byte and the one after the last, in the document's UTF-8 text",
            ]),
        Named(
            name: "Participant",
            schema: .record([
                "id": .text, "name": .text, "type": .actorType,
                "mention": .optional(.record(["text": .text, "span": .reference("Span")])),
            ])),
        Named(name: "Statement", schema: statement),
        Named(name: "Counts", schema: .list(.record(["name": .text, "count": .count]), "the commonest first")),
        Named(
            name: "Document",
            schema: .record([
                "id": .text, "title": .textOrNull, "date": .dayOrNull, "source": .textOrNull, "url": .textOrNull,
            ])),
        Named(
            name: "Problem",
            schema: [
                "type": "object", "required": ["type", "title", "status", "detail"],
                "properties": [
                    "type": ["type": "string", "format": "uri-reference"], "title": .text,
                    "status": ["type": "integer", "minimum": 400, "maximum": 599], "detail": .text,
                    "candidates": .list(.record(["id": .text, "name": .text]), "actors that may be meant"),
                    "excerpt": ["type": "string", "description": "the query, with a mark under the place that is wrong"],
                ],
            ]),
        Named(
            name: "SearchAnswer",
            schema: .record([
                "actors": .list(
                    .record([
                        "id": .text, "name": .text, "type": .actorType, "match": .described(.text, "the name that has the words"),
                        "uses": .described(.count, "sides of statements that use this name"),
                    ])),
                "sentences": .list(
                    .record([
                        "document": .text, "date": .described(.dayOrNull, "of the document"), "sentence": .text, "index": .count,
                        "span": .reference("Span"), "statements": .described(.list(.text), "ids"),
                    ])),
            ])),
        Named(
            name: "ActorList",
            schema: .page(
                "actors",
                .record([
                    "id": .text, "name": .text, "type": .actorType, "names": .list(.text), "statements": .count, "events": .count,
                    "documents": .count, "first": .dayOrNull, "last": .dayOrNull,
                ]))),
        Named(
            name: "ActorProfile",
            schema: .record([
                "id": .text, "name": .text, "type": .actorType, "names": .list(.text),
                "merged": .list(.text, "ids of the actors that were merged into it"),
                "offices": .list(.reference("Statement"), "its offices, as statements: `detail` is the office"), "statements": .count,
                "first": .dayOrNull, "last": .dayOrNull, "classes": .reference("Counts"), "relations": .reference("Counts"),
                "statuses": .reference("Counts"),
                "counterparts": .list(
                    .record([
                        "id": .text, "name": .text, "type": .actorType, "statements": .count, "classes": .reference("Counts"),
                        "first": .dayOrNull, "last": .dayOrNull,
                    ]), "those on the other side, the busiest first"), "counterpartCount": .count,
                "months": .list(.record(["month": .text, "statements": .count, "classes": .reference("Counts")])),
            ])),
        Named(name: "StatementList", schema: .page("statements", .reference("Statement"))),
        Named(
            name: "StatementAnswer",
            schema: .record([
                "statement": .reference("Statement"), "document": .reference("Document"),
                "rule": .optional(
                    .record(
                        [
                            "relation": .text, "class": .relationClass, "label": .text, "inverse": .textOrNull,
                            "symmetric": .truth, "subjects": .list(.actorType), "objects": .list(.actorType),
                            "triggers": .list(.record(["form": .text, "words": .list(.text)])),
                        ], "the relation that found it, with the words that express it; null for one of another catalogue")),
            ])),
        Named(name: "DocumentList", schema: .page("documents", .reference("Document"))),
        Named(
            name: "DocumentAnswer",
            schema: .record([
                "id": .text, "title": .textOrNull, "date": .dayOrNull, "source": .textOrNull, "url": .textOrNull,
                "text": .textOrNull, "statements": .list(.reference("Statement")),
                "hasMore": .described(.truth, "whether the document has more statements than `limit`"),
            ])),
        Named(
            name: "PathList",
            schema: .record([
                "from": .reference("Actor"), "to": .reference("Actor"),
                "paths": .list(
                    .record([
                        "actors": .list(.text, "ids along the chain"),
                        "steps": .list(
                            .record([
                                "from": .text, "to": .text, "statements": .list(.reference("Statement"), "the oldest first"),
                            ])),
                    ]), "the shortest first; none when nothing links the two"),
            ])),
        Named(
            name: "Query",
            schema: [
                "type": "object", "required": ["q"], "additionalProperties": false,
                "properties": [
                    "q": ["type": "string", "minLength": 1, "maxLength": 20_000, "pattern": "\\S"],
                    "parameters": ["type": "object", "description": "values for `$name`"],
                ],
            ]),
        Named(
            name: "QueryAnswer",
            schema: .record([
                "columns": .list(.text), "rows": .list(["type": "object"], "an object with a member for each column"),
            ])),
        Named(
            name: "Figure",
            schema: .record([
                "svg": .text, "notes": .list(.text, "what the figure leaves out, and how to see it"), "nodes": .count, "edges": .count,
                "statements": .count,
            ])),
        Named(
            name: "Article",
            schema: [
                "type": "object", "required": ["text"], "additionalProperties": false,
                "properties": [
                    "text": ["type": "string", "minLength": 1, "pattern": "\\S"],
                    "title": ["type": ["string", "null"], "maxLength": 1000],
                    "date": ["type": ["string", "null"], "pattern": .string(QueryField.dayPattern)],
                    "url": ["type": ["string", "null"], "maxLength": 2000],
                ],
            ]),
        Named(
            name: "Extraction",
            schema: .record([
                "title": .textOrNull, "date": .dayOrNull, "statements": .list(.reference("Statement")), "warnings": .list(.text),
            ])),
        Named(
            name: "Statistics",
            schema: .record([
                "documents": .count, "sentences": .count, "actors": .count, "merges": .count, "statements": .count, "events": .count,
                "first": .dayOrNull, "last": .dayOrNull, "types": .reference("Counts"), "statuses": .reference("Counts"),
                "classes": .reference("Counts"), "relations": .reference("Counts"),
            ])),
        Named(
            name: "RelationList",
            schema: .record([
                "relations": .list(
                    .record(["relation": .text, "class": .relationClass, "label": .text, "inverse": .textOrNull, "symmetric": .truth]))
            ])),
    ]

    private static let statement: JSONValue = [
        "type": "object", "description": "who did what to whom, and the sentence that says so: a line of JSON Lines",
        "required": [
            "id", "document", "subject", "relation", "class", "mode", "object", "symmetric", "status", "predicate", "attribution", "date",
            "place", "topic", "quantities", "evidence", "confidence", "rule",
        ],
        "properties": [
            "id": .text, "document": .text, "subject": .reference("Participant"), "relation": .text, "class": .relationClass,
            "mode": .textOrNull, "object": .reference("Participant"), "symmetric": .truth, "status": .status,
            "predicate": .record(["text": .text, "lemma": .text, "span": .reference("Span")]),
            "attribution": .optional(
                .record(["name": .text, "id": .textOrNull, "verb": .textOrNull, "span": .reference("Span")], "who says so")),
            "date": .optional(
                .record([
                    "start": .day, "end": .day, "precision": .text, "text": .textOrNull,
                    "source": ["type": "string", "enum": ["text", "document", "context"]],
                ])), "place": .textOrNull, "topic": .textOrNull,
            "quantities": .list(
                .record(["value": ["type": "number"], "unit": .textOrNull, "text": .text, "span": .reference("Span")])),
            "evidence": .record(["sentence": .text, "index": .count, "span": .reference("Span")]),
            "confidence": ["type": "number", "minimum": 0, "maximum": 1],
            "rule": .described(.text, "which entry of the catalogue found it"), "detail": .described(.text, "such as the office"),
        ],
    ]
}

// MARK: Pieces of schemas

extension JSONValue {
    static let text: JSONValue = ["type": "string"]
    static let textOrNull: JSONValue = ["type": ["string", "null"]]
    static let truth: JSONValue = ["type": "boolean"]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    /// Years may be before Christ or far in the future, which JSON Schema's `date` does not have.
    static let day: JSONValue = ["type": "string", "examples": ["2025-06-01"]]
    static let dayOrNull: JSONValue = ["type": ["string", "null"], "examples": ["2025-06-01"]]
    static let actorType: JSONValue = ["type": "string", "enum": .array(ActorType.allCases.map { .string($0.rawValue) })]
    static let relationClass: JSONValue = ["type": "string", "enum": .array(RelationClass.allCases.map { .string($0.rawValue) })]
    static let status: JSONValue = ["type": "string", "enum": .array(Status.allCases.map { .string($0.rawValue) })]

    /// An object with all of these members.
    static func record(_ properties: JSONValue, _ description: String? = nil) -> JSONValue {
        let names = (properties.members ?? []).map { JSONValue.string($0.name) }
        let record: JSONValue = ["type": "object", "required": .array(names), "properties": properties]
        return description.map { described(record, $0) } ?? record
    }

    static func list(_ items: JSONValue, _ description: String? = nil) -> JSONValue {
        let list: JSONValue = ["type": "array", "items": items]
        return description.map { described(list, $0) } ?? list
    }

    static func optional(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

    static func described(_ schema: JSONValue, _ description: String) -> JSONValue { schema.adding("description", .string(description)) }

    static func page(_ name: String, _ items: JSONValue) -> JSONValue {
        record(
            .object([
                Member(name: name, value: list(items)),
                Member(name: "next", value: described(textOrNull, "the address of the next page; null after the last")),
            ]))
    }
}
