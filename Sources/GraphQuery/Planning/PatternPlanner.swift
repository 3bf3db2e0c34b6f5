/// Plans the patterns of one MATCH: a start for each connected part, then one step after the other, each condition as soon as what it
/// reads is known.
struct PatternPlanner {
    let planner: Planner
    /// Everything that is known, parts without a name too.
    private var scope: Scope
    private var nodes: [NodeOfPattern] = []
    private var numbersOfNodes: [String: Int] = [:]
    private var steps: [StepOfPattern] = []
    private var conditions: [Condition] = []
    private var paths: [PathOfPattern] = []
    /// Slots of the relationships that were matched.
    private var matched: [Int] = []
    private var root: any Operator = Argument()
    /// The order in which rows would best come, if it costs nothing: of one relationship, by a property.
    private let wishedOrder: OrderWish?
    /// Whether they come in that order.
    private(set) var isInWishedOrder = false

    /// The variable of a relationship and the order of its values.
    struct OrderWish {
        var variable: String
        var order: RelationshipOrder
    }

    private struct NodeOfPattern {
        let name: String
        var labels: [String]
        var isKnown: Bool
    }

    private struct StepOfPattern {
        let name: String
        let left: Int
        let right: Int
        let pattern: RelationshipPattern
        /// Its variable was known before this MATCH.
        let isBound: Bool
        let path: Int
        var isPlanned = false
    }

    private struct PathOfPattern {
        let variable: String?
        let kind: PathPattern.Kind
        let start: Int
        let steps: Range<Int>
        var isPlanned = false
    }

    private struct Condition {
        let expression: Expression
        let reads: Set<String>
        var isPlanned = false
    }

    init(planner: Planner, scope: Scope, wishing order: OrderWish? = nil) {
        self.planner = planner
        self.scope = scope
        wishedOrder = order
    }

    /// The scope after the MATCH, with what has a name only.
    var namedScope: Scope {
        var named = Scope(counter: planner.counter)
        for name in scope.names { named.bind(name, to: scope[name] ?? 0) }
        return named
    }

    mutating func plan(_ patterns: [PathPattern], where condition: Expression?, after root: any Operator) throws -> any Operator {
        self.root = root
        for pattern in patterns { add(pattern) }
        let own = Set(nodes.map(\.name) + steps.map(\.name) + paths.compactMap(\.variable))
        for part in condition?.conjuncts ?? [] {
            let reads = part.freeVariables.filter { own.contains($0) }
            conditions.append(Condition(expression: part, reads: reads))
        }
        try placeConditions()
        while true {
            if try planStep() { continue }
            guard let start = nodes.indices.filter({ !nodes[$0].isKnown }).map(start).min(by: { $0.cost < $1.cost }) else { break }
            try plan(start)
        }
        for index in paths.indices where !paths[index].isPlanned { finishPath(index) }
        try placeConditions()
        return self.root
    }

    // MARK: What the patterns hold

    private mutating func add(_ pattern: PathPattern) {
        let first = node(pattern.nodes[0])
        var left = first
        let firstStep = steps.count
        for (step, next) in zip(pattern.steps, pattern.nodes.dropFirst()) {
            let right = node(next)
            let name = step.variable?.name ?? hiddenName("step")
            steps.append(
                StepOfPattern(
                    name: name, left: left, right: right, pattern: step, isBound: scope[name] != nil && step.variable != nil,
                    path: paths.count))
            if step.length == nil && pattern.kind == .walk {
                addProperties(step.properties, of: name)
            } else {
                addPropertiesOfEach(step.properties, of: name)
            }
            left = right
        }
        paths.append(
            PathOfPattern(variable: pattern.variable?.name, kind: pattern.kind, start: first, steps: firstStep..<steps.count))
    }

    private mutating func node(_ pattern: NodePattern) -> Int {
        let name = pattern.variable?.name ?? hiddenName("node")
        addProperties(pattern.properties, of: name)
        if let known = numbersOfNodes[name] {
            addLabels(pattern, of: name)
            return known
        }
        numbersOfNodes[name] = nodes.count
        let isKnown = scope[name] != nil
        nodes.append(NodeOfPattern(name: name, labels: isKnown ? [] : pattern.labels, isKnown: isKnown))
        if isKnown { addLabels(pattern, of: name) }
        return nodes.count - 1
    }

