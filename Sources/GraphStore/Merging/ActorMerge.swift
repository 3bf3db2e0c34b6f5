/// That somebody has said of two actors that they are one.
public struct ActorMerge: Sendable, Hashable {
    /// Id of the actor that has been merged.
    public var actor: String
    /// Id of the actor that it counts as, or whose own merge says whom both count as.
    public var target: String
    /// Why, in the words of whoever did it.
    public var reason: String
    /// When, in ISO 8601, as the caller gave it.
    public var time: String
}
