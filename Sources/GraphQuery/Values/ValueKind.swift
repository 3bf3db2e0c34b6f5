extension Value {
    /// The type's name with its article, for messages: “a list”.
    var kindName: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .string: "a string"
        case .list: "a list"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .date: "a date"
        case .localTime: "a local time"
        case .time: "a time"
        case .localDateTime: "a local date and time"
        case .dateTime: "a date and time"
        case .duration: "a duration"
        }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Whether the value holds no more memory than any other: everything but strings, lists and maps.
    var isScalar: Bool {
        switch self {
        case .string, .list, .map: false
        default: true
        }
    }
}
