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

    /// What the value holds, in elements of memory (24 bytes): 1, more for strings and for what lists and maps hold.
    ///
    /// Costs a visit of every element of a list or map.
    var elementCount: Int {
        switch self {
        case .string(let text): 1 + text.utf8.count / 24
        case .list(let values): values.reduce(1) { $0 + $1.elementCount }
        case .map(let values): values.reduce(1) { $0 + 2 + $1.key.utf8.count / 24 + $1.value.elementCount }
        case .path(let path): 1 + path.nodes.count
        default: 1
        }
    }
}
