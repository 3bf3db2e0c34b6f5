/// The order in which rows would best come: of one relationship, by a property.
struct OrderWish {
    /// The relationship's variable.
    var variable: String
    var order: RelationshipOrder
}

/// Plans the patterns of one MATCH: a start for each connected part, then one step after the other, each condition as soon as what it
/// reads is known.
///
/// What an index answers exactly is not looked at again. Parts that nothing joins come one inside the other, the smallest first.
struct PatternPlanner {
    let planner: Planner
    /// Everything that is known, parts without a name too.
    var scope: Scope
    var parts: PatternParts
    var root: any Operator
    /// Slots of the relationships that were matched.
    private(set) var matched: [Int] = []
    /// What indexes give for the nodes that are not known, by the node's index.
    var indexed: [Int: IndexedNodes] = [:]
    /// What the graph makes of the conditions on single relationships, by the step's index.
    var prepared: [Int: PreparedStep] = [:]
    /// The order in which rows would best come, if it costs nothing.
    let wishedOrder: OrderWish?
    /// Whether they come in that order.
    var isInWishedOrder = false
    /// Conditions that cost little: they come before the others.
    private var urgentConditions: [PatternParts.Condition] = []

    /// - Parameters:
    ///   - condition: what WHERE says.
    ///   - root: where rows come from, with everything in `scope` in its slot.
    init(
        _ patterns: [PathPattern], where condition: Expression?, after root: any Operator, in scope: Scope, planner: Planner,
        wishing order: OrderWish? = nil
    ) {
        self.planner = planner
        self.scope = scope
        self.root = root
        wishedOrder = order
        parts = PatternParts(patterns, where: condition, in: scope)
    }

    /// The scope after the MATCH, with what has a name only.
    var namedScope: Scope {
        var named = Scope(counter: planner.counter)
        for name in scope.names { named.bind(name, to: scope[name] ?? 0) }
        return named
    }

    mutating func plan() throws -> any Operator {
        for index in parts.nodes.indices where !parts.nodes[index].isKnown { indexed[index] = try indexedNodes(index) }
        try placeConditions()
        while true {
            if try planStep() { continue }
            guard let start = try startingPoint() else { break }
            try plan(start)
        }
        finishPaths()
        try placeConditions()
        return root
    }

    func slot(_ node: Int) -> Int { scope[parts.nodes[node].name] ?? 0 }

    /// A slot for a node.
    mutating func declare(_ node: Int) -> Int {
        let slot = scope.declare(parts.nodes[node].name)
        planner.counter.isNode(slot)
        return slot
    }

    func isKnown(_ names: Set<String>) -> Bool {
        names.allSatisfy { scope[$0] != nil }
    }

    // MARK: What has been planned

    /// To be called when a node has a slot: looks at what is asked of it.
    mutating func found(_ index: Int) {
        guard !parts.nodes[index].isKnown else { return }
        parts.nodes[index].isKnown = true
        if let indexed = indexed[index] {
            parts.nodes[index].labels.removeAll { $0 == indexed.label }
            parts.conditions[indexed.condition].isPlanned = true
            root = NodeSetFilter(
                upstream: root, slot: slot(index), nodes: Set(indexed.nodes),
                explanation: "Only nodes \(shown(index)) \(indexed.explanation)")
        }
        let node = parts.nodes[index]
        if !node.labels.isEmpty { urgentConditions.append(.labels(node.labels, of: node.name, at: SourceLocation(offset: 0))) }
    }

    mutating func finish(step: Int, slot: Int) {
        parts.steps[step].isPlanned = true
        matched.append(slot)
    }

    mutating func finishPaths() {
        for (index, path) in parts.paths.enumerated() where !path.isPlanned && path.steps.allSatisfy({ parts.steps[$0].isPlanned }) {
            guard parts.nodes[path.start].isKnown else { continue }
            parts.paths[index].isPlanned = true
            guard let variable = path.variable else { continue }
            let slot = scope.declare(variable)
            root = BuildPath(
                upstream: root, slot: slot, start: self.slot(path.start), steps: path.steps.map { scope[parts.steps[$0].name] ?? 0 },
                explanation: "Path \(variable)")
        }
    }

    /// Filters by every condition whose variables are known by now.
    mutating func placeConditions() throws {
        var ready = urgentConditions
        urgentConditions = []
        for index in parts.conditions.indices where !parts.conditions[index].isPlanned && isKnown(parts.conditions[index].reads) {
            parts.conditions[index].isPlanned = true
            ready.append(parts.conditions[index])
        }
        guard !ready.isEmpty else { return }
        let conditions = try ready.map { try planner.condition($0.expression, in: scope) }
        var names: [String] = []
        for name in ready.flatMap({ $0.reads.sorted().map(shown) }) where !names.contains(name) { names.append(name) }
        root = Filter(
            upstream: root, conditions: conditions,
            explanation: "Filter" + (names.isEmpty ? "" : " on \(names.joined(separator: ", "))")
                + (conditions.count > 1 ? " (\(conditions.count))" : ""))
    }

    // MARK: Words for EXPLAIN

    func shown(_ node: Int) -> String { shown(parts.nodes[node].name) }

    private func shown(_ name: String) -> String {
        name.hasPrefix("\u{0}") ? "()" : name
    }

    func described(_ step: PatternParts.Step) -> String {
        func end(_ index: Int) -> String { "(\(parts.nodes[index].name.hasPrefix("\u{0}") ? "" : parts.nodes[index].name))" }
        let name = step.name.hasPrefix("\u{0}") ? "" : step.name
        let types = step.pattern.types.isEmpty ? "" : ":" + step.pattern.types.joined(separator: "|")
        let length = step.pattern.length.map { "*\($0.minimum.map(String.init) ?? "")..\($0.maximum.map(String.init) ?? "")" } ?? ""
        let (left, right) = (step.pattern.direction == .left ? "<-" : "-", step.pattern.direction == .right ? "->" : "-")
        return "\(end(step.left))\(left)[\(name)\(types)\(length)]\(right)\(end(step.right))"
    }
}
