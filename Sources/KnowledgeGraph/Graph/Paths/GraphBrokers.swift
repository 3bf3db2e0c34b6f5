/// Somebody through whom two actors are linked.
public struct Broker: Sendable, Hashable {
    public var actor: Actor
    /// How many chains of two steps (the one – this actor – the other) there are when each statement is used once.
    public var directChains: Int
    /// How many chains of two or three steps through this actor there are when each statement is used once.
    public var chains: Int
    /// What joins this actor to the one, oldest first; empty when somebody else stands between.
    public var statementsWithFirst: [Statement]
    /// What joins this actor to the other, oldest first; empty when somebody else stands between.
    public var statementsWithSecond: [Statement]
}

extension Graph {
    /// The go-betweens of two actors: who links them in two or three steps, and by how many chains that are independent of each other.
    ///
    /// ```swift
    /// graph.brokers(between: "country/iran", and: "country/united-states").map(\.actor.name)   // ["Switzerland", "Oman", …]
    /// ```
    /// Chains are independent when no statement is part of two of them: who met the one ten times and the other three times gives three.
    /// What the two say to each other does not count, nor does the direction of statements. Those who know both come first, by their
    /// chains of two steps; then the others; equal ones by id. The cost grows with the statements of the two and of all they are joined to.
    public func brokers(
        between first: String, and second: String, where filter: StatementFilter = .everything, limit: Int = 10
    ) -> [Broker] {
        guard let first = indices[first], let second = indices[second] else { return [] }
        let filter = EdgeFilter(filter, in: topology)
        return topology.brokers(between: first, and: second, where: filter).prefix(max(0, limit)).map { broker in
            func statements(with end: Int) -> [Statement] {
                topology.statements(from: broker.actor, to: end, where: filter).map { self.statements[$0] }
            }
            return Broker(
                actor: actors[broker.actor], directChains: broker.direct, chains: broker.chains,
                statementsWithFirst: statements(with: first), statementsWithSecond: statements(with: second))
        }
    }
}
