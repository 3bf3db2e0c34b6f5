/// Reads a value as the tables of the TCK write it: `(:A {num: 1})`, `[:T]`, `<(:A)<-[:T]-(:B)>`, lists, maps, strings in single quotes,
/// numbers, `true`, `null`, `NaN`, `Inf`.
struct ComparableValueReader {
    private let characters: [Character]
    private var position = 0

    private init(_ text: String) {
        characters = Array(text)
    }

    /// - Throws: `Failure` when the text is not one value.
    static func value(in text: String) throws -> ComparableValue {
        var reader = ComparableValueReader(text)
        let value = try reader.value()
        reader.skipSpaces()
        guard reader.next == nil else { throw reader.failure("expected the end of the value") }
        return value
    }

    struct Failure: Error, Hashable, CustomStringConvertible {
        var text: String
        /// Characters before the place.
        var offset: Int
        var message: String

        var description: String { "`\(text)`: \(message) after \(offset) characters" }
    }

    private mutating func value() throws -> ComparableValue {
        skipSpaces()
        switch next {
        case "(": return .node(try node())
        case "[": return try listOrRelationship()
        case "{": return .map(try properties())
        case "<": return try path()
        case "'": return .string(try string())
        case let character? where character.isNumber || "+-.".contains(character): return try number()
        default:
            let word = name()
            switch word {
            case "null": return .null
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            case "NaN": return .notANumber
            case "Inf": return .float(.infinity)
            default: throw failure("expected a value")
            }
        }
    }

    private mutating func node() throws -> ComparableValue.Node {
        try take("(")
        var labels: Set<String> = []
        while takeIf(":") { labels.insert(try requiredName()) }
        let properties = next == "{" ? try properties() : [:]
        try take(")")
        return ComparableValue.Node(labels: labels, properties: properties)
    }

    private mutating func listOrRelationship() throws -> ComparableValue {
        let start = position
        try take("[")
        if takeIf(":") {
            position = start
            return .relationship(try relationship())
        }
        var elements: [ComparableValue] = []
        if takeIf("]") { return .list([]) }
        repeat { elements.append(try value()) } while takeIf(",")
        try take("]")
        return .list(elements)
    }

    private mutating func relationship() throws -> ComparableValue.Relationship {
        try take("[")
        try take(":")
        let type = try requiredName()
        skipSpaces()
        let properties = next == "{" ? try properties() : [:]
        try take("]")
        return ComparableValue.Relationship(type: type, properties: properties)
    }

    private mutating func path() throws -> ComparableValue {
        try take("<")
        let start = try node()
        var steps: [ComparableValue.Step] = []
        while !takeIf(">") {
            let isForward = !takeIf("<")
            try take("-")
            let relationship = try relationship()
            try take("-")
            if isForward { try take(">") }
            steps.append(ComparableValue.Step(relationship: relationship, isForward: isForward, node: try node()))
        }
        return .path(start, steps)
    }

    private mutating func properties() throws -> [String: ComparableValue] {
        try take("{")
        var entries: [String: ComparableValue] = [:]
        if takeIf("}") { return entries }
        repeat {
            let key = try requiredName()
            try take(":")
            guard entries.updateValue(try value(), forKey: key) == nil else { throw failure("the key `\(key)` comes twice") }
        } while takeIf(",")
        try take("}")
        return entries
    }

    /// A backslash stands before a quote or a backslash; before anything else it is itself.
    private mutating func string() throws -> String {
        try take("'")
        var text = ""
        while let character = next {
            position += 1
            switch character {
            case "'": return text
            case "\\" where next == "'" || next == "\\":
                text.append(characters[position])
                position += 1
            default: text.append(character)
            }
        }
        throw failure("the string has no closing quote")
    }

    private mutating func number() throws -> ComparableValue {
        let start = position
        while let character = next, character.isLetter || character.isNumber || "+-.".contains(character) { position += 1 }
        let text = String(characters[start..<position])
        if text == "-Inf" { return .float(-.infinity) }
        if let integer = Int(text) { return .integer(integer) }
        guard let float = Double(text) else { throw failure("`\(text)` is no number") }
        return .number(float)
    }

    private mutating func requiredName() throws -> String {
        skipSpaces()
        let name = name()
        guard !name.isEmpty else { throw failure("expected a name") }
        return name
    }

    private mutating func name() -> String {
        let start = position
        while let character = next, character.isLetter || character.isNumber || character == "_" { position += 1 }
        return String(characters[start..<position])
    }

    private var next: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpaces() {
        while next?.isWhitespace == true { position += 1 }
    }

    /// Steps over spaces, and over the character when it is next; then over the spaces behind it.
    private mutating func takeIf(_ character: Character) -> Bool {
        skipSpaces()
        guard next == character else { return false }
        position += 1
        skipSpaces()
        return true
    }

    private mutating func take(_ character: Character) throws {
        skipSpaces()
        guard next == character else { throw failure("expected `\(character)`") }
        // Not over what follows: a string keeps its spaces.
        position += 1
    }

    private func failure(_ message: String) -> Failure {
        Failure(text: String(characters), offset: position, message: message)
    }
}
