// JSON Schema 2020-12.

extension QueryField {
    /// Of one value.
    var schema: JSONValue {
        var schema: JSONValue =
            switch kind {
            // White space alone is nothing.
            case .text(let longest): ["type": "string", "minLength": 1, "maxLength": .integer(longest), "pattern": "\\S"]
            case .number(let range):
                ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
            case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
            case .day: ["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]
            }
        if let standard { schema = schema.adding("default", standard) }
        return schema
    }
}
