/// What the patterns of one MATCH consist of: nodes, steps and paths, each with a name, and the conditions on them.
struct PatternParts {
    struct Node {
        let name: String
        /// Those that are still to be looked at when the node is found.
        var labels: [String]
        var isKnown: Bool
    }

    struct Step {
        let name: String
        let left: Int
        let right: Int
        let pattern: RelationshipPattern
        /// Its variable was known before this MATCH.
        let isBound: Bool
        let path: Int
        var isPlanned = false
    }

    struct Path {
        let variable: String?
        let kind: PathPattern.Kind
        let start: Int
        let steps: Range<Int>
        var isPlanned = false
    }

    struct Condition {
        let expression: Expression
        /// The names of these patterns that it needs to be known.
        var reads: Set<String>
        var isPlanned = false
    }

    var nodes: [Node] = []
    var steps: [Step] = []
    var paths: [Path] = []
    var conditions: [Condition] = []

    /// - Parameters:
    ///   - condition: what WHERE says.
    ///   - scope: what is known before.
    init(_ patterns: [PathPattern], where condition: Expression?, in scope: Scope) {
        for pattern in patterns { add(pattern, scope) }
        for (index, node) in nodes.enumerated() where node.isKnown && !steps.contains(where: { $0.left == index || $0.right == index }) {
            // Steps find nothing from null; a node on its own has to be looked at.
            conditions.append(.isThere(node.name, at: patterns[0].location))
        }
        for part in condition?.conjuncts ?? [] {
            if case .hasLabels(let subject, let labels) = part.kind,
                let node = nodes.firstIndex(where: { !$0.isKnown && subject.isVariable($0.name) })
            {
                nodes[node].labels += labels
            } else {
                conditions.append(Condition(expression: part, reads: part.freeVariables))
            }
        }
        // Other names are known already, or belong to a comprehension inside the condition.
        let own = Set(nodes.map(\.name) + steps.map(\.name) + paths.compactMap(\.variable))
        for index in conditions.indices { conditions[index].reads.formIntersection(own) }
    }

    /// The step's path, when it has a name and consists of this step alone.
    func nameOfPath(along step: Int) -> String? {
        let path = paths[steps[step].path]
        return path.steps.count == 1 ? path.variable : nil
    }

    private mutating func add(_ pattern: PathPattern, _ scope: Scope) {
        let first = node(pattern.nodes[0], scope)
        var left = first
        let firstStep = steps.count
        for (step, next) in zip(pattern.steps, pattern.nodes.dropFirst()) {
            let right = node(next, scope)
            let name = step.variable?.name ?? Self.hiddenName("step\(steps.count)", scope)
            let isBound = step.variable.map { scope[$0.name] != nil } ?? false
            steps.append(Step(name: name, left: left, right: right, pattern: step, isBound: isBound, path: paths.count))
            addProperties(step.properties, of: name, isWalk: step.length != nil)
            left = right
        }
        paths.append(
            Path(variable: pattern.variable?.name, kind: pattern.kind, start: first, steps: firstStep..<steps.count))
    }

    /// The index of a node; one that stands twice in the patterns is one node.
    private mutating func node(_ pattern: NodePattern, _ scope: Scope) -> Int {
        let name = pattern.variable?.name ?? Self.hiddenName("node\(nodes.count)", scope)
        addProperties(pattern.properties, of: name, isWalk: false)
        let isKnown = scope[name] != nil
        let index = nodes.firstIndex { $0.name == name } ?? nodes.count
        if index == nodes.count { nodes.append(Node(name: name, labels: [], isKnown: isKnown)) }
        guard isKnown else {
            nodes[index].labels += pattern.labels
            return index
        }
        if !pattern.labels.isEmpty { conditions.append(.labels(pattern.labels, of: name, at: pattern.location)) }
        return index
    }

    /// `{key: value}` as conditions `name.key = value`; of a walk, as a condition on all its relationships.
    private mutating func addProperties(_ properties: Expression?, of name: String, isWalk: Bool) {
        guard let properties, case .map(let entries) = properties.kind else { return }
        for (key, value) in entries {
            let each = isWalk ? Self.each : name
            let property = Expression(kind: .property(.variable(each, at: properties.location), key), location: properties.location)
            var condition = Expression(kind: .comparison([property, value], [.equal]), location: value.location)
            if isWalk {
                condition = Expression(
                    kind: .quantifier(
                        .all, variable: Variable(name: each, location: properties.location),
                        list: .variable(name, at: properties.location), condition: condition), location: properties.location)
            }
            conditions.append(Condition(expression: condition, reads: condition.freeVariables))
        }
    }

    /// A name that no query can write. Names that are in scope were made when it had fewer slots.
    private static func hiddenName(_ kind: String, _ scope: Scope) -> String { "\u{0}\(kind).\(scope.counter.count)" }

    /// Stands for each relationship of a walk.
    private static let each = "\u{0}each"
}

extension PatternParts.Condition {
    /// `name IS NOT NULL`.
    static func isThere(_ name: String, at location: SourceLocation) -> Self {
        Self(expression: Expression(kind: .isNull(.variable(name, at: location), negated: true), location: location), reads: [name])
    }

    /// `name:A:B`.
    static func labels(_ labels: [String], of name: String, at location: SourceLocation) -> Self {
        Self(expression: Expression(kind: .hasLabels(.variable(name, at: location), labels), location: location), reads: [name])
    }
}