    /// Labels that a condition looks at, as the node is found without them.
    private mutating func addLabels(_ pattern: NodePattern, of name: String) {
        guard !pattern.labels.isEmpty else { return }
        let subject = Expression.variable(name, at: pattern.location)
        conditions.append(
            Condition(expression: Expression(kind: .hasLabels(subject, pattern.labels), location: pattern.location), reads: [name]))
    }

    /// `{key: value}` as conditions `name.key = value`.
    private mutating func addProperties(_ properties: Expression?, of name: String) {
        guard let properties else { return }
        for (key, value) in entries(of: properties) {
            let property = Expression(
                kind: .property(.variable(name, at: properties.location), key), location: properties.location)
            let equality = Expression(kind: .comparison([property, value], [.equal]), location: value.location)
            conditions.append(Condition(expression: equality, reads: equality.freeVariables))
        }
    }

    /// `{key: value}` of a walk as conditions `all(x IN name WHERE x.key = value)`.
    private mutating func addPropertiesOfEach(_ properties: Expression?, of name: String) {
        guard let properties else { return }
        let variable = Variable(name: "\u{0}each", location: properties.location)
        for (key, value) in entries(of: properties) {
            let property = Expression(
                kind: .property(.variable(variable.name, at: properties.location), key), location: properties.location)
            let equality = Expression(kind: .comparison([property, value], [.equal]), location: value.location)
            let all = Expression(
                kind: .quantifier(
                    .all, variable: variable, list: .variable(name, at: properties.location), condition: equality),
                location: value.location)
            conditions.append(Condition(expression: all, reads: all.freeVariables))
        }
    }

    private func entries(of properties: Expression) -> [(key: String, value: Expression)] {
        switch properties.kind {
        case .map(let entries): return entries
        case .parameter(let name):
            guard case .map(let map)? = planner.context.parameters[name] else { return [] }
            return map.keys.sorted().map { key in
                let index = Expression(kind: .literal(.string(key)), location: properties.location)
                return (key, Expression(kind: .subscript_(properties, index), location: properties.location))
            }
        default: return []
        }
    }

    /// A name that no query can write.
    private func hiddenName(_ kind: String) -> String { "\u{0}\(kind)\(planner.counter.count).\(nodes.count).\(steps.count)" }

    /// A slot for a node.
    private mutating func declare(_ node: Int) -> Int {
        let slot = scope.declare(nodes[node].name)
        planner.counter.isNode(slot)
        return slot
    }

    // MARK: Starting points

    private struct Start {
        enum Kind {
            case nodes([NodeID], how: String, answered: Int?)
            case lookup(key: String, label: String?, Expression)
            case relationships(step: Int, any Traversal)
        }

        var cost: Int
        var node: Int
        var kind: Kind
    }

    /// The cheapest way to find a node that is not known.
    private func start(at index: Int) -> Start {
        let graph = planner.context.graph
        let node = nodes[index]
        do {
            var labels = node.labels
            var best: Start?
            for condition in conditions where !condition.isPlanned {
                if case .hasLabels(let subject, let more) = condition.expression.kind, subject.isVariable(node.name) { labels += more }
            }
            for (number, condition) in conditions.enumerated() where !condition.isPlanned {
                guard let lookup = condition.expression.lookup(of: node.name), graph.isIndexed(lookup.key) else { continue }
                let label = labels.first
                if let values = planner.constant(lookup.value).map(lookup.values) {
                    var found: Set<NodeID> = []
                    for value in values { found.formUnion(try graph.nodes(whereProperty: lookup.key, equals: value, label: label) ?? []) }
                    if best.map({ found.count < $0.cost }) ?? true {
                        best = Start(
                            cost: found.count, node: index, kind: .nodes(found.sorted(), how: "by \(lookup.key)", answered: number))
                    }
                } else if best == nil, !lookup.isList, isKnown(lookup.value.freeVariables) {
                    best = Start(cost: 10, node: index, kind: .lookup(key: lookup.key, label: label, lookup.value))
                }
            }
            if let best { return best }
            let counted = try labels.map { ($0, try graph.nodeCount(label: $0)) }.min { $0.1 < $1.1 }
            let nodeCount = try counted?.1 ?? graph.nodeCount
            // From each node its relationships are walked: a scan of the relationships may be less work.
            let isWalkedFrom = steps.contains { !$0.isPlanned && ($0.left == index || $0.right == index) }
            let cost = try isWalkedFrom ? graph.costOfWalking(from: nodeCount) : nodeCount
            if let scan = try relationshipScan(of: index), scan.cost < cost { return scan }
            // Which nodes there are is asked for only when this start is taken.
            return Start(cost: cost, node: index, kind: .nodes([], how: counted.map { ":\($0.0)" } ?? "", answered: nil))
        } catch {
            // What cannot be read now fails when the plan runs.
            return Start(cost: Int.max, node: index, kind: .nodes([], how: "", answered: nil))
        }
    }

