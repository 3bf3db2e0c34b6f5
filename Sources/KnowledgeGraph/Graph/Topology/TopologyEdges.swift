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

    /// The statements that start on the right days: all that pass are among them.
    package func statements(startingAsIn filter: EdgeFilter) -> Range<Int> { filter.statements ?? 0..<statementCount }

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
    package func passes(_ statement: Int, _ filter: EdgeFilter) -> Bool {
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
