/// The functions that a query may call, by their names in lower case.
enum KnownFunctions {
    /// How many arguments each takes.
    static let arities: [String: ClosedRange<Int>] = {
        var arities = TemporalFunctions.arities.merging(ExpressionCompiler.specialArities) { _, special in special }
        for function in Function.all { arities[function.name.lowercased()] = function.arity }
        for aggregation in Aggregation.all { arities[aggregation.name.lowercased()] = aggregation.arity...aggregation.arity }
        return arities
    }()

    /// Those that make one value of a group of rows.
    static let aggregations = Set(Aggregation.all.map { $0.name.lowercased() })

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
