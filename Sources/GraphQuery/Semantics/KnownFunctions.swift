/// The functions that a query may call, by their names in lower case.
enum KnownFunctions {
    /// How many arguments each takes.
    static let arities: [String: ClosedRange<Int>] = {
        var arities = TemporalFunctions.arities
        for (range, names) in others { for name in names { arities[name] = range } }
        for name in aggregations { arities[name] = name.hasPrefix("percentile") ? 2...2 : 1...1 }
        return arities
    }()

    /// Those that make one value of a group of rows.
    static let aggregations: Set<String> = [
        "avg", "collect", "count", "max", "min", "percentilecont", "percentiledisc", "stdev", "stdevp", "sum",
    ]

    /// openCypher 9: predicate, scalar, list, mathematical and string functions.
    private static let others: [(ClosedRange<Int>, [String])] = [
        (0...0, ["e", "pi", "rand", "timestamp"]),
        (
            1...1,
            [
                "abs", "acos", "asin", "atan", "ceil", "cos", "cot", "degrees", "endnode", "exists", "exp", "floor", "haversin", "head",
                "id",
                "isempty", "keys", "labels", "last", "length", "log", "log10", "ltrim", "nodes", "properties", "radians",
                "relationships", "reverse", "rtrim", "sign", "sin", "size", "sqrt", "startnode", "tail", "tan", "toboolean", "tofloat",
                "tointeger", "tolower", "tostring", "toupper", "trim", "type",
            ]
        ),
        (1...2, ["round"]),
        (1...Int.max, ["coalesce"]),
        (2...2, ["atan2", "left", "right", "split"]),
        (2...3, ["range", "substring"]),
        (3...3, ["replace"]),
    ]

    /// Whether the expression is a call of an aggregating function.
    static func isAggregation(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .countAll: true
        case .function(let name, _, _): aggregations.contains(name.lowercased())
        default: false
        }
    }

    /// Whether the expression gives another value each time.
    static func isRandom(_ expression: Expression) -> Bool {
        if case .function(let name, _, _) = expression.kind { name.lowercased() == "rand" } else { false }
    }

    /// What kinds of value the argument of a function can be; nil when any is taken, or refused only when the query runs.
    static func takes(_ name: String, _ type: StaticType) -> Bool {
        switch name {
        case "labels": type.mayBe(.node)
        case "type", "startnode", "endnode": type.mayBe(.relationship)
        case "id": type.mayBe(.node, .relationship)
        case "keys", "properties": type.mayBe(.node, .relationship, .map)
        case "length", "nodes", "relationships": type.mayBe(.path)
        case "size", "reverse", "isempty": type.mayBeList || type == .string || name == "isempty" && type == .map
        case "head", "last", "tail": type.mayBeList
        default: true
        }
    }

    /// For messages: what `takes` lets through.
    static func expectation(_ name: String) -> String {
        switch name {
        case "labels": "a node"
        case "type", "startnode", "endnode": "a relationship"
        case "id": "a node or a relationship"
        case "keys", "properties": "a node, a relationship or a map"
        case "length", "nodes", "relationships": "a path"
        case "size", "reverse": "a list or a string"
        case "isempty": "a list, a map or a string"
        default: "a list"
        }
    }

    /// The type of what a function gives for arguments of these types.
    static func result(_ name: String, _ arguments: [StaticType]) -> StaticType {
        let first = arguments.first ?? .any
        return switch name {
        case "count", "id", "length", "size", "timestamp", "tointeger": .integer
        case "exists", "isempty", "toboolean": .boolean
        case "left", "ltrim", "replace", "right", "rtrim", "substring", "tolower", "tostring", "toupper", "trim", "type": .string
        case "acos", "asin", "atan", "atan2", "ceil", "cos", "cot", "degrees", "e", "exp", "floor", "haversin", "log", "log10", "pi",
            "radians", "rand", "round", "sin", "sqrt", "stdev", "stdevp", "tan", "tofloat":
            .float
        case "keys", "labels", "split": .list(.string)
        case "range": .list(.integer)
        case "nodes": .list(.node)
        case "relationships": .list(.relationship)
        case "startnode", "endnode": .node
        case "properties": .map
        case "collect": .list(first)
        case "head", "last": first.element
        case "tail", "reverse", "max", "min": first
        case "coalesce": arguments.joined()
        default: TemporalFunctions.arities[name] == nil ? .any : .temporal
        }
    }
}