    /// Going through relationships instead of nodes, where conditions on them leave few.
    private func relationshipScan(of index: Int) throws -> Start? {
        var best: Start?
        for (number, step) in steps.enumerated()
        where !step.isPlanned && !step.isBound && step.pattern.length == nil && step.left != step.right && paths[step.path].kind == .walk
            && (step.left == index || step.right == index) && !nodes[step.left].isKnown && !nodes[step.right].isKnown
        {
            let filter = filter(of: step)
            guard filter.isConstant else { continue }
            let traversal = try planner.context.graph.traversal(where: filter.constantFilter)
            let cost = traversal.estimatedCount * (step.pattern.direction == .either ? 2 : 1)
            if best.map({ cost < $0.cost }) ?? true {
                best = Start(cost: cost, node: index, kind: .relationships(step: number, traversal))
            }
        }
        return best
    }

    private mutating func plan(_ start: Start) throws {
        let node = nodes[start.node]
        switch start.kind {
        case .nodes(var found, let how, let answered):
            if let answered { conditions[answered].isPlanned = true }
            let slot = declare(start.node)
            if !how.hasPrefix("by ") {
                found = try planner.context.graph.nodes(label: how.isEmpty ? nil : String(how.dropFirst()))
            }
            root = NodeScan(
                upstream: root, slot: slot, nodes: found,
                explanation: "Nodes \(shown(node.name)) \(how.isEmpty ? "all" : how) (\(found.count))")
        case .lookup(let key, let label, let value):
            let evaluate = try planner.evaluator(value, in: scope)
            let slot = declare(start.node)
            root = NodeLookup(
                upstream: root, slot: slot, key: key, label: label, value: evaluate,
                explanation: "Nodes \(shown(node.name)) by \(key), for each row")
        case .relationships(let number, let traversal):
            try scan(step: number, along: traversal)
            return
        }
        nodes[start.node].isKnown = true
        addLabelConditions(start.node)
        try placeConditions()
    }

    private mutating func addLabelConditions(_ index: Int) {
        let node = nodes[index]
        guard !node.labels.isEmpty else { return }
        let subject = Expression.variable(node.name, at: SourceLocation(offset: 0))
        let check = Expression(kind: .hasLabels(subject, node.labels), location: SourceLocation(offset: 0))
        conditions.insert(Condition(expression: check, reads: [node.name]), at: 0)
        nodes[index].labels = []
    }

    private mutating func scan(step number: Int, along traversal: any Traversal) throws {
        let step = steps[number]
        let isFirst = root is Argument
        let from = declare(step.left)
        let to = declare(step.right)
        let relationship = scope.declare(step.name)
        settle(step, along: traversal)
        if isFirst, let wishedOrder, wishedOrder.variable == step.name, traversal.knows(wishedOrder.order) { isInWishedOrder = true }
        root = RelationshipScan(
            upstream: root, from: from, relationship: relationship, to: to,
            source: RelationshipSource(preparation: .ready(traversal), direction: step.pattern.direction.ofGraph),
            others: matched, order: isInWishedOrder ? wishedOrder?.order : nil,
            explanation: "Relationships \(described(step)) (\(traversal.estimatedCount))"
                + (isInWishedOrder ? " by \(wishedOrder?.order.property ?? "")" : ""))
        finish(step: number, slot: relationship)
        for index in [step.left, step.right] {
            nodes[index].isKnown = true
            addLabelConditions(index)
        }
        try placeConditions()
    }

    // MARK: Steps

