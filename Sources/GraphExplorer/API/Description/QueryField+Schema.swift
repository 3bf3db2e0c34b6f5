// JSON Schema 2020-12.

extension QueryField {
    /// Of a day, month or year.
    static let dayPattern = "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

    /// Of one value.
    var schema: JSONValue {
        var schema: JSONValue =
            switch kind {
            // White space alone is nothing.
            case .text(let longest) where isRequired:
                ["type": "string", "minLength": 1, "maxLength": .integer(longest), "pattern": "\\S"]
            // Nothing is taken for no value.
            case .text(let longest): ["type": "string", "maxLength": .integer(longest)]
            case .number(let range):
                ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
            case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
            case .day: ["type": "string", "pattern": .string(Self.dayPattern)]
            }
        if let pattern { schema = schema.adding("pattern", .string(pattern)) }
        if let standard { schema = schema.adding("default", standard) }
        return schema
    }
}
