import KnowledgeGraph

/// The statements of a topology that pass a filter, as relationships: actors and statements by their numbers there.
struct TopologyTraversal: Traversal {
    private let topology: Topology
    private let outgoing: EdgeFilter
    private let incoming: EdgeFilter
    private let either: EdgeFilter

    /// - Parameter types: the relationship type of each of the topology's relations.
    init(_ topology: Topology, types: [String], where filter: RelationshipFilter) {
        self.topology = topology
        let wanted = TopologyCondition(filter)
        func edgeFilter(_ direction: EdgeFilter.Direction) -> EdgeFilter {
            EdgeFilter(
                in: topology, direction, endingFrom: wanted.endingFrom, startingFrom: wanted.startingFrom,
                startingUntil: wanted.startingUntil, where: wanted.kindFilter(types: types, relations: topology.relations))
        }
        outgoing = edgeFilter(.asSubject)
        incoming = edgeFilter(.asObject)
        either = edgeFilter(.either)
    }

    var estimatedCount: Int { topology.statements(startingAsIn: either).count }

    func guarantees(_ condition: RelationshipFilter.Condition) -> Bool { TopologyCondition.isComplete(for: condition) }

    private func filter(_ direction: Direction) -> EdgeFilter {
        switch direction {
        case .outgoing: outgoing
        case .incoming: incoming
        case .either: either
        }
    }

    func shortestWalk(from start: NodeID, to end: NodeID, _ direction: Direction, maximumLength: Int) -> Walk? {
        let filter = filter(direction)
        let chain = topology.shortestChains(
            from: start.number, to: end.number, maximumLength: maximumLength, where: filter, limit: 1
        ).first
        guard let chain else { return Walk.none }
        return .found(
            zip(chain, chain.dropFirst()).compactMap { from, to in
                topology.statements(from: from, to: to, where: filter).first.map { RelationshipID($0) }
            })
    }

    func forEach(of node: NodeID, _ direction: Direction, _ body: (Adjacent) throws -> Bool) throws {
        let filter = filter(direction)
        _ = try topology.firstEdge(of: node.number, where: filter) { edge in
            try !body(Adjacent(relationship: RelationshipID(edge.statement), neighbour: NodeID(edge.neighbour)))
        }
    }

    func forEach(_ body: (Edge) throws -> Bool) throws {
        _ = try topology.firstStatement(where: either) { try !body(edge($0)) }
    }

    func knows(_ order: RelationshipOrder) -> Bool { order.property == "since" }

    func forEach(in order: RelationshipOrder, _ body: (Edge) throws -> Bool) throws {
        let all = topology.statements(startingAsIn: either)
        // Statements are numbered by day, those without a date first; in ORDER BY null is greater than all days.
        let dated = max(all.lowerBound, min(all.upperBound, topology.firstStatement(startingFrom: Int(Int32.min) + 1)))..<all.upperBound
        let undated = all.lowerBound..<dated.lowerBound
        if order.isAscending {
            guard try give(dated, body) else { return }
            _ = try give(undated, body)
        } else {
            guard try give(undated, body) else { return }
            _ = try give(dated.reversed(), body)
        }
    }

    /// False when `body` said stop.
    private func give(_ statements: some Sequence<Int>, _ body: (Edge) throws -> Bool) throws -> Bool {
        for statement in statements where topology.passes(statement, either) {
            guard try body(edge(statement)) else { return false }
        }
        return true
    }

    private func edge(_ statement: Int) -> Edge {
        Edge(
            relationship: RelationshipID(statement), start: NodeID(topology.subject(of: statement)),
            end: NodeID(topology.object(of: statement)))
    }
}

/// A query's conditions on relationships in the terms of a topology: kinds and days.
struct TopologyCondition {
    private var types: Set<String>?
    private var relations: Set<String>?
    private var classes: Set<String>?
    private var statuses: Set<String>?
    /// Days since 1970-01-01.
    private(set) var startingFrom: Int?
    private(set) var startingUntil: Int?
    private(set) var endingFrom: Int?

    init(_ filter: RelationshipFilter) {
        types = filter.types.map(Set.init)
        for condition in filter.conditions where Self.isComplete(for: condition) { add(condition) }
    }

    /// Whether kinds and days decide the condition.
    static func isComplete(for condition: RelationshipFilter.Condition) -> Bool {
        switch (condition.comparison, condition.value) {
        case (.equal, .string), (.isIn, .list): ["relation", "class", "status"].contains(condition.property)
        case (.isIn, _), (.contains, _): false
        case (.greater, .date), (.greaterOrEqual, .date): ["since", "until"].contains(condition.property)
        case (_, .date): condition.property == "since"
        default: false
        }
    }

    private mutating func add(_ condition: RelationshipFilter.Condition) {
        switch condition.property {
        case "relation": relations = narrowed(relations, to: condition.value)
        case "class": classes = narrowed(classes, to: condition.value)
        case "status": statuses = narrowed(statuses, to: condition.value)
        default:
            guard case .date(let date) = condition.value else { return }
            addDay(date.daysSince1970, condition)
        }
    }

    private mutating func addDay(_ day: Int, _ condition: RelationshipFilter.Condition) {
        let (next, previous) = (day == .max ? day : day + 1, day == .min ? day : day - 1)
        func later(_ known: Int?, _ bound: Int) -> Int { max(known ?? bound, bound) }
        func earlier(_ known: Int?, _ bound: Int) -> Int { min(known ?? bound, bound) }
        guard condition.property == "since" else {
            endingFrom = later(endingFrom, condition.comparison == .greater ? next : day)
            return
        }
        switch condition.comparison {
        case .equal:
            startingFrom = later(startingFrom, day)
            startingUntil = earlier(startingUntil, day)
        case .greaterOrEqual: startingFrom = later(startingFrom, day)
        case .greater: startingFrom = later(startingFrom, next)
        case .lessOrEqual: startingUntil = earlier(startingUntil, day)
        case .less: startingUntil = earlier(startingUntil, previous)
        case .isIn, .contains: break
        }
    }

    private func narrowed(_ known: Set<String>?, to value: Value) -> Set<String> {
        let wanted: [Value] = if case .list(let list) = value { list } else { [value] }
        let texts = Set(
            wanted.compactMap { if case .string(let text) = $0 { text } else { nil } })
        return known?.intersection(texts) ?? texts
    }

    func passes(type: String, relation: String, class relationClass: RelationClass, status: Status, days: ClosedRange<Int>?) -> Bool {
        guard types?.contains(type) ?? true, relations?.contains(relation) ?? true, classes?.contains(relationClass.rawValue) ?? true,
            statuses?.contains(status.rawValue) ?? true
        else { return false }
        guard startingFrom != nil || startingUntil != nil || endingFrom != nil else { return true }
        guard let days else { return false }
        return days.lowerBound >= startingFrom ?? Int.min && days.lowerBound <= startingUntil ?? Int.max
            && days.upperBound >= endingFrom ?? Int.min
    }

    /// Nil when every kind passes.
    func kindFilter(types names: [String], relations relationNames: [String]) -> ((Topology.Kind) -> Bool)? {
        guard types != nil || relations != nil || classes != nil || statuses != nil else { return nil }
        return { kind in
            types.map { $0.contains(names[kind.relation]) } ?? true
                && relations.map { $0.contains(relationNames[kind.relation]) } ?? true
                && classes.map { $0.contains(kind.relationClass.rawValue) } ?? true
                && statuses.map { $0.contains(kind.status.rawValue) } ?? true
        }
    }
}
