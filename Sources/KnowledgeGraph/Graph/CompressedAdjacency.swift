/// Who is joined to whom, as compressed sparse rows: one row of edges an actor, both directions, oldest edge first.
///
/// Numbers are indices into the graph's actors and statements. Because the graph's statements are sorted by day, so is every row.
struct CompressedAdjacency: Sendable {
    /// A statement seen from one of its two actors.
    struct Edge: Sendable, Hashable {
        let neighbour: Int32
        let statement: Int32
        let isOutgoing: Bool
    }

    /// What a filter looks at, apart from the statement's many strings.
    struct Facts: Sendable, Hashable {
        let relation: Int32
        let relationClass: RelationClass
        let status: Status
        /// Nil without a date.
        let days: ClosedRange<Int>?
    }

    private let rowStarts: [Int]
    private let edges: [Edge]
    /// One for each statement.
    let facts: [Facts]
    /// The numbers `facts` uses for relation names.
    let relations: [String: Int32]

    /// O(actors + statements).
    init(statements: [Statement], indices: [String: Int]) {
        var relations: [String: Int32] = [:]
        facts = statements.map { statement in
            let relation = relations[statement.relation] ?? Int32(relations.count)
            relations[statement.relation] = relation
            let days = statement.date.map { $0.start.daysSince1970...max($0.start, $0.end).daysSince1970 }
            return Facts(relation: relation, relationClass: statement.relationClass, status: statement.status, days: days)
        }
        self.relations = relations

        let ends = statements.map { (indices[$0.subject.actor.id] ?? 0, indices[$0.object.actor.id] ?? 0) }
        var starts = [Int](repeating: 0, count: indices.count + 1)
        for (subject, object) in ends {
            starts[subject + 1] += 1
            if object != subject { starts[object + 1] += 1 }
        }
        for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }
        rowStarts = starts

        var next = starts
        var edges = [Edge](repeating: Edge(neighbour: 0, statement: 0, isOutgoing: true), count: starts[starts.count - 1])
        func place(_ edge: Edge, in row: Int) {
            edges[next[row]] = edge
            next[row] += 1
        }
        for (statement, (subject, object)) in ends.enumerated() {
            place(Edge(neighbour: Int32(object), statement: Int32(statement), isOutgoing: true), in: subject)
            if object != subject {
                place(Edge(neighbour: Int32(subject), statement: Int32(statement), isOutgoing: false), in: object)
            }
        }
        self.edges = edges
    }

    /// The edges of an actor, oldest first; a statement of an actor with itself is there once, outgoing.
    func row(_ actor: Int) -> ArraySlice<Edge> {
        edges[rowStarts[actor]..<rowStarts[actor + 1]]
    }

    /// The row's edges that pass, oldest first. O(log row) to skip what is too new, then O(what is left).
    func row(_ actor: Int, where filter: EdgeFilter) -> some Sequence<Edge> {
        var row = row(actor)
        if let until = filter.until {
            row = row.prefix(row.partitioningIndex { (facts[Int($0.statement)].days?.lowerBound ?? Int.min) > until })
        }
        return row.lazy.filter { filter.matches(facts[Int($0.statement)]) }
    }
}

/// A statement filter in the numbers of one adjacency.
struct EdgeFilter: Sendable {
    private let filter: StatementFilter
    private let relations: Set<Int32>
    let since: Int?
    let until: Int?

    init(_ filter: StatementFilter, in adjacency: CompressedAdjacency) {
        self.filter = filter
        relations = Set(filter.relations.compactMap { adjacency.relations[$0] })
        since = filter.since?.daysSince1970
        until = filter.until?.daysSince1970
    }

    func matches(_ facts: CompressedAdjacency.Facts) -> Bool {
        if !filter.relations.isEmpty, !relations.contains(facts.relation) { return false }
        if !filter.classes.isEmpty, !filter.classes.contains(facts.relationClass) { return false }
        if !filter.statuses.isEmpty, !filter.statuses.contains(facts.status) { return false }
        guard since != nil || until != nil else { return true }
        guard let days = facts.days else { return false }
        return days.upperBound >= since ?? Int.min && days.lowerBound <= until ?? Int.max
    }
}

extension ArraySlice {
    /// How many elements stand before the first that belongs to the second half; the halves must be in order. O(log n).
    fileprivate func partitioningIndex(where belongsToSecondHalf: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if belongsToSecondHalf(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low - startIndex
    }
}
