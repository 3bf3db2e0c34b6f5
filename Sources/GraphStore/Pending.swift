// Stands in until the real functions of the same names are there; then this file goes.
public import KnowledgeGraph

public struct ActorUse: Sendable, Hashable {
    public var actor: Actor
    public var uses: Int
}

extension GraphStore {
    public func busiestActors(limit: Int) throws -> [ActorUse] {
        try actors().prefix(limit).map { ActorUse(actor: $0.actor, uses: $0.statements) }
    }
    public func stateTag() throws -> String { "0" }
    public func statements(inDocument id: String, limit: Int? = nil) throws -> [KnowledgeGraph.Statement] {
        Array(try statements().filter { $0.document == id }.prefix(limit ?? .max))
    }
}