    /// Plans one more step from what is known; false when no step touches it.
    private mutating func planStep() throws -> Bool {
        let open = steps.indices.filter { index in
            let step = steps[index]
            guard !step.isPlanned else { return false }
            return paths[step.path].kind == .walk
                ? step.isBound || nodes[step.left].isKnown || nodes[step.right].isKnown
                : nodes[step.left].isKnown && nodes[step.right].isKnown
        }
        guard let next = open.min(by: { rank(steps[$0]) < rank(steps[$1]) }) else { return false }
        let step = steps[next]
        if paths[step.path].kind != .walk {
            try planShortestPath(next)
        } else if step.isBound {
            planBound(next)
        } else {
            try planExpand(next)
        }
        for index in [step.left, step.right] where !nodes[index].isKnown {
            nodes[index].isKnown = true
            addLabelConditions(index)
        }
        for (index, path) in paths.enumerated() where !path.isPlanned && path.steps.allSatisfy({ steps[$0].isPlanned }) {
            finishPath(index)
        }
        try placeConditions()
        return true
    }

    /// Which step comes first: those that only check, then single relationships, then walks.
    private func rank(_ step: StepOfPattern) -> Int {
        let isCheck = nodes[step.left].isKnown && nodes[step.right].isKnown
        return (step.isBound ? 0 : 10) + (isCheck ? 0 : 2) + (step.pattern.length == nil ? 0 : 4)
            + (paths[step.path].kind == .walk ? 0 : 8)
    }

    private mutating func planExpand(_ number: Int) throws {
        let step = steps[number]
        let goesRight = nodes[step.left].isKnown
        let (from, to) = goesRight ? (step.left, step.right) : (step.right, step.left)
        let isInto = nodes[to].isKnown
        let fromSlot = scope[nodes[from].name] ?? 0
        let direction = goesRight ? step.pattern.direction.ofGraph : step.pattern.direction.ofGraph.reversed
        // What is looked at on the way is made ready before the end is declared: on the way it is not known yet.
        if let length = step.pattern.length {
            let walk = try conditions(alongWalk: number)
            let toSlot = isInto ? scope[nodes[to].name] ?? 0 : declare(to)
            let slot = scope.declare(step.name)
            root = VariableLengthExpand(
                upstream: root, from: fromSlot, relationships: slot, to: toSlot, isInto: isInto,
                source: try source(walk.filter, direction), length: length.range, isReversed: !goesRight, conditions: walk.conditions,
                others: matched, explanation: "Walk \(described(step))")
            finish(step: number, slot: slot)
            return
        }
        let source = try source(filter(of: step), direction)
        if case .ready(let traversal) = source.preparation { settle(step, along: traversal) }
        let toSlot = isInto ? scope[nodes[to].name] ?? 0 : declare(to)
        let slot = scope.declare(step.name)
        root = Expand(
            upstream: root, from: fromSlot, relationship: slot, to: toSlot, isInto: isInto, source: source, others: matched,
            explanation: "Expand \(described(step))" + (goesRight ? "" : " from the right"))
        finish(step: number, slot: slot)
    }

    private mutating func planBound(_ number: Int) {
        let step = steps[number]
        let slot = scope[step.name] ?? 0
        func end(_ index: Int) -> (slot: Int, isKnown: Bool) {
            nodes[index].isKnown ? (scope[nodes[index].name] ?? 0, true) : (declare(index), false)
        }
        let left = end(step.left)
        // A node that is both ends is known once its first end is.
        if step.left == step.right { nodes[step.left].isKnown = true }
        let right = end(step.right)
        let explanation = "Ends of \(described(step))"
        if let length = step.pattern.length {
            root = BoundWalk(
                upstream: root, relationships: slot, left: left.slot, right: right.slot, isLeftKnown: left.isKnown,
                isRightKnown: right.isKnown, direction: step.pattern.direction.ofGraph, types: step.pattern.types,
                length: length.range, explanation: explanation)
        } else {
            root = BoundRelationship(
                upstream: root, relationship: slot, left: left.slot, right: right.slot, isLeftKnown: left.isKnown,
                isRightKnown: right.isKnown, direction: step.pattern.direction.ofGraph, types: step.pattern.types, others: matched,
                explanation: explanation)
        }
        if step.left == step.right { addLabelConditions(step.left) }
        finish(step: number, slot: slot)
    }

