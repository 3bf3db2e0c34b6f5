extension Function {
    /// Functions of strings; null gives null. Positions and lengths count code points.
    static let stringFunctions: [Function] = [
        Function(name: "left", body: .two { text, length in try part("left", text, .integer(0), length) }),
        transformation("lTrim") { $0.trimmedAtStart() },
        Function(name: "replace", body: .readingThree(replace), takesMemory: true),
        Function(name: "right", body: .two(right)),
        transformation("rTrim") { $0.trimmedAtEnd() },
        Function(name: "split", body: .readingTwo(split), takesMemory: true),
        Function(
            name: "substring",
            body: .readingThree { text, start, length, _ in
                try part("substring", text, start, length)
            }, defaults: [.integer(.max)]),
        transformation("toLower") { $0.lowercased() },
        transformation("toUpper") { $0.uppercased() },
        transformation("trim") { $0.trimmed() },
    ]

    private static func transformation(_ name: String, _ body: @escaping @Sendable (String) -> String) -> Function {
        Function(
            name: name,
            body: .one { value in
                switch value {
                case .null: .null
                case .string(let text): .string(body(text))
                default: throw QueryError.wrongArgument(name, value, expected: "a string")
                }
            })
    }

    private static func part(_ name: String, _ text: Value, _ start: Value, _ length: Value) throws -> Value {
        switch (text, start, length) {
        case (.null, _, _), (_, .null, _), (_, _, .null): return .null
        case (.string(let text), .integer(let start), .integer(let length)):
            guard start >= 0, length >= 0 else { throw QueryError.outOfRange("\(name)() takes no negative number") }
            return .string(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(length))))
        default:
            throw QueryError.wrongArgument(
                name, [text, start, length].first { $0.isUnexpected } ?? text, expected: "a string and integers")
        }
    }

    @Sendable private static func right(_ text: Value, _ length: Value) throws -> Value {
        switch (text, length) {
        case (.null, _), (_, .null): return .null
        case (.string(let text), .integer(let length)):
            guard length >= 0 else { throw QueryError.outOfRange("right() takes no negative number") }
            return .string(String(String.UnicodeScalarView(text.unicodeScalars.suffix(length))))
        case (.string, _): throw QueryError.wrongArgument("right", length, expected: "a string and an integer")
        default: throw QueryError.wrongArgument("right", text, expected: "a string and an integer")
        }
    }

    /// Puts the replacement in the place of each find, from left to right; the empty string is found nowhere.
    @Sendable private static func replace(
        _ text: Value, _ search: Value, _ replacement: Value, _ context: ExecutionContext
    ) throws -> Value {
        switch (text, search, replacement) {
        case (.null, _, _), (_, .null, _), (_, _, .null): return .null
        case (.string(let text), .string(let search), .string(let replacement)):
            let pieces = pieces(of: text, between: search)
            let (added, overflow) = pieces.count.multipliedReportingOverflow(by: replacement.utf8.count)
            try context.charge(overflow ? .max : (text.utf8.count + added) / 24)
            return .string(pieces.joined(separator: replacement))
        default:
            let wrong = [text, search, replacement].first { if case .string = $0 { false } else { true } }
            throw QueryError.wrongArgument("replace", wrong ?? text, expected: "three strings")
        }
    }

    /// The pieces between the separators; with an empty separator, each code point.
    @Sendable private static func split(_ text: Value, _ separator: Value, _ context: ExecutionContext) throws -> Value {
        switch (text, separator) {
        case (.null, _), (_, .null): return .null
        case (.string(let text), .string(let separator)):
            try context.charge(text.utf8.count)
            if separator.isEmpty { return .list(text.unicodeScalars.map { .string(String($0)) }) }
            return .list(pieces(of: text, between: separator).map { .string(String($0)) })
        case (.string, _): throw QueryError.wrongArgument("split", separator, expected: "two strings")
        default: throw QueryError.wrongArgument("split", text, expected: "two strings")
        }
    }

    private static func pieces(of text: String, between separator: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        for offset in TextSearch(for: separator).offsets(in: text) {
            let end = text.utf8.index(text.startIndex, offsetBy: offset)
            pieces.append(text[start..<end])
            start = text.utf8.index(end, offsetBy: separator.utf8.count)
        }
        pieces.append(text[start...])
        return pieces
    }
}

extension Value {
    /// Neither a string nor an integer.
    fileprivate var isUnexpected: Bool {
        switch self {
        case .string, .integer: false
        default: true
        }
    }
}

extension String {
    /// Without white space at both ends.
    func trimmed() -> String {
        trimmedAtStart().trimmedAtEnd()
    }

    func trimmedAtStart() -> String {
        String(String.UnicodeScalarView(unicodeScalars.drop { $0.properties.isWhitespace }))
    }

    func trimmedAtEnd() -> String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(unicodeScalars[...last]))
    }
}
