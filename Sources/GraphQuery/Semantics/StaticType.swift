/// What is known of a value before the query runs. A value of any type may be null.
enum StaticType: Hashable, Sendable {
    /// Nothing is known.
    case any
    case boolean, integer, float, string, map, node, relationship, path
    /// An integer or a float.
    case number
    /// A date, a time or a duration.
    case temporal
    indirect case list(StaticType)

    /// The type of a value that is of either type.
    func joined(_ other: StaticType) -> StaticType {
        switch (self, other) {
        case (let left, let right) where left == right: left
        case (.list(let left), .list(let right)): .list(left.joined(right))
        case (let left, let right) where left.isNumber && right.isNumber: .number
        default: .any
        }
    }

    /// The type of the elements of a list; `any` for other values, which are nobody's list.
    var element: StaticType {
        if case .list(let element) = self { element } else { .any }
    }

    var isNumber: Bool { self == .integer || self == .float || self == .number }

    var isList: Bool {
        if case .list = self { true } else { false }
    }

    var mayBeList: Bool { self == .any || isList }

    func mayBe(_ types: StaticType...) -> Bool { self == .any || types.contains(self) }

    /// For messages: `a node`.
    var description: String {
        switch self {
        case .any: "a value"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .number: "a number"
        case .string: "a string"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .temporal: "a date, time or duration"
        case .list: "a list"
        }
    }
}

extension Sequence<StaticType> {
    /// The type of a value that is of any of these types.
    func joined() -> StaticType {
        var iterator = makeIterator()
        guard var result = iterator.next() else { return .any }
        while let next = iterator.next() { result = result.joined(next) }
        return result
    }
}