    private mutating func planShortestPath(_ number: Int) throws {
        let step = steps[number]
        let path = paths[step.path]
        let walk = try conditions(alongWalk: number)
        let relationships = scope.declare(step.name)
        let pathName = path.variable ?? hiddenName("path")
        let pathSlot = scope.declare(pathName)
        // What is left to say of the walk as a whole is looked at while walks are searched.
        var residual: [Truth] = []
        for (index, condition) in conditions.enumerated()
        where !condition.isPlanned && !condition.reads.isDisjoint(with: [pathName, step.name]) && isKnown(condition.reads) {
            var expression = condition.expression
            if step.pattern.length == nil {
                // Its variable is one relationship, where the search has a list of one.
                expression = expression.readingFirst(of: step.name)
            }
            residual.append(try planner.condition(expression, in: scope))
            conditions[index].isPlanned = true
        }
        let length = step.pattern.length?.range ?? 1...1
        root = ShortestPath(
            upstream: root, from: scope[nodes[step.left].name] ?? 0, to: scope[nodes[step.right].name] ?? 0,
            relationships: relationships, source: try source(walk.filter, step.pattern.direction.ofGraph),
            findsAll: path.kind == .allShortestPaths, length: length, conditions: walk.conditions, path: pathSlot, residual: residual,
            others: matched, explanation: "Shortest path \(described(step))")
        finish(step: number, slot: relationships)
        root = BuildPath(
            upstream: root, slot: pathSlot, start: scope[nodes[step.left].name] ?? 0, steps: [relationships],
            explanation: "Path \(shown(pathName))")
        paths[step.path].isPlanned = true
        if step.pattern.length == nil {
            // One relationship, not a list of one.
            root = Assign(
                upstream: root,
                assignments: [
                    (
                        relationships,
                        Evaluator { frame in
                            if case .list(let list) = frame.slots[relationships] { list.first ?? .null } else { .null }
                        }
                    )
                ], explanation: "Single relationship")
        }
    }

    private mutating func finish(step number: Int, slot: Int) {
        steps[number].isPlanned = true
        matched.append(slot)
    }

    private mutating func finishPath(_ index: Int) {
        paths[index].isPlanned = true
        guard let variable = paths[index].variable else { return }
        let slot = scope.declare(variable)
        root = BuildPath(
            upstream: root, slot: slot, start: scope[nodes[paths[index].start].name] ?? 0,
            steps: paths[index].steps.map { scope[steps[$0].name] ?? 0 }, explanation: "Path \(variable)")
    }

    // MARK: Conditions

    private func isKnown(_ names: Set<String>) -> Bool {
        names.allSatisfy { scope[$0] != nil }
    }

    /// Filters by every condition whose variables are known by now.
    private mutating func placeConditions() throws {
        var filters: [Truth] = []
        var texts: [String] = []
        for index in conditions.indices where !conditions[index].isPlanned && isKnown(conditions[index].reads) {
            conditions[index].isPlanned = true
            filters.append(try planner.condition(conditions[index].expression, in: scope))
            texts += conditions[index].reads.sorted().map(shown)
        }
        guard !filters.isEmpty else { return }
        var seen: Set<String> = []
        let names = texts.filter { seen.insert($0).inserted }.joined(separator: ", ")
        root = Filter(
            upstream: root, conditions: filters,
            explanation: "Filter" + (names.isEmpty ? "" : " on \(names)") + (filters.count > 1 ? " (\(filters.count))" : ""))
    }

    private func filter(of step: StepOfPattern) -> FilterOfStep {
        var filter = FilterOfStep(types: step.pattern.types.isEmpty ? nil : step.pattern.types)
        for condition in conditions where !condition.isPlanned {
            guard let comparison = condition.expression.comparison(of: step.name), isKnown(comparison.value.freeVariables) else { continue }
            filter.add(comparison, constant: planner.constant(comparison.value))
        }
        return filter
    }

    /// Conditions that the graph itself looks at need no look again.
    private mutating func settle(_ step: StepOfPattern, along traversal: any Traversal) {
        for index in conditions.indices where !conditions[index].isPlanned {
            guard let comparison = conditions[index].expression.comparison(of: step.name),
                let value = planner.constant(comparison.value),
                traversal.guarantees(
                    RelationshipFilter.Condition(property: comparison.property, comparison: comparison.comparison, value: value))
            else { continue }
            conditions[index].isPlanned = true
        }
    }

