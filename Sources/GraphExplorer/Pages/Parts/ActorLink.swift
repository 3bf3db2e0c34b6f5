import KnowledgeGraph

/// An actor's name with what it is, and the address of its page.
struct ActorLink: Sendable {
    let actorName: String
    let actorKind: String
    let actorID: String
    /// Nil where the actor has no page.
    let actorAddress: String?

    init(_ actor: Actor, isLinked: Bool = true, view: GraphView = GraphView()) {
        actorName = PageWords.name(actor.name)
        actorKind = PageWords.kind(actor.type)
        actorID = actor.id
        actorAddress = isLinked ? PageAddress.actor(actor.id, view) : nil
    }
}
