public import KnowledgeGraph

extension GraphStore {
    /// What an actor and those around it do with one another, as ``KnowledgeGraph/Graph/egoNetwork(of:hops:where:)`` has it, without reading the graph.
    ///
    /// By the indexes: O(statements of the actors reached), whatever else the database holds.
    ///
    /// ```swift
    /// try store.egoNetwork(of: "person/ana-ruiz", hops: 2, where: StatementFilter(classes: [.consult]), affiliations: ["holds-office"])
    /// ```
    /// - Parameters:
    ///   - actor: its id.
    ///   - hops: how many statements away an actor may be.
    ///   - filter: the statements that lead from actor to actor, and that come along.
    ///   - affiliations: relations that say where somebody belongs. These statements of all who are reached come along whatever the filter, and
    ///     those of the actors they lead to, four times over: an office in a department of a ministry of a country.
    /// - Returns: each statement once, in the order they were added; empty when there is no such actor.
    public func egoNetwork(
        of actor: String, hops: Int, where filter: StatementFilter = .everything, affiliations: Set<String> = []
    ) throws -> [KnowledgeGraph.Statement] {
        try egoNetwork(of: actor, upTo: hops, where: filter, affiliations: affiliations, mostStatements: .max).statements
    }

    /// The same with fewer hops when there would be more statements; always one hop at least.
    ///
    /// - Parameter mostStatements: at so many it stops to go further. Those of the first hop may be more.
    /// - Returns: the statements, and how many hops they are of.
    package func egoNetwork(
        of actor: String, upTo hops: Int, where filter: StatementFilter = .everything, affiliations: Set<String> = [], mostStatements: Int
    ) throws -> (statements: [KnowledgeGraph.Statement], hops: Int) {
        try read { snapshot in
            guard let centre = try snapshot.actorKey(id: actor) else { return ([], hops) }
            let (reached, hops) = try snapshot.actors(around: centre, hops: hops, where: filter, mostStatements: mostStatements)
            var keys = Set(try snapshot.statements(between: reached, where: filter))
            if !affiliations.isEmpty {
                keys.formUnion(try snapshot.statements(affiliating: reached, by: StatementFilter(relations: affiliations)))
            }
            return (try keys.sorted().map(snapshot.statement), hops)
        }
    }
}

extension StoreSnapshot {
    /// Breadth first; the centre is one of them. A hop beyond the first that would touch too many statements is not made.
    fileprivate func actors(
        around centre: Int64, hops: Int, where filter: StatementFilter, mostStatements: Int
    ) throws -> (actors: Set<Int64>, hops: Int) {
        var reached: Set<Int64> = [centre]
        var border = [centre]
        var touched = 0
        for hop in 0..<max(0, hops) where !border.isEmpty {
            var next: Set<Int64> = []
            for actor in border {
                try forEachStatement(of: actor, where: filter) { facts in
                    touched += 1
                    for end in [facts.subject, facts.object] where !reached.contains(end) { next.insert(end) }
                }
                if hop > 0, touched > mostStatements { return (reached, hop) }
            }
            reached.formUnion(next)
            border = Array(next)
        }
        return (reached, hops)
    }

    fileprivate func statements(between actors: Set<Int64>, where filter: StatementFilter) throws -> [Int64] {
        var keys: [Int64] = []
        for actor in actors {
            try forEachStatement(of: actor, where: filter) { facts in
                if facts.subject == actor, actors.contains(facts.object) { keys.append(facts.key) }
            }
        }
        return keys
    }

    fileprivate func statements(affiliating actors: Set<Int64>, by filter: StatementFilter) throws -> [Int64] {
        var keys: [Int64] = []
        var passed = actors
        var border = Array(actors)
        for _ in 0..<4 where !border.isEmpty {
            var next: [Int64] = []
            for actor in border {
                try forEachStatement(of: actor, where: filter) { facts in
                    guard facts.subject == actor else { return }
                    keys.append(facts.key)
                    if passed.insert(facts.object).inserted { next.append(facts.object) }
                }
            }
            border = next
        }
        return keys
    }
}
