/// Checks patterns and finds the variables that they bind.
struct PatternCheck {
    /// What is bound before the patterns.
    let variables: [String: StaticType]
    /// What they bind.
    private var found: [String: StaticType] = [:]
    /// Relationships of the clause: each stands for another one.
    private var relationships: Set<String> = []

    init(variables: [String: StaticType]) {
        self.variables = variables
    }

    /// The patterns of a MATCH or a comprehension.
    /// - Returns: all variables behind it.
    func matching(_ patterns: [PathPattern]) throws -> [String: StaticType] {
        var check = self
        for pattern in patterns { try check.bind(pattern) }
        let known = variables.merging(check.found) { _, new in new }
        // A path is there when the whole pattern is.
        let paths = Set(patterns.compactMap(\.variable?.name))
        for pattern in patterns { try Self.checkProperties(of: pattern, variables: known.filter { !paths.contains($0.key) }) }
        return known
    }

    /// A pattern as a condition: it binds nothing.
    func checkCondition(_ pattern: PathPattern) throws {
        for variable in pattern.namedVariables where variables[variable.name] == nil {
            throw QueryError.undefined(
                variable.name, among: variables, at: variable.location, note: "a pattern as a condition binds none; use EXISTS { … }")
        }
        _ = try matching([pattern])
    }

    private mutating func bind(_ pattern: PathPattern) throws {
        if pattern.kind != .walk, pattern.steps.count != 1 {
            throw QueryError.atCompileTime(
                "InvalidRelationshipPattern", "a shortest path is looked for along one relationship, as in shortestPath((a)-[*]-(b))",
                at: pattern.location)
        }
        if let variable = pattern.variable { try bindPath(variable) }
        for (index, node) in pattern.nodes.enumerated() {
            if let variable = node.variable { try bind(variable, as: .node) }
            guard index < pattern.steps.count, let variable = pattern.steps[index].variable else { continue }
            try bindRelationship(variable, as: pattern.steps[index].length == nil ? .relationship : .list(.relationship))
        }
    }

    private mutating func bindPath(_ variable: Variable) throws {
        guard variables[variable.name] == nil, found[variable.name] == nil else { throw QueryError.alreadyBound(variable) }
        found[variable.name] = .path
    }

    private mutating func bindRelationship(_ variable: Variable, as type: StaticType) throws {
        try bind(variable, as: type)
        guard relationships.insert(variable.name).inserted else {
            throw QueryError.atCompileTime(
                "RelationshipUniquenessViolation",
                "`\(variable.name)` is a relationship of this clause already, and each is another one; choose another name",
                at: variable.location)
        }
    }

    private mutating func bind(_ variable: Variable, as type: StaticType) throws {
        if found[variable.name] == .path { throw QueryError.alreadyBound(variable) }
        guard let bound = variables[variable.name] ?? found[variable.name] else {
            found[variable.name] = type
            return
        }
        guard bound == .any || bound == type || bound == .list(.any) && type.isList else {
            throw QueryError.atCompileTime(
                "VariableTypeConflict",
                "`\(variable.name)` is \(bound.description) already and cannot be \(type.isList ? "relationships" : type.description) too",
                at: variable.location)
        }
    }

    private static func checkProperties(of pattern: PathPattern, variables: [String: StaticType]) throws {
        let check = ExpressionCheck(variables: variables, aggregation: .refused("a pattern"))
        for properties in pattern.nodes.compactMap(\.properties) + pattern.steps.compactMap(\.properties) {
            if case .parameter(let name) = properties.kind {
                throw QueryError.atCompileTime(
                    "InvalidParameterUse",
                    "the parameter $\(name) cannot stand for all properties here; name them, as in {name: $\(name)}",
                    at: properties.location)
            }
            _ = try check.type(of: properties)
        }
    }
}

// CREATE.
extension PatternCheck {
    /// The patterns of a CREATE.
    /// - Returns: all variables behind it.
    func creating(_ patterns: [PathPattern]) throws -> [String: StaticType] {
        var check = self
        for pattern in patterns { try check.create(pattern) }
        return variables.merging(check.found) { _, new in new }
    }

    private mutating func create(_ pattern: PathPattern) throws {
        let check = ExpressionCheck(
            variables: variables.merging(found) { _, new in new }, aggregation: .refused("CREATE"))
        for properties in pattern.nodes.compactMap(\.properties) + pattern.steps.compactMap(\.properties) {
            _ = try check.type(of: properties)
        }
        for node in pattern.nodes {
            guard let variable = node.variable else { continue }
            let isBound = variables[variable.name] != nil || found[variable.name] != nil
            if isBound, pattern.steps.isEmpty || !node.labels.isEmpty || node.properties != nil { throw QueryError.alreadyBound(variable) }
            try bind(variable, as: .node)
        }
        for step in pattern.steps { try create(step) }
        if let variable = pattern.variable { try bindPath(variable) }
    }

    private mutating func create(_ step: RelationshipPattern) throws {
        if let variable = step.variable, variables[variable.name] != nil || found[variable.name] != nil {
            throw QueryError.alreadyBound(variable)
        }
        if step.length != nil {
            throw QueryError.atCompileTime("CreatingVarLength", "a relationship to create has no length; leave out `*`", at: step.location)
        }
        guard step.types.count == 1 else {
            throw QueryError.atCompileTime(
                "NoSingleRelationshipType", "a relationship to create needs exactly one type, as in -[:KNOWS]->", at: step.location)
        }
        guard step.direction != .either else {
            throw QueryError.atCompileTime(
                "RequiresDirectedRelationship", "a relationship to create needs a direction, as in -[:KNOWS]->", at: step.location)
        }
        if let variable = step.variable { found[variable.name] = .relationship }
    }
}