    private func source(_ filter: FilterOfStep, _ direction: Direction) throws -> RelationshipSource {
        let graph = planner.context.graph
        guard !filter.isConstant else {
            return RelationshipSource(preparation: .ready(try graph.traversal(where: filter.constantFilter)), direction: direction)
        }
        let values = try filter.conditions.map { condition in
            (condition.comparison, try planner.evaluator(condition.comparison.value, in: scope))
        }
        let types = filter.types
        return RelationshipSource(
            preparation: .perRow { frame in
                let conditions = try values.map { comparison, value in
                    RelationshipFilter.Condition(
                        property: comparison.property, comparison: comparison.comparison, value: try value(frame))
                }
                return try graph.traversal(where: RelationshipFilter(types: types, conditions: conditions))
            }, direction: direction)
    }

    /// What each step of a walk must meet: conditions that say something of all its relationships or nodes.
    private mutating func conditions(alongWalk number: Int) throws -> (filter: FilterOfStep, conditions: StepConditions) {
        let step = steps[number]
        let pathName = paths[step.path].steps.count == 1 ? paths[step.path].variable : nil
        var inner = scope
        let relationship = inner.declare("\u{0}relationship")
        let node = inner.declare("\u{0}node")
        var filter = FilterOfStep(types: step.pattern.types.isEmpty ? nil : step.pattern.types)
        var onRelationships: [Truth] = []
        var onNodes: [Truth] = []
        func add(_ condition: Expression) throws {
            for part in condition.conjuncts {
                if let comparison = part.comparison(of: "\u{0}relationship"), let value = planner.constant(comparison.value) {
                    filter.add(comparison, constant: value)
                }
                onRelationships.append(try planner.condition(part, in: inner))
            }
        }
        for index in conditions.indices where !conditions[index].isPlanned {
            guard let each = conditions[index].expression.conditionOnEach(of: step.name, path: pathName) else { continue }
            let (name, whole) = each.isOnNodes ? ("\u{0}node", pathName) : ("\u{0}relationship", step.name)
            let condition = each.condition.replacingVariable(each.variable, by: name)
            guard condition.freeVariables.subtracting([name]).allSatisfy({ scope[$0] != nil && $0 != whole }) else { continue }
            if each.isOnNodes {
                onNodes.append(try planner.condition(condition, in: inner))
            } else {
                try add(condition)
            }
            conditions[index].isPlanned = true
        }
        let traversal = filter.isConstant ? try planner.context.graph.traversal(where: filter.constantFilter) : nil
        // Without a condition beyond those that the graph looks at, nothing is left to be evaluated at each step.
        if let traversal, onRelationships.count == filter.conditions.count,
            filter.constantFilter.conditions.allSatisfy(traversal.guarantees)
        {
            onRelationships = []
        }
        return (
            filter,
            StepConditions(
                relationship: relationship, relationshipConditions: onRelationships, node: node, nodeConditions: onNodes)
        )
    }

    // MARK: Words for EXPLAIN

    private func shown(_ name: String) -> String {
        name.hasPrefix("\u{0}") ? "()" : name
    }

    private func described(_ step: StepOfPattern) -> String {
        func end(_ index: Int) -> String { "(\(nodes[index].name.hasPrefix("\u{0}") ? "" : nodes[index].name))" }
        let name = step.name.hasPrefix("\u{0}") ? "" : step.name
        let types = step.pattern.types.isEmpty ? "" : ":" + step.pattern.types.joined(separator: "|")
        let length = step.pattern.length.map { "*\($0.minimum.map(String.init) ?? "")..\($0.maximum.map(String.init) ?? "")" } ?? ""
        let (left, right) = (step.pattern.direction == .left ? "<-" : "-", step.pattern.direction == .right ? "->" : "-")
        return "\(end(step.left))\(left)[\(name)\(types)\(length)]\(right)\(end(step.right))"
    }
}

extension RelationshipPattern.Direction {
    /// Seen from the left node of the pattern.
    var ofGraph: Direction {
        switch self {
        case .right: .outgoing
        case .left: .incoming
        case .either: .either
        }
    }
}

extension RelationshipPattern.Length {
    /// An empty range of a pattern, such as `*3..1`, matches nothing.
    var range: ClosedRange<Int> {
        let minimum = minimum ?? 1
        let maximum = maximum ?? Int.max
        return minimum <= maximum ? minimum...maximum : Int.max...Int.max
    }
}
