/// Which edges of one topology count: kinds, days and directions, as numbers that are tested in a few nanoseconds.
///
/// It belongs to the topology it was made with.
package struct EdgeFilter: Sendable, Hashable {
    /// Which edges of an actor's row are walked.
    package enum Direction: Sendable, Hashable {
        /// The actor is the subject, the object, or either; a symmetric statement still has one subject.
        case asSubject, asObject
        case either
        /// Along the statement or against it, where a symmetric statement goes both ways.
        case along, against

        @usableFromInline var bits: UInt32 {
            switch self {
            case .asSubject: Topology.Edge.outgoing
            case .asObject: Topology.Edge.incoming
            case .along: Topology.Edge.outgoing | Topology.Edge.symmetric
            case .against: Topology.Edge.incoming | Topology.Edge.symmetric
            case .either: Topology.Edge.outgoing | Topology.Edge.incoming
            }
        }
    }

    /// One for each kind; empty when every kind passes.
    @usableFromInline let passes: [Bool]
    /// The statements whose first day is right; nil when that is all.
    @usableFromInline let statements: Range<Int>?
    /// The statement's last day must not be before; `Int32.min` when any will do.
    @usableFromInline let earliestEnd: Int32
    @usableFromInline let directions: UInt32

    @usableFromInline init(passes: [Bool], statements: Range<Int>?, earliestEnd: Int32, directions: UInt32) {
        self.passes = passes
        self.statements = statements
        self.earliestEnd = earliestEnd
        self.directions = directions
    }

    /// Lets every edge of any topology pass.
    package static let everything = EdgeFilter(
        passes: [], statements: nil, earliestEnd: .min, directions: Direction.either.bits)

    package init(_ filter: StatementFilter, in topology: Topology, _ direction: Direction = .either) {
        let isByKind = !(filter.relations.isEmpty && filter.classes.isEmpty && filter.statuses.isEmpty)
        self.init(
            in: topology, direction, endingFrom: filter.since?.daysSince1970, startingUntil: filter.until?.daysSince1970,
            where: isByKind
                ? { kind in
                    (filter.relations.isEmpty || filter.relations.contains(topology.relations[kind.relation]))
                        && (filter.classes.isEmpty || filter.classes.contains(kind.relationClass))
                        && (filter.statuses.isEmpty || filter.statuses.contains(kind.status))
                } : nil)
    }

    /// - Parameters:
    ///   - endingFrom: the statement's last day is this or later, in days since 1970-01-01.
    ///   - startingFrom: the statement's first day is this or later.
    ///   - startingUntil: the statement's first day is this or earlier. With any of the three, a statement without a date does not pass.
    ///   - kinds: which kinds pass; all when nil.
    package init(
        in topology: Topology, _ direction: Direction = .either, endingFrom: Int? = nil, startingFrom: Int? = nil,
        startingUntil: Int? = nil, where kinds: ((Topology.Kind) -> Bool)? = nil
    ) {
        passes = kinds.map { topology.kinds.map($0) } ?? []
        directions = direction.bits
        earliestEnd = endingFrom.map(Topology.day) ?? .min
        guard endingFrom != nil || startingFrom != nil || startingUntil != nil else {
            statements = nil
            return
        }
        // A statement that ends late enough starts no earlier than the longest one that does.
        let earliest = max(Int(earliestEnd) - topology.longestSpan, startingFrom ?? Int(Topology.undated), Int(Topology.undated) + 1)
        let first = topology.firstStatement(startingFrom: earliest)
        let end = startingUntil.map(topology.firstStatement(startingAfter:)) ?? topology.statementCount
        statements = first..<max(first, end)
    }

    /// The same edges seen from their other ends.
    var reversed: EdgeFilter {
        let (outgoing, incoming) = (Topology.Edge.outgoing, Topology.Edge.incoming)
        var bits = directions & Topology.Edge.symmetric
        if directions & outgoing != 0 { bits |= incoming }
        if directions & incoming != 0 { bits |= outgoing }
        return EdgeFilter(passes: passes, statements: statements, earliestEnd: earliestEnd, directions: bits)
    }

    /// Whether nothing but the direction is asked.
    @inlinable var looksAtEdgeOnly: Bool { passes.isEmpty && earliestEnd == .min }
}

