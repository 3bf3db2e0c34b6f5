public import KnowledgeGraph

/// The actor that a name stands for, and how that was seen.
public struct ActorMatch: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable {
        case id
        /// What extraction calls the actor.
        case name
        /// What some text calls the actor.
        case alias
        /// Part of the actor's name.
        case part
    }

    public var actor: Actor
    /// What was looked up.
    public var query: String
    public var reason: Reason
}
