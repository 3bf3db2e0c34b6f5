import GraphFormats

/// A piece of JSON: what a client sent, or a description that is written as it stands in the code.
///
/// ```swift
/// let schema: JSONValue = ["type": "string", "maxLength": 500]
/// ```
/// Objects keep the order of their members.
enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// Written without a decimal point, and small enough for `Int`.
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Sendable, Hashable {
        var name: String
        var value: JSONValue
    }

    /// The first member of this name; nil for everything that is no object, too.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The object with another member at its end.
    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        .object((members ?? []) + [Member(name: name, value: value)])
    }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Member(name: $0, value: $1) }) }
}

extension JSONText {
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: optional(Int?.none) { $0.write($1) }
        case .boolean(let value): write(value)
        case .integer(let value): write(value)
        case .number(let value): write(value)
        case .string(let value): write(value)
        case .array(let elements): array(elements) { $0.write($1) }
        case .object(let members):
            object { json in
                for member in members { json.key(escaping: member.name) { $0.write(member.value) } }
            }
        }
    }
}
