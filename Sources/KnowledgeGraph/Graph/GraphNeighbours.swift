/// An actor beside another, and what joins the two.
public struct Neighbour: Sendable, Hashable {
    public var actor: Actor
    /// Oldest first; never empty.
    public var statements: [Statement]
}

/// How many statements an actor takes part in, and with how many others.
public struct Degree: Sendable, Hashable {
    /// Statements whose subject the actor is.
    public var outgoing: Int
    /// Statements whose object the actor is. What an actor does to itself counts as outgoing only.
    public var incoming: Int
    /// Different actors at the other ends.
    public var neighbours: Int

    public var statements: Int { outgoing + incoming }
}

extension Graph {
    /// What an actor takes part in, on either side, oldest first. O(its statements).
    public func statements(of actor: String, where filter: StatementFilter = .everything) -> [Statement] {
        guard let index = indices[actor] else { return [] }
        var found: [Statement] = []
        topology.forEachEdge(of: index, where: EdgeFilter(filter, in: topology)) { found.append(statements[$0.statement]) }
        return found
    }

    /// What texts call an actor beside its name, the most used first. O(k log k) for k statements of the actor.
    public func aliases(of actor: String) -> [String] {
        guard let index = indices[actor] else { return [] }
        var uses: [String: Int] = [:]
        for statement in statements(of: actor) {
            for participant in [statement.subject, statement.object] where participant.actor.id == actor {
                guard let mention = participant.mention?.text, mention != actors[index].name, MentionName.isName(mention) else { continue }
                uses[mention, default: 0] += 1
            }
        }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// What joins two actors, in either direction, oldest first. O(statements of the one that has fewer).
    public func statements(between first: String, and second: String, where filter: StatementFilter = .everything) -> [Statement] {
        guard let first = indices[first], let second = indices[second] else { return [] }
        return topology.statements(from: first, to: second, where: EdgeFilter(filter, in: topology)).map { statements[$0] }
    }

    /// Who an actor is joined to, by id, with the statements that join them; the actor itself where it acts on itself.
    ///
    /// O(k log k) for k statements of the actor.
    public func neighbours(of actor: String, where filter: StatementFilter = .everything) -> [Neighbour] {
        guard let index = indices[actor] else { return [] }
        var joined: [Int: [Statement]] = [:]
        topology.forEachEdge(of: index, where: EdgeFilter(filter, in: topology)) { edge in
            joined[edge.neighbour, default: []].append(statements[edge.statement])
        }
        return joined.sorted { $0.key < $1.key }.map { Neighbour(actor: actors[$0.key], statements: $0.value) }
    }

    /// Counts of an actor's statements and neighbours; zeros for an unknown id. O(its statements).
    public func degree(of actor: String, where filter: StatementFilter = .everything) -> Degree {
        guard let index = indices[actor] else { return Degree(outgoing: 0, incoming: 0, neighbours: 0) }
        var degree = Degree(outgoing: 0, incoming: 0, neighbours: 0)
        var others: Set<Int> = []
        topology.forEachEdge(of: index, where: EdgeFilter(filter, in: topology)) { edge in
            if edge.isOutgoing { degree.outgoing += 1 } else { degree.incoming += 1 }
            others.insert(edge.neighbour)
        }
        others.remove(index)
        degree.neighbours = others.count
        return degree
    }
}
