extension Function {
    /// Functions of lists, and those that take strings beside them; null gives null.
    static let listFunctions: [Function] = [
        Function(name: "isEmpty", body: .one(isEmpty)),
        Function(name: "head", body: .one { try list("head", $0) { $0.first ?? .null } }),
        Function(name: "last", body: .one { try list("last", $0) { $0.last ?? .null } }),
        Function(name: "tail", body: .one { try list("tail", $0) { .list(Array($0.dropFirst())) } }),
        Function(name: "size", body: .one(size)),
        Function(name: "reverse", body: .one(reversed)),
        Function(name: "range", body: .readingThree(range), defaults: [.integer(1)], takesMemory: true),
    ]

    private static func list(_ name: String, _ value: Value, _ body: ([Value]) -> Value) throws -> Value {
        switch value {
        case .null: .null
        case .list(let values): body(values)
        default: throw QueryError.wrongArgument(name, value, expected: "a list")
        }
    }

    /// Elements of a list, code points of a string.
    @Sendable private static func size(_ value: Value) throws -> Value {
        switch value {
        case .null: .null
        case .list(let values): .integer(values.count)
        case .string(let text): .integer(text.unicodeScalars.count)
        default: throw QueryError.wrongArgument("size", value, expected: "a list or a string")
        }
    }

    @Sendable private static func isEmpty(_ value: Value) throws -> Value {
        switch value {
        case .null: .null
        case .list(let values): .boolean(values.isEmpty)
        case .map(let values): .boolean(values.isEmpty)
        case .string(let text): .boolean(text.isEmpty)
        default: throw QueryError.wrongArgument("isEmpty", value, expected: "a list, a map or a string")
        }
    }

    @Sendable private static func reversed(_ value: Value) throws -> Value {
        switch value {
        case .null: .null
        case .list(let values): .list(values.reversed())
        case .string(let text): .string(String(text.reversed()))
        default: throw QueryError.wrongArgument("reverse", value, expected: "a list or a string")
        }
    }

    /// From the first number up to and including the second, if the step gets there.
    @Sendable private static func range(_ start: Value, _ end: Value, _ step: Value, _ context: ExecutionContext) throws -> Value {
        switch (start, end, step) {
        case (.integer(let start), .integer(let end), .integer(let step)):
            guard step != 0 else { throw QueryError.outOfRange("the step of range() is not 0") }
            guard step > 0 ? start <= end : start >= end else { return .list([]) }
            // As unsigned numbers the distance cannot overflow.
            let distance = step > 0 ? UInt(bitPattern: end &- start) : UInt(bitPattern: start &- end)
            let steps = distance / step.magnitude
            guard let count = Int(exactly: steps), count < .max else { throw QueryError.outOfRange("range() is too long") }
            try context.charge(count + 1)
            return .list((0...count).map { .integer(start &+ $0 &* step) })
        default:
            for value in [start, end, step] {
                if case .integer = value { continue }
                throw QueryError(.argumentError, .runtime, "InvalidArgumentType", "range() takes integers, not \(value.kindName)")
            }
            return .null
        }
    }
}
