/// The functions that a query may call, by their names in lower case.
enum KnownFunctions {
    /// How many arguments each takes.
    static let arities: [String: ClosedRange<Int>] = {
        var arities = TemporalFunctions.arities.merging(ExpressionCompiler.specialArities) { _, special in special }
        for function in Function.all { arities[function.name.lowercased()] = function.arity }
        for aggregation in Aggregation.all { arities[aggregation.name.lowercased()] = aggregation.arity...aggregation.arity }
        return arities
    }()

    /// The known function whose name is most like the one given, as it is documented; nil when none is near.
    static func nearest(to name: String) -> String? {
        let lowercased = Spelling.nearest(to: name.lowercased(), in: arities.keys.sorted())
        return lowercased.map { Function.named($0)?.name ?? Aggregation.named($0)?.name ?? $0 }
    }

    /// Whether the expression is a call of an aggregating function.
    static func isAggregation(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .countAll: true
        case .function(let name, _, _): Aggregation.named(name) != nil
        default: false
        }
    }

    /// Whether the expression gives another value each time.
    static func isRandom(_ expression: Expression) -> Bool {
        if case .function(let name, _, _) = expression.kind { name.lowercased() == "rand" } else { false }
    }

    /// Whether the first argument can be of the type. True too for functions that refuse values only when the query runs, as the TCK wants.
    static func takes(_ name: String, _ type: StaticType) -> Bool {
        switch name {
        case "labels": type.mayBe(.node)
        case "type", "startnode", "endnode": type.mayBe(.relationship)
        case "id": type.mayBe(.node, .relationship)
        case "keys", "properties": type.mayBe(.node, .relationship, .map)
        case "length", "nodes", "relationships": type.mayBe(.path)
        case "size", "reverse": type.mayBeList || type == .string
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
        default: "a list"
        }
    }

    /// The type of what a function gives for arguments of these types.
    static func result(_ name: String, _ arguments: [StaticType]) -> StaticType {
        let first = arguments.first ?? .any
        return switch name {
        case "count", "id", "length", "size", "timestamp", "tointeger": .integer
        case "exists", "toboolean": .boolean
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
