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