extension Topology {
    /// Runs through the edges of an actor that pass, oldest first. O(log row) to find the days, then O(1) an edge; nothing is allocated.
    @inlinable
    package func forEachEdge(of actor: Int, where filter: EdgeFilter, _ body: (Edge) throws -> Void) rethrows {
        _ = try firstEdge(of: actor, where: filter) { edge in
            try body(edge)
            return false
        }
    }

    /// The oldest edge of an actor that passes and for which `isWanted` holds: runs through the edges until it says so.
    @inlinable
    package func firstEdge(of actor: Int, where filter: EdgeFilter, _ isWanted: (Edge) throws -> Bool) rethrows -> Edge? {
        try edges.withUnsafeBufferPointer { edges in
            let row = row(actor, in: edges, where: filter)
            let directions = filter.directions
            if filter.looksAtEdgeOnly {
                for edge in row where edge.bits & directions != 0 {
                    if try isWanted(edge) { return edge }
                }
                return nil
            }
            return try kindNumbers.withUnsafeBufferPointer { kindNumbers in
                try filter.passes.withUnsafeBufferPointer { passes in
                    try lastDays.withUnsafeBufferPointer { lastDays in
                        for edge in row where edge.bits & directions != 0 {
                            guard passes.isEmpty || passes[Int(kindNumbers[edge.statement])],
                                lastDays[edge.statement] >= filter.earliestEnd
                            else { continue }
                            if try isWanted(edge) { return edge }
                        }
                        return nil
                    }
                }
            }
        }
    }

    /// Runs through the statements that pass, oldest first; the filter's direction does not matter. O(log n), then O(1) a statement.
    @inlinable
    package func forEachStatement(where filter: EdgeFilter, _ body: (Int) throws -> Void) rethrows {
        for statement in filter.statements ?? 0..<statementCount where passes(statement, filter) { try body(statement) }
    }

    /// The oldest statement that passes and for which `isWanted` holds; the filter's direction does not matter.
    @inlinable
    package func firstStatement(where filter: EdgeFilter, _ isWanted: (Int) throws -> Bool) rethrows -> Int? {
        for statement in filter.statements ?? 0..<statementCount where passes(statement, filter) {
            if try isWanted(statement) { return statement }
        }
        return nil
    }

    /// How many statements start on the right days: no fewer than pass.
    package func bound(of filter: EdgeFilter) -> Int { filter.statements?.count ?? statementCount }

    /// Runs through every actor's edges that pass in the order of the statements: once for each end that sees the statement.
    ///
    /// O(log n + statements of the filter's days): for days that are a small part of the graph, far less than by rows.
    func forEachEdge(where filter: EdgeFilter, _ body: (_ actor: Int, _ neighbour: Int) -> Void) {
        forEachStatement(where: filter) { statement in
            let (subject, object) = (subject(of: statement), object(of: statement))
            let shared = (kind(of: statement).isSymmetric ? Edge.symmetric : 0) | (subject == object ? Edge.incoming : 0)
            if filter.directions & (shared | Edge.outgoing) != 0 { body(subject, object) }
            if subject != object, filter.directions & (shared | Edge.incoming) != 0 { body(object, subject) }
        }
    }

    /// Whether a statement passes, apart from direction and first day.
    @inlinable
    func passes(_ statement: Int, _ filter: EdgeFilter) -> Bool {
        (filter.passes.isEmpty || filter.passes[Int(kindNumbers[statement])]) && lastDays[statement] >= filter.earliestEnd
    }

    /// The edges of an actor whose statements start on the right days.
    @inlinable
    func row(_ actor: Int, in edges: UnsafeBufferPointer<Edge>, where filter: EdgeFilter) -> Slice<UnsafeBufferPointer<Edge>> {
        var (start, end) = (rowStarts[actor], rowStarts[actor + 1])
        if let statements = filter.statements {
            start = Self.firstEdge(in: edges, from: start, to: end, notBefore: statements.lowerBound)
            end = Self.firstEdge(in: edges, from: start, to: end, notBefore: statements.upperBound)
        }
        return edges[start..<end]
    }

    /// Where in a stretch of a row the statements from `statement` on begin.
    @inlinable
    static func firstEdge(in edges: UnsafeBufferPointer<Edge>, from start: Int, to end: Int, notBefore statement: Int) -> Int {
        var (low, high) = (start, end)
        while low < high {
            let middle = low + (high - low) / 2
            if edges[middle].statement < statement { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
