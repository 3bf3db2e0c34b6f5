/// What kind of thing an actor is.
public enum ActorType: String, Sendable, Hashable, CaseIterable, Codable {
    case person, country, organization, group, place, facility, event, thing
}

/// Somebody or something that takes part in statements: a node of the graph.
public struct Actor: Sendable, Hashable, Identifiable {
    /// Canonical id across documents: `type/slug-of-name`, such as `person/sergey-lavrov`.
    public var id: String
    /// The fullest name that is known, such as "Sergey Lavrov".
    public var name: String
    public var type: ActorType

    public init(id: String, name: String, type: ActorType) {
        self.id = id
        self.name = name
        self.type = type
    }
}

extension Actor {
    /// Which of two actors with one id stands where documents disagree on name or type: the commonest, then the one with the longest name,
    /// then the first in the alphabet.
    package func stands(before other: Actor, uses: Int, otherUses: Int) -> Bool {
        let (rank, otherRank) = ((uses, name.utf8.count), (otherUses, other.name.utf8.count))
        if rank != otherRank { return rank > otherRank }
        return (name, type.rawValue) < (other.name, other.type.rawValue)
    }
}

/// Words of a document: their text and where they stand.
public struct TextSpan: Sendable, Hashable {
    public var text: String
    /// UTF-8 bytes of the document's own text, as it was read: the bytes there are `text`.
    public var span: Range<Int>

    public init(text: String, span: Range<Int>) {
        self.text = text
        self.span = span
    }
}

/// One side of a statement: the actor and the words that name it there.
public struct Participant: Sendable, Hashable {
    public var actor: Actor
    public var mention: TextSpan?

    public init(actor: Actor, mention: TextSpan? = nil) {
        self.actor = actor
        self.mention = mention
    }
}
